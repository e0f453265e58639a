package editor

import (
	"strings"
	"testing"

	"hegui/internal/catalog"
)

// A proposal of about 1,000 lines: 39,583 bytes. The text is opened anew each time, as a request does.
func benchText(b *testing.B) string {
	b.Helper()
	text := examples(b)["f09-good-compute-qingyang"]
	b.ReportMetric(float64(strings.Count(text, "\n")), "lines")
	return text
}

// What an assessment says, put into places; the assessment itself is not measured.
func BenchmarkDiagnostics(b *testing.B) {
	src := examples(b)["f03-checkbox-smart-city"] // 903 lines with 306 findings
	a := assessment(b, Open(openPack(b), "p", src))
	b.ReportAllocs()
	for b.Loop() {
		Open(openPack(b), "p", src).Diagnostics(a, catalog.ZH)
	}
}

func BenchmarkAssess(b *testing.B) {
	src := benchText(b)
	for b.Loop() {
		assessment(b, Open(openPack(b), "p", src))
	}
}

func BenchmarkComplete(b *testing.B) {
	src := benchText(b)
	b.ReportAllocs()
	for b.Loop() {
		text := Open(openPack(b), "p", src+"\n")
		if len(text.Complete(Position{Line: 5000}, catalog.ZH)) == 0 {
			b.Fatal("nothing is offered")
		}
	}
}

func BenchmarkHover(b *testing.B) {
	src := benchText(b)
	b.ReportAllocs()
	for b.Loop() {
		text := Open(openPack(b), "p", src)
		if text.Hover(Position{Line: 9, Character: 4}, nil, catalog.ZH).Contents == "" {
			b.Fatal("nothing is said")
		}
	}
}
