package plancache_test

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"hegui/internal/plancache"
)

func TestAPlanIsFoundAgain(t *testing.T) {
	t.Parallel()
	dir := filepath.Join(t.TempDir(), "hegui", "plans")
	c := plancache.Open(dir, "1.0.0")
	if got := c.Get("a"); got != nil {
		t.Errorf("an empty cache has %q", got)
	}
	c.Put("a", []byte("one"))
	c.Put("../../b", []byte("two"))
	if a, b := plancache.Open(dir, "1.0.0").Get("a"), c.Get("../../b"); string(a) != "one" || string(b) != "two" {
		t.Errorf("got %q and %q", a, b)
	}
	if got := plancache.Open(dir, "1.0.1").Get("a"); got != nil {
		t.Errorf("another build finds %q", got)
	}
	c.Put("a", []byte("three"))
	if got := c.Get("a"); string(got) != "three" {
		t.Errorf("what is written again is %q", got)
	}
	for _, name := range files(t, dir) {
		info, err := os.Stat(filepath.Join(dir, name))
		if err != nil || info.Mode().Perm() != 0o600 || !strings.HasSuffix(name, ".plan") {
			t.Errorf("%s: %v, error %v", name, info.Mode(), err)
		}
	}
	if info, err := os.Stat(dir); err != nil || info.Mode().Perm() != 0o700 {
		t.Errorf("the folder: %v, error %v", info.Mode(), err)
	}
}

// Nothing about the folder is an error: a cache that does not work keeps nothing.
func TestWhatDoesNotWorkKeepsNothing(t *testing.T) {
	t.Parallel()
	var none *plancache.Cache
	file := filepath.Join(t.TempDir(), "file")
	if err := os.WriteFile(file, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	for name, c := range map[string]*plancache.Cache{"none": none, "no folder": plancache.Open("", "1.0.0"), "a file": plancache.Open(filepath.Join(file, "plans"), "1.0.0")} {
		c.Put("a", []byte("one"))
		if got := c.Get("a"); got != nil {
			t.Errorf("%s: got %q", name, got)
		}
	}
	c := plancache.Open(t.TempDir(), "1.0.0")
	if c.Put("a", make([]byte, 17<<20)); c.Get("a") != nil {
		t.Error("a plan of 17 MiB is kept")
	}
}

// What others could have written is not believed.
func TestWhatOthersCouldHaveWrittenIsNotBelieved(t *testing.T) {
	t.Parallel()
	for name, spoil := range map[string]func(dir, file string) error{
		"a file that all may write":   func(_, file string) error { return os.Chmod(file, 0o666) },
		"a folder that all may write": func(dir, _ string) error { return os.Chmod(dir, 0o777) },
		"a link": func(dir, file string) error {
			other := filepath.Join(t.TempDir(), "other")
			if err := os.Rename(file, other); err != nil {
				return err
			}
			return os.Symlink(other, file)
		},
		"a folder in its place": func(_, file string) error {
			if err := os.Remove(file); err != nil {
				return err
			}
			return os.Mkdir(file, 0o700)
		},
	} {
		dir := filepath.Join(t.TempDir(), "plans")
		c := plancache.Open(dir, "1.0.0")
		c.Put("a", []byte("one"))
		if err := spoil(dir, filepath.Join(dir, files(t, dir)[0])); err != nil {
			t.Fatal(name, err)
		}
		if got := c.Get("a"); got != nil {
			t.Errorf("%s: got %q", name, got)
		}
	}
}

func TestTheOldestGo(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	if err := os.Chmod(dir, 0o700); err != nil {
		t.Fatal(err)
	}
	c := plancache.Open(dir, "1.0.0")
	begun := time.Date(2026, 11, 1, 0, 0, 0, 0, time.UTC)
	seen := map[string]bool{}
	put := func(key string, size, minute int) {
		c.Put(key, bytes.Repeat([]byte{'x'}, size))
		for _, name := range files(t, dir) {
			if !seen[name] {
				seen[name] = true
				at := begun.Add(time.Duration(minute) * time.Minute)
				if err := os.Chtimes(filepath.Join(dir, name), at, at); err != nil {
					t.Fatal(err)
				}
			}
		}
	}
	for i := range 25 {
		put(fmt.Sprint(i), 1, i)
	}
	if n := len(files(t, dir)); n != plancache.MaxFiles || c.Get("4") != nil || c.Get("5") == nil || c.Get("24") == nil {
		t.Errorf("%d files; 4 is there: %t, 5 is not: %t", n, c.Get("4") != nil, c.Get("5") == nil)
	}
	for i := range 5 {
		put(fmt.Sprint("large", i), 15<<20, 100+i)
	}
	if c.Get("large0") != nil || c.Get("large1") == nil || c.Get("large4") == nil || c.Get("24") != nil {
		t.Error("more than 64 MiB are kept, or the wrong ones")
	}
}

// Files appear whole: a reader sees one of the plans that were written, never a part.
func TestWritersDoNotMeet(t *testing.T) {
	t.Parallel()
	dir := filepath.Join(t.TempDir(), "plans")
	var all sync.WaitGroup
	for i := range 4 {
		all.Go(func() {
			c := plancache.Open(dir, "1.0.0")
			for range 20 {
				c.Put("a", bytes.Repeat([]byte{byte('a' + i)}, 100_000))
				if got := c.Get("a"); got != nil && (len(got) != 100_000 || !bytes.Equal(got, bytes.Repeat(got[:1], 100_000))) {
					t.Errorf("a part of %d bytes", len(got))
				}
			}
		})
	}
	all.Wait()
	if got := files(t, dir); len(got) != 1 {
		t.Errorf("left behind: %v", got)
	}
}

func files(t *testing.T, dir string) []string {
	t.Helper()
	entries, err := os.ReadDir(dir)
	if err != nil {
		t.Fatal(err)
	}
	var names []string
	for _, e := range entries {
		names = append(names, e.Name())
	}
	return names
}
