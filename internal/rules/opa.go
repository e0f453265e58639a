package rules

import (
	"context"
	"errors"
	"fmt"

	"github.com/open-policy-agent/opa/v1/ast"
	"github.com/open-policy-agent/opa/v1/topdown"

	"hegui/internal/assess"
)

// Eval asks every rule about a proposal. One query answers for all; when it fails, each rule is asked by itself, so
// that the fault of one does not hide the others. The error is an ended context or a fault of ours.
func (s *Set) Eval(ctx context.Context, in assess.Input) (*assess.Evaluation, error) {
	return s.eval(ctx, ast.NewTerm(inputOf(in)), in.Readings)
}

func (s *Set) eval(ctx context.Context, input *ast.Term, readings bool) (*assess.Evaluation, error) {
	paths := [][]string{{"outcomes"}, {"flags", "because"}, {"flags", "guards"}}
	if s.has("hints", "found") {
		paths = append(paths, []string{"hints", "found"})
	}
	if readings && s.has("alternatives") {
		paths = append(paths, []string{"alternatives"})
	}
	values, err := s.query(ctx, input, paths...)
	if ctx.Err() != nil {
		return nil, ctx.Err()
	}
	ev := &assess.Evaluation{}
	if err == nil {
		if ev.Outcomes, err = s.outcomes(values[0]); err == nil {
			err = readFlags(ev, values[1], values[2])
		}
	}
	for i := 3; i < len(paths) && err == nil; i++ {
		if paths[i][0] == "hints" {
			ev.Hints, err = s.findings(values[i])
		} else {
			ev.Readings, err = s.readings(values[i])
		}
	}
	if err != nil {
		if ev, err = s.oneByOne(ctx, input); err != nil {
			return nil, err
		}
	}
	s.limits.cap(ev)
	return ev, nil
}

// inputOf builds what rules see as `input`.
func inputOf(in assess.Input) ast.Object {
	return ast.NewObject(
		[2]*ast.Term{ast.InternedTerm("proposal"), toTerm(in.Proposal.Root())},
		[2]*ast.Term{ast.InternedTerm("as_of"), ast.StringTerm(in.AsOf)},
		[2]*ast.Term{ast.InternedTerm("profile"), ast.StringTerm(in.Profile)},
	)
}

// errUndefined says that a document has no value.
var errUndefined = errors.New("no value")

// query evaluates data.<pack>.<path> for each path, all in one evaluation so that what they share is computed once.
func (s *Set) query(ctx context.Context, input *ast.Term, paths ...[]string) ([]ast.Value, error) {
	body := make(ast.Body, len(paths))
	vars := make([]ast.Var, len(paths))
	for i, path := range paths {
		ref := ast.Ref{ast.DefaultRootDocument, ast.StringTerm(s.pack)}
		for _, p := range path {
			ref = append(ref, ast.StringTerm(p))
		}
		vars[i] = ast.Var(fmt.Sprintf("result%d", i))
		body[i] = ast.Equality.Expr(ast.NewTerm(ref), ast.NewTerm(vars[i]))
		body[i].Index = i
	}
	txn, err := s.store.NewTransaction(ctx)
	if err != nil {
		return nil, fmt.Errorf("open the data of the pack: %w", err)
	}
	defer s.store.Abort(ctx, txn)
	// OPA does not watch the context by itself: it is told through a cancel that it polls.
	cancel := topdown.NewCancel()
	defer context.AfterFunc(ctx, cancel.Cancel)()
	rs, err := topdown.NewQuery(body).
		WithCompiler(s.compiler).WithStore(s.store).WithTransaction(txn).WithInput(input).
		WithCancel(cancel).WithStrictBuiltinErrors(true).Run(ctx)
	if err != nil {
		return nil, err
	}
	if len(rs) == 0 {
		return nil, errUndefined
	}
	values := make([]ast.Value, len(vars))
	for i, v := range vars {
		values[i] = rs[0][v].Value
	}
	return values, nil
}

// oneByOne asks each rule by itself, so that the fault of one is told from the others. Rules are asked only when the
// flags can be evaluated: they decide what applies and what vetoes.
func (s *Set) oneByOne(ctx context.Context, input *ast.Term) (*assess.Evaluation, error) {
	ev := &assess.Evaluation{Outcomes: make(map[string]assess.Outcome, len(s.stems))}
	flags, flagsErr := s.query(ctx, input, []string{"flags", "because"}, []string{"flags", "guards"})
	if flagsErr == nil {
		flagsErr = readFlags(ev, flags[0], flags[1])
	}
	for _, stem := range s.stems {
		if flagsErr != nil {
			ev.Outcomes[stem] = assess.Outcome{Err: "the flags could not be evaluated: " + flagsErr.Error()}
		} else {
			ev.Outcomes[stem] = s.one(ctx, input, stem)
		}
		if ctx.Err() != nil {
			return nil, ctx.Err()
		}
	}
	return ev, nil
}

// one asks one rule for each of its statements.
func (s *Set) one(ctx context.Context, input *ast.Term, stem string) assess.Outcome {
	parts := map[string]ast.Value{}
	for _, name := range statements {
		v, err := s.query(ctx, input, []string{"rules", stem, name})
		switch {
		case errors.Is(err, errUndefined): // outcome decides whether the statement may be absent
		case err != nil:
			return assess.Outcome{Err: err.Error()}
		default:
			parts[name] = v[0]
		}
	}
	return s.outcome(parts)
}
