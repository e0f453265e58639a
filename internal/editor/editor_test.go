package editor

import (
	"context"
	"strings"
	"sync"
	"testing"

	"hegui"
	"hegui/internal/assess"
	"hegui/internal/catalog"
	"hegui/internal/pack"
)

var aiplus = sync.OnceValues(func() (*pack.Pack, error) { return pack.Open(hegui.Files, "aiplus") })

func openPack(t testing.TB) *pack.Pack {
	t.Helper()
	p, err := aiplus()
	if err != nil {
		t.Fatal(err)
	}
	return p
}

// assessment of a text; nil when it cannot be parsed.
func assessment(t testing.TB, text *Text) *assess.Assessment {
	t.Helper()
	doc, err := text.Document()
	if err != nil {
		return nil
	}
	p := text.pack
	profile, _ := p.Catalog.Profile("general")
	a := &assess.Assessor{Pack: p.Ref, Catalog: p.Catalog, Profile: profile, Form: p.Schema, Evaluator: p.Rules, AsOf: "2026-11-01"}
	as, err := a.Assess(context.Background(), doc)
	if err != nil {
		t.Fatal(err)
	}
	return as
}

// cursor marks the position that a test is about.
const cursor = "‸"

// at opens a text without its cursor, and gives where that stood.
func at(t testing.TB, marked string) (*Text, Position) {
	t.Helper()
	before, after, ok := strings.Cut(marked, cursor)
	if !ok {
		t.Fatalf("no cursor in %q", marked)
	}
	text := Open(openPack(t), "proposal.yaml", before+after)
	return text, text.lines.position(len(before))
}

// apply gives a text after an edit.
func apply(t testing.TB, text *Text, e Edit) string {
	t.Helper()
	start, end := text.lines.offset(e.Range.Start), text.lines.offset(e.Range.End)
	if start > end {
		t.Fatalf("range %v is backwards", e.Range)
	}
	return text.lines.text[:start] + e.Text + text.lines.text[end:]
}

var languages = []catalog.Lang{catalog.ZH, catalog.EN}
