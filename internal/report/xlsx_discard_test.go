package report_test

import (
	"errors"
	"io"
	"os"
	"testing"

	"hegui/internal/report"
)

// A workbook that does not become whole leaves no temporary file, whether its writer gives up or what comes in has an error.
func TestADiscardedWorkbookLeavesNothing(t *testing.T) { // not in parallel: it sets the folder of temporary files
	folder := t.TempDir()
	t.Setenv("TMPDIR", folder)
	t.Setenv("TMP", folder) // of Windows
	left := func() int {
		files, err := os.ReadDir(folder)
		if err != nil {
			t.Fatal(err)
		}
		return len(files)
	}
	c := words(t)
	profile, _ := c.Profile("general")
	o := report.Options{Catalog: c, Profile: profile}
	a := one(t, results(t)["f01-excellent-auto-parts"])
	const many = 6000 // rows go to a file from 16 MiB on
	w, err := report.New(io.Discard, report.XLSX, o)
	if err != nil {
		t.Fatal(err)
	}
	for range many {
		if err := w.Add(a); err != nil {
			t.Fatal(err)
		}
	}
	if left() == 0 {
		t.Fatal("there is no temporary file: the test shows nothing")
	}
	if err := report.Discard(w); err != nil || left() != 0 {
		t.Errorf("%v, %d files", err, left())
	}
	broken := errors.New("broken")
	items := make([]any, many, many+1)
	for i := range items {
		items[i] = a
	}
	if err := report.Write(io.Discard, report.XLSX, sequence(append(items, broken)...), o); !errors.Is(err, broken) || left() != 0 {
		t.Errorf("%v, %d files", err, left())
	}
}
