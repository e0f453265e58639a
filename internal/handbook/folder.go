package handbook

import (
	"context"
	"errors"
	"io/fs"
	"os"
	"path"
	"slices"
	"strings"
)

// Stale names the files of a folder that are not as the pages say, sorted: missing ones, different ones, and generated ones
// that are no page any more. It is empty when the folder is current. Files that somebody wrote are not looked at.
func Stale(dir fs.FS, pages []Page) ([]string, error) {
	var stale []string
	for _, p := range pages {
		got, err := fs.ReadFile(dir, p.File)
		if err != nil && !errors.Is(err, fs.ErrNotExist) {
			return nil, err
		}
		if err != nil || string(got) != p.Text {
			stale = append(stale, p.File)
		}
	}
	old, err := leftOver(dir, pages)
	stale = append(stale, old...)
	slices.Sort(stale)
	return stale, err
}

// leftOver finds generated files that are no page any more.
func leftOver(dir fs.FS, pages []Page) ([]string, error) {
	var old []string
	for _, lang := range []string{"zh", "en"} {
		err := fs.WalkDir(dir, lang, func(file string, d fs.DirEntry, err error) error {
			switch {
			case errors.Is(err, fs.ErrNotExist) && file == lang:
				return fs.SkipDir
			case err != nil:
				return err
			case !d.Type().IsRegular() || !strings.HasSuffix(file, ".md") || slices.ContainsFunc(pages, func(p Page) bool { return p.File == file }):
				return nil
			}
			got, err := fs.ReadFile(dir, file)
			if strings.HasPrefix(string(got), marker) {
				old = append(old, file)
			}
			return err
		})
		if err != nil {
			return nil, err
		}
	}
	return old, nil
}

// Write makes a folder current and gives the files that it wrote or removed, sorted. A file that is current is left
// alone; one that is not appears whole or not at all. Nothing outside the folder is touched, whatever links it holds. The
// error is one of the file system, or the context's.
func Write(ctx context.Context, dir *os.Root, pages []Page) ([]string, error) {
	stale, err := Stale(dir.FS(), pages)
	if err != nil {
		return nil, err
	}
	for i, file := range stale {
		if err := ctx.Err(); err != nil {
			return stale[:i], err
		}
		at := slices.IndexFunc(pages, func(p Page) bool { return p.File == file })
		if at < 0 {
			err = dir.Remove(file)
		} else {
			err = replace(dir, file, pages[at].Text)
		}
		if err != nil {
			return stale[:i], err
		}
	}
	return stale, nil
}

// replace writes a file beside its target and moves it there. It does not wait for the disk: what is lost is generated again.
func replace(dir *os.Root, file, content string) error {
	if err := dir.MkdirAll(path.Dir(file), 0o755); err != nil {
		return err
	}
	tmp := file + ".tmp"
	if err := dir.WriteFile(tmp, []byte(content), 0o644); err != nil {
		return err
	}
	if err := dir.Rename(tmp, file); err != nil {
		return errors.Join(err, dir.Remove(tmp))
	}
	return nil
}
