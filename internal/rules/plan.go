package rules

import (
	"context"
	"encoding/json"
	"fmt"
	"maps"
	"slices"
	"strings"

	"github.com/open-policy-agent/opa/v1/ast"
	"github.com/open-policy-agent/opa/v1/bundle"
	"github.com/open-policy-agent/opa/v1/compile"
	"github.com/open-policy-agent/opa/v1/ir"

	"hegui/internal/assess"
	"hegui/internal/plan"
)

// Plan lets OPA's planner plan what proposals are asked, and lowers it. The error wraps [plan.ErrUnsupported] when the
// rules have something that only OPA's own evaluator runs.
func (s *Set) Plan(ctx context.Context) (*plan.Program, error) {
	caps, err := capabilities()
	if err != nil {
		return nil, err
	}
	b := &bundle.Bundle{Data: map[string]any{}}
	b.Manifest.Init()
	for _, file := range slices.Sorted(maps.Keys(s.modules)) {
		b.Modules = append(b.Modules, bundle.ModuleFile{URL: file, Path: file, Parsed: s.modules[file].Copy()})
	}
	c := compile.New().WithCapabilities(caps).WithTarget(compile.TargetPlan).WithBundle(b).WithPruneUnused(true).
		WithEntrypoints(s.entrypoints(s.questions(true))...)
	if err := c.Build(ctx); err != nil {
		return nil, fmt.Errorf("plan the rules of %s: %w: %w", s.pack, plan.ErrUnsupported, err)
	}
	var policy ir.Policy
	if err := json.Unmarshal(c.Bundle().PlanModules[0].Raw, &policy); err != nil {
		return nil, fmt.Errorf("read the plan of %s: %w", s.pack, err)
	}
	data, err := ast.InterfaceToValue(s.data)
	if err != nil {
		return nil, fmt.Errorf("the documents of %s: %w", s.pack, err)
	}
	p, err := plan.Lower(&policy, data.(ast.Object), true)
	if err != nil {
		return nil, fmt.Errorf("lower the plan of %s: %w", s.pack, err)
	}
	return p, nil
}

// entrypoints names what is asked as plans do: "aiplus/flags/because".
func (s *Set) entrypoints(all []question) []string {
	out := make([]string, len(all))
	for i, q := range all {
		out[i] = s.pack + "/" + strings.Join(q.path, "/")
	}
	return out
}

// UsePlan lets a program of these rules answer. Where it comes to an error, OPA's own evaluator is asked, which says what
// it is. It must be called before the set is used.
func (s *Set) UsePlan(p *plan.Program) { s.fast = plan.New(p) }

// Fallbacks says about how many proposals OPA's own evaluator was asked because the program came to an error.
func (s *Set) Fallbacks() int { return int(s.fallbacks.Load()) }

// evalPlan asks the program. false says that OPA's evaluator is to be asked.
func (s *Set) evalPlan(ctx context.Context, in assess.Input) (*assess.Evaluation, bool, error) {
	questions := s.questions(in.Readings)
	ev := &assess.Evaluation{}
	input := plan.Input{Proposal: in.Proposal.Root(), AsOf: in.AsOf, Profile: in.Profile}
	err := s.fast.Eval(ctx, input, s.entrypoints(questions), func(i int, v plan.Value) error {
		if v.Kind() == plan.Undefined {
			return errUndefined
		}
		return questions[i].read(ev, v)
	})
	if ctx.Err() != nil {
		return nil, false, ctx.Err()
	}
	if err != nil {
		s.fallbacks.Add(1)
		return nil, false, nil
	}
	s.limits.cap(ev)
	return ev, true, nil
}
