package hegui_test

import (
	"context"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"gopkg.in/yaml.v3"

	"hegui/internal/assess"
)

// witness is a proposal that satisfies everything a profile asks for: an example, with what it lacks put right.
type witness struct {
	Base  string   `yaml:"base"` // folder in examples/proposals
	Edits []change `yaml:"edits"`
}

// Every profile can be satisfied: for each there is a proposal that reaches 100.00 and passes.
func TestEveryProfileHasAWitness(t *testing.T) {
	t.Parallel()
	a := assessor(t)
	var profiles []string
	for i := range a.Catalog.Profiles {
		profile := &a.Catalog.Profiles[i]
		profiles = append(profiles, profile.ID)
		t.Run(profile.ID, func(t *testing.T) {
			t.Parallel()
			src, err := os.ReadFile("examples/witnesses/" + profile.ID + ".yaml")
			if err != nil {
				t.Fatal(err)
			}
			var w witness
			if err := yaml.Unmarshal(src, &w); err != nil {
				t.Fatal(err)
			}
			name, base := proposalFile(t, w.Base)
			judge := *a
			judge.Profile = profile
			as, err := judge.Assess(context.Background(), parse(t, name, edit(t, base, w.Edits)))
			if err != nil {
				t.Fatal(err)
			}
			if as.Decision.Score != 10000 || as.Decision.Verdict != assess.VerdictPass {
				t.Errorf("got %s, %s, want 100.00, pass\n%s", as.Decision.Score, as.Decision.Verdict, explain(as))
			}
			// A witness to which little applies proves little.
			if as.Decision.Applicable < 20 {
				t.Errorf("only %d requirements apply", as.Decision.Applicable)
			}
		})
	}
	files, err := filepath.Glob("examples/witnesses/*.yaml")
	if err != nil {
		t.Fatal(err)
	}
	for _, file := range files {
		if id := strings.TrimSuffix(filepath.Base(file), ".yaml"); !slices.Contains(profiles, id) {
			t.Errorf("%s is a witness of no profile", file)
		}
	}
}
