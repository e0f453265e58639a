package report

import (
	"bufio"
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"slices"
	"strings"
	"unicode/utf8"

	"hegui/internal/catalog"
	"hegui/internal/similar"
)

// SimilarFormat names one way to write what proposals share.
type SimilarFormat string

// The formats.
const (
	SimilarText SimilarFormat = "text" // for a terminal
	SimilarJSON SimilarFormat = "json" // one document, the same whatever the language
	SimilarHTML SimilarFormat = "html" // one file that needs nothing else, two columns, no script
)

// SimilarVersion names the shape of the JSON; it changes when a field is renamed, removed or means another thing.
const SimilarVersion = "hegui/similar/v1"

// SimilarFormats lists every format, in the order help shows them.
func SimilarFormats() []SimilarFormat { return []SimilarFormat{SimilarText, SimilarJSON, SimilarHTML} }

// ParseSimilarFormat finds a format by name; the error lists the known ones.
func ParseSimilarFormat(name string) (SimilarFormat, error) {
	if f := SimilarFormat(name); slices.Contains(SimilarFormats(), f) {
		return f, nil
	}
	known := make([]string, 0, len(SimilarFormats()))
	for _, f := range SimilarFormats() {
		known = append(known, string(f))
	}
	return "", fmt.Errorf("unknown format %q; known are %s", name, strings.Join(known, ", "))
}

// Similar is what there is to report about a batch.
type Similar struct {
	Result     *similar.Result
	Unreadable []*Unreadable // what could not be compared, in the order of the input
}

// WriteSimilar writes the whole report. Of the options only Lang, Color and Width count. The error is an unknown format or
// of the underlying writer.
func WriteSimilar(w io.Writer, f SimilarFormat, s Similar, o Options) error {
	if o.Width == 0 {
		o.Width = 80
	}
	switch f {
	case SimilarText:
		return writeSimilarText(w, s, o)
	case SimilarJSON:
		return writeSimilarJSON(w, s)
	case SimilarHTML:
		return writeSimilarHTML(w, s, o)
	default:
		return fmt.Errorf("unknown format %q", f)
	}
}

func writeSimilarJSON(w io.Writer, s Similar) error {
	out := struct {
		Version string `json:"version"`
		*similar.Result
		Unreadable []jsonUnreadable `json:"unreadable"`
	}{SimilarVersion, s.Result, []jsonUnreadable{}}
	for _, u := range s.Unreadable {
		out.Unreadable = append(out.Unreadable, unreadableJSON(u))
	}
	buffered := bufio.NewWriter(w)
	enc := json.NewEncoder(buffered)
	enc.SetEscapeHTML(false) // as in the other results
	enc.SetIndent("", "  ")
	if err := enc.Encode(out); err != nil {
		return fmt.Errorf("encode result: %w", err)
	}
	return buffered.Flush()
}

// Lengths of an excerpt, in code points.
const (
	excerptAround = 20  // of what stands before and after the passage
	excerptInside = 800 // of the passage, in text
)

// excerpt shortens what is not shared before and after a passage, and the whole to most code points; most 0 is no limit.
// What was cut is an ellipsis.
func excerpt(parts []similar.Part, most int) []similar.Part {
	out := slices.Clone(parts)
	if n := len(out); n > 0 && !out[n-1].Shared {
		if runes := []rune(out[n-1].Text); len(runes) > excerptAround+1 {
			out[n-1].Text = string(runes[:excerptAround]) + "…"
		}
	}
	if len(out) > 0 && !out[0].Shared {
		if runes := []rune(out[0].Text); len(runes) > excerptAround+1 {
			out[0].Text = "…" + string(runes[len(runes)-excerptAround:])
		}
	}
	if most == 0 {
		return out
	}
	for i, left := 0, most; i < len(out); i++ {
		if n := utf8.RuneCountInString(out[i].Text); n > left {
			out[i].Text = string([]rune(out[i].Text)[:left]) + "…"
			return out[:i+1]
		}
		left -= utf8.RuneCountInString(out[i].Text)
	}
	return out
}

// percent writes per mille as people read it: 123 is 12.3 %.
func percent(perMille int) string { return fmt.Sprintf("%d.%d", perMille/10, perMille%10) }

// similarPlace writes file:line:col, as editors and terminals link it.
func similarPlace(name string, p similar.Place) string {
	return fmt.Sprintf("%s:%d:%d", Safe(name), p.Position.Line, p.Position.Column)
}

// similarPrinter writes for people, two columns side by side.
type similarPrinter struct {
	printer
	similar similarWords
	column  int // width of one of the two columns
}

func writeSimilarText(w io.Writer, s Similar, o Options) error {
	var b bytes.Buffer
	t := &similarPrinter{printer: *newText(&b, o), similar: similarWordsIn(o.Lang), column: (o.Width - 7) / 2}
	t.report(s)
	if err := t.w.Flush(); err != nil {
		return err
	}
	_, err := w.Write(b.Bytes())
	return err
}

func (t *similarPrinter) report(s Similar) {
	r, w := s.Result, t.similar
	for _, u := range s.Unreadable {
		t.unreadable(u)
	}
	t.paragraph(0, "", fmt.Sprintf(w.compared, r.Proposals, len(r.Copies), len(r.SameApplicant)), t.bold)
	t.paragraph(0, "", fmt.Sprintf(w.measure, r.MinCharacters), t.faint)
	for _, p := range r.Truncated {
		t.paragraph(0, "", fmt.Sprintf(w.truncated, p.Name, similar.MaxCharacters), plain)
	}
	t.pairs(w.copies, r.Copies)
	t.pairs(w.same, r.SameApplicant)
	if len(r.Common) > 0 {
		t.heading(w.common)
		t.paragraph(0, "", w.commonNote, t.faint)
	}
	for _, c := range r.Common {
		t.line(0, "")
		t.paragraph(2, "", fmt.Sprintf(w.commonLine, c.Applicants, similarPlace(c.Name, c.Place)), plain)
		t.paragraph(4, "", strings.Join(wrapParts(excerpt([]similar.Part{{Text: c.Text, Shared: true}}, excerptInside)), ""), plain)
	}
}

func (t *similarPrinter) heading(s string) {
	t.line(0, "")
	t.line(0, t.bold(s))
}

func (t *similarPrinter) pairs(heading string, pairs []similar.Pair) {
	if len(pairs) == 0 {
		return
	}
	t.heading(heading)
	for i := range pairs {
		p := &pairs[i]
		t.line(0, "")
		t.paragraph(2, "", fmt.Sprintf(t.similar.pair, percent(p.Similarity), p.Shared, len(p.Passages)), func(s string) string { return t.paint(s, yellow) })
		t.columns(Safe(p.A.Name), Safe(p.B.Name), t.bold)
		t.columns(Safe(p.A.Applicant), Safe(p.B.Applicant), plain)
		for _, q := range p.Passages {
			t.line(0, "")
			t.paragraph(2, "", fmt.Sprintf(t.similar.passage, q.Shared), t.faint)
			t.columns(placeInFile(q.A.Place), placeInFile(q.B.Place), func(s string) string { return t.paint(s, cyan) })
			t.columns(strings.Join(wrapParts(excerpt(q.A.Parts, excerptInside)), ""), strings.Join(wrapParts(excerpt(q.B.Parts, excerptInside)), ""), plain)
		}
	}
}

// placeInFile writes line:col and the path: the file stands above.
func placeInFile(p similar.Place) string {
	return fmt.Sprintf("%d:%d  %s", p.Position.Line, p.Position.Column, Safe(p.Path.String()))
}

// wrapParts marks what is shared: ⟦…⟧.
func wrapParts(parts []similar.Part) []string {
	out := make([]string, len(parts))
	for i, p := range parts {
		out[i] = Safe(p.Text)
		if p.Shared {
			out[i] = "⟦" + out[i] + "⟧"
		}
	}
	return out
}

// columns writes two texts side by side.
func (t *similarPrinter) columns(a, b string, style func(string) string) {
	left, right := wrap(a, t.column), wrap(b, t.column)
	for i := range max(len(left), len(right)) {
		l, r := "", ""
		if i < len(left) {
			l = left[i]
		}
		if i < len(right) {
			r = right[i]
		}
		t.line(2, style(pad(l, t.column))+t.faint(" │ ")+style(r))
	}
}

// similarWordsIn gives the words of a language; the texts of both stand in words_similar.go.
func similarWordsIn(lang catalog.Lang) similarWords {
	if lang == catalog.ZH {
		return similarChinese
	}
	return similarEnglish
}
