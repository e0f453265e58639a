package pack

import (
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"maps"
	"path"
	"slices"
	"strings"
)

// Caps on what a pack may bring, well above the built-in one: loading must stay bounded for any input.
const (
	maxFiles     = 2000
	maxFileBytes = 1 << 20
	maxBytes     = 10 << 20
)

// files are the contents of a pack by path.
type files map[string]string

// read takes in every file of a pack but the source document, whose path the pack itself gives.
func read(fsys fs.FS, id string) (files, error) {
	if !fs.ValidPath("policies/"+id) || strings.Contains(id, "/") {
		return nil, &NotFoundError{Pack: id}
	}
	if info, err := fs.Stat(fsys, "policies/"+id); err != nil || !info.IsDir() {
		known, _ := List(fsys)
		return nil, &NotFoundError{Pack: id, Known: known}
	}
	all, total := files{}, 0
	for _, root := range []string{"policies/" + id, "rego/" + id, "rego/lib", "seeds"} {
		err := fs.WalkDir(fsys, root, func(p string, d fs.DirEntry, err error) error {
			switch {
			case errors.Is(err, fs.ErrNotExist) && p == root:
				return nil // a folder that is missing shows in what the loader does not find
			case err != nil:
				return err
			case d.IsDir():
				return nil
			case len(all) == maxFiles:
				return fmt.Errorf("more than %d files", maxFiles)
			}
			f, err := fsys.Open(p)
			if err != nil {
				return err
			}
			defer f.Close()
			b, err := io.ReadAll(io.LimitReader(f, maxFileBytes+1))
			if err != nil {
				return err
			}
			if total += len(b); len(b) > maxFileBytes || total > maxBytes {
				return fmt.Errorf("%s: the pack is larger than %d bytes a file or %d bytes in all", p, maxFileBytes, maxBytes)
			}
			all[p] = string(b)
			return nil
		})
		if err != nil {
			return nil, fmt.Errorf("read pack %s: %w", id, err)
		}
	}
	return all, nil
}

// in lists the paths below a folder with an ending, sorted.
func (f files) in(dir, ending string) []string {
	var out []string
	for p := range f {
		if strings.HasPrefix(p, dir+"/") && strings.HasSuffix(p, ending) {
			out = append(out, p)
		}
	}
	slices.Sort(out)
	return out
}

// digest is the SHA-256 over path and content of every file that can change a result or its wording. Tests cannot, so
// a pack keeps its digest when it gains a test.
func (f files) digest(id, source string) string {
	h := sha256.New()
	for _, p := range slices.Sorted(maps.Keys(f)) {
		ours := strings.HasPrefix(p, "policies/"+id+"/") || strings.HasPrefix(p, "rego/") || p == source
		if !ours || isTest(p) {
			continue
		}
		sum := sha256.Sum256([]byte(f[p]))
		fmt.Fprintf(h, "%s\x00%x\n", p, sum)
	}
	return hex.EncodeToString(h.Sum(nil))
}

func isTest(p string) bool { return strings.HasSuffix(p, "_test.rego") }

// stemOf gives the name of a file without folder and ending.
func stemOf(p string) string { return strings.TrimSuffix(path.Base(p), path.Ext(p)) }
