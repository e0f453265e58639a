package store

import (
	"bytes"
	"compress/flate"
	"errors"
	"fmt"
	"io"
	"sync"
)

// maxBody is the size of a proposal or a result at most, in bytes; the document limits are below it.
const maxBody = 16 << 20

// Content is bytes that are ready to be stored: a proposal or a result. The zero Content is none.
type Content struct {
	digest string
	size   int
	packed []byte
}

// NewContent packs bytes and takes their digest. That is most of the work of storing them, so it is done before a transaction
// begins, while others write. Bytes that are too many are refused when they are stored.
func NewContent(src []byte) Content {
	c := Content{digest: Digest(src), size: len(src)}
	if c.size > 0 && c.size <= maxBody {
		c.packed = pack(src)
	}
	return c
}

// Digest is the SHA-256 of the bytes, hex.
func (c Content) Digest() string { return c.digest }

func (c Content) check(name string) error {
	if c.packed == nil {
		return fmt.Errorf("%s: %w: it is empty or has more than %d bytes", name, ErrInvalid, maxBody)
	}
	return nil
}

// How bytes are packed, in their first byte.
const (
	packedPlain = 0
	packedFlate = 1
)

// writers are kept, because one takes more memory than what it packs.
var writers = sync.Pool{New: func() any {
	w, err := flate.NewWriter(io.Discard, flate.BestSpeed)
	if err != nil {
		panic(fmt.Sprintf("a level of the library: %v", err))
	}
	return w
}}

// pack makes bytes smaller, where it does: see DESIGN.md for what it saves.
func pack(src []byte) []byte {
	var b bytes.Buffer
	b.Grow(len(src)/2 + 64)
	b.WriteByte(packedFlate)
	w := writers.Get().(*flate.Writer)
	defer writers.Put(w)
	w.Reset(&b)
	_, err := w.Write(src)
	if err == nil {
		err = w.Close()
	}
	if err != nil || b.Len() > len(src) {
		return append([]byte{packedPlain}, src...)
	}
	return b.Bytes()
}

// ErrDamaged says that bytes in the store are not those that were put there.
var ErrDamaged = errors.New("the store is damaged")

// unpack gives the bytes that pack was given, and holds them against their digest.
func unpack(b []byte, digest string) ([]byte, error) {
	var src []byte
	var err error
	switch {
	case len(b) > 0 && b[0] == packedPlain:
		src = b[1:]
	case len(b) > 0 && b[0] == packedFlate:
		src, err = inflate(b[1:])
	}
	if err != nil || Digest(src) != digest {
		return nil, fmt.Errorf("%w: content %.12s…", ErrDamaged, digest)
	}
	return src, nil
}

// inflater unpacks one body after the other: its tables and its room take more memory than what it unpacks.
type inflater struct {
	from bytes.Reader
	read io.ReadCloser
	room bytes.Buffer
}

var inflaters = sync.Pool{New: func() any {
	i := &inflater{}
	i.read = flate.NewReader(&i.from)
	return i
}}

// mostRoom is how much room an inflater keeps; a body that needed more is rare.
const mostRoom = 1 << 20

func inflate(packed []byte) ([]byte, error) {
	i := inflaters.Get().(*inflater)
	defer func() {
		if i.from.Reset(nil); i.room.Cap() <= mostRoom {
			inflaters.Put(i)
		}
	}()
	i.from.Reset(packed)
	i.room.Reset()
	err := i.read.(flate.Resetter).Reset(&i.from, nil)
	if err == nil {
		_, err = i.room.ReadFrom(io.LimitReader(i.read, maxBody+1))
	}
	return bytes.Clone(i.room.Bytes()), err
}
