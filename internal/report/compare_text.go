package report

import (
	"fmt"

	"charm.land/lipgloss/v2"

	"hegui/internal/assess"
)

// comparisonPrinter writes comparisons for people.
type comparisonPrinter struct {
	*printer
	compare compareWords
}

func (t *comparisonPrinter) comparisons(c *Comparisons) {
	for i := range c.Pairs {
		t.separate()
		t.pair(&c.Pairs[i])
	}
	for _, u := range c.Unreadable {
		t.separate()
		t.unreadable(u)
	}
	t.leftOver(c)
}

func (t *comparisonPrinter) leftOver(c *Comparisons) {
	for _, side := range []struct {
		text string
		all  []*Described
	}{{t.compare.onlyBefore, c.OnlyBefore}, {t.compare.onlyAfter, c.OnlyAfter}} {
		for _, a := range side.all {
			t.paragraph(0, "•", fmt.Sprintf(side.text, a.File, a.Project), plain)
		}
	}
}

func (t *comparisonPrinter) pair(p *Pair) {
	before, after := &p.Before.Decision, &p.After.Decision
	t.line(0, t.bold(fmt.Sprintf("%s → %s", before.Score, after.Score))+"  "+t.signed(p.Change)+"  "+
		t.paint(t.words.verdict[before.Verdict], verdictStyle(before.Verdict))+" → "+t.paint(t.words.verdict[after.Verdict], verdictStyle(after.Verdict)))
	for i, text := range splitTexts(p.Comparison, &t.words, &t.compare) {
		style := plain
		if i > 0 {
			style = t.faint
		}
		t.paragraph(2, "", text, style)
	}
	t.line(0, "")
	for _, side := range p.sides(&t.compare) {
		t.paragraph(2, side.label, sideText(side.a, &t.compare), t.faint)
	}
	if p.renamed() {
		t.paragraph(2, t.words.warning, fmt.Sprintf(t.compare.renamed, p.Before.Project, p.After.Project), plain)
	}
	t.line(0, "")
	if !differ(p.Comparison) {
		t.paragraph(2, "", t.compare.nothing, plain)
		t.line(0, "")
		return
	}
	t.dimensionChanges(p)
	t.requirements(p)
	t.formChange(p)
	t.paragraph(2, "", fmt.Sprintf(t.compare.findings, len(p.Findings.New), len(p.Findings.Gone), p.Findings.Unchanged), plain)
	t.paragraph(2, "", fmt.Sprintf(t.compare.unchanged, len(p.Requirements), p.Unchanged), plain)
	t.line(0, "")
}

func (t *comparisonPrinter) signed(d assess.Delta) string {
	switch {
	case d > 0:
		return t.paint(d.String(), green)
	case d < 0:
		return t.paint(d.String(), red)
	default:
		return t.faint(d.String())
	}
}

// dimensionChanges lists the dimensions whose score changed.
func (t *comparisonPrinter) dimensionChanges(p *Pair) {
	name, shown := 0, 0
	for i := range p.Dimensions {
		if p.Dimensions[i].Change() != 0 {
			name = max(name, lipgloss.Width(Safe(titleOf(t.c, p.Dimensions[i].Dimension, t.o.Lang))))
		}
	}
	for i := range p.Dimensions {
		d := &p.Dimensions[i]
		if d.Change() == 0 {
			continue
		}
		shown++
		t.line(2, fmt.Sprintf("%s  %6s → %6s  ", pad(Safe(titleOf(t.c, d.Dimension, t.o.Lang)), name), d.Before.Score, d.After.Score)+t.signed(d.Change()))
	}
	if shown > 0 {
		t.line(0, "")
	}
}

func (t *comparisonPrinter) requirements(p *Pair) {
	if len(p.Requirements) == 0 {
		return
	}
	t.heading(fmt.Sprintf(t.compare.requirements, len(p.Requirements)))
	for i := range p.Requirements {
		r := &p.Requirements[i]
		style := yellow
		switch {
		case r.Change > 0:
			style = green
		case r.Change < 0:
			style = red
		}
		t.paragraph(2, "", r.Requirement+" "+p.requirement(r.Requirement).Title.In(t.o.Lang), func(s string) string { return t.paint(s, style.Bold(true)) })
		for _, text := range changeTexts(p, r, &t.words, &t.compare) {
			t.paragraph(4, "", text, t.faint)
		}
		t.findingChange(p, r.Requirement, &r.Findings)
		t.line(0, "")
	}
}

func (t *comparisonPrinter) formChange(p *Pair) {
	if len(p.Form.New)+len(p.Form.Gone) == 0 {
		return
	}
	t.heading(fmt.Sprintf(t.compare.form, len(p.Form.New), len(p.Form.Gone), p.Form.Unchanged))
	t.findingChange(p, "", &p.Form)
	t.line(0, "")
}

// changesShown is how many new and how many gone findings of one requirement are listed.
const changesShown = 20

// findingChange lists what is new, to be repaired, and what is gone.
func (t *comparisonPrinter) findingChange(p *Pair, requirement string, c *assess.FindingChange) {
	t.changed(p.After, requirement, t.compare.isNew, c.New, t.bold, true)
	t.changed(p.Before, requirement, t.compare.isGone, c.Gone, t.faint, false)
}

func (t *comparisonPrinter) changed(a *Described, requirement, label string, all []assess.Finding, style func(string) string, remedy bool) {
	shown := all
	if !t.o.Verbose && len(shown) > changesShown {
		shown = shown[:changesShown]
	}
	for i := range shown {
		f := a.words(requirement, &shown[i])
		t.place(4, a.File, f.Place)
		t.paragraph(4, label, f.Message.In(t.o.Lang), style)
		if remedy {
			t.paragraph(4, t.words.remedy, f.Remedy.In(t.o.Lang), plain)
		}
	}
	if rest := len(all) - len(shown); rest > 0 {
		t.paragraph(4, label, fmt.Sprintf(t.words.more, rest), t.faint)
	}
}
