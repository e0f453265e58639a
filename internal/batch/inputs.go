package batch

import (
	"bytes"
	"context"
	"errors"
	"io"
	"iter"
	"os"
	"path/filepath"
	"strings"
)

// Inputs are what a user names. The zero value has no items.
type Inputs struct {
	// Names are files, folders, patterns and "-" for standard input, in any mixture.
	//
	// A folder gives its *.yaml and *.yml at any depth, sorted by name within each folder. What begins with a dot is
	// left alone. Links are not followed out of the folder, nor to other folders.
	//
	// A pattern is a name with * ? or [ that no file has. It gives the files it matches, in the same order; ** matches
	// any number of folders.
	//
	// *.zip, *.tar, *.tar.gz and *.tgz are archives, which give what a folder would. *.ndjson and *.jsonl hold one
	// proposal per line. Any other file is a proposal.
	Names []string

	Stdin  io.Reader // what "-" reads; nil when there is none
	Lines  bool      // standard input holds one proposal per line; else it is one proposal, unless it begins with two such lines
	Limits Limits

	// Ignored is told of each file, in a folder or an archive, that is no proposal; one at a time, between the items, in
	// whatever goroutine asks for the next one. It may be nil.
	Ignored func(name string)

	anyOrder bool // files of a folder come as the system has them: to be counted
}

// Items gives the proposals of the inputs in their order. What cannot be read, and a name that holds no proposal, is an
// item with an error in its place. Only what is being read is held in memory, beside names of a folder, no more than some thousands, and of an archive.
//
// The sequence ends early, without an error, when ctx ends, even while standard input is silent: the one goroutine that
// waits for it goes on waiting until something comes. The sequence may be used again, except for standard input.
func (in Inputs) Items(ctx context.Context) iter.Seq[Item] {
	in.Limits = in.Limits.withDefaults()
	if in.Ignored == nil {
		in.Ignored = func(string) {}
	}
	return func(yield func(Item) bool) {
		ctx, cancel := context.WithCancel(ctx)
		defer cancel()
		r := &reader{Inputs: in, ctx: ctx, yield: yield}
		for s := range in.sources(ctx) {
			if ctx.Err() != nil || !r.source(s) {
				return
			}
		}
	}
}

// Count says how many items there will be, from names alone. It is not known when there is standard input, a file of
// lines or a tar among the inputs: n counts the others. A folder may change, and an archive turn out to be refused as a
// whole: n serves to show progress and for nothing else.
func (in Inputs) Count(ctx context.Context) (n int, known bool) {
	in.Limits = in.Limits.withDefaults()
	in.Ignored = func(string) {}
	in.anyOrder = true
	known = true
	for s := range in.sources(ctx) {
		switch {
		case s.kind == zipArchive:
			n += in.countZip(s)
		case s.kind == oneProposal:
			n++
		default:
			known = false
		}
	}
	return n, known && ctx.Err() == nil
}

// Reads says whether the inputs lead to a file.
func (in Inputs) Reads(ctx context.Context, file os.FileInfo) bool {
	in.Ignored = func(string) {}
	in.anyOrder = true
	for s := range in.sources(ctx) {
		info, err := os.Stat(s.name)
		if s.kind == standardInput {
			if f, ok := in.Stdin.(*os.File); ok {
				info, err = f.Stat()
			}
		}
		if err == nil && os.SameFile(info, file) {
			return true
		}
	}
	return false
}

// kind is how a file is read.
type kind int

const (
	oneProposal kind = iota
	oneEachLine
	zipArchive
	tarArchive
	tarGzip
	standardInput
)

// kindOf goes by the extension.
func kindOf(name string) kind {
	name = strings.ToLower(name)
	for _, k := range []struct {
		extension string
		kind      kind
	}{
		{".zip", zipArchive}, {".tar", tarArchive}, {".tar.gz", tarGzip}, {".tgz", tarGzip},
		{".ndjson", oneEachLine}, {".jsonl", oneEachLine},
	} {
		if strings.HasSuffix(name, k.extension) {
			return k.kind
		}
	}
	return oneProposal
}

// source is one file that the inputs lead to, or why there is none.
type source struct {
	name string
	kind kind
	open func() (*os.File, error) // a regular file
	err  error
}

// sources looks up what the names stand for.
func (in Inputs) sources(ctx context.Context) iter.Seq[source] {
	return func(yield func(source) bool) {
		for _, name := range in.Names {
			if !in.lookUp(ctx, name, yield) {
				return
			}
		}
	}
}

func (in Inputs) lookUp(ctx context.Context, name string, yield func(source) bool) bool {
	if name == "-" {
		return yield(source{name: "<stdin>", kind: standardInput})
	}
	info, err := os.Stat(name)
	switch {
	case err != nil && strings.ContainsAny(name, "*?["):
		return in.match(ctx, name, yield)
	case err != nil:
		return yield(source{name: name, err: err})
	case info.IsDir():
		return in.folder(ctx, name, yield)
	}
	open := func() (*os.File, error) { return openRegular(osFiles{}, name) }
	return yield(source{name: name, kind: kindOf(name), open: open})
}

// files is where files are opened: the whole file system, or what lies below a folder.
type files interface {
	Stat(name string) (os.FileInfo, error)
	OpenFile(name string, flag int, perm os.FileMode) (*os.File, error)
}

type osFiles struct{}

func (osFiles) Stat(name string) (os.FileInfo, error) { return os.Stat(name) }
func (osFiles) OpenFile(name string, flag int, perm os.FileMode) (*os.File, error) {
	return os.OpenFile(name, flag, perm)
}

// openRegular opens a regular file and nothing else. It looks before it opens, since opening a device can have effects,
// and after, since a pipe may have taken the file's place; it does not wait for a pipe's writer.
func openRegular(in files, name string) (*os.File, error) {
	info, err := in.Stat(name)
	if err != nil {
		return nil, err
	}
	if !info.Mode().IsRegular() {
		return nil, fault("E_NOT_REGULAR")
	}
	f, err := in.OpenFile(name, os.O_RDONLY|nonBlocking, 0)
	if err != nil {
		return nil, err
	}
	if info, err = f.Stat(); err == nil && !info.Mode().IsRegular() {
		err = fault("E_NOT_REGULAR")
	}
	if err != nil {
		f.Close()
		return nil, err
	}
	return f, nil
}

// reader is one pass over the items.
type reader struct {
	Inputs
	ctx       context.Context
	yield     func(Item) bool
	stdinRead bool
}

// source gives the items of a source; it is false when no more are wanted.
func (r *reader) source(s source) bool {
	if s.err != nil {
		return r.fail(s.name, s.err)
	}
	if s.kind == standardInput {
		return r.stdin(s.name)
	}
	f, err := s.open()
	if err != nil {
		return r.fail(s.name, err)
	}
	defer f.Close()
	switch s.kind {
	case oneProposal:
		return r.proposal(s.name, f)
	case oneEachLine:
		return r.lines(s.name, f)
	default:
		return r.archive(s.name, s.kind, f)
	}
}

// fail gives an item that stands for an error, unless all that happened is that the context ended.
func (r *reader) fail(name string, err error) bool {
	if r.ctx.Err() != nil && errors.Is(err, r.ctx.Err()) {
		return false
	}
	return r.yield(Item{Name: name, Err: err})
}

// proposal gives a file as one item.
func (r *reader) proposal(name string, f io.Reader) bool {
	src, err := r.read(f)
	if err != nil {
		return r.fail(name, err)
	}
	return r.yield(Item{Name: name, Src: src})
}

// read reads a proposal, and no more than a byte above what one may have. Room is made once for a file of known size:
// growing from little makes three times as much garbage.
func (r *reader) read(f io.Reader) ([]byte, error) {
	var src bytes.Buffer
	if file, ok := f.(*os.File); ok {
		if info, err := file.Stat(); err == nil {
			src.Grow(int(min(info.Size(), r.Limits.Proposal)) + bytes.MinRead + 1)
		}
	}
	_, err := src.ReadFrom(io.LimitReader(f, r.Limits.Proposal+1))
	return src.Bytes(), err
}

// isProposal says whether a file in a folder or an archive is a proposal by its name.
func isProposal(name string) bool {
	switch strings.ToLower(filepath.Ext(name)) {
	case ".yaml", ".yml": // JSON beside proposals is mostly results of earlier runs: it is read when it is named
		return !isHidden(name)
	}
	return false
}

// isHidden says whether a name is of the kind that file managers leave behind: .DS_Store, ._a.yaml, .git, __MACOSX.
func isHidden(name string) bool { return strings.HasPrefix(name, ".") || name == "__MACOSX" }
