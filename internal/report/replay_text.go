package report

import (
	"fmt"
	"io"
	"strings"

	"charm.land/lipgloss/v2"
)

// replayPrinter writes a replay for a terminal.
type replayPrinter struct {
	*printer
	tell *replayTeller
}

func writeReplayText(w io.Writer, r *Replay, o Options) error {
	t := &replayPrinter{newText(w, o), newReplayTeller(r, o, replayRowsText)}
	t.report()
	return t.w.Flush()
}

func (t *replayPrinter) report() {
	t.line(0, t.bold(t.tell.say.title))
	sides := t.tell.sides()
	if t.tell.Result.Proposals > 0 {
		t.paragraph(2, t.tell.say.before, sides[0], t.faint)
		t.paragraph(2, t.tell.say.after, sides[1], t.faint)
	}
	t.line(0, "")
	for _, s := range t.tell.summary() {
		t.paragraph(0, "", s, plain)
	}
	for _, s := range t.tell.sections() {
		t.section(&s)
	}
	if len(t.tell.Unreadable) > 0 {
		t.line(0, "")
		t.heading(t.tell.say.unreadable)
		for _, u := range t.tell.Unreadable {
			t.unreadable(u)
		}
	}
	if t.tell.Result.Proposals > 0 {
		t.line(0, "")
		t.paragraph(0, "", t.tell.say.provides, t.faint)
	}
}

func (t *replayPrinter) section(s *replaySection) {
	t.line(0, "")
	t.line(0, t.bold(s.Title))
	for _, text := range s.Sentences {
		t.paragraph(2, "", text, plain)
	}
	for _, text := range s.Notes {
		t.paragraph(2, "", text, t.faint)
	}
	if s.Table != nil && len(s.Table.Rows) > 0 {
		t.line(0, "")
		t.table(s.Table)
	}
}

// shortName is the width up to which all names of a table stand before its numbers; longer ones follow them, where they
// may run on.
const shortName = 34

func (t *replayPrinter) table(table *replayTable) {
	name := lipgloss.Width(table.NameHead)
	widths := make([]int, len(table.Heads))
	for i, h := range table.Heads {
		widths[i] = lipgloss.Width(h)
	}
	path := false
	for i := range table.Rows {
		r := &table.Rows[i]
		name, path = max(name, lipgloss.Width(Safe(r.Name))), path || r.Path
		for k, c := range r.Cells {
			widths[k] = max(widths[k], lipgloss.Width(c.Text))
		}
	}
	first := name <= shortName && !path
	put := func(label string, cells []replayCell, style func(string) string) {
		var b strings.Builder
		if first {
			b.WriteString(style(pad(label, name)))
		}
		for i, c := range cells {
			gap := strings.Repeat(" ", widths[i]-lipgloss.Width(c.Text))
			text := style(c.Text)
			if c.Strong {
				text = t.bold(c.Text)
			}
			if i > 0 || first {
				b.WriteString("  ")
			}
			if c.Class == "n" {
				b.WriteString(gap + text)
			} else {
				b.WriteString(text + gap)
			}
		}
		if !first {
			b.WriteString("  " + style(label))
		}
		t.line(2, b.String())
	}
	put(table.NameHead, table.HeadCells(), t.faint)
	for i := range table.Rows {
		r := &table.Rows[i]
		put(Safe(r.Name), r.Cells, plain)
		if r.Sub != "" {
			t.paragraph(6, "", r.Sub, t.faint)
		}
	}
	if table.More != "" {
		t.paragraph(2, "", table.More, t.faint)
	}
}

// tile is one figure at the top of a page.
type tile struct{ Label, Value string }

// tiles gives the figures that a reader looks for first.
func (t *replayTeller) tiles() []tile {
	r := t.Result
	out := []tile{
		{t.say.proposals, fmt.Sprint(r.Proposals)}, {t.say.flips, fmt.Sprint(r.Flips)}, {t.say.better, fmt.Sprint(r.Better)},
		{t.say.worse, fmt.Sprint(r.Worse)}, {t.say.median, r.Scores.Median.String()},
	}
	if r.Ranks.Tau != nil {
		out = append(out, tile{"τ-b", tenThousandths(*r.Ranks.Tau)})
	}
	return out
}
