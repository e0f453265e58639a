package hegui_test

import (
	"bytes"
	"context"
	"flag"
	"math/rand/v2"
	"os"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"hegui"
	"hegui/internal/assess"
	"hegui/internal/pack"
	"hegui/internal/proposal"
	"hegui/internal/rules"
	"hegui/internal/sample"
)

// The plan that is built in is what the planner makes of the rules: `make generate` rewrites it.
func TestPlanIsCurrent(t *testing.T) {
	t.Parallel()
	p, err := pack.OpenWith(hegui.Files, "aiplus", pack.CompileHere)
	if err != nil {
		t.Fatal(err)
	}
	want, err := p.Rules.(*rules.Set).PlanFile(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	current(t, pack.PlanName("aiplus"), want)
}

// The YAML of the pack that is built in is read beforehand: `make generate` rewrites what it says.
func TestParsedIsCurrent(t *testing.T) {
	t.Parallel()
	want, err := pack.Parsed(hegui.Files, "aiplus")
	if err != nil {
		t.Fatal(err)
	}
	current(t, pack.ParsedName("aiplus"), want)
}

// current holds a generated file against what it should be.
func current(t *testing.T, file string, want []byte) {
	t.Helper()
	if *update {
		if err := os.WriteFile(file, want, 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	if got, err := os.ReadFile(file); err != nil || !bytes.Equal(got, want) {
		t.Errorf("%s is not what the pack gives (%v): run make generate", file, err)
	}
}

var differential = flag.Int("differential", 150, "how many generated proposals, and as many mutated ones, both evaluators are asked about")

// The compiled plan says of every proposal exactly what OPA's own evaluator says: of the examples, of generated proposals,
// and of those with lines missing, fields retyped and values exchanged.
func TestPlanSaysWhatOPASays(t *testing.T) {
	t.Parallel()
	p, set := planned(t)
	var srcs [][]byte
	for _, ex := range examples {
		_, src := proposalFile(t, ex.name)
		srcs = append(srcs, src)
	}
	dice := rand.New(rand.NewPCG(7, 7))
	for i := range *differential {
		var b bytes.Buffer
		if _, err := sample.Write(&b, 77, i); err != nil {
			t.Fatal(err)
		}
		srcs = append(srcs, b.Bytes(), mutated(dice, b.Bytes()))
	}
	fast, slow, asked := set, set.OPA(), 0
	for i, src := range srcs {
		doc, err := proposal.Parse("p.yaml", src, proposal.Limits{})
		if err != nil {
			continue // a mutation that is no YAML
		}
		asked++
		if i%4 > 0 {
			// As assessments do it: what has the wrong type is taken out. The rest asks the rules to deal with it.
			_, unusable := p.Schema.Validate(doc)
			doc = doc.Blank(unusable, p.Schema.Item)
		}
		in := assess.Input{Proposal: doc, AsOf: asOf, Profile: "general", Readings: i%5 == 0}
		want, err := slow.Eval(context.Background(), in)
		if err != nil {
			t.Fatal(err)
		}
		got, err := fast.Eval(context.Background(), in)
		if err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(want, got, cmp.AllowUnexported(proposal.Step{}), cmpopts.EquateEmpty()); diff != "" {
			t.Fatalf("the plan differs from OPA (-OPA +plan) about proposal %d:\n%s\n%s", i, diff, src)
		}
	}
	t.Logf("%d proposals, no difference; OPA was asked about %d of them", asked, set.Fallbacks())
}

// mutated changes a few lines: one goes, one comes twice, a value is of another type, or that of another line.
func mutated(dice *rand.Rand, src []byte) []byte {
	lines := strings.SplitAfter(string(src), "\n")
	values := []string{"", "null", "true", "0", "-1", "2.5", "1e3", "[]", "{}", "[1, a]", "\"\"", "2024-02-30", "12%", "x"}
	for range 1 + dice.IntN(6) {
		i := dice.IntN(len(lines))
		name, value, ok := strings.Cut(lines[i], ": ")
		switch dice.IntN(4) {
		case 0:
			lines[i] = ""
		case 1:
			if ok && value != "" {
				lines[i] = name + ": " + values[dice.IntN(len(values))] + "\n"
			}
		case 2:
			if _, other, found := strings.Cut(lines[dice.IntN(len(lines))], ": "); ok && found {
				lines[i] = name + ": " + other
			}
		case 3:
			if ok {
				lines[i] = name + "x: " + value
			}
		}
	}
	return []byte(strings.Join(lines, ""))
}

// planned opens the pack anew, with a plan that answers for its rules.
func planned(t testing.TB) (*pack.Pack, *rules.Set) {
	t.Helper()
	p, err := pack.Open(hegui.Files, "aiplus")
	if err != nil {
		t.Fatal(err)
	}
	set, ok := p.Rules.(*rules.Set)
	if !ok {
		t.Fatal("the pack's rules do not run here")
	}
	return p, set
}
