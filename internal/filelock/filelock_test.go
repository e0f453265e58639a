package filelock_test

import (
	"errors"
	"os"
	"path/filepath"
	"testing"

	"hegui/internal/filelock"
)

// A file is locked once, until it is closed.
func TestLock(t *testing.T) {
	t.Parallel()
	open := func(name string) *os.File {
		f, err := os.OpenFile(name, os.O_RDWR|os.O_CREATE, 0o600)
		if err != nil {
			t.Fatal(err)
		}
		return f
	}
	name := filepath.Join(t.TempDir(), "f")
	first, second := open(name), open(name)
	defer second.Close()
	if err := filelock.Lock(first); err != nil {
		t.Fatal(err)
	}
	if err := filelock.Lock(second); !errors.Is(err, filelock.ErrHeld) {
		t.Errorf("%v", err)
	}
	if err := first.Close(); err != nil {
		t.Fatal(err)
	}
	if err := filelock.Lock(second); err != nil {
		t.Errorf("after it was closed: %v", err)
	}
}
