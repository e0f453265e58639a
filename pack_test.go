package hegui_test

import (
	"bytes"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"testing"

	"github.com/open-policy-agent/opa/v1/ast"
	"github.com/open-policy-agent/opa/v1/format"

	"hegui"
	"hegui/internal/proposal"
)

// The Rego is formatted as `opa fmt` does it.
func TestRegoIsFormatted(t *testing.T) {
	t.Parallel()
	err := filepath.WalkDir("rego", func(name string, d fs.DirEntry, err error) error {
		if err != nil || filepath.Ext(name) != ".rego" {
			return err
		}
		src, err := os.ReadFile(name)
		if err != nil {
			return err
		}
		formatted, err := format.SourceWithOpts(name, src, format.Opts{RegoVersion: ast.RegoV1})
		if err != nil {
			return err
		}
		if !bytes.Equal(src, formatted) {
			if *update {
				return os.WriteFile(name, formatted, 0o644)
			}
			t.Errorf("%s is not formatted; run `make generate`", name)
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
}

// The example of every requirement is YAML in the form of a proposal: what people copy from it is accepted. Only fields
// that a fragment leaves out may be missing.
func TestExamplesOfRequirementsHaveTheFormOfAProposal(t *testing.T) {
	t.Parallel()
	p, err := aiplus()
	if err != nil {
		t.Fatal(err)
	}
	for i := range p.Catalog.Requirements {
		r := &p.Catalog.Requirements[i]
		for lang, text := range map[string]string{"zh": r.Example.ZH, "en": r.Example.EN} {
			doc, err := proposal.Parse(r.ID+" "+lang, []byte(text), proposal.Limits{})
			if err != nil {
				t.Errorf("%s: %v", r.ID, err)
				continue
			}
			findings, _ := p.Schema.Validate(doc)
			for _, f := range findings {
				if !slices.Contains([]string{"missing_key", "too_few"}, f.Code) {
					t.Errorf("%s (%s): %s: %s", r.ID, lang, f.Path, f.Code)
				}
			}
		}
	}
}

// What people copy from the example of a requirement does not fail it. Only what a fragment leaves out, or refers to and
// leaves out, may be found wanting.
func TestExamplesOfRequirementsContradictNothing(t *testing.T) {
	t.Parallel()
	a := assessor(t)
	leftOut := []string{"missing", "agreement_missing"} // DATA-08 wants an agreement among the evidence
	for i := range a.Catalog.Requirements {
		r := &a.Catalog.Requirements[i]
		for lang, text := range map[string]string{"zh": r.Example.ZH, "en": r.Example.EN} {
			for _, f := range assessment(t, r.ID+" "+lang, []byte(text)).Results[i].Findings {
				flaw := f.Args["flaw"].Term
				if !slices.Contains(leftOut, f.Code) && flaw != "evidence_unknown" && flaw != "person_unknown" {
					t.Errorf("%s (%s): %s: %s", r.ID, lang, f.Path, f.Code)
				}
			}
		}
	}
}

// What the program carries is what the repository holds: nothing is left out because of its name.
func TestEverythingIsEmbedded(t *testing.T) {
	t.Parallel()
	for _, dir := range []string{"policies", "rego", "seeds", "examples/mutants", "examples/proposals", "examples/witnesses"} {
		err := filepath.WalkDir(dir, func(name string, d fs.DirEntry, err error) error {
			if err != nil || d.IsDir() {
				return err
			}
			if _, err := fs.Stat(hegui.Files, filepath.ToSlash(name)); err != nil {
				t.Errorf("%s is not embedded: %v", name, err)
			}
			return nil
		})
		if err != nil {
			t.Fatal(err)
		}
	}
}
