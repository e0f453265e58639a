package batch

import (
	"archive/tar"
	"archive/zip"
	"bytes"
	"context"
	"encoding/binary"
	"hash/crc32"
	"io/fs"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"golang.org/x/text/encoding/simplifiedchinese"
)

// inArchive writes what an archive gives, without the archive's name.
func inArchive(t *testing.T, name string, archive []byte, l Limits) []string {
	t.Helper()
	tree(t, map[string]string{name: string(archive)})
	got := items(t, Inputs{Names: []string{name}, Limits: l})
	for i := range got {
		got[i] = strings.TrimPrefix(strings.TrimPrefix(got[i], name), "!")
	}
	return got
}

func TestArchivesGiveWhatAFolderWould(t *testing.T) {
	members := []member{
		{name: "b/"}, {name: "b/2.yml", content: "two"}, {name: "a.yaml", content: "one"}, {name: "./c/./d//e.YAML", content: "{}"}, {name: "readme.txt", content: "r"}, {name: "result.json", content: "{}"},
		{name: "__MACOSX/._a.yaml", content: "m"}, {name: ".DS_Store", content: "d"}, {name: "b/.git/x.yaml"}, {name: "inner.zip", content: string(zipOf(yamls(1)...))},
		{name: "甲/乙.yaml", content: "申报"}, {name: "empty.yaml"},
	}
	for name, archive := range each(members...) {
		t.Run(name, func(t *testing.T) {
			check(t, inArchive(t, name, archive, Limits{}), "b/2.yml = two", "a.yaml = one", "c/d/e.YAML = {}", "甲/乙.yaml = 申报", "empty.yaml = ")
			var ignored []string
			in := Inputs{Names: []string{name}, Ignored: func(n string) { ignored = append(ignored, strings.TrimPrefix(n, name+"!")) }}
			for range in.Items(t.Context()) {
			}
			check(t, ignored, "readme.txt", "result.json", "__MACOSX/._a.yaml", ".DS_Store", "b/.git/x.yaml", "inner.zip")
			if n, known := in.Count(t.Context()); (name == "x.zip") != known || known && n != 5 {
				t.Errorf("got count %d, %v, want 5 of a zip and unknown of a tar", n, known)
			}
		})
	}
}

func TestArchivesWithoutProposalsAreAnError(t *testing.T) {
	for name, archive := range each(member{name: "a.txt"}, member{name: "b/"}, member{name: "c.zip", content: string(zipOf(yamls(1)...))}) {
		check(t, inArchive(t, name, archive, Limits{}), ": E_NOTHING")
	}
	for name, archive := range each() {
		check(t, inArchive(t, name, archive, Limits{}), ": E_NOTHING")
	}
}

// One entry that is refused does not stop the others.
func TestArchivesRefuseEntriesByTheirNames(t *testing.T) {
	gbk, err := simplifiedchinese.GBK.NewEncoder().String("项目\\申报.yaml")
	if err != nil {
		t.Fatal(err)
	}
	long := strings.Repeat("长", 90) + ".yaml"
	tests := []struct{ name, want string }{
		{"../evil.yaml", "../evil.yaml: E_ENTRY_NAME"},
		{"a/../../evil.yaml", "a/../../evil.yaml: E_ENTRY_NAME"},
		{"a/../b.yaml", "a/../b.yaml: E_ENTRY_NAME"},
		{"/etc/a.yaml", "/etc/a.yaml: E_ENTRY_NAME"},
		{`..\evil.yaml`, `..\evil.yaml: E_ENTRY_NAME`},
		{`C:\a.yaml`, `C:\a.yaml: E_ENTRY_NAME`},
		{"c:a.yaml", "c:a.yaml: E_ENTRY_NAME"},
		{"../evil.txt", "../evil.txt: E_ENTRY_NAME"}, // a proposal or not, such an archive is told of
		{"a\x1b[31m.yaml", `a\x1b[31m.yaml: E_ENTRY_NAME/character`},
		{"a\nb.yaml", `a\nb.yaml: E_ENTRY_NAME/character`},
		{"a\u202egpj.yaml", `a\u202egpj.yaml: E_ENTRY_NAME/character`},
		{"a\u200bb.yaml", `a\u200bb.yaml: E_ENTRY_NAME/character`},
		{"a\xff\xff.yaml", `a\xff\xff.yaml: E_ENTRY_NAME/character`},
		{gbk, `项目\申报.yaml: E_ENTRY_NAME`},
		{long, long + ": E_ENTRY_NAME/long"},
		{strings.Repeat("a", 4096) + ".yaml", strings.Repeat("a", 120) + "…: E_ENTRY_NAME/long"},
		{strings.Repeat("a/", 16) + "b.yaml", strings.Repeat("a/", 16) + "b.yaml: E_ENTRY_NAME/long"},
		{strings.Repeat("a/", 15) + "b.yaml", strings.Repeat("a/", 15) + "b.yaml = x"},
		{"con.yaml", "con.yaml = x"}, // nothing is written under any name
		{"a\u3000b 甲.yaml", "a\u3000b 甲.yaml = x"},
	}
	for _, test := range tests {
		for name, archive := range each(member{name: "1.yaml", content: "1"}, member{name: test.name, content: "x"}, member{name: "2.yaml", content: "2"}) {
			check(t, inArchive(t, name, archive, Limits{}), "1.yaml = 1", test.want, "2.yaml = 2")
		}
	}
	// A zero byte ends a name in a tar; a zip can hold one.
	check(t, inArchive(t, "x.zip", zipOf(member{name: "a\x00.yaml"}), Limits{}), `a\x00.yaml: E_ENTRY_NAME/character`)
}

// Package zip and package tar refuse such names themselves when they are told to; that changes nothing.
func TestArchivesRefuseNamesWhateverGODEBUGSays(t *testing.T) {
	t.Setenv("GODEBUG", "zipinsecurepath=0,tarinsecurepath=0")
	for name, archive := range each(member{name: "1.yaml", content: "1"}, member{name: "../evil.yaml", content: "x"}, member{name: "2.yaml", content: "2"}) {
		check(t, inArchive(t, name, archive, Limits{}), "1.yaml = 1", "../evil.yaml: E_ENTRY_NAME", "2.yaml = 2")
	}
}

func TestArchivesReadChineseNamesOfWindows(t *testing.T) {
	gbk, err := simplifiedchinese.GBK.NewEncoder().String("项目/申报书.yaml")
	if err != nil {
		t.Fatal(err)
	}
	for name, archive := range each(member{name: gbk, content: "x"}) {
		check(t, inArchive(t, name, archive, Limits{}), "项目/申报书.yaml = x")
	}
}

func TestArchivesRefuseEntriesThatAreNoFiles(t *testing.T) {
	ok := member{name: "ok.yaml", content: "ok"}
	sparse := member{name: "s.yaml", content: "x"}
	tests := []struct {
		name    string
		archive []byte
		want    []string
	}{
		{"x.zip", zipOf(member{name: "l.yaml", content: "/etc/passwd", mode: fs.ModeSymlink | 0o777}, ok), []string{"l.yaml: E_LINK", "ok.yaml = ok"}},
		{"x.zip", zipOf(member{name: "d.yaml", mode: fs.ModeDevice | 0o600}, member{name: "p.yaml", mode: fs.ModeNamedPipe | 0o600}, ok), []string{"d.yaml: E_SPECIAL", "p.yaml: E_SPECIAL", "ok.yaml = ok"}},
		{"x.tar", tarOf(member{name: "l.yaml", target: "/etc/passwd", kind: tar.TypeSymlink}, member{name: "h.yaml", target: "ok.yaml", kind: tar.TypeLink}, ok), []string{"l.yaml: E_LINK", "h.yaml: E_LINK", "ok.yaml = ok"}},
		{"x.tar", tarOf(member{name: "c.yaml", kind: tar.TypeChar}, member{name: "b.yaml", kind: tar.TypeBlock}, member{name: "f.yaml", kind: tar.TypeFifo}, ok), []string{"c.yaml: E_SPECIAL", "b.yaml: E_SPECIAL", "f.yaml: E_SPECIAL", "ok.yaml = ok"}},
		{"x.tar", tarOf(member{name: "links", target: "/etc", kind: tar.TypeSymlink}, member{name: "links/passwd.yaml", content: "x"}), []string{"links/passwd.yaml = x"}},
		{"x.tar", sparsePAX(), []string{"s.yaml: E_SPECIAL/sparse"}},
		{"x.tar", sparseTar(sparse), []string{"s.yaml: E_SPECIAL/sparse", "ok.yaml = ok"}},
		{"x.zip", edit(zipOf(member{name: "e.yaml", content: "x"}, ok), func(b []byte) { b[bytes.Index(b, []byte(zipEntrySignature))+8] |= 1 }), []string{"e.yaml: E_ENCRYPTED", "ok.yaml = ok"}},
		{"x.zip", edit(zipOf(member{name: "m.yaml", content: "x"}, ok), func(b []byte) { b[bytes.Index(b, []byte(zipEntrySignature))+10] = 93 }), []string{"m.yaml: E_METHOD", "ok.yaml = ok"}},
	}
	for _, test := range tests {
		check(t, inArchive(t, test.name, test.archive, Limits{}), test.want...)
	}
}

func TestArchivesRefuseTwins(t *testing.T) {
	twins := []string{"A.YAML", "./a.yaml", "d/../a.yaml", "ａ.yaml", "a.yaml"}
	for i, want := range []string{": E_DUP_ENTRY", ": E_DUP_ENTRY", "", "", ": E_DUP_ENTRY"} {
		for name, archive := range each(member{name: "a.yaml"}, member{name: twins[i]}) {
			got := inArchive(t, name, archive, Limits{})
			if refused := len(got) == 1; refused != (want != "") || refused && got[0] != want {
				t.Errorf("%s with a.yaml and %s: got %q, want %q", name, twins[i], got, want)
			}
		}
	}
	for _, pair := range [][2]string{{"é/a.yaml", "e\u0301/a.yaml"}, {"d/a.yaml", "d /a.yaml"}, {"d/a.yaml", "d./A.yaml"}} {
		for name, archive := range each(member{name: pair[0]}, member{name: pair[1]}) {
			check(t, inArchive(t, name, archive, Limits{}), ": E_DUP_ENTRY")
		}
	}
	tree(t, map[string]string{"x.zip": string(zipOf(member{name: "a.yaml"}, member{name: "A.yaml"}))})
	for item := range (Inputs{Names: []string{"x.zip"}}).Items(t.Context()) {
		for _, lang := range []string{"zh", "en"} {
			if got := item.Err.(*Error).Message(lang); !strings.Contains(got, "a.yaml") || !strings.Contains(got, "A.yaml") {
				t.Errorf("got %q, want both names in it", got)
			}
		}
	}
	// What is not scored may be there twice.
	for name, archive := range each(member{name: "a.txt"}, member{name: "a.txt"}, member{name: "d/"}, member{name: "d/"}, member{name: "d/a.yaml"}) {
		check(t, inArchive(t, name, archive, Limits{}), "d/a.yaml = ")
	}
}

func TestArchivesRefuseBombs(t *testing.T) {
	zeros := strings.Repeat("\x00", 10<<20)
	bomb := member{name: "b.yaml", content: zeros}
	for name, archive := range each(member{name: "a.yaml", content: "a"}, bomb) {
		want := []string{": E_RATIO"}
		if name == "x.tar" { // not packed: merely large
			want = []string{"a.yaml = a", "b.yaml = " + zeros[:1<<20+1]}
		}
		began := time.Now()
		check(t, inArchive(t, name, archive, Limits{}), want...)
		t.Logf("%s of %d bytes: %v", name, len(archive), time.Since(began))
	}
	quiet := strings.Repeat(" ", 64<<10) // small enough to be a file of spaces
	check(t, inArchive(t, "x.zip", zipOf(member{name: "a.yaml", content: quiet}), Limits{}), "a.yaml = "+quiet)
	check(t, inArchive(t, "x.zip", zipOf(member{name: "a.yaml", content: quiet + " "}), Limits{}), ": E_RATIO")
	// What is no proposal is not unpacked from a zip, whatever it would become.
	check(t, inArchive(t, "x.zip", zipOf(member{name: "log.txt", content: zeros}, member{name: "a.yaml", content: "a"}), Limits{}), "a.yaml = a")
	// A directory that hides the size is found out when the bytes come.
	lie := rawZip([]byte(zeros), 0, zip.FileHeader{Name: "a.yaml", Method: zip.Deflate, UncompressedSize64: 100})
	check(t, inArchive(t, "x.zip", lie, Limits{}), ": E_RATIO")
}

// A directory of two names for one content; with enough names, a small archive would be any size.
func TestArchivesRefuseOverlaps(t *testing.T) {
	archive := edit(zipOf(member{name: "a.yaml", content: "same"}, member{name: "b.yaml", content: "same"}), func(b []byte) {
		last := bytes.LastIndex(b, []byte(zipEntrySignature))
		binary.LittleEndian.PutUint32(b[last+42:], 0)
	})
	check(t, inArchive(t, "x.zip", archive, Limits{}), ": E_OVERLAP")
	// The first entry's content holds the second entry, header and all.
	inner := zipOf(member{name: "b.yaml", content: "inner"})
	outer := rawStored(member{name: "a.yaml", content: string(inner[:bytes.Index(inner, []byte(zipEntrySignature))])}, member{name: "b.yaml", content: "inner"})
	archive = edit(outer, func(b []byte) {
		last := bytes.LastIndex(b, []byte(zipEntrySignature))
		binary.LittleEndian.PutUint32(b[last+42:], uint32(30+len("a.yaml")))
	})
	check(t, inArchive(t, "x.zip", archive, Limits{}), ": E_OVERLAP")
}

func TestArchivesAreRefusedWhole(t *testing.T) {
	good := zipOf(yamls(3)...)
	plain := tarOf(yamls(3)...)
	packed := gzipOf(plain)
	at := func(b []byte, signature string) int { return bytes.LastIndex(b, []byte(signature)) }
	content := []byte("content")
	sum := crc32.ChecksumIEEE(content)
	tests := []struct {
		expectation string
		name        string
		archive     []byte
		want        string
	}{
		{"an empty file", "x.zip", nil, "E_ARCHIVE"},
		{"an empty file", "x.tar", nil, "E_ARCHIVE/truncated"},
		{"an empty file", "x.tgz", nil, "E_ARCHIVE/truncated"},
		{"text", "x.zip", []byte("name: a\n"), "E_ARCHIVE"},
		{"text", "x.tar", bytes.Repeat([]byte("name: a\n"), 100), "E_ARCHIVE"},
		{"text", "x.tar.gz", []byte("name: a\nname: b\n"), "E_ARCHIVE"},
		{"a zip by another name", "x.tar", good, "E_ARCHIVE/truncated"},
		{"a tar that is packed, by another name", "x.tar", packed, "E_ARCHIVE/truncated"},
		{"a tar by another name", "x.zip", plain, "E_ARCHIVE"},
		{"cut before the directory", "x.zip", good[:at(good, zipEntrySignature)], "E_ARCHIVE/truncated"},
		{"cut in the end record", "x.zip", good[:len(good)-1], "E_ARCHIVE/truncated"},
		{"cut at the front", "x.zip", good[1:], "E_ARCHIVE"},
		{"something in front", "x.zip", append([]byte("#!/bin/sh\n"), good...), "E_ARCHIVE"},
		{"something behind", "x.zip", append(slices.Clone(good), 'x'), "E_ARCHIVE/trailing"},
		{"two zips", "x.zip", append(slices.Clone(good), good...), "E_ARCHIVE"},
		{"fewer entries than there are", "x.zip", edit(good, func(b []byte) { i := at(b, zipEndSignature); b[i+8], b[i+10] = 2, 2 }), "E_ARCHIVE"},
		{"more entries than there are", "x.zip", edit(good, func(b []byte) { i := at(b, zipEndSignature); b[i+8], b[i+10] = 4, 4 }), "E_ARCHIVE"},
		{"several disks", "x.zip", edit(good, func(b []byte) { b[at(b, zipEndSignature)+4] = 1 }), "E_ARCHIVE"},
		{"a directory elsewhere", "x.zip", edit(good, func(b []byte) { b[at(b, zipEndSignature)+16]++ }), "E_ARCHIVE"},
		{"an entry behind the directory", "x.zip", edit(good, func(b []byte) { binary.LittleEndian.PutUint32(b[at(b, zipEntrySignature)+20:], 1<<20) }), "E_ARCHIVE"},
		{"another checksum", "x.zip", rawZip(content, 0, zip.FileHeader{Name: "a.yaml", Method: zip.Deflate, UncompressedSize64: 7, CRC32: sum + 1}), "E_ARCHIVE/checksum"},
		{"a checksum of zero", "x.zip", rawZip(content, 0, zip.FileHeader{Name: "a.yaml", Method: zip.Deflate, UncompressedSize64: 7}), "E_ARCHIVE/checksum"},
		{"fewer bytes than there are", "x.zip", rawZip(content, 0, zip.FileHeader{Name: "a.yaml", Method: zip.Deflate, UncompressedSize64: 6, CRC32: sum}), "E_ARCHIVE/checksum"},
		{"more bytes than there are", "x.zip", rawZip(content, 0, zip.FileHeader{Name: "a.yaml", Method: zip.Deflate, UncompressedSize64: 8, CRC32: sum}), "E_ARCHIVE/checksum"},
		{"bytes that nothing uses", "x.zip", rawZip(content, 9, zip.FileHeader{Name: "a.yaml", Method: zip.Deflate, UncompressedSize64: 7, CRC32: sum}), "E_ARCHIVE/checksum"},
		{"no compressed data", "x.zip", edit(good, func(b []byte) { b[30+len("00000.yaml")] = 0xff }), "E_ARCHIVE/checksum"},
		{"cut in a file", "x.tar", plain[:512+1], "E_ARCHIVE/truncated"},
		{"cut after a file", "x.tar", plain[:1024], "E_ARCHIVE/truncated"},
		{"cut between the two blocks at the end", "x.tar", plain[:len(plain)-512], "E_ARCHIVE/truncated"},
		{"a changed header", "x.tar", edit(plain, func(b []byte) { b[1024]++ }), "E_ARCHIVE"},
		{"something behind", "x.tar", append(slices.Clone(plain), 'x'), "E_ARCHIVE/trailing"},
		{"two tars", "x.tar", append(slices.Clone(plain), plain...), "E_ARCHIVE/trailing"},
		{"two tars", "x.tgz", append(slices.Clone(packed), packed...), "E_ARCHIVE/trailing"},
		{"something behind", "x.tgz", append(slices.Clone(packed), "something else"...), "E_ARCHIVE/trailing"},
		{"cut in the checksum", "x.tgz", packed[:len(packed)-5], "E_ARCHIVE/truncated"},
		{"another checksum", "x.tgz", edit(packed, func(b []byte) { b[len(b)-8]++ }), "E_ARCHIVE"},
		{"another size", "x.tgz", edit(packed, func(b []byte) { b[len(b)-1]++ }), "E_ARCHIVE"},
	}
	for _, test := range tests {
		t.Run(test.name+" "+test.expectation, func(t *testing.T) {
			check(t, inArchive(t, test.name, test.archive, Limits{}), ": "+test.want)
		})
	}
	// Zeros may follow a tar, and gzip may come in several members.
	check(t, inArchive(t, "x.tar", append(slices.Clone(plain), make([]byte, 10<<10)...), Limits{}), "00000.yaml = 0", "00001.yaml = 1", "00002.yaml = 2")
	members := append(gzipOf(plain[:700]), gzipOf(plain[700:])...)
	check(t, inArchive(t, "x.tgz", members, Limits{}), "00000.yaml = 0", "00001.yaml = 1", "00002.yaml = 2")
}

func TestArchivesAreHeldToTheLimits(t *testing.T) {
	for name, archive := range each(yamls(10)...) {
		tests := []struct {
			expectation string
			limits      Limits
			want        string // "" when it is accepted
		}{
			{"as many entries as may be", Limits{Entries: 10}, ""},
			{"one entry more", Limits{Entries: 9}, "E_ENTRIES"},
			{"as many bytes as may be", Limits{Archive: int64(len(archive))}, ""},
			{"one byte more", Limits{Archive: int64(len(archive)) - 1}, "E_ARCHIVE_SIZE"},
			{"as many bytes inside as may be", Limits{Inflated: 10 * 1024 * 20}, ""},
			{"more bytes inside", Limits{Inflated: 9}, "E_INFLATED"},
		}
		for _, test := range tests {
			got := inArchive(t, name, archive, test.limits)
			if test.want == "" && len(got) == 10 || test.want != "" && len(got) == 1 && got[0] == ": "+test.want {
				continue
			}
			t.Errorf("%s, %s: got %q, want %q", name, test.expectation, got, test.want)
		}
	}
	check(t, inArchive(t, "x.zip", rawStored(yamls(10_001)...), Limits{}), ": E_ENTRIES")
	check(t, inArchive(t, "x.tar", tarOf(yamls(10_001)...), Limits{}), ": E_ENTRIES")
	for name, archive := range each(member{name: "a.yaml", content: "0123456789"}, member{name: "b.yaml", content: "0123456789ab"}) {
		check(t, inArchive(t, name, archive, Limits{Proposal: 10}), "a.yaml = 0123456789", "b.yaml = 0123456789a")
	}
}

// The end record counts modulo 65,536: a directory of 70,000 entries can say 4,464. They are counted, not held.
func TestArchivesCountEntriesThemselves(t *testing.T) {
	const entries = 70_000
	directory := make([]byte, entries*zipEntrySize)
	for i := range entries {
		copy(directory[i*zipEntrySize:], zipEntrySignature)
	}
	end := make([]byte, zipEndSize)
	copy(end, zipEndSignature)
	binary.LittleEndian.PutUint16(end[8:], entries%(1<<16))
	binary.LittleEndian.PutUint16(end[10:], entries%(1<<16))
	binary.LittleEndian.PutUint32(end[12:], uint32(len(directory)))
	archive := bytes.NewReader(append(directory, end...))
	var err error
	allocations := testing.AllocsPerRun(1, func() {
		_, err = openZip(archive, archive.Size(), DefaultLimits())
	})
	if codeOf(err) != "E_ENTRIES" || allocations > 100 {
		t.Errorf("got %v with %v allocations, want E_ENTRIES with a few", err, allocations)
	}
}

// Go's own test archives hold what broke others. Whatever they are, each gives items or one error, and soon.
func TestArchivesOfTheGoDistribution(t *testing.T) {
	root, err := exec.Command("go", "env", "GOROOT").Output()
	if err != nil {
		t.Skip("without Go at hand its archives are not either: ", err)
	}
	for kind, extension := range map[string]string{"zip": ".zip", "tar": ".tar"} {
		files, err := filepath.Glob(filepath.Join(strings.TrimSpace(string(root)), "src/archive", kind, "testdata/*"))
		if err != nil {
			t.Fatal(err)
		}
		if len(files) == 0 {
			t.Skip("this distribution of Go comes without its tests")
		}
		for _, file := range files {
			content := read(t, file)
			t.Run(filepath.Base(file), func(t *testing.T) {
				began := time.Now()
				got := inArchive(t, "x"+extension, []byte(content), Limits{})
				if len(got) == 0 {
					t.Error("got nothing, want an item or an error")
				}
				t.Logf("%.200q after %v", got, time.Since(began))
			})
		}
	}
}

func TestArchivesEndWithTheContext(t *testing.T) {
	for name, archive := range each(yamls(10)...) {
		tree(t, map[string]string{name: string(archive)})
		ctx, cancel := context.WithCancel(t.Context())
		defer cancel()
		n := 0
		for range (Inputs{Names: []string{name}}).Items(ctx) {
			if n++; n == 3 {
				cancel()
			}
		}
		if n != 3 {
			t.Errorf("%s: got %d items, want 3", name, n)
		}
		for range (Inputs{Names: []string{name}}).Items(t.Context()) {
			break
		}
	}
}

// An archive that is changed while it is read gives an error at that place, not an item that was never checked.
func TestArchivesThatChangeGiveAnError(t *testing.T) {
	noise := make([]byte, 200<<10) // more than any buffer on the way
	rand.NewChaCha8([32]byte{}).Read(noise)
	for name, archive := range each(member{name: "a.yaml", content: "a"}, member{name: "b.yaml", content: string(noise)}, member{name: "c.yaml"}) {
		tree(t, map[string]string{name: string(archive)})
		var got []string
		for item := range (Inputs{Names: []string{name}}).Items(t.Context()) {
			if got = append(got, line(t, item)); len(got) == 1 {
				if err := os.Truncate(name, 100<<10); err != nil {
					t.Fatal(err)
				}
			}
		}
		want := ": E_ARCHIVE/truncated"
		if name == "x.zip" {
			want = ": E_ARCHIVE/checksum"
		}
		check(t, got, name+"!a.yaml = a", name+want)
	}
}
