package report

import (
	"fmt"

	"charm.land/lipgloss/v2"

	"hegui/internal/assess"
)

// place writes file:line:col and the path, as editors and terminals link it.
func (t *printer) place(indent int, file string, p assess.Place) {
	at := fmt.Sprintf("%s:%d:%d", Safe(file), p.Position.Line, p.Position.Column)
	path := Safe(p.Path.String())
	if indent+lipgloss.Width(at)+2+lipgloss.Width(path) <= t.o.Width {
		t.line(indent, t.paint(at, cyan)+"  "+t.faint(path))
		return
	}
	t.line(indent, t.paint(at, cyan))
	t.line(indent, t.faint(path))
}

// guards says where the proposal says one thing of itself and shows another.
func (t *printer) guards(a *assess.Assessment) {
	for i := range a.Guards {
		g := &a.Guards[i]
		if i == 0 || g.Position != a.Guards[i-1].Position {
			t.place(2, a.File, g.Place)
		}
		t.paragraph(4, t.words.guard, describeGuard(t.c, g).In(t.o.Lang), func(s string) string { return t.paint(s, yellow) })
	}
	if len(a.Guards) > 0 {
		t.line(0, "")
	}
}

// findings writes what there is to repair.
func (t *printer) findings(a *assess.Assessment, all []assess.Finding) {
	for _, n := range t.notes(all) {
		t.note(a, &n)
	}
}

func (t *printer) note(a *assess.Assessment, n *note) {
	t.place(4, a.File, n.Place)
	text := n.message
	if n.byDefault() {
		text += " †"
	}
	t.paragraph(4, "", text, t.bold)
	if len(n.findings) == 1 {
		for _, r := range n.findings[0].Related {
			t.paragraph(4, t.words.related, fmt.Sprintf("%d:%d  %s", r.Position.Line, r.Position.Column, r.Path), t.faint)
		}
	}
	t.paragraph(4, t.words.remedy, n.remedy, plain)
}
