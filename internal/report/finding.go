package report

import (
	"fmt"

	"charm.land/lipgloss/v2"

	"hegui/internal/assess"
	"hegui/internal/catalog"
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

// findings writes defects one by one, but fields that are missing side by side together.
func (t *printer) findings(a *assess.Assessment, all []assess.Finding) {
	for _, group := range together(all) {
		if len(group) > 1 {
			t.absentTogether(a, group)
		} else {
			t.finding(a, &group[0])
		}
	}
}

func (t *printer) absentTogether(a *assess.Assessment, all []assess.Finding) {
	parent := assess.Place{Path: all[0].Path[:len(all[0].Path)-1], Position: all[0].Position}
	t.place(4, a.File, parent)
	t.paragraph(4, "", t.absentFields(all), t.bold)
	t.paragraph(4, t.words.remedy, t.words.missingRemedy, plain)
}

func (t *printer) finding(a *assess.Assessment, f *assess.Finding) {
	message, remedy := Describe(t.c, f)
	t.place(4, a.File, f.Place)
	text := message.In(t.o.Lang)
	if f.Basis == catalog.BasisDefault {
		text += " †"
	}
	t.paragraph(4, "", text, t.bold)
	for _, r := range f.Related {
		t.paragraph(4, t.words.related, fmt.Sprintf("%d:%d  %s", r.Position.Line, r.Position.Column, r.Path), t.faint)
	}
	t.paragraph(4, t.words.remedy, remedy.In(t.o.Lang), plain)
}
