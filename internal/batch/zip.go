package batch

import (
	"archive/zip"
	"bufio"
	"bytes"
	"cmp"
	"compress/flate"
	"context"
	"encoding/binary"
	"errors"
	"hash/crc32"
	"io"
	"io/fs"
	"iter"
	"slices"
	"strings"
)

// zipReader is a zip whose directory is in order: within the limits, without overlaps and without a name twice.
type zipReader struct {
	files  []zipEntry
	limits Limits
}

// zipEntry is one file, and what the directory alone says of it.
type zipEntry struct {
	entry
	file *zip.File
}

// openZip reads the directory of a zip and unpacks nothing.
func openZip(from io.ReaderAt, size int64, l Limits) (*zipReader, error) {
	directory, err := zipDirectory(from, size, l)
	if err != nil {
		return nil, err
	}
	z, err := zip.NewReader(from, size)
	if err != nil && !errors.Is(err, zip.ErrInsecurePath) { // the names are looked at below
		return nil, damaged(err)
	}
	if err := overlaps(z.File, directory); err != nil {
		return nil, err
	}
	out := &zipReader{limits: l}
	seen := names{}
	total := budget{limits: l}
	for _, f := range z.File {
		e := zipEntryOf(f, l)
		if e.folder {
			continue
		}
		if err := seen.add(e); err != nil {
			return nil, err
		}
		if e.scored() {
			// What the directory admits is enough to refuse it; what it hides is counted when it comes out.
			whole, packed := clamp(f.UncompressedSize64), clamp(f.CompressedSize64)
			if err := total.spend(min(whole, l.Proposal+1), whole, packed); err != nil {
				return nil, err
			}
		}
		out.files = append(out.files, zipEntry{e, f})
	}
	return out, nil
}

// clamp makes a size signed; no real one is near the bound.
func clamp(n uint64) int64 { return int64(min(n, 1<<48)) }

// zipEntryOf looks at what the directory says of an entry.
func zipEntryOf(f *zip.File, l Limits) entry {
	e := newEntry(f.Name, l)
	const encrypted, strong, masked = 1 << 0, 1 << 6, 1 << 13 // APPNOTE 4.4.4
	switch mode := f.Mode(); {
	case strings.HasSuffix(f.Name, "/") && e.err == nil:
		e.folder = true
	case e.err != nil || e.ignored:
	case mode&fs.ModeSymlink != 0:
		e.err = fault("E_LINK")
	case !mode.IsRegular():
		e.err = fault("E_SPECIAL")
	case f.Flags&(encrypted|strong|masked) != 0:
		e.err = fault("E_ENCRYPTED")
	case f.Method != zip.Store && f.Method != zip.Deflate:
		e.err = fault("E_METHOD", "method", f.Method)
	}
	return e
}

// Sizes and signatures of zip records, APPNOTE 4.3.12 and 4.3.16.
const (
	zipEndSize        = 22
	zipEndSignature   = "PK\x05\x06"
	zipEntrySize      = 46
	zipEntrySignature = "PK\x01\x02"
	zipCommentSize    = 1<<16 - 1
)

// zipDirectory finds the directory and counts its entries, before package zip reads it: that package takes the number of
// entries modulo 65,536, allows bytes before and after the archive, and would hold millions of entries in memory. It gives
// where the directory begins. Zip64 is refused: it serves what is far above the limits.
func zipDirectory(from io.ReaderAt, size int64, l Limits) (int64, error) {
	tail := make([]byte, min(size, zipEndSize+zipCommentSize))
	if _, err := from.ReadAt(tail, size-int64(len(tail))); err != nil && err != io.EOF {
		return 0, damaged(err)
	}
	at := bytes.LastIndex(tail, []byte(zipEndSignature))
	if at < 0 && bytes.HasPrefix(tail, []byte("PK")) {
		return 0, fault("E_ARCHIVE", "kind", "truncated")
	}
	if at < 0 {
		return 0, fault("E_ARCHIVE")
	}
	end := tail[at:]
	if len(end) < zipEndSize {
		return 0, fault("E_ARCHIVE", "kind", "truncated")
	}
	number := binary.LittleEndian
	switch comment := int(number.Uint16(end[20:])); {
	case zipEndSize+comment > len(end):
		return 0, fault("E_ARCHIVE", "kind", "truncated")
	case zipEndSize+comment < len(end):
		return 0, fault("E_ARCHIVE", "kind", "trailing")
	}
	entries := int(number.Uint16(end[10:]))
	length, offset := int64(number.Uint32(end[12:])), int64(number.Uint32(end[16:]))
	const sixteen, thirtyTwo = 1<<16 - 1, 1<<32 - 1 // "see elsewhere"
	switch {
	case entries == sixteen || length == thirtyTwo || offset == thirtyTwo:
		return 0, fault("E_ARCHIVE", "kind", "zip64")
	case entries > l.Entries:
		return 0, fault("E_ENTRIES", "limit", l.Entries)
	case number.Uint16(end[4:]) != 0 || number.Uint16(end[6:]) != 0 || int(number.Uint16(end[8:])) != entries: // several disks
		return 0, fault("E_ARCHIVE")
	case offset+length != size-int64(len(end)):
		return 0, fault("E_ARCHIVE")
	}
	counted, err := countEntries(bufio.NewReader(io.NewSectionReader(from, offset, length)), l.Entries)
	if err == nil && counted != entries {
		err = fault("E_ARCHIVE")
	}
	return offset, err
}

// countEntries goes through the records of a directory to its end.
func countEntries(directory *bufio.Reader, limit int) (int, error) {
	for n := 0; ; n++ {
		record, err := directory.Peek(zipEntrySize)
		if len(record) == 0 && err == io.EOF {
			return n, nil
		}
		if err != nil || !bytes.HasPrefix(record, []byte(zipEntrySignature)) {
			return n, fault("E_ARCHIVE").because(err)
		}
		if n == limit {
			return n, fault("E_ENTRIES", "limit", limit)
		}
		length := zipEntrySize
		for _, field := range []int{28, 30, 32} { // name, extra, comment
			length += int(binary.LittleEndian.Uint16(record[field:]))
		}
		if _, err := directory.Discard(length); err != nil {
			return n, fault("E_ARCHIVE").because(err)
		}
	}
}

// overlaps refuses entries that share bytes, with each other or with the directory: a small archive could unpack to
// anything.
func overlaps(files []*zip.File, directory int64) error {
	type span struct {
		from, to int64
		name     string
	}
	spans := make([]span, 0, len(files))
	for _, f := range files {
		at, err := f.DataOffset()
		if err != nil {
			return damaged(err)
		}
		if to := at + clamp(f.CompressedSize64); to > directory {
			return fault("E_ARCHIVE")
		} else if to > at {
			spans = append(spans, span{at, to, f.Name})
		}
	}
	slices.SortFunc(spans, func(a, b span) int { return cmp.Or(cmp.Compare(a.from, b.from), cmp.Compare(a.to, b.to)) })
	for i := 1; i < len(spans); i++ {
		if a, b := spans[i-1], spans[i]; b.from < a.to {
			first, second := shown(decodeName(a.name)), shown(decodeName(b.name))
			return fault("E_OVERLAP", "first", first, "second", second)
		}
	}
	return nil
}

// entries unpacks the proposals one after the other.
func (z *zipReader) entries(ctx context.Context, keep bool) iter.Seq2[entry, error] {
	return func(yield func(entry, error) bool) {
		u := unzipper{budget: budget{limits: z.limits}, inflate: flate.NewReader(nil)}
		for _, e := range z.files {
			err := ctx.Err()
			if err == nil && e.scored() {
				if keep {
					u.content = bytes.Buffer{}
				}
				err = u.unpack(e)
				e.src = u.content.Bytes()
			}
			if err != nil {
				yield(entry{}, err)
				return
			}
			if !yield(e.entry, nil) {
				return
			}
		}
	}
}

// unzipper is what one pass over the entries of a zip needs.
type unzipper struct {
	budget  budget
	inflate io.ReadCloser
	content bytes.Buffer // of the last entry
}

// unpack unpacks an entry, at most one byte more than a proposal may have, and holds what came out against what the
// directory says. Package zip would check sizes too, but a checksum of zero it takes for an absent one, and it does not
// see compressed bytes that nothing uses.
func (u *unzipper) unpack(e zipEntry) error {
	raw, err := e.file.OpenRaw()
	if err != nil {
		return damaged(err)
	}
	packed := &byteCounter{from: bufio.NewReader(raw)}
	var whole io.Reader = packed
	if e.file.Method == zip.Deflate {
		if err := u.inflate.(flate.Resetter).Reset(packed, nil); err != nil {
			return err
		}
		whole = u.inflate
	}
	u.content.Reset()
	limit := u.budget.limits.Proposal
	n, err := u.content.ReadFrom(io.LimitReader(whole, limit+1))
	if over := u.budget.spend(n, n, packed.n); over != nil {
		return over
	}
	wrong := n <= limit && (packed.n != clamp(e.file.CompressedSize64) ||
		n != clamp(e.file.UncompressedSize64) || crc32.ChecksumIEEE(u.content.Bytes()) != e.file.CRC32)
	if err != nil || wrong {
		return fault("E_ARCHIVE", "kind", "checksum", "entry", e.name).because(err)
	}
	return nil
}

// byteCounter counts the bytes that are used: with ReadByte, package flate takes no more than it needs.
type byteCounter struct {
	from *bufio.Reader
	n    int64
}

func (c *byteCounter) Read(p []byte) (int, error) {
	n, err := c.from.Read(p)
	c.n += int64(n)
	return n, err
}

func (c *byteCounter) ReadByte() (byte, error) {
	b, err := c.from.ReadByte()
	if err == nil {
		c.n++
	}
	return b, err
}
