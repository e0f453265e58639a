package handbook

import (
	"bufio"
	"fmt"
	"io"
	"slices"
	"strings"

	"hegui/internal/catalog"
	"hegui/internal/report"
)

// Format names one way to write a trace.
type Format string

// The formats.
const (
	Text Format = "text" // for a terminal
	JSON Format = "json" // one document, the same whatever the language
	HTML Format = "html" // one self-contained page without a script
)

// Formats lists the formats, in the order help shows them.
func Formats() []Format { return []Format{Text, JSON, HTML} }

// ParseFormat finds a format by name; the error lists the known ones.
func ParseFormat(name string) (Format, error) {
	if f := Format(name); slices.Contains(Formats(), f) {
		return f, nil
	}
	names := make([]string, 0, len(Formats()))
	for _, f := range Formats() {
		names = append(names, string(f))
	}
	return "", fmt.Errorf("unknown format %q; known are %s", name, strings.Join(names, ", "))
}

// TraceOptions say how to write a trace. The zero value is in English and says everything.
type TraceOptions struct {
	Lang  catalog.Lang
	Brief bool // text: count cases instead of naming them
}

// WriteTrace writes the trace of a pack. The error is the writer's, or an unknown format.
func WriteTrace(w io.Writer, f Format, s *Source, o TraceOptions) error {
	t := NewTrace(s)
	switch f {
	case Text:
		return t.writeText(w, o)
	case JSON:
		return t.writeJSON(w)
	case HTML:
		return t.writeHTML(w, s, o.Lang)
	default:
		return fmt.Errorf("unknown format %q", f)
	}
}

// writeText writes gaps first, then the document sentence by sentence. A requirement stands below the sentence that it
// quotes; where it holds another one, it is named only.
func (t *Trace) writeText(w io.Writer, o TraceOptions) error {
	out, say, lang := bufio.NewWriter(w), traceWordsIn(o.Lang), o.Lang
	line := func(format string, args ...any) {
		fmt.Fprintln(out, report.Safe(fmt.Sprintf(format, args...)))
	}
	line(say.Head, t.Source.Title.In(lang), t.Pack.ID, t.Pack.Version)
	line(say.Counts, t.Summary.Sentences, t.Summary.Ruled, t.Summary.Held, t.Summary.Person, t.Summary.Context, t.Summary.Uncovered)
	line(say.Proofs, t.Summary.Requirements, t.Summary.Cases, t.Summary.Mutants)
	fmt.Fprintln(out)
	if len(t.Gaps) == 0 {
		line("%s", say.NoGap)
	} else {
		line(say.GapsHead, len(t.Gaps))
		for _, g := range t.Gaps {
			line("  %s", t.gapText(g, lang))
		}
	}
	for i := range t.Sentences {
		s := &t.Sentences[i]
		fmt.Fprintln(out)
		line("%s [%s] %s", s.ID, say.coverage[s.Coverage], s.Text)
		if s.Reason != nil {
			line("  %s%s", say.Because, strings.TrimSpace(s.Reason.In(lang)))
		}
		if s.Person != nil {
			line("  %s%s", say.Judges, strings.TrimSpace(s.Person.In(lang)))
		}
		for _, id := range s.RuledBy {
			for _, text := range t.requirementLines(t.requirement(id), o) {
				line("  %s", text)
			}
		}
		for _, id := range s.HeldBy {
			if r := t.requirement(id); r != nil {
				line("  "+say.HeldBy, r.ID, r.Title.In(lang), r.Quote.Sentence)
			}
		}
	}
	return out.Flush()
}

// requirementLines shows one requirement: rule, tests, cases and mutant.
func (t *Trace) requirementLines(r *Requirement, o TraceOptions) []string {
	if r == nil {
		return nil // a pack that loads names known requirements only
	}
	say := traceWordsIn(o.Lang)
	lines := []string{r.ID + " " + r.Title.In(o.Lang), "  " + say.RuleFile + r.Rule}
	for _, file := range r.TestFiles {
		lines = append(lines, "  "+say.TestFile+file)
	}
	for _, e := range Expectations() {
		n := r.count(e)
		if n == 0 {
			continue
		}
		lines = append(lines, "    "+fmt.Sprintf(say.expects[e], n))
		for _, c := range r.Cases {
			if c.Expects == e && !o.Brief {
				lines = append(lines, "      "+say.caseText(&c))
			}
		}
	}
	if r.Mutant != nil {
		lines = append(lines, "  "+say.MutantFile+fmt.Sprintf(say.MutantText, r.Mutant.File, r.Mutant.Raises))
	}
	return lines
}

// caseText names a case; one that stands for a computed table says so.
func (w *traceWords) caseText(c *Case) string {
	if c.Computed {
		return fmt.Sprintf(w.ComputedCase, c.Name)
	}
	return c.Name
}

// gapText says what is missing where.
func (t *Trace) gapText(g Gap, lang catalog.Lang) string {
	say := traceWordsIn(lang)
	if r := t.requirement(g.Requirement); r != nil {
		return fmt.Sprintf(say.gap[g.Kind], r.ID+" "+r.Title.In(lang))
	}
	return fmt.Sprintf(say.gap[g.Kind], g.Sentence)
}
