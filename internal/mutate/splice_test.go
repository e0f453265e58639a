package mutate

import (
	"context"
	"encoding/json"
	"errors"
	"os"
	"strings"
	"testing"
	"time"

	"hegui/internal/pack"
	"hegui/internal/rules"
)

// Rules of every kind, whose mutants are judged twice below.
const kinds = `package mini.kinds

default level := 1

level := 2 if input.a > 3

else := 3 if {
	input.b in {"x", "y"}
	not input.c
}

named[key] := value if {
	some key, value in input.names
	value != "z"
}

deep.part contains item if {
	some item in input.items
	every n in item.numbers {
		n >= 2
	}
}

deep.other contains 7 if count(deep.part) > 0

grade(0) := "none"

grade(n) := "some" if n > 0

labels := [grade(n) | some n in input.ns; n < 5]
`

const kindsTest = `package mini.kinds_test

import data.mini.kinds

test_level if {
	kinds.level == 1 with input as {}
	kinds.level == 2 with input as {"a": 4}
	kinds.level == 3 with input as {"b": "x"}
	kinds.level == 1 with input as {"b": "x", "c": true}
}

test_named if kinds.named == {"k": "v"} with input as {"names": {"k": "v", "l": "z"}}

test_part[name] if {
	some name, numbers in {"of two": [2, 3], "of one": [2]}
	kinds.deep.part == {{"numbers": numbers}} with input as {"items": [{"numbers": numbers}, {"numbers": [1, 2]}]}
}

test_other if kinds.deep.other == {7} with input as {"items": [{"numbers": [2]}]}

test_labels if kinds.labels == ["none", "some"] with input as {"ns": [0, 4]}
`

// To exchange one rule in a compiled pack gives what compiling the changed pack gives.
func TestExchangingARuleIsAsGoodAsCompilingAnew(t *testing.T) {
	t.Parallel()
	ctx := context.Background()
	src := &pack.Sources{Config: rules.Config{
		Pack: "mini", Data: map[string]any{"thresholds": map[string]any{"x": map[string]any{"value": json.Number("1")}}},
		Modules: []rules.Source{{File: "kinds.rego", Text: kinds}, {File: "kinds_test.rego", Text: kindsTest}},
	}}
	m, err := compile(ctx, src)
	if err != nil {
		t.Fatal(err)
	}
	r := &runner{src: src, o: Options{Now: time.Now}, machines: []*machine{m}, store: rules.Store(src.Config), readers: m.readers("mini")}
	r.tests = m.tests()
	if err := r.baselines(ctx); err != nil {
		t.Fatal(err)
	}
	seen := map[Outcome]int{}
	for _, mu := range generate(src, m) {
		if mu.Operator == Threshold {
			continue
		}
		got, err := r.one(ctx, m, mu)
		if err != nil {
			t.Errorf("%s: %v", mu.ID, err)
		}
		seen[got]++
		if want := anew(t, src.Config, mu); want != "" && got != want && !(got == Unseen && want == Survived) {
			t.Errorf("%s: %s => %s: %s, and %s when all is compiled", mu.ID, mu.Before, mu.After, got, want)
		}
	}
	if seen[Killed] < 20 || seen[Survived] < 5 || seen[Discarded] < 2 {
		t.Errorf("the fixture shows too little: %v", seen)
	}
}

// anew judges a mutant the slow way: by the changed text and OPA's own tester.
func anew(t *testing.T, cfg rules.Config, mu *Mutant) Outcome {
	t.Helper()
	cfg.Modules = append([]rules.Source(nil), cfg.Modules...)
	cfg.Modules[0].Text = apply(cfg.Modules[0].Text, 0, mu.edits)
	report, err := rules.Test(context.Background(), cfg)
	var bad *rules.CompileError
	switch {
	case errors.As(err, &bad):
		for _, p := range bad.Problems {
			if strings.Contains(p.Message, "unused") { // strictness is about style, and no mutant is to be saved by it
				return ""
			}
		}
		return Discarded
	case err != nil:
		t.Fatal(err)
	case len(report.Failures()) > 0:
		return Killed
	}
	return Survived
}

func BenchmarkCompile(b *testing.B) {
	src, err := pack.OpenSources(os.DirFS("../.."), "aiplus")
	if err != nil {
		b.Fatal(err)
	}
	m, err := compile(context.Background(), src)
	if err != nil {
		b.Fatal(err)
	}
	file := "rego/aiplus/rules/fina_02/funding.rego"
	for i := 0; b.Loop(); i++ {
		if _, err := m.compile(&Mutant{File: file, rule: i % len(m.Modules[file].Rules), Operator: Drop}); err != nil {
			b.Fatal(err)
		}
	}
}
