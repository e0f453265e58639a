package editor

import (
	"testing"
	"unicode/utf8"

	"hegui/internal/catalog"
)

func seeds(f *testing.F) {
	for _, text := range examples(f) {
		f.Add([]byte(text[:min(len(text), 2000)]), 20, 4)
	}
	for _, text := range []string{"", "a", "- - - a:\n", "a: [{b: \"c\n", "\ufeffa: |\n  b\r\nc\r", "project: {trl: {", "kpis:\n- id: '", "a:\n  b\n c: d\n", "\xff: \xfe", "😀: 😀"} {
		f.Add([]byte(text), 0, 1)
	}
}

// Whatever the text and the position, completion ends and replaces a part of the text before the cursor's word ends.
func FuzzComplete(f *testing.F) {
	seeds(f)
	p := openPack(f)
	f.Fuzz(func(t *testing.T, src []byte, line, character int) {
		text := Open(p, "proposal.yaml", string(src))
		for _, c := range text.Complete(Position{line, character}, catalog.EN) {
			checkRange(t, text, c.Edit.Range)
			if c.Label == "" || !utf8.ValidString(c.Edit.Text) && utf8.Valid(src) {
				t.Errorf("got %+v", c)
			}
		}
	})
}

// Whatever the text and the position, hover ends and is about a part of the text; so do diagnostics.
func FuzzHover(f *testing.F) {
	seeds(f)
	p := openPack(f)
	f.Fuzz(func(t *testing.T, src []byte, line, character int) {
		text := Open(p, "proposal.yaml", string(src))
		if got := text.Hover(Position{line, character}, nil, catalog.ZH); got.Contents != "" {
			checkRange(t, text, got.Range)
		}
		for _, d := range text.Diagnostics(nil, catalog.ZH) {
			checkRange(t, text, d.Range)
			if d.Range.Start == d.Range.End && len(src) > 0 {
				t.Errorf("the range of %s is empty", d.Code)
			}
		}
	})
}

func checkRange(t *testing.T, text *Text, r Range) {
	t.Helper()
	start, end := text.lines.offset(r.Start), text.lines.offset(r.End)
	if start > end || text.lines.position(start) != r.Start || text.lines.position(end) != r.End {
		t.Errorf("range %v is no part of the text", r)
	}
}
