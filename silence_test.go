package hegui_test

import (
	"context"
	"io/fs"
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
func TestLeavingAFieldOutNeverHelps(t *testing.T) {
	t.Parallel()
	stride := 13 // every thirteenth field of each example; all of them take ten minutes
	if *everything {
		stride = 1
	}
	for _, ex := range examples {
		if len(ex.fails) == 0 {
			continue // nothing can be helped
		}
		t.Run(ex.name, func(t *testing.T) {
			t.Parallel()
			a := assessor(t)
			a.Evaluator = rulesOf(t, ex.fails)
			eachBlank(t, a, ex.name, stride, func(without proposal.Path, was, is *assess.Result) {
				if !slices.Contains(ex.fails, was.Requirement) {
					return // not asked
				}
				if was.Status != assess.StatusFail {
					t.Fatalf("%s is %s by itself", was.Requirement, was.Status)
				}
				if gain := helped(was, is); gain != "" {
					t.Errorf("without %s %s %s", without, is.Requirement, gain)
				}
			})
		})
	}
}

// A rule copes with whatever is left out.
func TestLeavingAFieldOutIsNeverAnError(t *testing.T) {
	t.Parallel()
	stride := 61 // all of them take half an hour
	if *everything {
		stride = 1
	}
	for _, ex := range examples {
		t.Run(ex.name, func(t *testing.T) {
			t.Parallel()
			eachBlank(t, assessor(t), ex.name, stride, func(without proposal.Path, _, is *assess.Result) {
				if is.Status == assess.StatusError {
					t.Errorf("without %s %s is an error: %s", without, is.Requirement, is.Error)
				}
			})
		})
	}
}

// eachBlank assesses an example without each of its fields, one at a time, and gives every result beside what it was.
func eachBlank(t *testing.T, a *assess.Assessor, example string, stride int, check func(without proposal.Path, was, is *assess.Result)) {
	t.Helper()
	name, src := proposalFile(t, example)
	doc := parse(t, name, src)
	before, err := a.Assess(context.Background(), doc)
	if err != nil {
		t.Fatal(err)
	}
	paths := fieldsOf(doc.Root(), nil, nil)
	for i := 0; i < len(paths); i += stride {
		after, err := a.Assess(context.Background(), doc.Blank(paths[i:i+1], a.Form.Item))
		if err != nil {
			t.Fatal(err)
		}
		for k := range after.Results {
			check(paths[i], &before.Results[k], &after.Results[k])
		}
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

// fieldsOf lists the paths of all fields and items, sections included.
func fieldsOf(v *proposal.Value, at proposal.Path, out []proposal.Path) []proposal.Path {
	for i, item := range v.Items() {
		p := at.Append(proposal.Index(i))
		out = fieldsOf(item, p, append(out, p))
	}
	for _, f := range v.Fields() {
		p := at.Append(proposal.Key(f.Key))
		out = fieldsOf(f.Value, p, append(out, p))
	}
	return out
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
