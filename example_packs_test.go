package hegui_test

import (
	"os"
	"path/filepath"
	"testing"

	"hegui/internal/assess"
	"hegui/internal/pack"
	"hegui/internal/proposal"
)

// The packs of examples/packs load, pass their tests, and tell the proposal that passes from the one that does not:
// nothing is tied to the built-in pack.
func TestExamplePacks(t *testing.T) {
	t.Parallel()
	dirs, err := filepath.Glob("examples/packs/*")
	if err != nil || len(dirs) == 0 {
		t.Fatal("no packs", err)
	}
	for _, dir := range dirs {
		id := filepath.Base(dir)
		t.Run(id, func(t *testing.T) {
			t.Parallel()
			p, err := pack.Open(os.DirFS(dir), id)
			if err != nil {
				t.Fatal(err)
			}
			found, err := pack.Check(os.DirFS(dir), id)
			if err != nil || len(found) > 0 {
				t.Errorf("check finds %v, error %v", found, err)
			}
			report, err := pack.Test(t.Context(), os.DirFS(dir), id)
			if err != nil {
				t.Fatal(err)
			}
			for _, c := range report.Failures() {
				t.Errorf("%s %s: %s", c.Package, c.Name, c.Failure)
			}
			for name, want := range map[string]assess.Verdict{"passes": assess.VerdictPass, "fails": assess.VerdictFail} {
				file := filepath.Join(dir, "proposals", name+".yaml")
				src, err := os.ReadFile(file)
				if err != nil {
					t.Fatal(err)
				}
				doc, err := proposal.Parse(file, src, proposal.Limits{})
				if err != nil {
					t.Fatal(err)
				}
				profile, _ := p.Catalog.Profile("general")
				a := &assess.Assessor{Pack: p.Ref, Catalog: p.Catalog, Profile: profile, Form: p.Schema, Evaluator: p.Rules, AsOf: asOf}
				as, err := a.Assess(t.Context(), doc)
				if err != nil || as.Decision.Verdict != want || len(as.Form) > 0 || as.Title == "" {
					t.Errorf("%s: verdict %s, want %s, form %v, title %q, error %v", file, as.Decision.Verdict, want, as.Form, as.Title, err)
				}
			}
		})
	}
}
