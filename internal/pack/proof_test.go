package pack_test

import (
	"errors"
	"io/fs"
	"os"
	"strings"
	"testing"
	"testing/fstest"

	"hegui/internal/pack"
)

func TestTestsOfARuleAreListedWithoutARun(t *testing.T) {
	t.Parallel()
	tests, err := pack.Tests(os.DirFS("../.."), "aiplus")
	if err != nil {
		t.Fatal(err)
	}
	for _, part := range []string{"rules.data_03", "checks.evidence", "flags"} {
		if len(tests[part]) == 0 {
			t.Errorf("no test of %s", part)
		}
	}
}

func TestTestsThatDoNotParseMakeAPackInvalid(t *testing.T) {
	t.Parallel()
	files := fstest.MapFS{"policies/mini/pack.yaml": {}, "rego/mini/x_test.rego": {Data: []byte("package mini.x_test\n\ntest_x if {\n")}}
	_, err := pack.Tests(files, "mini")
	var invalid *pack.InvalidError
	if !errors.As(err, &invalid) || invalid.Problems[0].File != "rego/mini/x_test.rego" {
		t.Errorf("got %v", err)
	}
	var missing *pack.NotFoundError
	if _, err := pack.Tests(files, "other"); !errors.As(err, &missing) {
		t.Errorf("got %v", err)
	}
}

func TestMutants(t *testing.T) {
	t.Parallel()
	files := fstest.MapFS{
		"examples/mutants/d_01.yaml": {Data: []byte("requirement: D-01\nbase: one\nedits: []\nraises: few\n")},
		"examples/mutants/README.md": {Data: []byte("# no mutant")},
	}
	got, err := pack.Mutants(files, "mini")
	want := pack.Mutant{File: "examples/mutants/d_01.yaml", Requirement: "D-01", Base: "one", Raises: "few"}
	if err != nil || len(got) != 1 || got["D-01"] != want {
		t.Errorf("got %+v and %v", got, err)
	}
	if got, err := pack.Mutants(fstest.MapFS{}, "mini"); err != nil || len(got) > 0 {
		t.Errorf("got %+v and %v where there is no folder", got, err)
	}
	files["examples/mutants/x.yaml"] = &fstest.MapFile{Data: []byte("a: [")}
	var invalid *pack.InvalidError
	if _, err := pack.Mutants(files, "mini"); !errors.As(err, &invalid) || invalid.Problems[0].File != "examples/mutants/x.yaml" {
		t.Errorf("got %v", err)
	}
	files["examples/mutants/x.yaml"] = &fstest.MapFile{Data: make([]byte, 2<<20), Mode: fs.FileMode(0o644)}
	if _, err := pack.Mutants(files, "mini"); err == nil || !strings.Contains(err.Error(), "larger than") {
		t.Errorf("got %v", err)
	}
}
