package plan

import (
	"context"
	"fmt"
	"sync"

	"github.com/open-policy-agent/opa/v1/ast"

	"hegui/internal/proposal"
)

// Evaluator runs a program. It is safe for concurrent use: each run has a machine of its own, and machines are kept for
// the next run.
type Evaluator struct {
	linked   *linked
	machines sync.Pool
}

// New makes an evaluator of a program.
func New(p *Program) *Evaluator {
	e := &Evaluator{linked: link(p)}
	e.machines.New = func() any { return newMachine(e.linked) }
	return e
}

// Input is what rules see as `input`.
type Input struct {
	Proposal *proposal.Value
	AsOf     string // YYYY-MM-DD
	Profile  string
}

// Has says whether the program has an entry point, such as "aiplus/outcomes".
func (e *Evaluator) Has(entrypoint string) bool {
	for i := range e.linked.plans {
		if e.linked.plans[i].name == entrypoint {
			return true
		}
	}
	return false
}

// Eval evaluates entry points, which share what they compute. It hands each result to read, in their order; a result
// must not be used after read has returned. An entry point without a result is handed on as the zero Value. The error
// is read's, that of an ended context, [ErrConflict] or [ErrBuiltin].
func (e *Evaluator) Eval(ctx context.Context, in Input, entrypoints []string, read func(i int, v Value) error) error {
	return e.with(func(m *machine) error {
		as, profile, doc := m.keyOf("as_of"), m.keyOf("profile"), m.keyOf("proposal")
		input := m.newObject(object{
			[]value{as, profile, doc},
			[]value{m.addString(in.AsOf), m.addString(in.Profile), m.fromProposal(in.Proposal)},
		})
		return m.each(ctx, input, entrypoints, read)
	})
}

// EvalValue is [Evaluator.Eval] for any input, nil for none.
func (e *Evaluator) EvalValue(ctx context.Context, input ast.Value, entrypoints []string, read func(i int, v Value) error) error {
	return e.with(func(m *machine) error {
		v := undefined
		if input != nil {
			v = m.fromAST(input)
		}
		return m.each(ctx, v, entrypoints, read)
	})
}

// EvalAST is EvalValue of one entry point.
func (e *Evaluator) EvalAST(ctx context.Context, input ast.Value, entrypoint string) (ast.Value, error) {
	var out ast.Value
	err := e.EvalValue(ctx, input, []string{entrypoint}, func(_ int, v Value) error {
		out = v.AST()
		return nil
	})
	return out, err
}

// with lends a machine. A panic is an error: none is known, and OPA's own evaluator can answer instead.
func (e *Evaluator) with(use func(m *machine) error) (err error) {
	m := e.machines.Get().(*machine)
	defer func() {
		// The machine is not used again: who knows what state it is in.
		if r := recover(); r != nil {
			err = fmt.Errorf("the compiled plan failed: %v", r)
		}
	}()
	m.reset()
	err = use(m)
	e.machines.Put(m)
	return err
}

// each runs entry points one after the other. A plan gives its value as the field `result` of an object.
func (m *machine) each(ctx context.Context, input value, entrypoints []string, read func(i int, v Value) error) error {
	defer m.watch(ctx)()
	for i, name := range entrypoints {
		p, err := m.plan(name)
		if err != nil {
			return err
		}
		v, err := m.run(ctx, p, input)
		if err != nil {
			return err
		}
		if v != undefined {
			v = m.get(v, m.keyOf("result"))
		}
		if err := read(i, Value{&m.tables, v}); err != nil {
			return err
		}
	}
	return nil
}
