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
