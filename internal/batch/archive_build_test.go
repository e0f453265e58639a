package batch

import (
	"archive/tar"
	"archive/zip"
	"bytes"
	"compress/gzip"
	"fmt"
	"hash/crc32"
	"io"
	"io/fs"
	"slices"
	"strings"
)

// member is what a test puts into an archive.
type member struct {
	name, content string
	mode          fs.FileMode
	target        string // of a link in a tar
	kind          byte   // of a member of a tar; 0 for a regular file
}

func yamls(n int) []member {
	out := make([]member, n)
	for i := range out {
		out[i] = member{name: fmt.Sprintf("%05d.yaml", i), content: fmt.Sprint(i)}
	}
	return out
}

func zipOf(members ...member) []byte {
	var b bytes.Buffer
	w := zip.NewWriter(&b)
	for _, m := range members {
		h := &zip.FileHeader{Name: m.name, Method: zip.Deflate, NonUTF8: true}
		if m.mode != 0 {
			h.SetMode(m.mode)
		}
		f, err := w.CreateHeader(h)
		if err == nil {
			_, err = io.WriteString(f, m.content)
		}
		if err != nil {
			panic(err)
		}
	}
	if err := w.Close(); err != nil {
		panic(err)
	}
	return b.Bytes()
}

// rawZip holds one deflated entry of which the directory says what h says.
func rawZip(content []byte, more int, h zip.FileHeader) []byte {
	inner := zipOf(member{name: "x", content: string(content)})
	r, err := zip.NewReader(bytes.NewReader(inner), int64(len(inner)))
	if err != nil {
		panic(err)
	}
	raw, err := r.File[0].OpenRaw()
	if err != nil {
		panic(err)
	}
	packed, err := io.ReadAll(raw)
	if err != nil {
		panic(err)
	}
	packed = append(packed, make([]byte, more)...)
	h.CompressedSize64 = uint64(len(packed))
	var b bytes.Buffer
	w := zip.NewWriter(&b)
	f, err := w.CreateRaw(&h)
	if err == nil {
		_, err = f.Write(packed)
	}
	if err != nil {
		panic(err)
	}
	if err := w.Close(); err != nil {
		panic(err)
	}
	return b.Bytes()
}

func tarOf(members ...member) []byte {
	var b bytes.Buffer
	w := tar.NewWriter(&b)
	for _, m := range members {
		h := &tar.Header{Name: m.name, Size: int64(len(m.content)), Mode: 0o644, Typeflag: m.kind, Linkname: m.target}
		switch {
		case strings.HasSuffix(m.name, "/"):
			h.Typeflag = tar.TypeDir
		case m.kind == 0:
			h.Typeflag = tar.TypeReg
		}
		err := w.WriteHeader(h)
		if err == nil {
			_, err = io.WriteString(w, m.content)
		}
		if err != nil {
			panic(err)
		}
	}
	if err := w.Close(); err != nil {
		panic(err)
	}
	return b.Bytes()
}

func gzipOf(content []byte) []byte {
	var b bytes.Buffer
	w := gzip.NewWriter(&b)
	if _, err := w.Write(content); err != nil {
		panic(err)
	}
	if err := w.Close(); err != nil {
		panic(err)
	}
	return b.Bytes()
}

// each gives the members as an archive of each kind.
func each(members ...member) map[string][]byte {
	plain := tarOf(members...)
	packed := gzipOf(plain)
	return map[string][]byte{"x.zip": zipOf(members...), "x.tar": plain, "x.tar.gz": packed, "x.TGZ": packed}
}

// edit changes bytes of an archive.
func edit(archive []byte, f func([]byte)) []byte {
	archive = slices.Clone(archive)
	f(archive)
	return archive
}

// sparseTar writes a sparse file of the old GNU form by hand, which package tar only reads: a hole of 1 GiB and one byte.
func sparseTar(m member) []byte {
	archive := tarOf(m, member{name: "ok.yaml", content: "ok"})
	return edit(archive, func(b []byte) {
		octal := func(at, n int, value int64) { copy(b[at:], fmt.Sprintf("%0*o\x00", n-1, value)) }
		b[156] = tar.TypeGNUSparse
		copy(b[257:], "ustar  \x00")
		octal(386, 12, 1<<30)   // offset of the data
		octal(398, 12, 1)       // its length
		octal(483, 12, 1<<30+1) // size of the whole
		copy(b[148:], "        ")
		sum := int64(0)
		for _, c := range b[:512] {
			sum += int64(c)
		}
		copy(b[148:], fmt.Sprintf("%06o\x00 ", sum))
	})
}

// rawStored writes a zip without compression and with sizes in front.
func rawStored(members ...member) []byte {
	var b bytes.Buffer
	w := zip.NewWriter(&b)
	for _, m := range members {
		size := uint64(len(m.content))
		f, err := w.CreateRaw(&zip.FileHeader{Name: m.name, Method: zip.Store, CRC32: crc32.ChecksumIEEE([]byte(m.content)), CompressedSize64: size, UncompressedSize64: size})
		if err == nil {
			_, err = io.WriteString(f, m.content)
		}
		if err != nil {
			panic(err)
		}
	}
	if err := w.Close(); err != nil {
		panic(err)
	}
	return b.Bytes()
}

// sparsePAX writes a sparse file of the newer form, with its map in front of the data.
func sparsePAX() []byte {
	var b bytes.Buffer
	w := tar.NewWriter(&b)
	content := "1\n0\n1\n" + strings.Repeat("\x00", 506) + "x"
	// Package tar keeps such records to itself: they are written under a name that is changed afterwards.
	records := map[string]string{"XNU.sparse.major": "1", "XNU.sparse.minor": "0", "XNU.sparse.name": "s.yaml", "XNU.sparse.realsize": "1"}
	err := w.WriteHeader(&tar.Header{Name: "GNUSparseFile.0/s.yaml", Size: int64(len(content)), Mode: 0o644, Format: tar.FormatPAX, PAXRecords: records})
	if err == nil {
		_, err = io.WriteString(w, content)
	}
	if err != nil {
		panic(err)
	}
	if err := w.Close(); err != nil {
		panic(err)
	}
	return bytes.ReplaceAll(b.Bytes(), []byte("XNU.sparse"), []byte("GNU.sparse"))
}
