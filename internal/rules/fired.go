package rules

import (
	"context"
	"fmt"

	"github.com/open-policy-agent/opa/v1/ast"
	"github.com/open-policy-agent/opa/v1/topdown"

	"hegui/internal/assess"
)

// Stated gives the bodies of the pack's rules that hold for a proposal, by where they stand, when its outcomes are asked
// for. Bodies of requirements that do not apply are not asked. The error is an ended context, or that of a rule.
func (s *Set) Stated(ctx context.Context, in assess.Input) (map[Place]bool, error) {
	t := &exits{places: map[Place]bool{}}
	txn, err := s.rego().store.NewTransaction(ctx)
	if err != nil {
		return nil, fmt.Errorf("open the data of the pack: %w", err)
	}
	defer s.rego().store.Abort(ctx, txn)
	cancel := topdown.NewCancel()
	defer context.AfterFunc(ctx, cancel.Cancel)()
	ref := ast.Ref{ast.DefaultRootDocument, ast.StringTerm(s.cfg.Pack), ast.StringTerm("outcomes")}
	// Without early exit a rule's second body is tried although the first has held.
	_, err = topdown.NewQuery(ast.NewBody(ast.NewExpr(ast.NewTerm(ref)))).
		WithCompiler(s.rego().compiler).WithStore(s.rego().store).WithTransaction(txn).WithInput(ast.NewTerm(inputOf(in))).
		WithCancel(cancel).WithStrictBuiltinErrors(true).WithQueryTracer(t).WithEarlyExit(false).Run(ctx)
	if ctx.Err() != nil {
		return nil, ctx.Err()
	}
	return t.places, err
}

// exits notes the rules that were left with a value.
type exits struct{ places map[Place]bool }

func (*exits) Enabled() bool               { return true }
func (*exits) Config() topdown.TraceConfig { return topdown.TraceConfig{} }

func (t *exits) TraceEvent(e topdown.Event) {
	if r, ok := e.Node.(*ast.Rule); ok && e.Op == topdown.ExitOp && r.Location != nil {
		t.places[Place{r.Location.File, r.Location.Row}] = true
	}
}
