package batch

import (
	"context"
	"errors"
	"io"
	"iter"
	"os"
	"strings"

	"golang.org/x/text/unicode/norm"
)

// entry is one file of an archive.
type entry struct {
	name    string // fit to be shown
	src     []byte // valid until the next entry, unless the contents are kept
	err     error  // why this one is refused; the others go on
	ignored bool   // no proposal by its name
	folder  bool   // not a file at all
	unnamed bool   // the name is refused: what is shown is not all of it
}

func newEntry(raw string, l Limits) entry {
	name, err := entryName(raw, l)
	return entry{name: name, err: err, unnamed: err != nil, ignored: err == nil && !isProposalEntry(name)}
}

// scored says whether the contents are wanted.
func (e entry) scored() bool { return e.err == nil && !e.ignored && !e.folder }

// archive gives the proposals of an archive. It reads the archive twice: all of it is unpacked and held against the
// limits before the first item is yielded, so that an archive which is damaged anywhere gives one error and nothing else.
// Only a file that changes in between can give items and then an error.
func (r *reader) archive(name string, k kind, f *os.File) bool {
	entries, err := r.entries(k, f)
	if err != nil {
		return r.fail(name, err)
	}
	for _, err := range entries(false) {
		if err != nil {
			return r.fail(name, err)
		}
	}
	found, ignored := false, 0
	for e, err := range entries(true) {
		inside := name + "!" + e.name
		switch {
		case err != nil:
			return r.fail(name, err)
		case e.ignored:
			ignored++
			r.Ignored(inside)
			continue
		}
		found = true
		if !r.yield(Item{Name: inside, Src: e.src, Err: e.err}) {
			return false
		}
	}
	if !found {
		return r.fail(name, fault("E_NOTHING", "ignored", ignored))
	}
	return true
}

// walkEntries goes through an archive's files from the first; an error refuses the archive as a whole and comes last. The
// contents are the caller's when they are kept.
type walkEntries func(keep bool) iter.Seq2[entry, error]

// entries opens an archive.
func (r *reader) entries(k kind, f *os.File) (walkEntries, error) {
	info, err := f.Stat()
	if err != nil {
		return nil, err
	}
	size := info.Size()
	if size > r.Limits.Archive {
		return nil, fault("E_ARCHIVE_SIZE", "limit", r.Limits.Archive)
	}
	if k == zipArchive {
		z, err := openZip(f, size, r.Limits)
		if err != nil {
			return nil, err
		}
		return func(keep bool) iter.Seq2[entry, error] { return z.entries(r.ctx, keep) }, nil
	}
	t := tarReader{from: f, size: size, gzipped: k == tarGzip, limits: r.Limits}
	return func(keep bool) iter.Seq2[entry, error] { return t.entries(r.ctx, keep) }, nil
}

func (in Inputs) countZip(s source) int {
	f, err := s.open()
	if err != nil {
		return 1
	}
	defer f.Close()
	info, err := f.Stat()
	if err != nil || info.Size() > in.Limits.Archive {
		return 1
	}
	z, err := openZip(f, info.Size(), in.Limits)
	if err != nil {
		return 1
	}
	n := 0
	for i := range z.files {
		if !z.files[i].ignored {
			n++
		}
	}
	return max(n, 1)
}

// budget counts what comes out of one pass over an archive.
type budget struct {
	limits Limits
	out    int64
}

// spend counts n more bytes that came out; this many came out of so many bytes in altogether, of one entry or all.
func (b *budget) spend(n, out, in int64) error {
	b.out += n
	switch {
	case b.out > b.limits.Inflated:
		return fault("E_INFLATED", "limit", b.limits.Inflated)
	case out > b.limits.RatioFrom && out > b.limits.Ratio*in:
		return fault("E_RATIO", "limit", b.limits.Ratio)
	}
	return nil
}

// names finds two entries that would be the same file somewhere.
type names map[string]string

// add takes an entry that holds a proposal by its name; the error names it and the one that was there first. Names are
// the same when they differ in case, in how an accent is composed, or in dots and spaces at an end: as file systems see it.
func (n names) add(e entry) error {
	if e.ignored || e.unnamed {
		return nil
	}
	parts := strings.Split(norm.NFC.String(e.name), "/")
	for i, part := range parts {
		parts[i] = strings.TrimRight(strings.ToLower(strings.ToUpper(part)), ". ")
	}
	key := strings.Join(parts, "/")
	if first, twice := n[key]; twice {
		return fault("E_DUP_ENTRY", "first", first, "second", e.name)
	}
	n[key] = e.name
	return nil
}

// damaged words an error of the archive libraries; an error of ours, of the disk or of the context stays what it is.
func damaged(err error) error {
	var ours *Error
	var disk *os.PathError
	switch {
	case errors.As(err, &ours), errors.As(err, &disk), errors.Is(err, context.Canceled), errors.Is(err, context.DeadlineExceeded):
		return err
	case errors.Is(err, io.ErrUnexpectedEOF), errors.Is(err, io.EOF):
		return fault("E_ARCHIVE", "kind", "truncated").because(err)
	default:
		return fault("E_ARCHIVE").because(err)
	}
}
