package main

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"hegui"
	"hegui/internal/assess"
	"hegui/internal/pack"
	"hegui/internal/plan"
	"hegui/internal/proposal"
	"hegui/internal/rules"
)

const (
	asOf       = "2026-11-01"
	entrypoint = "aiplus/outcomes"
)

// sides are the checks by hand, and the pack's rules of the same requirements in the form of a plan.
type sides struct {
	checks []check
	limits *limits
	stems  []string

	part     *plan.Evaluator // of a pack that has no other rules
	all      *rules.Set      // of the whole pack
	form     assess.Form
	assessor *assess.Assessor // with all
}

// newSides compiles the pack twice and plans it.
func newSides(ctx context.Context) (*sides, error) {
	s := &sides{checks: allChecks()}
	for _, c := range s.checks {
		s.stems = append(s.stems, c.stem)
	}
	var cfg rules.Config
	p, err := pack.OpenWith(hegui.Files, "aiplus", func(c rules.Config) (pack.Rules, error) {
		cfg = c
		set, err := planned(ctx, c)
		if err != nil {
			return nil, err
		}
		s.all = set
		return set, nil
	})
	if err != nil {
		return nil, err
	}
	profile, ok := p.Catalog.Profile("general")
	if !ok {
		return nil, fmt.Errorf("the pack has no profile general")
	}
	s.form = p.Schema
	s.assessor = &assess.Assessor{
		Pack: p.Ref, Catalog: p.Catalog, Profile: profile, Form: p.Schema, Evaluator: p.Rules, AsOf: asOf, Engine: "bench",
	}
	for _, m := range cfg.Modules {
		if m.File == "rego/aiplus/checks/copies/source.rego" {
			if s.limits, err = newLimits(cfg.Data, m.Text); err != nil {
				return nil, err
			}
		}
	}
	if s.limits == nil {
		return nil, fmt.Errorf("the pack does not hold the text of its document")
	}
	part, err := rules.Compile(only(cfg, s.stems))
	if err != nil {
		return nil, fmt.Errorf("the pack of %d requirements: %w", len(s.stems), err)
	}
	if got := part.Stems(); !slices.Equal(got, s.stems) {
		return nil, fmt.Errorf("the small pack has the rules %v instead of %v", got, s.stems)
	}
	program, err := part.Plan(ctx)
	if err != nil {
		return nil, err
	}
	s.part = plan.New(program)
	return s, nil
}

// planned compiles rules and lets a plan answer for them, as the program does that people use.
func planned(ctx context.Context, cfg rules.Config) (*rules.Set, error) {
	cfg.Plan = nil // one that was made before is for whoever starts often
	set, err := rules.Compile(cfg)
	if err != nil {
		return nil, err
	}
	program, err := set.Plan(ctx)
	if err != nil {
		return nil, err
	}
	set.UsePlan(program)
	return set, nil
}

// only leaves out the rules of all other requirements, and with them hints and readings, which nobody asks for here. The
// entry point takes whatever rules there are, so it stays.
func only(cfg rules.Config, stems []string) rules.Config {
	const folder = "rego/aiplus/"
	cfg.Plan = nil
	cfg.Modules = slices.DeleteFunc(slices.Clone(cfg.Modules), func(m rules.Source) bool {
		name := strings.TrimPrefix(m.File, folder)
		if rule, ok := strings.CutPrefix(name, "rules/"); ok {
			stem, _, _ := strings.Cut(rule, "/")
			return !slices.Contains(stems, stem)
		}
		return strings.HasPrefix(name, "hints/") || strings.HasPrefix(name, "readings/")
	})
	return cfg
}

// byHand asks the checks.
func (s *sides) byHand(doc *proposal.Document) map[string]assess.Outcome {
	return evaluate(s.limits, s.checks, doc.Root())
}

// byPlan asks the plan of the same requirements.
func (s *sides) byPlan(ctx context.Context, doc *proposal.Document) (out map[string]assess.Outcome, err error) {
	in := plan.Input{Proposal: doc.Root(), AsOf: asOf, Profile: "general"}
	err = s.part.Eval(ctx, in, []string{entrypoint}, func(_ int, v plan.Value) (err error) {
		out, err = rules.ReadOutcomes(v, s.stems)
		return err
	})
	return out, err
}

// parse reads a proposal and takes away what rules must not see, as assessments do it.
func (s *sides) parse(name string, src []byte) (*proposal.Document, error) {
	doc, err := proposal.Parse(name, src, proposal.Limits{})
	if err != nil {
		return nil, err
	}
	_, unusable := s.form.Validate(doc)
	return doc.Blank(unusable, s.form.Item), nil
}
