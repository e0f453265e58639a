package hegui_test

import (
	"bytes"
	"context"
	"encoding/json"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"runtime"
	"slices"
	"strings"
	"sync"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/open-policy-agent/opa/v1/rego"
	"github.com/open-policy-agent/opa/v1/storage/inmem"
	"gopkg.in/yaml.v3"

	"hegui"
	"hegui/internal/assess"
	"hegui/internal/pack"
)

// Same input, pack and date: the same bytes, however often, however many processors, however many at once.
func TestResultsAreByteIdentical(t *testing.T) {
	name, src := proposalFile(t, "f12-ai-customer-service")
	want := resultJSON(t, assessment(t, name, src))
	defer runtime.GOMAXPROCS(runtime.GOMAXPROCS(0))
	for run := range 100 {
		runtime.GOMAXPROCS(1 + run%4)
		if got := resultJSON(t, assessment(t, name, src)); !bytes.Equal(got, want) {
			t.Fatalf("run %d differs:\n%s", run, cmp.Diff(string(got), string(want)))
		}
	}
	var group sync.WaitGroup
	for range 8 {
		group.Go(func() {
			if got := resultJSON(t, assessment(t, name, src)); !bytes.Equal(got, want) {
				t.Error("a concurrent run differs")
			}
		})
	}
	group.Wait()
}

// Keys in another order, comments and blank lines change positions and the digest of the file, and nothing else.
func TestLayoutChangesPositionsOnly(t *testing.T) {
	t.Parallel()
	for _, ex := range examples {
		name, src := proposalFile(t, ex.name)
		var doc yaml.Node
		if err := yaml.Unmarshal(src, &doc); err != nil {
			t.Fatal(err)
		}
		reverse(&doc)
		other, err := yaml.Marshal(&doc)
		if err != nil {
			t.Fatal(err)
		}
		other = []byte("# 一行注释\n\n" + strings.ReplaceAll(string(other), "\nproject:", "\n\n# project\nproject:"))
		got := withoutPositions(resultJSON(t, assessment(t, name, other)))
		want := withoutPositions(resultJSON(t, assessment(t, name, src)))
		if diff := cmp.Diff(got, want); diff != "" {
			t.Errorf("%s (-reordered +original):\n%s", ex.name, diff)
		}
	}
}

// reverse turns the order of keys around in every mapping.
func reverse(n *yaml.Node) {
	if n.Kind == yaml.MappingNode {
		pairs := slices.Collect(slices.Chunk(n.Content, 2))
		slices.Reverse(pairs)
		n.Content = slices.Concat(pairs...)
	}
	for _, c := range n.Content {
		reverse(c)
	}
}

var (
	positions  = regexp.MustCompile(`"(Line|Column|line|column)": \d+`)
	fileDigest = regexp.MustCompile(`"sha256": "[0-9a-f]{64}"`)
)

func withoutPositions(b []byte) string {
	return fileDigest.ReplaceAllString(positions.ReplaceAllString(string(b), `"$1": 0`), `"sha256": ""`)
}

// Plain OPA over the same files, through the library's unprepared path, says the same as the engine.
func TestPlainOPAGivesTheSameOutcomes(t *testing.T) {
	t.Parallel()
	p, err := aiplus()
	if err != nil {
		t.Fatal(err)
	}
	thresholds := loadYAML(t, "policies/aiplus/thresholds.yaml")
	for _, ex := range examples {
		t.Run(ex.name, func(t *testing.T) {
			t.Parallel()
			name, src := proposalFile(t, ex.name)
			input := map[string]any{"proposal": jsonOf(t, src), "as_of": asOf, "profile": "general"}
			options := []func(*rego.Rego){
				rego.Query("data.aiplus.outcomes"), rego.Input(input),
				rego.Store(inmem.NewFromObject(map[string]any{"aiplus": map[string]any{"thresholds": thresholds}})),
			}
			err := filepath.WalkDir("rego", func(name string, d fs.DirEntry, err error) error {
				if err != nil || d.IsDir() || strings.HasSuffix(name, "_test.rego") {
					return err
				}
				text, err := os.ReadFile(name)
				options = append(options, rego.Module(name, string(text)))
				return err
			})
			if err != nil {
				t.Fatal(err)
			}
			rs, err := rego.New(options...).Eval(context.Background())
			if err != nil {
				t.Fatal(err)
			}
			got := plainOutcomes(t, rs[0].Expressions[0].Value)
			ev, err := p.Rules.Eval(context.Background(), assess.Input{Proposal: parse(t, name, src), AsOf: asOf, Profile: "general"})
			if err != nil {
				t.Fatal(err)
			}
			want := map[string]plainOutcome{}
			for stem, o := range ev.Outcomes {
				po := plainOutcome{Applies: o.Applies}
				for _, f := range o.Findings {
					args, err := json.Marshal(f.Args)
					if err != nil {
						t.Fatal(err)
					}
					path, err := json.Marshal(f.Path)
					if err != nil {
						t.Fatal(err)
					}
					po.Findings = append(po.Findings, f.Code+" "+string(path)+" "+canonical(t, args))
				}
				slices.Sort(po.Findings)
				want[stem] = po
			}
			if diff := cmp.Diff(got, want); diff != "" {
				t.Errorf("outcomes (-plain OPA +engine):\n%s", diff)
			}
		})
	}
}

type plainOutcome struct {
	Applies  bool
	Findings []string
}

func plainOutcomes(t *testing.T, v any) map[string]plainOutcome {
	t.Helper()
	doc := v.(map[string]any)
	out := map[string]plainOutcome{}
	for stem, applies := range doc["applies"].(map[string]any) {
		po := plainOutcome{Applies: applies.(bool)}
		for _, f := range doc["findings"].(map[string]any)[stem].([]any) {
			finding := f.(map[string]any)
			path, err := json.Marshal(finding["path"])
			if err != nil {
				t.Fatal(err)
			}
			args, err := json.Marshal(finding["args"])
			if err != nil {
				t.Fatal(err)
			}
			if string(args) == "{}" {
				args = []byte("null")
			}
			po.Findings = append(po.Findings, finding["code"].(string)+" "+string(path)+" "+canonical(t, args))
		}
		slices.Sort(po.Findings)
		out[stem] = po
	}
	return out
}

// canonical writes JSON with sorted keys and numbers as they are.
func canonical(t *testing.T, b []byte) string {
	t.Helper()
	var v any
	dec := json.NewDecoder(bytes.NewReader(b))
	dec.UseNumber()
	if err := dec.Decode(&v); err != nil {
		t.Fatal(err)
	}
	out, err := json.Marshal(v)
	if err != nil {
		t.Fatal(err)
	}
	return string(out)
}

func loadYAML(t *testing.T, file string) any {
	t.Helper()
	src, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	return jsonOf(t, src)
}

// jsonOf reads YAML by another way than the engine does: straight into Go values, as most tools would. Dates stay text.
func jsonOf(t *testing.T, src []byte) any {
	t.Helper()
	var doc yaml.Node
	if err := yaml.Unmarshal(src, &doc); err != nil {
		t.Fatal(err)
	}
	dates(&doc)
	var v any
	if err := doc.Decode(&v); err != nil {
		t.Fatal(err)
	}
	b, err := json.Marshal(v)
	if err != nil {
		t.Fatal(err)
	}
	dec := json.NewDecoder(bytes.NewReader(b))
	dec.UseNumber()
	var out any
	if err := dec.Decode(&out); err != nil {
		t.Fatal(err)
	}
	return out
}

func dates(n *yaml.Node) {
	if n.Kind == yaml.ScalarNode && n.ShortTag() == "!!timestamp" {
		n.Tag, n.Style = "!!str", yaml.DoubleQuotedStyle
	}
	for _, c := range n.Content {
		dates(c)
	}
}

// The pack's own tests pass, each by name, and evaluate every line of its rules.
func TestRego(t *testing.T) {
	t.Parallel()
	result, err := pack.Test(context.Background(), hegui.Files, "aiplus")
	if err != nil {
		t.Fatal(err)
	}
	ran := map[string]bool{}
	for _, c := range result.Cases {
		if strings.HasPrefix(c.Package, "data.aiplus.rules.") {
			ran[c.File+" "+c.Name] = true
		}
		t.Run(strings.TrimPrefix(c.Package, "data.")+"/"+c.Name, func(t *testing.T) {
			if c.Failure != "" {
				t.Errorf("%s:%d: %s", c.File, c.Line, c.Failure)
			}
		})
	}
	checkListedCases(t, ran)
	for _, u := range result.Uncovered {
		t.Errorf("%s:%d: %s", u.File, u.Line, u.Message)
	}
	t.Logf("%d cases, %d of %d lines covered", len(result.Cases), result.Covered, result.Lines)
}

// A requirement applies exactly when the condition of its catalog entry holds: what people read and what the
// rule decides are the same.
func TestApplicabilityIsWhatTheCatalogSays(t *testing.T) {
	t.Parallel()
	c := assessor(t).Catalog
	for _, ex := range examples {
		name, src := proposalFile(t, ex.name)
		as := assessment(t, name, src)
		on := map[string]bool{}
		for _, f := range as.Flags {
			on[f.Name] = f.On
		}
		for i := range as.Results {
			want := c.Requirements[i].Applies.Holds(on)
			if got := as.Results[i].Status != assess.StatusNotApplicable; got != want {
				t.Errorf("%s: %s applies: %t, but its flags say %t", ex.name, as.Results[i].Requirement, got, want)
			}
		}
	}
}
