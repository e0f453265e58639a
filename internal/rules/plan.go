package rules

import (
	"bytes"
	"context"
	"crypto/sha256"
	"encoding/binary"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"maps"
	"slices"
	"strings"

	"github.com/open-policy-agent/opa/v1/ast"
	"github.com/open-policy-agent/opa/v1/bundle"
	"github.com/open-policy-agent/opa/v1/compile"
	"github.com/open-policy-agent/opa/v1/ir"
	"github.com/open-policy-agent/opa/v1/version"

	"hegui/internal/assess"
	"hegui/internal/plan"
)

// Plan lets OPA's planner plan what proposals are asked, and lowers it. The error wraps [plan.ErrUnsupported] when the
// rules have something that only OPA's own evaluator runs.
func (s *Set) Plan(ctx context.Context) (*plan.Program, error) {
	caps, err := Capabilities()
	if err != nil {
		return nil, err
	}
	b := &bundle.Bundle{Data: map[string]any{}}
	b.Manifest.Init()
	for _, file := range slices.Sorted(maps.Keys(s.rego().modules)) {
		b.Modules = append(b.Modules, bundle.ModuleFile{URL: file, Path: file, Parsed: s.rego().modules[file].Copy()})
	}
	c := compile.New().WithCapabilities(caps).WithTarget(compile.TargetPlan).WithBundle(b).WithPruneUnused(true).
		WithEntrypoints(s.entrypoints(s.questions(true))...)
	if err := c.Build(ctx); err != nil {
		return nil, fmt.Errorf("plan the rules of %s: %w: %w", s.cfg.Pack, plan.ErrUnsupported, err)
	}
	var policy ir.Policy
	if err := json.Unmarshal(c.Bundle().PlanModules[0].Raw, &policy); err != nil {
		return nil, fmt.Errorf("read the plan of %s: %w", s.cfg.Pack, err)
	}
	data, err := ast.InterfaceToValue(map[string]any{s.cfg.Pack: s.cfg.Data})
	if err != nil {
		return nil, fmt.Errorf("the documents of %s: %w", s.cfg.Pack, err)
	}
	p, err := plan.Lower(ctx, &policy, data.(ast.Object), true)
	if err != nil {
		return nil, fmt.Errorf("lower the plan of %s: %w", s.cfg.Pack, err)
	}
	return p, nil
}

// entrypoints names what is asked as plans do: "aiplus/flags/because".
func (s *Set) entrypoints(all []question) []string {
	out := make([]string, len(all))
	for i, q := range all {
		out[i] = s.cfg.Pack + "/" + strings.Join(q.path, "/")
	}
	return out
}

// planHeader is the first line of a plan's file, as JSON; the program follows.
type planHeader struct {
	Key   string `json:"key"`
	Facts facts  `json:"facts"`
}

// PlanFile plans the rules for [Config.Plan]: the same rules give the same bytes. The error wraps [plan.ErrUnsupported]
// when only OPA's own evaluator runs them.
func (s *Set) PlanFile(ctx context.Context) ([]byte, error) {
	program, err := s.Plan(ctx)
	if err != nil {
		return nil, err
	}
	header, err := json.Marshal(planHeader{PlanKey(s.config()), s.facts})
	if err != nil {
		return nil, fmt.Errorf("what is known of the rules: %w", err)
	}
	return append(append(header, '\n'), program.Encode()...), nil
}

// PlanVersion names the form of plans and the version of OPA that makes them.
func PlanVersion() string { return plan.Version + ", OPA " + version.Version }

// PlanKey tells rules apart for which a plan was made: by their text, documents and limits, and by the versions of OPA and of
// the form of plans.
func PlanKey(cfg Config) string {
	h := keyer{make([]byte, 0, 1<<20)}
	for _, s := range []string{PlanVersion(), cfg.Pack, fmt.Sprintf("%+v", cfg.Limits)} {
		h.text(s)
	}
	h.count(len(cfg.Modules))
	for _, m := range cfg.Modules {
		h.text(m.File)
		h.text(m.Text)
	}
	h.value(cfg.Data)
	h.value(cfg.Schemas)
	sum := sha256.Sum256(h.buf)
	return hex.EncodeToString(sum[:])
}

// keyer writes values so that no two of them give the same bytes: each says what it is and how long.
type keyer struct{ buf []byte }

func (h *keyer) count(n int) { h.buf = binary.AppendUvarint(h.buf, uint64(n)) }

func (h *keyer) text(s string) {
	h.count(len(s))
	h.buf = append(h.buf, s...)
}

func (h *keyer) value(v any) {
	switch v := v.(type) {
	case map[string]any:
		h.text("object")
		h.count(len(v))
		for _, k := range slices.Sorted(maps.Keys(v)) {
			h.text(k)
			h.value(v[k])
		}
	case []any:
		h.text("array")
		h.count(len(v))
		for _, x := range v {
			h.value(x)
		}
	case string:
		h.text("text")
		h.text(v)
	default: // a number, true, false or null, or what comes from no file
		h.text(fmt.Sprintf("%T", v))
		h.text(fmt.Sprint(v))
	}
}

// planned makes a set of rules that a plan answers for, if there is one that was made of them.
func planned(cfg Config) (*Set, bool) {
	s := newSet(cfg)
	return s, s.UsePlanFile(cfg.Plan)
}

// UsePlanFile lets what [Set.PlanFile] gave answer from now on, and says whether it was made of these very rules: anything
// else is left alone. It must be called before the set is used.
func (s *Set) UsePlanFile(file []byte) bool {
	first, program, ok := bytes.Cut(file, []byte("\n"))
	if !ok {
		return false
	}
	var h planHeader
	if json.Unmarshal(first, &h) != nil || h.Key == "" || h.Key != PlanKey(s.config()) {
		return false
	}
	p, err := plan.Decode(program)
	if err != nil {
		return false
	}
	s.facts, s.fast = h.Facts, plan.New(p)
	if s.cfg.SchemasAgain != nil {
		s.cfg.Schemas = nil
	}
	return true
}

// Planned says whether a plan answers. OPA's own evaluator is asked all the same where the plan comes to an error.
func (s *Set) Planned() bool { return s.fast != nil }

// UsePlan lets a program of these rules answer. Where it comes to an error, OPA's own evaluator is asked, which says what
// it is. It must be called before the set is used.
func (s *Set) UsePlan(p *plan.Program) { s.fast = plan.New(p) }

// Fallbacks says about how many proposals OPA's own evaluator was asked because the program came to an error.
func (s *Set) Fallbacks() int { return int(s.fallbacks.Load()) }

// evalPlan asks the program. false says that OPA's evaluator is to be asked.
func (s *Set) evalPlan(ctx context.Context, in assess.Input) (*assess.Evaluation, bool, error) {
	input := plan.Input{Proposal: in.Proposal.Root(), AsOf: in.AsOf, Profile: in.Profile}
	return s.answer(ctx, in.Readings, func(entrypoints []string, read func(int, plan.Value) error) error {
		return s.fast.Eval(ctx, input, entrypoints, read)
	})
}

// answer puts together what a program says to the questions.
func (s *Set) answer(ctx context.Context, readings bool, run func(entrypoints []string, read func(int, plan.Value) error) error) (*assess.Evaluation, bool, error) {
	questions := s.questions(readings)
	ev := &assess.Evaluation{}
	err := run(s.entrypoints(questions), func(i int, v plan.Value) error {
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
