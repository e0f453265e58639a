package batch

import (
	"archive/tar"
	"bytes"
	"compress/gzip"
	"context"
	"errors"
	"io"
	"iter"
	"strings"
)

// tarReader is a tar on the disk, perhaps gzipped, from which several passes can be made.
type tarReader struct {
	from    io.ReaderAt
	size    int64
	gzipped bool
	limits  Limits
}

// entries reads the archive from its first byte to its last. Of gzip, several members one after the other are one
// stream, as they are for gzip itself.
func (t tarReader) entries(ctx context.Context, keep bool) iter.Seq2[entry, error] {
	return func(yield func(entry, error) bool) {
		in := &counted{Reader: io.NewSectionReader(t.from, 0, t.size)}
		out := &wall{ctx: ctx, from: in, budget: budget{limits: t.limits}}
		if t.gzipped {
			z, err := gzip.NewReader(in)
			if err != nil {
				yield(entry{}, damaged(err))
				return
			}
			out.from, out.packed = z, in
		}
		stream := tar.NewReader(out)
		seen := names{}
		var content bytes.Buffer
		for n := 0; ; n++ {
			header, err := stream.Next()
			if err == io.EOF {
				err = out.finish()
				if err != nil {
					yield(entry{}, damaged(err))
				}
				return
			}
			if errors.Is(err, tar.ErrInsecurePath) { // the names are looked at below
				err = nil
			}
			if err == nil && n >= t.limits.Entries {
				err = fault("E_ENTRIES", "limit", t.limits.Entries)
			}
			if err != nil {
				yield(entry{}, damaged(err))
				return
			}
			e := tarEntryOf(header, t.limits)
			if e.folder {
				continue
			}
			err = seen.add(e)
			if err == nil && e.scored() {
				if keep {
					content = bytes.Buffer{}
				}
				content.Reset()
				_, err = content.ReadFrom(io.LimitReader(stream, t.limits.Proposal+1))
				e.src = content.Bytes()
			}
			if err != nil {
				yield(entry{}, damaged(err))
				return
			}
			if !yield(e, nil) {
				return
			}
		}
	}
}

// tarEntryOf looks at an entry's header. A note about other entries counts as a folder.
func tarEntryOf(h *tar.Header, l Limits) entry {
	e := newEntry(h.Name, l)
	switch {
	case h.Typeflag == tar.TypeXGlobalHeader, h.Typeflag == tar.TypeDir && e.err == nil:
		e.folder = true
	case e.err != nil || e.ignored:
	case h.Typeflag == tar.TypeSymlink || h.Typeflag == tar.TypeLink:
		e.err = fault("E_LINK")
	case isSparse(h):
		e.err = fault("E_SPECIAL", "kind", "sparse")
	case h.Typeflag != tar.TypeReg:
		e.err = fault("E_SPECIAL")
	}
	return e
}

// isSparse says whether a file has holes, which package tar fills: a header could stand for any number of bytes.
func isSparse(h *tar.Header) bool {
	if h.Typeflag == tar.TypeGNUSparse {
		return true
	}
	for key := range h.PAXRecords {
		if strings.HasPrefix(key, "GNU.sparse.") {
			return true
		}
	}
	return false
}

// wall lets the bytes of an archive through until a limit is met or the context ends.
type wall struct {
	ctx    context.Context
	from   io.Reader
	packed *counted // what the bytes come out of; nil when they are not packed
	budget budget
	ended  bool
}

func (w *wall) Read(p []byte) (int, error) {
	if err := w.ctx.Err(); err != nil {
		return 0, err
	}
	n, err := w.from.Read(p)
	in := w.budget.out + int64(n)
	if w.packed != nil {
		in = w.packed.n
	}
	if over := w.budget.spend(int64(n), w.budget.out+int64(n), in); over != nil {
		return 0, over
	}
	w.ended = w.ended || n == 0 && err == io.EOF // gzip gives its last bytes together with the error
	return n, err
}

// finish reads what follows the two blocks of zeros that end a tar: nothing but more zeros may. When the tar ended
// because nothing came any more, these blocks were missing, and so may be other things.
func (w *wall) finish() error {
	if w.ended {
		return io.ErrUnexpectedEOF
	}
	buf := make([]byte, 32<<10)
	for {
		n, err := w.Read(buf)
		if len(bytes.Trim(buf[:n], "\x00")) > 0 {
			return fault("E_ARCHIVE", "kind", "trailing")
		}
		switch {
		case err == io.EOF:
			return nil
		case errors.Is(err, gzip.ErrHeader):
			return fault("E_ARCHIVE", "kind", "trailing").because(err)
		case err != nil:
			return err
		}
	}
}

// counted counts the bytes that were read.
type counted struct {
	io.Reader
	n int64
}

func (c *counted) Read(p []byte) (int, error) {
	n, err := c.Reader.Read(p)
	c.n += int64(n)
	return n, err
}
