package rules

import (
	"context"
	"errors"
	"fmt"

	"github.com/open-policy-agent/opa/v1/ast"
	"github.com/open-policy-agent/opa/v1/topdown"

	"hegui/internal/assess"
	"hegui/internal/plan"
	"hegui/internal/proposal"
)

// Eval asks every rule about a proposal. One query answers for all; when it fails, each rule is asked by itself, so
// that the fault of one does not hide the others. The error is an ended context or a fault of ours.
func (s *Set) Eval(ctx context.Context, in assess.Input) (*assess.Evaluation, error) {
	if s.fast != nil {
		if ev, ok, err := s.evalPlan(ctx, in); ok || err != nil {
			return ev, err
		}
	}
	return s.OPA().Eval(ctx, in)
}

// OPA gives an evaluator of the same rules that only asks OPA's own.
func (s *Set) OPA() assess.Evaluator { return opaEvaluator{s} }

type opaEvaluator struct{ set *Set }

func (e opaEvaluator) Eval(ctx context.Context, in assess.Input) (*assess.Evaluation, error) {
	return e.set.eval(ctx, ast.NewTerm(inputOf(in)), in.Readings)
}

func (s *Set) eval(ctx context.Context, input *ast.Term, readings bool) (*assess.Evaluation, error) {
	questions := s.questions(readings)
	names := make([][]string, len(questions))
	for i, q := range questions {
		names[i] = q.path
	}
	values, err := s.query(ctx, input, names...)
	if ctx.Err() != nil {
		return nil, ctx.Err()
	}
	ev := &assess.Evaluation{}
	for i := 0; i < len(questions) && err == nil; i++ {
		err = questions[i].read(ev, plan.ValueOf(values[i]))
	}
	if err != nil {
		if ev, err = s.oneByOne(ctx, input); err != nil {
			return nil, err
		}
	}
	s.limits.cap(ev)
	return ev, nil
}

// question is one document that rules are asked for.
type question struct {
	path []string // below data.<pack>
	read func(ev *assess.Evaluation, v plan.Value) error
}

// questions are what rules are asked about every proposal.
func (s *Set) questions(readings bool) []question {
	d := s.decoder()
	all := []question{
		{[]string{"outcomes"}, func(ev *assess.Evaluation, v plan.Value) (err error) {
			ev.Outcomes, err = d.outcomes(v)
			return err
		}},
		{[]string{"flags", "because"}, readBecause},
		{[]string{"flags", "guards"}, readGuards},
	}
	if s.facts.Hints {
		all = append(all, question{[]string{"hints", "found"}, func(ev *assess.Evaluation, v plan.Value) (err error) {
			ev.Hints, err = d.findings(v)
			return err
		}})
	}
	if readings && s.facts.Asks {
		all = append(all, question{[]string{"alternatives"}, func(ev *assess.Evaluation, v plan.Value) (err error) {
			ev.Readings, err = d.readings(v)
			return err
		}})
	}
	return all
}

func (s *Set) decoder() decoder { return decoder{s.facts.Stems, s.limits} }

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
		ref := ast.Ref{ast.DefaultRootDocument, ast.StringTerm(s.cfg.Pack)}
		for _, p := range path {
			ref = append(ref, ast.StringTerm(p))
		}
		vars[i] = ast.Var(fmt.Sprintf("result%d", i))
		body[i] = ast.Equality.Expr(ast.NewTerm(ref), ast.NewTerm(vars[i]))
		body[i].Index = i
	}
	txn, err := s.rego().store.NewTransaction(ctx)
	if err != nil {
		return nil, fmt.Errorf("open the data of the pack: %w", err)
	}
	defer s.rego().store.Abort(ctx, txn)
	// OPA does not watch the context by itself: it is told through a cancel that it polls.
	cancel := topdown.NewCancel()
	defer context.AfterFunc(ctx, cancel.Cancel)()
	rs, err := topdown.NewQuery(body).
		WithCompiler(s.rego().compiler).WithStore(s.rego().store).WithTransaction(txn).WithInput(input).
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
	ev := &assess.Evaluation{Outcomes: make(map[string]assess.Outcome, len(s.facts.Stems))}
	flags, flagsErr := s.query(ctx, input, []string{"flags", "because"}, []string{"flags", "guards"})
	if flagsErr == nil {
		flagsErr = readBecause(ev, plan.ValueOf(flags[0]))
	}
	if flagsErr == nil {
		flagsErr = readGuards(ev, plan.ValueOf(flags[1]))
	}
	for _, stem := range s.facts.Stems {
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
	var all said
	parts := []*plan.Value{&all.applies, &all.findings, &all.credit, &all.manual}
	for i, name := range statements {
		v, err := s.query(ctx, input, []string{"rules", stem, name})
		switch {
		case errors.Is(err, errUndefined): // outcome decides whether the statement may be absent
		case err != nil:
			return assess.Outcome{Err: err.Error()}
		default:
			*parts[i] = plan.ValueOf(v[0])
		}
	}
	return s.decoder().outcome(all)
}

// toTerm converts a proposal's value. What counts as absent is left out, but inside a sequence it stays, so that indexes
// keep their meaning.
func toTerm(v *proposal.Value) *ast.Term {
	switch v.Kind() {
	case proposal.Bool:
		return ast.InternedTerm(v.Bool())
	case proposal.Number:
		return ast.NewTerm(ast.Number(v.Text()))
	case proposal.String:
		return ast.StringTerm(v.Text())
	case proposal.Sequence:
		items := make([]*ast.Term, len(v.Items()))
		for i, item := range v.Items() {
			items[i] = toTerm(item)
		}
		return ast.ArrayTerm(items...)
	case proposal.Mapping:
		fields := make([][2]*ast.Term, 0, len(v.Fields()))
		for _, f := range v.Fields() {
			if !f.Value.Absent() {
				fields = append(fields, [2]*ast.Term{ast.StringTerm(f.Key), toTerm(f.Value)})
			}
		}
		return ast.ObjectTerm(fields...)
	default:
		return ast.NullTerm()
	}
}
