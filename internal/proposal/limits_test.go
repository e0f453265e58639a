package proposal

import (
	"errors"
	"fmt"
	"runtime"
	"strings"
	"testing"
)

// What limits cost and what they let through: attack_test.go, seen from the other side.

// A refusal may cost memory in proportion to the limits and never what the input would come to. The bound is twice what the
// worst input takes, which is as many nodes as the structural bytes allow.
func TestRefusalsCostLittleMemory(t *testing.T) {
	const most = 128 << 20
	for _, row := range refusals() {
		src := []byte(row.src)
		if got := allocated(func() { _, _ = Parse("f", src, row.lim) }); got > most {
			t.Errorf("%s: got %d bytes allocated, want at most %d", row.name, got, most)
		}
	}
}

// What is refused before the library sees it costs a copy of the text and a list of its lines.
func TestScanCostsTheTextAndItsLines(t *testing.T) {
	for _, row := range refusals() {
		most := uint64(len(row.src) + 8*strings.Count(row.src, "\n") + 32<<10)
		switch row.want {
		case "E_TOO_LARGE":
			most = 16 << 10
		case "E_STRUCTURE", "E_LINE_BREAK", "E_ENCODING", "E_EMPTY", "E_MULTI_DOC":
		default:
			continue
		}
		src := []byte(row.src)
		if got := allocated(func() { _, _ = Parse("f", src, row.lim) }); got > most {
			t.Errorf("%s: got %d bytes allocated, want at most %d", row.name, got, most)
		}
	}
}

func allocated(f func()) uint64 {
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	f()
	runtime.ReadMemStats(&after)
	return after.TotalAlloc - before.TotalAlloc
}

// Sorting after each source of a merge took half a second here: all sources are sorted once.
func TestManyMergedMappings(t *testing.T) {
	var b strings.Builder
	b.WriteString("a: {k1: own, <<: [")
	for i := range 9_990 {
		fmt.Fprintf(&b, "{k%d: %d, every: %d}, ", i, i, i)
	}
	v, _ := mustParse(t, b.String()+"]}").Root().Get("a")
	if got, want := len(v.Fields()), 9_991; got != want {
		t.Errorf("got %d fields, want %d", got, want)
	}
	for key, want := range map[string]string{"k1": "own", "k9989": "9989", "every": "0"} {
		if got, _ := v.Get(key); got == nil || got.Text() != want {
			t.Errorf("%s: got %v, want %s", key, got, want)
		}
	}
}

// Each warning once looked for its place from the beginning of the line.
func TestManyWarningsOnOneLongLine(t *testing.T) {
	doc := mustParse(t, "a: ["+rep("'"+rep("字", 20_000)+"', ", 10)+rep("x\u200b, ", 200)+"]")
	if got := len(doc.Warnings); got != maxWarnings {
		t.Fatalf("got %d warnings, want %d", got, maxWarnings)
	}
	for i, w := range doc.Warnings {
		if want := (Position{1, 4 + 1 + 10*20_004 + 4*i + 1}); w.Position != want {
			t.Fatalf("warning %d: got %v, want %v", i, w.Position, want)
		}
	}
}

// What is large but honest passes: the limits are not met by accident.
func TestLimitsAdmitWhatTheySay(t *testing.T) {
	for _, tt := range []struct{ name, src string }{
		{"64 levels of lists", "a: " + strings.Repeat("[", 63) + strings.Repeat("]", 63)},
		{"64 levels of mappings, the scalar inside counted", strings.Repeat("{a: ", 63) + strings.Repeat("}", 63)},
		{"64 levels of dashes", "a:\n" + strings.Repeat("- ", 62) + "1"},
		{"64 levels of indentation", staircase(63)},
		{"64 levels through an alias", "a: &a " + strings.Repeat("[", 30) + strings.Repeat("]", 30) + "\nb: " +
			strings.Repeat("[", 33) + "*a" + strings.Repeat("]", 33)},
		{"200 aliases", "a: &a 1\nb: [" + strings.Repeat("*a, ", 200) + "]"},
		{"10,000 items", "a: [" + strings.Repeat("1,", 10_000) + "]"},
		{"a text of 64 KiB", "a: " + strings.Repeat("x", 64<<10)},
		{"a key of 256 bytes", strings.Repeat("k", 256) + ": 1"},
		{"24,999 keys", manyKeys(24_999, "")},
		{"1 MiB", "a: 1\n#" + strings.Repeat("x", 1<<20-6)},
		{"brackets inside quoted text", `a: "` + strings.Repeat("[{", 100) + `"` + "\nb: '" + strings.Repeat("[{''", 100) + "'"},
		{"brackets inside an escaped quote", `a: "\"` + strings.Repeat("[{", 100) + `\\"`},
		{"brackets inside plain text", "a: x" + strings.Repeat("[{", 100) + "\nb: x " + strings.Repeat(" [", 100)},
		{"brackets inside a comment", "a: 1 # " + strings.Repeat("[{", 100) + "\n# it's " + strings.Repeat("[", 100) + "\n"},
		{"brackets inside a block text", "a: |\n  " + strings.Repeat("[{ ", 100) + "\n  " + strings.Repeat("- ", 100) + "\nb: >-\n  " + strings.Repeat("[{ ", 100) + "\n"},
		{"brackets inside a continued plain text", "a: x\n  " + strings.Repeat("[{ ", 100) + "\n  " + strings.Repeat("- ", 100) + "\nb: 1\n"},
		{"brackets after an apostrophe", "a: it's\nb: don't " + strings.Repeat("[{ ", 100) + "\n"},
		{"many lists, one after the other", "a: [" + strings.Repeat("[1], {a: 1}, ", 500) + "]"},
		{"many closed brackets in plain text", "a: x" + strings.Repeat("]}", 100) + "\nb: [" + strings.Repeat("[1],", 60) + "]"},
		{"dashes inside plain text", "a: x" + strings.Repeat(" - ", 100) + "\nb: " + strings.Repeat("-", 100) + "\n"},
		{"a long sequence of one-item sequences", "a:\n" + strings.Repeat("- - 1\n", 500)},
	} {
		if _, err := Parse("f", []byte(tt.src), Limits{}); err != nil {
			t.Errorf("%s: got %v, want a document", tt.name, err)
		}
	}
}

// A limit that is set counts instead of the default, in both directions.
func TestLimitsMayBeSet(t *testing.T) {
	for _, tt := range []struct {
		lim  Limits
		src  string
		code string
	}{
		{Limits{Bytes: 4}, "a: 12", "E_TOO_LARGE"},
		{Limits{Structure: 2}, "a: [1, 2]", "E_STRUCTURE"},
		{Limits{Depth: 1}, "a: [1]", "E_DEPTH"},
		{Limits{Nodes: 4}, "a: 1\nb: 2", "E_NODES"},
		{Limits{KeyBytes: 1}, "ab: 1", "E_KEY_SIZE"},
		{Limits{ScalarBytes: 1}, "a: xy", "E_SCALAR_SIZE"},
		{Limits{Sequence: 1}, "a: [1, 2]", "E_SEQUENCE"},
		{Limits{Aliases: 1}, "a: &a 1\nb: [*a, *a]", "E_ALIAS_BUDGET"},
		{Limits{ExpandedNodes: 10}, "a: &a [1, 1]\nb: [*a, *a]", "E_ALIAS_BUDGET"},
		{Limits{ExpandedBytes: 10}, "a: &a xxx\nb: [*a, *a, *a]", "E_ALIAS_BUDGET"},
		{Limits{Depth: 80}, "a: " + strings.Repeat("[", 79) + strings.Repeat("]", 79), ""},
		{Limits{KeyBytes: 300}, strings.Repeat("k", 300) + ": 1", ""},
	} {
		_, err := Parse("f", []byte(tt.src), tt.lim)
		if got := refusedWith(err); got != tt.code {
			t.Errorf("%+v: %.40s: got %q (%v), want %q", tt.lim, tt.src, got, err, tt.code)
		}
	}
}

func refusedWith(err error) string {
	var e *ParseError
	if errors.As(err, &e) {
		return e.Code
	}
	return ""
}
