package sample

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"io"
	"slices"
	"strings"
	"testing"

	"hegui/internal/proposal"
)

// files is how many proposals the tests look at.
const files = 300

type written struct {
	meta Meta
	src  []byte
}

func write(t *testing.T, seed uint64, i int) written {
	t.Helper()
	var b bytes.Buffer
	meta, err := Write(&b, seed, i)
	if err != nil {
		t.Fatal(err)
	}
	return written{meta, b.Bytes()}
}

func writeAll(t *testing.T, seed uint64) []written {
	t.Helper()
	out := make([]written, files)
	for i := range out {
		out[i] = write(t, seed, i)
	}
	return out
}

// A file follows from the seed and its index: not from the files before it, and not from the process.
func TestSameSeedSameBytes(t *testing.T) {
	t.Parallel()
	forward := writeAll(t, 3)
	for i := files - 1; i >= 0; i-- {
		if again := write(t, 3, i); !bytes.Equal(again.src, forward[i].src) {
			t.Fatalf("file %d differs when it is written alone", i)
		}
	}
	if bytes.Equal(write(t, 4, 0).src, forward[0].src) {
		t.Error("another seed gives the same file")
	}
}

// The bytes are fixed across machines and versions of Go. A change of the generator changes them, and with them every
// published figure that rests on generated files.
func TestBytesAreFixed(t *testing.T) {
	t.Parallel()
	sum := sha256.New()
	for i := range files {
		if _, err := Write(sum, 1, i); err != nil {
			t.Fatal(err)
		}
	}
	const want = "ad60b6c9cf60df990fb7ecd6ede193adb15cd45e7ade0d8464b6a7930bfd6c64"
	if got := hex.EncodeToString(sum.Sum(nil)); got != want {
		t.Errorf("the first %d files of seed 1 have SHA-256 %s, not %s", files, got, want)
	}
}

func TestEveryFileParses(t *testing.T) {
	t.Parallel()
	for i, f := range writeAll(t, 2) {
		if _, err := proposal.Parse(Name(i), f.src, proposal.Limits{}); err != nil {
			t.Errorf("file %d (%s, %s): %v", i, f.meta.Archetype, f.meta.Style, err)
		}
	}
}

// Meta tells the truth about the bytes.
func TestMetaMatchesTheFile(t *testing.T) {
	t.Parallel()
	for i, f := range writeAll(t, 1) {
		if f.meta.Index != i || f.meta.Bytes != len(f.src) {
			t.Errorf("file %d: meta says %d, %d bytes; it has %d", i, f.meta.Index, f.meta.Bytes, len(f.src))
		}
		if got := bytes.HasPrefix(f.src, []byte("\ufeff")); got != f.meta.BOM {
			t.Errorf("file %d: byte order mark %t, meta says %t", i, got, f.meta.BOM)
		}
		if got := bytes.Contains(f.src, []byte("\r\n")); got != f.meta.CRLF {
			t.Errorf("file %d: CRLF %t, meta says %t", i, got, f.meta.CRLF)
		}
		if got := bytes.Count(f.src, []byte(": *a")) - bytes.Count(f.src, []byte(": **")); got != f.meta.Aliases {
			t.Errorf("file %d: %d aliases, meta says %d", i, got, f.meta.Aliases)
		}
		if got := bytes.Contains(f.src, []byte("language: en")); f.meta.Language == "en" && !got && !slices.Contains(f.meta.Defects, "required_missing") {
			t.Errorf("file %d: English by meta, not by the file", i)
		}
	}
}

// Whatever a generator promises has to occur, or a measurement over its files says nothing about it.
func TestEverythingOccurs(t *testing.T) {
	t.Parallel()
	seen := map[string]int{}
	var sizes []int
	for _, f := range append(writeAll(t, 1), writeAll(t, 2)...) {
		m := f.meta
		sizes = append(sizes, m.Bytes)
		for _, s := range append([]string{m.Archetype, m.Language, m.Style, m.Size, m.Care}, m.Defects...) {
			seen[s]++
		}
		for name, is := range map[string]bool{"bom": m.BOM, "crlf": m.CRLF, "aliases": m.Aliases > 0, "off form": m.OffForm, "sound": len(m.Defects) == 0, "comment": bytes.Contains(f.src, []byte("  # "))} {
			if is {
				seen[name]++
			}
		}
	}
	want := slices.Concat(Archetypes(), Families(), []string{
		"zh", "en", "block", "mixed", "flow", "brief", "thin", "typical", "full", "careless", "ordinary", "careful",
		"bom", "crlf", "aliases", "off form", "sound", "comment",
	})
	for _, s := range want {
		if seen[s] == 0 {
			t.Errorf("no %s among %d files", s, 2*files)
		}
	}
	slices.Sort(sizes)
	t.Logf("sizes: %d, %d, %d, %d, %d bytes at 0, 10, 50, 90, 100 %%", sizes[0], sizes[len(sizes)/10], sizes[len(sizes)/2], sizes[len(sizes)*9/10], sizes[len(sizes)-1])
	if median := sizes[len(sizes)/2]; median < 8<<10 || median > 20<<10 || sizes[0] < 5<<10 || sizes[len(sizes)-1] < 40<<10 {
		t.Errorf("sizes run from %d over %d to %d bytes", sizes[0], median, sizes[len(sizes)-1])
	}
	t.Logf("%v", seen)
}

// Texts vary: most titles, and nearly all statements of the problem, are written once.
func TestTextsVary(t *testing.T) {
	t.Parallel()
	titles, problems := map[string]int{}, map[string]int{}
	for _, f := range writeAll(t, 1) {
		doc, err := proposal.Parse("x", f.src, proposal.Limits{})
		if err != nil {
			t.Fatal(err)
		}
		titles[text(t, doc, "project", "title_zh")]++
		problems[text(t, doc, "project", "problem", "statement_zh")]++
	}
	if len(titles) < files*8/10 || len(problems) < files*95/100 {
		t.Errorf("%d titles and %d problems in %d files", len(titles), len(problems), files)
	}
}

func text(t *testing.T, doc *proposal.Document, keys ...string) string {
	t.Helper()
	var path proposal.Path
	for _, k := range keys {
		path = append(path, proposal.Key(k))
	}
	v, ok := doc.At(path)
	if !ok {
		t.Fatalf("no %s", path)
	}
	return v.Text()
}

// Every pattern of every archetype can be filled in each language that the archetype speaks.
func TestPatternsFill(t *testing.T) {
	t.Parallel()
	for i := range archetypes {
		a := &archetypes[i]
		for lang := range 2 {
			if lang == zh && a.english == 100 || lang == en && a.english == 0 {
				continue
			}
			for seed := range uint64(10) {
				d := &draft{dice: newDice(seed, i), a: a, lang: lang, size: full, care: careful}
				d.build()
				d.root.each(func(n *node) {
					if strings.ContainsAny(n.text, "{}|") || strings.Contains(n.text, "%!") {
						t.Errorf("%s, language %d: %q is not filled", a.id, lang, n.text)
					}
				})
			}
		}
	}
}

func TestDecimals(t *testing.T) {
	t.Parallel()
	for _, tc := range []struct {
		got, want string
	}{
		{hundredths(0).String(), "0"}, {hundredths(5).String(), "0.05"}, {hundredths(1250).String(), "12.5"}, {hundredths(-30).String(), "-0.3"},
		{money(120000).String(), "1200"}, {thousandths(1).String(), "0.001"}, {thousandths(45600).String(), "45.6"},
	} {
		if tc.got != tc.want {
			t.Errorf("%s, want %s", tc.got, tc.want)
		}
	}
}

// Parts add up whatever the weights.
func TestSplitAddsUp(t *testing.T) {
	t.Parallel()
	d := newDice(1, 1)
	for range 2000 {
		total, unit := d.in(0, 50000), d.in(1, 120)
		sum := 0
		for _, p := range d.split(total, unit, d.in(1, 9), d.in(1, 90), d.in(1, 30)) {
			if p < 0 {
				t.Fatalf("a part of %d", p)
			}
			sum += p
		}
		if sum != total {
			t.Fatalf("parts of %d add up to %d", total, sum)
		}
	}
}

// A scalar is read as what was meant, in every style of quoting.
func TestScalarsSurvive(t *testing.T) {
	t.Parallel()
	for _, s := range []string{
		"no", "Yes", "null", "330200", "0x1F", "1e5", "2026-10-15", "a: b", "a #b", "- a", "[a]", "“引号”", `say "x"`, `back\slash`, "it's", "逗号，中文", "a, b", "100%", "*a", "&a", "!a", "@a", "`a", "尾空格 x", "?", "a:",
	} {
		for _, quote := range []string{"least", "double", "single"} {
			for _, width := range []int{0, 900} {
				e := &emitter{style: style{quote: quote, indent: 2, width: width, fold: 90}, d: newDice(1, 1)}
				src := e.write(obj("k", obj("v", s, "w", "x")), nil, nil)
				doc, err := proposal.Parse("x", src, proposal.Limits{})
				if err != nil {
					t.Errorf("%q, %s: %v\n%s", s, quote, err, src)
					continue
				}
				if got := text(t, doc, "k", "v"); got != s {
					t.Errorf("%q, %s: read as %q", s, quote, got)
				}
			}
		}
	}
}

func BenchmarkWrite(b *testing.B) {
	i := 0
	for b.Loop() {
		meta, err := Write(io.Discard, 1, i)
		if err != nil {
			b.Fatal(err)
		}
		b.SetBytes(int64(meta.Bytes))
		i++
	}
}
