package hegui_test

import (
	"context"
	"testing"

	"hegui/internal/assess"
	"hegui/internal/proposal"
)

// Leaving a field out never turns a requirement that fails into one that passes: silence is never a pass. (It may take a
// requirement out of the assessment, when what was left out is the reason why it applied.)
func TestLeavingAFieldOutNeverHelps(t *testing.T) {
	t.Parallel()
	stride := 9 // every ninth field of each example; all of them take a minute
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
				after, err := a.Assess(context.Background(), doc.Without(paths[i:i+1]))
				if err != nil {
					t.Fatal(err)
				}
				for k := range after.Results {
					was, is := &before.Results[k], &after.Results[k]
					if was.Status == assess.StatusFail && is.Status == assess.StatusPass {
						t.Errorf("without %s %s passes", paths[i], is.Requirement)
					}
					if is.Status == assess.StatusError {
						t.Errorf("without %s %s is an error: %s", paths[i], is.Requirement, is.Error)
					}
				}
			}
		})
	}
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
