package hegui_test

import (
	"context"
	"testing"

	"gopkg.in/yaml.v3"

	"hegui/internal/assess"
	"hegui/internal/proposal"
)

// Leaving a field out never turns a requirement that fails into one that passes: silence is never a pass. (It may take a
// requirement out of the assessment, when what was left out is the reason why it applied.)
func TestLeavingAFieldOutNeverHelps(t *testing.T) {
	t.Parallel()
	stride := 29 // every twenty-ninth field of each example; all of them take half an hour
	if *everything {
		stride = 1
	}
	for _, ex := range examples {
		t.Run(ex.name, func(t *testing.T) {
			t.Parallel()
			name, src := proposalFile(t, ex.name)
			a, doc := assessor(t), parse(t, name, src)
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
					if gain := helped(&before.Results[k], &after.Results[k]); gain != "" {
						t.Errorf("without %s %s %s", paths[i], after.Results[k].Requirement, gain)
					}
				}
			}
		})
	}
}

// helped says what a requirement gained that was not met before, "" when nothing. One that does not apply any more gained
// nothing: then what was left out is the reason why it applied.
func helped(was, is *assess.Result) string {
	switch {
	case is.Status == assess.StatusError:
		return "is an error: " + is.Error
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
