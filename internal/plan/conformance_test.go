package plan

import (
	"context"
	"errors"
	"fmt"
	"maps"
	"slices"
	"testing"

	"github.com/open-policy-agent/opa/v1/ast"
	"github.com/open-policy-agent/opa/v1/ir"
	"github.com/open-policy-agent/opa/v1/rego"
	"github.com/open-policy-agent/opa/v1/storage/inmem"

	"hegui/internal/conformance"
)

// OPA's own cases mean the same when the plan that OPA makes of them runs here, both when the fault of a built-in ends the
// evaluation and when it does not.
func TestOPAsCasesMeanTheSame(t *testing.T) {
	t.Parallel()
	cases, err := conformance.Cases(ast.CapabilitiesForThisVersion())
	if err != nil {
		t.Fatal(err)
	}
	rego.RegisterPlugin("hegui", planner{})
	counts, unsupported := map[string]int{}, map[string]int{}
	for _, c := range cases {
		counts["cases"]++
		if c.Refused != "" {
			counts["refused"]++
			continue
		}
		for _, strict := range []bool{false, true} {
			if c.StrictErrors && !strict {
				continue
			}
			got, err := evaluate(t.Context(), c, strict)
			switch {
			case errors.Is(err, ErrUnsupported):
				counts["unsupported"]++
				unsupported[err.Error()]++
				continue
			case c.WantsError() || strict && c.Swallows():
				// What the error is OPA's own evaluator says, which is asked then.
				if err == nil {
					t.Errorf("%s: %s: strict %t: got %v, want an error", c.File, c.Name, strict, got)
				}
			case strict && errors.Is(err, ErrBuiltin) && !c.StrictErrors:
				// The case does not say what comes when the fault of a built-in ends the evaluation; OPA does.
				if _, err := rego.New(append(options(c), rego.StrictBuiltinErrors(true))...).Eval(t.Context()); err == nil {
					t.Errorf("%s: %s: a built-in fails that does not fail in OPA", c.File, c.Name)
				}
			default:
				if err := c.Check(got, err); err != nil {
					t.Errorf("%s: %s: strict %t: %v", c.File, c.Name, strict, err)
				}
			}
			counts["run"]++
		}
	}
	// Another version of OPA has other cases: see which came and went before these numbers are changed.
	if want := map[string]int{"cases": 2400, "refused": 1, "run": 4339, "unsupported": 235}; !maps.Equal(counts, want) {
		t.Errorf("got  %v\nwant %v", counts, want)
	}
	t.Log(counts)
	for _, why := range slices.Sorted(maps.Keys(unsupported)) {
		t.Log(unsupported[why], why)
	}
}

// evaluate plans the query of a case and runs the plan.
func evaluate(ctx context.Context, c conformance.Case, strict bool) ([]map[string]ast.Value, error) {
	var policy *ir.Policy
	ctx = context.WithValue(ctx, planned{}, &policy)
	if _, err := rego.New(append(options(c), rego.Target("hegui"))...).PrepareForEval(ctx); err != nil {
		return nil, fmt.Errorf("%w: %w", ErrUnsupported, err)
	}
	docs, err := ast.InterfaceToValue(documents(c))
	if err != nil {
		return nil, err
	}
	p, err := Lower(ctx, policy, docs.(ast.Object), strict)
	if err != nil {
		return nil, err
	}
	// It is what came back from its bytes that runs.
	if p, err = Decode(p.Encode()); err != nil {
		return nil, err
	}
	var out []map[string]ast.Value
	err = New(p).with(func(m *machine) error {
		input := undefined
		if c.Input != nil {
			input = m.fromAST(c.Input)
		}
		defer m.watch(ctx)()
		if _, err := m.run(ctx, &m.program.plans[0], input); err != nil {
			return err
		}
		for _, v := range m.results {
			bindings := map[string]ast.Value{}
			for i, k := range m.object(v).keys {
				bindings[m.text(k)] = m.toAST(m.object(v).vals[i])
			}
			out = append(out, bindings)
		}
		return nil
	})
	return out, err
}

func options(c conformance.Case) []func(*rego.Rego) {
	out := []func(*rego.Rego){
		rego.Query(c.Query), rego.SetRegoVersion(ast.RegoV1), rego.Store(inmem.NewFromObject(documents(c))),
	}
	if c.Input != nil {
		out = append(out, rego.ParsedInput(c.Input))
	}
	for i, text := range c.Modules {
		out = append(out, rego.Module(fmt.Sprintf("test-%d.rego", i), text))
	}
	return out
}

func documents(c conformance.Case) map[string]any {
	if c.Data == nil {
		return map[string]any{}
	}
	return c.Data
}

// planner is a target of OPA that only takes the plan.
type planner struct{}

type planned struct{}

func (planner) IsTarget(name string) bool { return name == "hegui" }

func (planner) PrepareForEval(ctx context.Context, policy *ir.Policy, _ ...rego.PrepareOption) (rego.TargetPluginEval, error) {
	*ctx.Value(planned{}).(**ir.Policy) = policy
	return planner{}, nil
}

func (planner) Eval(context.Context, *rego.EvalContext, ast.Value) (ast.Value, error) {
	return nil, errors.New("not asked")
}
