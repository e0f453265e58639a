package plan

import (
	"context"
	"errors"

	"github.com/open-policy-agent/opa/v1/ast"
	"github.com/open-policy-agent/opa/v1/metrics"
	"github.com/open-policy-agent/opa/v1/topdown"
	"github.com/open-policy-agent/opa/v1/topdown/builtins"
)

// fromOPA says whether OPA has a built-in of that name that needs nothing but its arguments.
func fromOPA(name string) bool {
	b, ok := ast.BuiltinMap[name]
	return ok && !b.Nondeterministic && topdown.GetBuiltin(name) != nil
}

// opaState is what OPA's own built-ins are called with.
type opaState struct {
	context topdown.BuiltinContext
	cancel  topdown.Cancel
}

func newOPAState(ctx context.Context) *opaState {
	cancel := topdown.NewCancel()
	return &opaState{cancel: cancel, context: topdown.BuiltinContext{
		Context: ctx, Metrics: metrics.NoOp(), Cache: builtins.Cache{}, Cancel: cancel,
	}}
}

// call asks OPA's own built-in.
func (s *opaState) call(m *machine, name string, args ...value) value {
	operands := make([]*ast.Term, len(args))
	for i, a := range args {
		operands[i] = m.term(a)
	}
	var results []*ast.Term
	err := topdown.GetBuiltin(name)(s.context, operands, func(t *ast.Term) error {
		results = append(results, t)
		return nil
	})
	var halt topdown.Halt
	switch {
	case errors.As(err, &halt):
		m.fail(err)
		return undefined
	case err != nil:
		return m.refuse()
	case ast.BuiltinMap[name].Relation:
		// A relation has many results; plans look through them as a list.
		items := make([]value, len(results))
		for i, t := range results {
			items[i] = m.fromAST(t.Value)
		}
		return m.newArray(items)
	case len(results) == 0:
		return undefined
	}
	return m.fromAST(results[0].Value)
}

func (l *linked) builtin(o *op) step {
	name, res := l.names[o.n], o.a
	run := l.caller(name, o.args)
	return func(m *machine, f []value) int {
		v := run(m, f)
		f[res] = v
		switch {
		case v != undefined:
			return next
		case m.err != nil:
			return stop
		}
		return out1
	}
}

// test makes the step of a built-in whose answer only decides whether to go on.
func (l *linked) test(o *op) step {
	run := l.caller(l.names[o.n], o.args)
	return func(m *machine, f []value) int {
		switch v := run(m, f); {
		case v == boolTrue:
			return next
		case m.err != nil:
			return stop
		}
		return out1
	}
}

// caller gives the call of a built-in with its arguments.
func (l *linked) caller(name string, args []operand) func(m *machine, f []value) value {
	n := natives[name]
	switch {
	case n.one != nil && len(args) == 1:
		one, a := n.one, args[0]
		return func(m *machine, f []value) value { return one(m, m.read(f, a)) }
	case n.two != nil && len(args) == 2:
		two, a, b := n.two, args[0], args[1]
		return func(m *machine, f []value) value { return two(m, m.read(f, a), m.read(f, b)) }
	case n.three != nil && len(args) == 3:
		three, a, b, c := n.three, args[0], args[1], args[2]
		return func(m *machine, f []value) value { return three(m, m.read(f, a), m.read(f, b), m.read(f, c)) }
	}
	return func(m *machine, f []value) value {
		values := make([]value, len(args))
		for i, a := range args {
			values[i] = m.read(f, a)
		}
		return m.opa.call(m, name, values...)
	}
}
