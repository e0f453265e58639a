package batch

import (
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"testing"
)

// However few names are held at a time, a folder gives each of its entries once and in order; in any order it gives the same ones.
func TestFoldersAreGoneThroughInTurns(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	root, err := os.OpenRoot(dir)
	if err != nil {
		t.Fatal(err)
	}
	defer root.Close()
	var want []string
	for n := range 40 {
		for _, held := range []int{1, 2, 3, 7, 100} {
			for _, anyOrder := range []bool{false, true} {
				var got []string
				for entry, err := range entries(root, ".", anyOrder, held) {
					if err != nil {
						t.Fatal(err)
					}
					got = append(got, entry.Name())
				}
				if anyOrder {
					slices.Sort(got)
				}
				if !slices.Equal(got, want) {
					t.Fatalf("%d files, %d held, any order %t: %q", n, held, anyOrder, got)
				}
			}
		}
		name := strconv.Itoa(n * 7919 % 101) // in no order
		if err := os.WriteFile(filepath.Join(dir, name), nil, 0o600); err != nil {
			t.Fatal(err)
		}
		want = append(want, name)
		slices.Sort(want)
	}

	// Who wants no more gets no more, also between two turns.
	for stop := range 5 {
		n := 0
		for range entries(root, ".", false, 2) {
			if n++; n > stop {
				break
			}
		}
		if n != stop+1 {
			t.Errorf("%d entries after %d", n, stop+1)
		}
	}
	for _, err := range entries(root, "gone", false, 2) {
		if err == nil {
			t.Error("a folder that is not there has entries")
		}
	}
}

func BenchmarkFolder(b *testing.B) {
	dir := b.TempDir()
	for i := range 60_000 {
		if err := os.WriteFile(filepath.Join(dir, strconv.Itoa(i)), nil, 0o600); err != nil {
			b.Fatal(err)
		}
	}
	root, err := os.OpenRoot(dir)
	if err != nil {
		b.Fatal(err)
	}
	defer root.Close()
	for b.Loop() {
		n := 0
		for range entries(root, ".", false, heldNames) {
			n++
		}
		if n != 60_000 {
			b.Fatal(n)
		}
	}
}
