package hegui_test

import (
	"context"
	"io/fs"
	"iter"
	"maps"
	"path/filepath"
	"reflect"
	"slices"
	"strings"
	"testing"

	"gopkg.in/yaml.v3"

	"hegui"
	"hegui/internal/assess"
	"hegui/internal/catalog"
	"hegui/internal/proposal"
	"hegui/internal/rules"
)

// Leaving a field out never turns a requirement that fails into one that does not, nor a veto into less: silence is never a
// pass. (It may take a requirement out of the assessment, when what was left out is the reason why it applied.)
//
// What is below a field is tried when its absence changes anything; with -everything it is tried in any case, which takes
// a quarter of an hour.
func TestLeavingAFieldOutNeverHelps(t *testing.T) {
	t.Parallel()
	for _, ex := range examples {
		if len(ex.fails) == 0 {
			continue // nothing can be helped
		}
		if len(ex.fails) > 20 && !*everything {
			continue // takes as long as all the others
		}
		t.Run(ex.name, func(t *testing.T) {
			t.Parallel()
			name, src := proposalFile(t, ex.name)
			neverHelped(t, ex.name, parse(t, name, src), ex.fails)
		})
	}
}

// The same of mutants: each fails one requirement, by another defect than the examples do.
func TestLeavingAFieldOutNeverHelpsAMutant(t *testing.T) {
	t.Parallel()
	all := mutants(t)
	for i, file := range slices.Sorted(maps.Keys(all)) {
		if i%5 != 0 && !*everything {
			continue // a sample: each compiles its rule
		}
		m, stem := all[file], strings.TrimSuffix(filepath.Base(file), ".yaml")
		t.Run(stem, func(t *testing.T) {
			t.Parallel()
			_, src := proposalFile(t, m.Base)
			neverHelped(t, stem, parse(t, file, edit(t, src, m.Edits)), []string{m.Requirement})
		})
	}
}

// lawful lists what may be left out all the same, since that repairs the proposal.
var lawful = []struct{ proposal, requirement, without, because string }{
	{
		"f03-checkbox-smart-city", "DATA-07", "data.datasets[0].rights.operate",
		"nobody may operate what a program collected, so the remedy is to name nobody; what is left rests on defaults",
	},
	{
		"f03-checkbox-smart-city", "DATA-07", "data.datasets[0].rights",
		"the same; that the section is missing is for DATA-08 to say",
	},
}

// neverHelped leaves out the fields of a proposal, one at a time, and looks what becomes of the requirements that it fails.
func neverHelped(t *testing.T, name string, doc *proposal.Document, fails []string) {
	t.Helper()
	a := assessor(t)
	a.Evaluator = rulesOf(t, fails)
	resultsOf := func(doc *proposal.Document) []assess.Result {
		as, err := a.Assess(context.Background(), doc)
		if err != nil {
			t.Fatal(err)
		}
		return slices.DeleteFunc(as.Results, func(r assess.Result) bool { return !slices.Contains(fails, r.Requirement) })
	}
	before := resultsOf(doc)
	for i := range before {
		if before[i].Status != assess.StatusFail {
			t.Fatalf("%s is %s by itself", before[i].Requirement, before[i].Status)
		}
	}
	used := map[int]bool{}
	var leaveOut func(v *proposal.Value, at proposal.Path)
	leaveOut = func(v *proposal.Value, at proposal.Path) {
		for path, child := range children(v, at) {
			after := resultsOf(doc.Blank([]proposal.Path{path}, a.Form.Item))
			if slices.EqualFunc(before, after, sameFindings) && !*everything {
				continue
			}
			for i := range after {
				gain := helped(&before[i], &after[i])
				if gain == "" {
					continue
				}
				if k := permitted(name, after[i].Requirement, path); k >= 0 {
					used[k] = true
					continue
				}
				t.Errorf("without %s %s %s", path, after[i].Requirement, gain)
			}
			leaveOut(child, path)
		}
	}
	leaveOut(doc.Root(), nil)
	for k, l := range lawful {
		if l.proposal == name && !used[k] {
			t.Errorf("%s no longer gains anything without %s: it need not be permitted", l.requirement, l.without)
		}
	}
}

// permitted gives the place in lawful of what is left out, -1 when it has none.
func permitted(name, requirement string, without proposal.Path) int {
	for k, l := range lawful {
		if l.proposal == name && l.requirement == requirement && l.without == without.String() {
			return k
		}
	}
	return -1
}

func sameFindings(was, is assess.Result) bool {
	return was.Status == is.Status && was.Severity == is.Severity &&
		slices.EqualFunc(was.Findings, is.Findings, func(f, g assess.Finding) bool {
			return f.Code == g.Code && f.Path.Compare(g.Path) == 0 && reflect.DeepEqual(f.Args, g.Args)
		})
}

// helped says what a requirement gained that was not met before, "" when nothing. One that does not apply any more gained
// nothing: then what was left out is the reason why it applied.
func helped(was, is *assess.Result) string {
	switch {
	case is.Status == assess.StatusNotApplicable:
		return ""
	case was.Status == assess.StatusFail && is.Status != assess.StatusFail:
		return "is no longer failed but " + string(is.Status)
	case was.Vetoes && !is.Vetoes:
		return "no longer vetoes"
	}
	return ""
}

// A rule copes with whatever is left out.
func TestLeavingAFieldOutIsNeverAnError(t *testing.T) {
	t.Parallel()
	stride := 61 // every sixty-first field of each example; all of them take half an hour
	if *everything {
		stride = 1
	}
	for _, ex := range examples {
		t.Run(ex.name, func(t *testing.T) {
			t.Parallel()
			name, src := proposalFile(t, ex.name)
			a, doc := assessor(t), parse(t, name, src)
			paths := fieldsOf(doc.Root(), nil, nil)
			for i := 0; i < len(paths); i += stride {
				as, err := a.Assess(context.Background(), doc.Blank(paths[i:i+1], a.Form.Item))
				if err != nil {
					t.Fatal(err)
				}
				for k := range as.Results {
					if r := &as.Results[k]; r.Status == assess.StatusError {
						t.Errorf("without %s %s is an error: %s", paths[i], r.Requirement, r.Error)
					}
				}
			}
		})
	}
}

// rulesOf compiles the rules of some requirements and what they rest on. They take a fraction of the time that all take.
func rulesOf(t *testing.T, requirements []string) *rules.Set {
	t.Helper()
	cfg := rules.Config{
		Pack: "aiplus", Schemas: map[string]any{},
		Data: map[string]any{"thresholds": loadYAML(t, "policies/aiplus/thresholds.yaml")},
	}
	for _, name := range []string{"proposal", "thresholds"} {
		cfg.Schemas[name] = loadYAML(t, "policies/aiplus/schema/"+name+".json")
	}
	packages := []string{"rego/aiplus", "rego/aiplus/flags", "rego/aiplus/checks/*", "rego/lib/*"}
	for _, id := range requirements {
		packages = append(packages, "rego/aiplus/rules/"+catalog.Stem(id))
	}
	for _, dir := range packages {
		files, err := fs.Glob(hegui.Files, dir+"/*.rego")
		if err != nil {
			t.Fatal(err)
		}
		for _, file := range files {
			if strings.HasSuffix(file, "_test.rego") {
				continue
			}
			src, err := fs.ReadFile(hegui.Files, file)
			if err != nil {
				t.Fatal(err)
			}
			cfg.Modules = append(cfg.Modules, rules.Source{File: file, Text: string(src)})
		}
	}
	set, err := rules.Compile(cfg)
	if err != nil {
		t.Fatal(err)
	}
	if got := len(set.Stems()); got != len(requirements) {
		t.Fatalf("%d rules for %d requirements", got, len(requirements))
	}
	return set
}

// fieldsOf lists the paths of all fields and items, sections included.
func fieldsOf(v *proposal.Value, at proposal.Path, out []proposal.Path) []proposal.Path {
	for path, child := range children(v, at) {
		out = fieldsOf(child, path, append(out, path))
	}
	return out
}

// children gives the items and fields of a value that is at a path.
func children(v *proposal.Value, at proposal.Path) iter.Seq2[proposal.Path, *proposal.Value] {
	return func(yield func(proposal.Path, *proposal.Value) bool) {
		for i, item := range v.Items() {
			if !yield(at.Append(proposal.Index(i)), item) {
				return
			}
		}
		for _, f := range v.Fields() {
			if !yield(at.Append(proposal.Key(f.Key)), f.Value) {
				return
			}
		}
	}
}

// A value of the wrong type is a defect of form, and for the rules a missing one: it never makes a rule fail to evaluate,
// and it never helps.
func TestWrongTypesNeverHelp(t *testing.T) {
	t.Parallel()
	stride := 31
	if *everything {
		stride = 1
	}
	name, src := proposalFile(t, "f06-tiny-orchard-pest")
	before := assessment(t, name, src)
	paths := fieldsOf(parse(t, name, src).Root(), nil, nil)
	for i := 0; i < len(paths); i += stride {
		for _, wrong := range []string{"x", "5", "true", "[]", "{}", "null", "[null]", "[[1]]", "{a: 1}"} {
			var value, root yaml.Node
			if err := yaml.Unmarshal([]byte(wrong), &value); err != nil {
				t.Fatal(err)
			}
			if err := yaml.Unmarshal(src, &root); err != nil {
				t.Fatal(err)
			}
			apply(root.Content[0], paths[i], value.Content[0], false)
			changed, err := yaml.Marshal(&root)
			if err != nil {
				t.Fatal(err)
			}
			after := assessment(t, name, changed)
			for k := range after.Results {
				was, is := &before.Results[k], &after.Results[k]
				if is.Status == assess.StatusError {
					t.Errorf("%s: %s makes %s an error: %s", paths[i], wrong, is.Requirement, is.Error)
				}
				if was.Status == assess.StatusFail && is.Status == assess.StatusPass && len(after.Form) > 0 {
					t.Errorf("%s: %s makes %s pass", paths[i], wrong, is.Requirement)
				}
			}
		}
	}
}
