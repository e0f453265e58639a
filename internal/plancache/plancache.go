// Package plancache keeps plans of packs between runs, in a folder of the user. It is a convenience and never in the way:
// what cannot be read, written or believed counts as not there. Start at [Open].
package plancache

import (
	"crypto/sha256"
	"encoding/hex"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
)

// Bounds of the folder. A plan of the pack that is built in has half a MiB.
const (
	MaxFiles = 20
	MaxBytes = 64 << 20 // of all
	maxPlan  = 16 << 20 // bytes of one
)

const suffix = ".plan"

// Cache is a folder of plans. nil keeps nothing. It is safe for concurrent use, also by other processes: files appear whole.
type Cache struct{ dir, maker string }

// Open gives the cache in a folder, which is made when something is put into it; nil for "". What another maker put into it
// is not found: a maker is one build of this program.
func Open(dir, maker string) *Cache {
	if dir == "" {
		return nil
	}
	return &Cache{dir, maker}
}

// file gives the path of a plan. Maker and key are hashed, so that they may be any text.
func (c *Cache) file(key string) string {
	sum := sha256.Sum256([]byte(c.maker + "\x00" + key))
	return filepath.Join(c.dir, hex.EncodeToString(sum[:])+suffix)
}

// Get gives a plan, nil when there is none. A file that others than the user could have written counts as none: who
// believes a plan lets it decide.
func (c *Cache) Get(key string) []byte {
	if c == nil || !own(c.dir) {
		return nil
	}
	name := c.file(key)
	info, err := os.Lstat(name)
	if err != nil || !info.Mode().IsRegular() || info.Size() > maxPlan || !own(name) {
		return nil
	}
	b, err := os.ReadFile(name)
	if err != nil {
		return nil
	}
	return b
}

// own says whether nobody but the user, or root, can write a file or folder.
func own(name string) bool {
	info, err := os.Lstat(name)
	return err == nil && info.Mode()&fs.ModeSymlink == 0 && (!hasOwners || info.Mode().Perm()&0o022 == 0 && ownedByUser(info))
}

// Put keeps a plan, and removes the oldest beyond the bounds.
func (c *Cache) Put(key string, plan []byte) {
	if c == nil || len(plan) > maxPlan || os.MkdirAll(c.dir, 0o700) != nil || !own(c.dir) {
		return
	}
	f, err := os.CreateTemp(c.dir, "*.tmp") // 0600
	if err != nil {
		return
	}
	defer os.Remove(f.Name()) // it is gone when it was renamed
	_, err = f.Write(plan)
	if closed := f.Close(); err != nil || closed != nil {
		return
	}
	if os.Rename(f.Name(), c.file(key)) == nil {
		c.tidy(c.file(key))
	}
}

// tidy removes the oldest files until the folder is within its bounds, but never the one just written. Files that were
// begun and never finished count, too.
func (c *Cache) tidy(newest string) {
	entries, err := os.ReadDir(c.dir)
	if err != nil {
		return
	}
	var files []fs.FileInfo
	for _, e := range entries {
		info, err := e.Info()
		known := strings.HasSuffix(e.Name(), suffix) || strings.HasSuffix(e.Name(), ".tmp")
		if err == nil && info.Mode().IsRegular() && known && e.Name() != filepath.Base(newest) {
			files = append(files, info)
		}
	}
	slices.SortFunc(files, func(a, b fs.FileInfo) int { return b.ModTime().Compare(a.ModTime()) })
	total := int64(0)
	if info, err := os.Stat(newest); err == nil {
		total = info.Size()
	}
	for i, info := range files {
		if total += info.Size(); i+1 >= MaxFiles || total > MaxBytes {
			_ = os.Remove(filepath.Join(c.dir, info.Name()))
		}
	}
}
