package batch

import (
	"context"
	"errors"
	"io"
	"io/fs"
	"iter"
	"os"
	"path/filepath"
	"slices"
	"strings"
)

// folder gives the proposals below a folder.
func (in Inputs) folder(ctx context.Context, name string, yield func(source) bool) bool {
	ignored := 0
	visit := func(rel string, entry listed) decision {
		switch base := entry.Name(); {
		case entry.IsDir() && !isHidden(base):
			return descend
		case !entry.IsDir() && isProposal(base):
			return take
		}
		ignored++
		in.Ignored(filepath.Join(name, rel))
		return leave
	}
	found, goOn := walk(ctx, name, in.anyOrder, visit, yield)
	if goOn && !found && ctx.Err() == nil {
		return yield(source{name: name, err: fault("E_NOTHING", "ignored", ignored)})
	}
	return goOn
}

// match gives the files that a pattern matches.
func (in Inputs) match(ctx context.Context, name string, yield func(source) bool) bool {
	base, pattern := splitPattern(name)
	for _, part := range pattern {
		if _, err := filepath.Match(part, ""); err != nil {
			return yield(source{name: name, err: fault("E_PATTERN").because(err)})
		}
	}
	visit := func(rel string, entry listed) decision {
		whole, prefix := pattern.match(strings.Split(rel, string(filepath.Separator)))
		switch {
		case whole && !entry.IsDir():
			return take
		case prefix && entry.IsDir():
			return descend
		}
		return leave
	}
	found, goOn := walk(ctx, base, in.anyOrder, visit, yield)
	if goOn && !found && ctx.Err() == nil {
		return yield(source{name: name, err: fault("E_NO_MATCH")})
	}
	return goOn
}

// decision is what to do with an entry of a folder.
type decision int

const (
	leave decision = iota
	take
	descend
)

// walk visits what lies below a folder in the order of its names, or any, and yields what visit takes. What a link leads to is
// opened through [os.Root], which lets none lead out of the folder; a link to a folder is not descended into. A folder
// that cannot be read is yielded as an error. It says whether anything was yielded, and whether more is wanted.
func walk(ctx context.Context, name string, anyOrder bool, visit func(rel string, entry listed) decision, yield func(source) bool) (found, goOn bool) {
	root, err := os.OpenRoot(name)
	if errors.Is(err, fs.ErrNotExist) { // of a pattern: nothing matches
		return false, true
	}
	if err != nil {
		return true, yield(source{name: name, err: err})
	}
	defer root.Close()
	var folder func(rel string) bool
	folder = func(rel string) bool {
		for entry, err := range entries(root, rel, anyOrder, heldNames) {
			if ctx.Err() != nil {
				return false
			}
			if err != nil {
				found = true
				return yield(source{name: filepath.Join(name, rel), err: err})
			}
			rel := filepath.Join(rel, entry.Name())
			switch visit(rel, entry) {
			case descend:
				if !folder(rel) {
					return false
				}
			case take:
				found = true
				open := func() (*os.File, error) { return openBelow(root, rel, entry) }
				if !yield(source{name: filepath.Join(name, rel), kind: kindOf(rel), open: open}) {
					return false
				}
			}
		}
		return true
	}
	goOn = folder(".")
	return found, goOn
}

// listed is an entry of a folder: no more than is needed, because many are held to sort them.
type listed struct {
	name string
	mode fs.FileMode // the type alone
}

func (l listed) Name() string      { return l.name }
func (l listed) IsDir() bool       { return l.mode.IsDir() }
func (l listed) Type() fs.FileMode { return l.mode }

const (
	// listedAtOnce is how many entries are read at a time: what the system tells of each is many times what is kept.
	listedAtOnce = 1024
	// heldNames is how many names of a folder are held at a time, a megabyte of them. A million files are read in fifty turns of
	// a third of a second.
	heldNames = 20_000
)

// entries gives what a folder holds, by name or in any order. By name at most twice so many are held: of a larger folder the first
// ones are picked and gone through, and it is read again for those behind them. Files that come meanwhile may be among them.
func entries(root *os.Root, rel string, anyOrder bool, held int) iter.Seq2[listed, error] {
	return func(yield func(listed, error) bool) {
		if anyOrder {
			err := readDir(root, rel, func(l listed) bool { return yield(l, nil) })
			if err != nil {
				yield(listed{}, err)
			}
			return
		}
		for after, more := "", true; more; {
			var some []listed
			var err error
			if some, more, err = firstEntries(root, rel, after, held); err != nil {
				yield(listed{}, err)
				return
			}
			for _, l := range some {
				if !yield(l, nil) {
					return
				}
				after = l.name
			}
		}
	}
}

// firstEntries gives up to n entries of a folder in the order of names, from those behind a name on; more says that there are
// others.
func firstEntries(root *os.Root, rel, after string, n int) (some []listed, more bool, err error) {
	byName := func(a, b listed) int { return strings.Compare(a.name, b.name) }
	first := func() {
		slices.SortFunc(some, byName)
		if len(some) > n {
			clear(some[n:]) // and their names
			some, more = some[:n], true
		}
	}
	err = readDir(root, rel, func(l listed) bool {
		if l.name > after && !(more && l.name > some[n-1].name) {
			if some = append(some, l); len(some) == 2*n {
				first()
			}
		}
		return true
	})
	first()
	return some, more, err
}

// readDir gives the entries of a folder in the order that the system has them, until do wants no more.
func readDir(root *os.Root, rel string, do func(listed) bool) error {
	f, err := root.Open(rel)
	if err != nil {
		return err
	}
	defer f.Close()
	for {
		some, err := f.ReadDir(listedAtOnce)
		for _, entry := range some {
			if !do(listed{entry.Name(), entry.Type()}) {
				return nil
			}
		}
		if errors.Is(err, io.EOF) {
			return nil
		}
		if err != nil {
			return err
		}
	}
}

// openBelow opens a file of a folder. That a link leads out of it has no error of its own in package os: it is what
// remains when the other reasons are taken away.
func openBelow(root *os.Root, rel string, entry listed) (*os.File, error) {
	f, err := openRegular(root, rel)
	var ours *Error
	if err != nil && entry.Type()&fs.ModeSymlink != 0 &&
		!errors.As(err, &ours) && !errors.Is(err, fs.ErrNotExist) && !errors.Is(err, fs.ErrPermission) {
		return nil, fault("E_OUTSIDE").because(err)
	}
	return f, err
}

// pattern is a pattern by the parts of its path. A part is as in [filepath.Match], or ** for any number of folders.
type pattern []string

// splitPattern splits a pattern into the folder that holds everything it can match, and the rest.
func splitPattern(name string) (base string, rest pattern) {
	volume := filepath.VolumeName(name)
	parts := strings.FieldsFunc(name[len(volume):], func(r rune) bool { return r < 0x80 && os.IsPathSeparator(uint8(r)) })
	base = volume
	if len(name) > len(volume) && os.IsPathSeparator(name[len(volume)]) {
		base += string(filepath.Separator)
	}
	for len(parts) > 1 && !strings.ContainsAny(parts[0], "*?[") {
		base, parts = filepath.Join(base, parts[0]), parts[1:]
	}
	if base == "" {
		base = "."
	}
	return base, parts
}

// match says whether a path matches, and whether one below it can. It goes through the path once with the set of places
// in the pattern that may be reached, so that several ** cost no more than one.
func (p pattern) match(path []string) (whole, prefix bool) {
	at := p.skip([]int{0})
	for _, name := range path {
		var next []int
		for _, i := range at {
			switch {
			case i == len(p):
			case p[i] == "**":
				if !strings.HasPrefix(name, ".") {
					next = append(next, i)
				}
			case p.part(i, name):
				next = append(next, i+1)
			}
		}
		at = p.skip(next)
	}
	whole = slices.Contains(at, len(p))
	prefix = slices.ContainsFunc(at, func(i int) bool { return i < len(p) })
	return whole, prefix
}

// part says whether one name matches one part; a leading dot must be written.
func (p pattern) part(i int, name string) bool {
	if strings.HasPrefix(name, ".") && !strings.HasPrefix(p[i], ".") {
		return false
	}
	ok, err := filepath.Match(p[i], name)
	return ok && err == nil
}

// skip adds the places that are reached because ** may stand for no folder at all.
func (p pattern) skip(at []int) []int {
	for k := 0; k < len(at); k++ {
		if i := at[k]; i < len(p) && p[i] == "**" && !slices.Contains(at, i+1) {
			at = append(at, i+1)
		}
	}
	return at
}
