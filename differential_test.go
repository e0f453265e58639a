package hegui_test

import (
	"bytes"
	"flag"
	"math/rand/v2"
	"os"
	"runtime"
	"strings"
	"sync"
	"sync/atomic"
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

var (
	differential = flag.Int("differential", 150, "how many generated proposals, and as many mutated ones, both evaluators are asked about")
	begin        = flag.Int("differential-from", 0, "the first of them, to go on where a long run was stopped")
)

// The compiled plan says of every proposal exactly what OPA's own evaluator says: of the examples, of generated proposals,
// and of those with lines missing, fields retyped and values exchanged. `make differential` asks about 100,000.
func TestPlanSaysWhatOPASays(t *testing.T) {
	t.Parallel()
	p, set := planned(t)
	for _, ex := range examples {
		_, src := proposalFile(t, ex.name)
		sayTheSame(t, p, set, src, true)
		sayTheSame(t, p, set, src, false)
	}
	var next, asked atomic.Int64
	next.Store(int64(*begin))
	var group sync.WaitGroup
	for range runtime.GOMAXPROCS(0) {
		group.Go(func() {
			for i := int(next.Add(1)) - 1; i < *differential && !t.Failed(); i = int(next.Add(1)) - 1 {
				var b bytes.Buffer
				if _, err := sample.Write(&b, 77, i); err != nil {
					t.Error(err)
					return
				}
				dice := rand.New(rand.NewPCG(7, uint64(i)))
				for _, src := range [][]byte{b.Bytes(), mutated(dice, b.Bytes())} {
					if sayTheSame(t, p, set, src, dice.IntN(4) > 0) {
						asked.Add(1)
					}
				}
				if n := i + 1; n%10_000 == 0 {
					t.Logf("%d of %d", n, *differential)
				}
			}
		})
	}
	group.Wait()
	t.Logf("%d generated proposals; OPA was asked instead of the plan about %d", asked.Load(), set.Fallbacks())
}

// The same on whatever the fuzzer makes of the examples.
func FuzzPlan(f *testing.F) {
	p, set := planned(f)
	for _, ex := range examples {
		_, src := proposalFile(f, ex.name)
		f.Add(src, true)
	}
	f.Fuzz(func(t *testing.T, src []byte, clean bool) { sayTheSame(t, p, set, src, clean) })
}

// sayTheSame asks both evaluators about a proposal; false when it is none. Where it is clean, what has the wrong type is
// taken out as assessments do it. Otherwise the rules have to deal with it, and their faults are compared, too.
func sayTheSame(t *testing.T, p *pack.Pack, set *rules.Set, src []byte, clean bool) bool {
	t.Helper()
	doc, err := proposal.Parse("p.yaml", src, proposal.Limits{})
	if err != nil {
		return false
	}
	if clean {
		_, unusable := p.Schema.Validate(doc)
		doc = doc.Blank(unusable, p.Schema.Item)
	}
	in := assess.Input{Proposal: doc, AsOf: asOf, Profile: "general", Readings: len(src)%5 == 0}
	want, err := set.OPA().Eval(t.Context(), in)
	if err != nil {
		t.Error(err)
		return true
	}
	got, err := set.Eval(t.Context(), in)
	if err != nil {
		t.Error(err)
		return true
	}
	if diff := cmp.Diff(want, got, cmp.AllowUnexported(proposal.Step{}), cmpopts.EquateEmpty()); diff != "" {
		t.Errorf("the plan differs from OPA (-OPA +plan):\n%s\n%s", diff, src)
	}
	return true
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
