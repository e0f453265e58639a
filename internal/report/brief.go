package report

import (
	"bufio"
	"fmt"
	"io"
	"slices"
	"strings"

	"charm.land/lipgloss/v2"

	"hegui/internal/assess"
)

// missedShown is how many of the requirements that were missed most a summary names.
const missedShown = 5

// brief writes a line per proposal for people who look at many, and a summary at the end.
type brief struct {
	printer
	tally   *tally
	skipped int // files that cannot be read
}

func newBrief(w io.Writer, o Options) *brief {
	return &brief{
		printer: printer{phrasing: newPhrasing(o), w: bufio.NewWriter(w)},
		tally:   newTally(o.Catalog),
	}
}

func (b *brief) Add(a *assess.Assessment) error {
	b.tally.add(a)
	d := &a.Decision
	head := b.paint(pad(b.words.verdict[d.Verdict], b.verdictWidth()), verdictStyle(d.Verdict)) + b.bold(fmt.Sprintf(" %6s", d.Score)) + "  "
	b.line(0, head+Safe(a.File)+"  "+b.faint(Safe(a.Title)))
	indent := b.verdictWidth() + 9
	if a.Unwaived != nil {
		b.paragraph(indent, "", fmt.Sprintf(b.words.unwaived, b.words.verdict[a.Unwaived.Verdict], a.Unwaived.Score), b.faint)
	}
	for _, text := range slices.Concat(b.reasonTexts(a), b.idleWaivers(a)) {
		b.paragraph(indent, "", text, b.faint)
	}
	return b.w.Flush()
}

func (b *brief) Skip(u *Unreadable) error {
	b.skipped++
	problem, _ := unreadableText(u, b.o.Lang)
	at := Safe(u.File)
	if p, ok := positionOf(u.Err); ok {
		at = fmt.Sprintf("%s:%d:%d", at, p.Line, p.Column)
	}
	b.line(0, b.paint(pad(b.words.unreadableShort, b.verdictWidth()), red)+strings.Repeat(" ", 9)+at)
	b.paragraph(b.verdictWidth()+9, "", problem, b.faint)
	return b.w.Flush()
}

// Close writes the summary.
func (b *brief) Close() error {
	t := b.tally
	b.line(0, "")
	b.heading(fmt.Sprintf(b.words.summary, len(t.scores), b.skipped))
	for _, v := range []assess.Verdict{assess.VerdictPass, assess.VerdictReview, assess.VerdictFail, assess.VerdictError} {
		if n := t.verdicts[v]; n > 0 {
			b.line(2, b.paint(pad(b.words.verdict[v], b.verdictWidth()), verdictStyle(v))+fmt.Sprintf(" %6d", n))
		}
	}
	if s := spreadOf(t.scores); s.N > 0 {
		b.line(0, "")
		b.paragraph(2, "", fmt.Sprintf(b.words.spread, s.Min, s.Q1, s.Median, s.Q3, s.Max), plain)
	}
	if most := t.mostMissed(missedShown); len(most) > 0 {
		b.line(0, "")
		b.paragraph(2, "", b.words.missedMost, plain)
		for _, i := range most {
			req := &b.c.Requirements[i]
			b.line(4, fmt.Sprintf("%6d  %s %s", t.requirements[i].Missed(), req.ID, req.Title.In(b.o.Lang)))
		}
	}
	return b.w.Flush()
}

// verdictWidth is the widest word that begins a line.
func (b *brief) verdictWidth() int {
	width := lipgloss.Width(b.words.unreadableShort)
	for _, word := range b.words.verdict {
		width = max(width, lipgloss.Width(word))
	}
	return width
}
