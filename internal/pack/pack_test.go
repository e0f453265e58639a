package pack_test

import (
	"flag"
	"os"
	"testing"

	"github.com/google/go-cmp/cmp"

	"hegui/internal/pack"
)

var update = flag.Bool("update", false, "rewrite generated files")

// schema/thresholds.json is generated: a threshold that is misspelt in a rule is then a compile error.
func TestGenerated(t *testing.T) {
	const file = "../../policies/aiplus/schema/thresholds.json"
	want, err := pack.ThresholdSchema(os.DirFS("../.."), "aiplus")
	if err != nil {
		t.Fatal(err)
	}
	if *update {
		if err := os.WriteFile(file, want, 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	got, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(string(got), string(want)); diff != "" {
		t.Errorf("run `make generate` (-got +want):\n%s", diff)
	}
}
