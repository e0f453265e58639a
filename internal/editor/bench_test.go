package editor

import (
	"testing"

	"hegui/internal/catalog"
)

// benchText gives a proposal of 1,039 lines and 40 KB.
func benchText(b *testing.B) string {
	b.Helper()
	return examples(b)["f09-good-compute-qingyang"]
}

// Reading and parsing, which all but completion need once for each state of a text.
func BenchmarkOpen(b *testing.B) {
	src, p := benchText(b), openPack(b)
	b.ReportAllocs()
	for b.Loop() {
		if _, err := Open(p, "p", src).Document(); err != nil {
			b.Fatal(err)
		}
	}
}

// What an assessment says, put into places and with repairs; neither parsing nor the assessment is measured.
func BenchmarkDiagnostics(b *testing.B) {
	text := Open(openPack(b), "p", examples(b)["f03-checkbox-smart-city"]) // 903 lines with 306 findings
	a := assessment(b, text)
	b.ReportAllocs()
	for b.Loop() {
		text.Diagnostics(a, catalog.ZH)
	}
}

// What Diagnostics and Hover wait for when rules are evaluated.
func BenchmarkAssess(b *testing.B) {
	text := Open(openPack(b), "p", benchText(b))
	for b.Loop() {
		assessment(b, text)
	}
}

// Completion as a request has it: the text is read anew, and not parsed.
func BenchmarkComplete(b *testing.B) {
	src, p := benchText(b)+"\n", openPack(b)
	b.ReportAllocs()
	for b.Loop() {
		if len(Open(p, "p", src).Complete(Position{Line: 5000}, catalog.ZH)) == 0 {
			b.Fatal("nothing is offered")
		}
	}
}

// Hover over an open text, without an assessment.
func BenchmarkHover(b *testing.B) {
	text := Open(openPack(b), "p", benchText(b))
	b.ReportAllocs()
	for b.Loop() {
		if text.Hover(Position{Line: 9, Character: 4}, nil, catalog.ZH).Contents == "" {
			b.Fatal("nothing is said")
		}
	}
}
