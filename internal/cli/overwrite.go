package cli

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"

	"hegui/internal/batch"
)

// inputs are what a run reads, as the user names it.
type inputs struct {
	proposals batch.Inputs
	packs     []string // as --pack has them
	files     []string // all others; "" names none
}

// spare refuses outputs that would take the place of what the run reads. An output may lie in a folder of inputs: only a
// file that is read from there is spared.
func (a *app) spare(ctx context.Context, in inputs, outs ...string) error {
	files, err := a.packKeyFiles()
	if err != nil {
		return err
	}
	files = append(files, in.files...)
	for _, out := range outs {
		if out == "" || out == "-" {
			continue
		}
		there, err := os.Stat(out)
		taken := err == nil && in.proposals.Reads(ctx, there)
		for _, name := range files {
			taken = taken || samePlace(out, there, name)
		}
		for _, name := range in.packs {
			taken = taken || err == nil && inPack(name, there)
		}
		if taken {
			return usage(fmt.Errorf(a.words.overwrites, out))
		}
	}
	return nil
}

// samePlace says whether two names are of one file, or will be when the run has made both.
func samePlace(out string, there fs.FileInfo, name string) bool {
	if name == "" {
		return false
	}
	if info, err := os.Stat(name); err == nil {
		return there != nil && os.SameFile(there, info)
	}
	x, err := filepath.Abs(out)
	y, wrong := filepath.Abs(name)
	return err == nil && wrong == nil && x == y
}

// inPack says whether a file is a bundle, or among what commands read of the folder of a pack.
func inPack(name string, file fs.FileInfo) bool {
	if builtIn(name) {
		return false
	}
	if info, err := os.Stat(name); err != nil || !info.IsDir() {
		return err == nil && os.SameFile(info, file)
	}
	found := errors.New("found")
	for _, folder := range []string{"policies", "rego", "seeds", "examples"} {
		err := filepath.WalkDir(filepath.Join(name, folder), func(path string, _ fs.DirEntry, err error) error {
			if err != nil {
				return nil // what cannot be looked at cannot be read either
			}
			if info, err := os.Stat(path); err == nil && os.SameFile(info, file) {
				return found
			}
			return nil
		})
		if errors.Is(err, found) {
			return true
		}
	}
	return false
}
