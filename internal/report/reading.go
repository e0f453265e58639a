package report

import (
	"fmt"
	"slices"
	"strings"

	"hegui/internal/assess"
	"hegui/internal/catalog"
)

// readings says whether the verdict rests on how vague clauses are read, and on which.
func (t *printer) readings(a *assess.Assessment) {
	s := a.Readings
	if s == nil {
		return
	}
	t.heading(t.words.readingsHeading)
	t.paragraph(2, "", t.readingsSummary(a), plain)
	t.line(0, "")
	var idle []string
	for i := range s.Readings {
		reading, ok := t.c.Reading(s.Readings[i].Reading)
		switch {
		case !ok:
		case moves(&s.Readings[i]):
			t.reading(reading, &s.Readings[i])
		default:
			idle = append(idle, reading.Quote.Text)
		}
	}
	if len(idle) > 0 {
		t.paragraph(2, "•", fmt.Sprintf(t.words.readingsIdle, strings.Join(idle, t.words.comma)), t.faint)
		t.line(0, "")
	}
}

// moves says whether any way to read a clause changes a result.
func moves(effect *assess.ReadingEffect) bool {
	return slices.ContainsFunc(effect.Alternatives, func(a assess.AlternativeEffect) bool { return len(a.Changed) > 0 })
}

func (t *printer) reading(reading *catalog.Reading, effect *assess.ReadingEffect) {
	t.paragraph(2, "", fmt.Sprintf("%s “%s” · %s", reading.Quote.Sentence, reading.Quote.Text, t.readingMark(effect)), t.bold)
	for i, alternative := range effect.Alternatives {
		line := fmt.Sprintf(t.words.readingLine, reading.Alternatives[i].Title.In(t.o.Lang), t.words.verdict[alternative.Verdict], alternative.Score)
		t.paragraph(4, fmt.Sprintf("%c", 'A'+rune(i)), line, plain)
		for k := range alternative.Changed {
			r := &alternative.Changed[k]
			t.paragraph(8, "", fmt.Sprintf("%s: %s", r.Requirement, t.words.status[r.Status]), t.faint)
			t.readingFindings(r)
		}
	}
	t.line(0, "")
}

// readingFindings says why a requirement would lose its points: the message and the place, one line each.
func (t *printer) readingFindings(r *assess.Result) {
	for k := range r.Findings {
		f := &r.Findings[k]
		message, _ := Describe(t.c, f)
		t.paragraph(10, "", fmt.Sprintf("%d:%d %s", f.Position.Line, f.Position.Column, message.In(t.o.Lang)), t.faint)
	}
	if r.Error != "" {
		t.paragraph(10, t.words.failure, r.Error, plain)
	}
}
