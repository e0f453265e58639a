package report

import (
	"bufio"
	"fmt"
	"io"
	"strings"
	"unicode"

	"charm.land/lipgloss/v2"

	"hegui/internal/assess"
	"hegui/internal/catalog"
)

// printer writes for people: verdict and score first, a bar per dimension, then what was lost, heaviest first. Errors of
// the writer are kept by bufio and seen at Flush.
type printer struct {
	phrasing
	w     *bufio.Writer
	begun bool
}

func newText(w io.Writer, o Options) *printer {
	return &printer{phrasing: newPhrasing(o), w: bufio.NewWriter(w)}
}

func (t *printer) Add(a *assess.Assessment) error {
	t.separate()
	t.assessment(a)
	return t.w.Flush()
}

func (t *printer) Skip(u *Unreadable) error {
	t.separate()
	t.unreadable(u)
	return t.w.Flush()
}

func (t *printer) Close() error { return t.w.Flush() }

// separate draws a line between two proposals.
func (t *printer) separate() {
	if t.begun {
		t.line(0, t.faint(strings.Repeat("─", min(t.o.Width, 100))))
	}
	t.begun = true
}

// line writes a line. One that begins with "::" would be a command to a CI server that shows it in a log.
func (t *printer) line(indent int, s string) {
	if rest := strings.TrimLeftFunc(s, unicode.IsSpace); strings.HasPrefix(rest, "::") {
		s = strings.TrimSuffix(s, rest) + "<U+003A>" + rest[1:]
	}
	fmt.Fprintf(t.w, "%s%s\n", strings.Repeat(" ", indent), strings.TrimRight(s, " "))
}

// bulletWidth is the width up to which a label is a bullet or a number, not a word that lines up with others.
const bulletWidth = 4

// paragraph wraps text under a label that stands in its own column.
func (t *printer) paragraph(indent int, label, s string, style func(string) string) {
	column := 0
	if label != "" {
		column = lipgloss.Width(label) + 2
		if column > bulletWidth {
			column = max(column, t.words.labelWidth)
		}
	}
	for i, l := range wrap(Safe(s), t.o.Width-indent-column) {
		head := ""
		if i == 0 {
			head = label
		}
		t.line(indent, t.faint(pad(head, column))+style(l))
	}
}

func (t *printer) paint(s string, st lipgloss.Style) string {
	if !t.o.Color || s == "" {
		return s
	}
	return st.Render(s)
}

func (t *printer) bold(s string) string  { return t.paint(s, lipgloss.NewStyle().Bold(true)) }
func (t *printer) faint(s string) string { return t.paint(s, lipgloss.NewStyle().Faint(true)) }
func plain(s string) string              { return s }

// The palette is the terminal's own sixteen colours, which people have already made readable for themselves.
var (
	red    = lipgloss.NewStyle().Foreground(lipgloss.Color("1"))
	green  = lipgloss.NewStyle().Foreground(lipgloss.Color("2"))
	yellow = lipgloss.NewStyle().Foreground(lipgloss.Color("3"))
	cyan   = lipgloss.NewStyle().Foreground(lipgloss.Color("6"))
)

func verdictStyle(v assess.Verdict) lipgloss.Style {
	switch v {
	case assess.VerdictPass:
		return green.Bold(true)
	case assess.VerdictReview:
		return yellow.Bold(true)
	default:
		return red.Bold(true)
	}
}

func (t *printer) unreadable(e *Unreadable) {
	problem, remedy := unreadableText(e, t.o.Lang)
	at := Safe(e.File)
	if p, ok := positionOf(e.Err); ok {
		at = fmt.Sprintf("%s:%d:%d", at, p.Line, p.Column)
	}
	t.line(0, at)
	t.paragraph(2, t.words.unreadable, problem, func(s string) string { return t.paint(s, red) })
	if remedy != "" {
		t.paragraph(2, t.words.remedy, remedy, plain)
	}
	t.line(0, "")
}

func (t *printer) assessment(a *assess.Assessment) {
	t.head(a)
	t.dimensions(&a.Decision)
	t.reasons(a)
	t.guards(a)
	t.form(a)
	t.losses(a)
	t.waivers(a)
	t.repair(a)
	t.confirm(a)
	t.readings(a)
	t.hints(a)
	for _, w := range a.Warnings {
		t.paragraph(2, t.words.warning, fmt.Sprintf("%s:%d:%d %s", a.File, w.Position.Line, w.Position.Column, w.Message(string(t.o.Lang))), plain)
	}
	if t.o.Verbose {
		t.rest(a)
	}
	t.line(0, "")
}

// head says what was assessed, and the verdict.
func (t *printer) head(a *assess.Assessment) {
	t.line(0, t.bold(Safe(a.File)))
	if a.Title != "" {
		t.paragraph(0, "", a.Title, t.bold)
	}
	t.line(0, "")
	d := &a.Decision
	grade := ""
	if graded(d.Verdict) {
		grade = t.c.Grade(int(d.Score)).Title.In(t.o.Lang)
	}
	t.line(2, t.paint(t.words.verdict[d.Verdict], verdictStyle(d.Verdict))+"  "+
		t.bold(fmt.Sprintf("%s / 100", d.Score))+"  "+t.faint(grade))
	t.paragraph(2, "", fmt.Sprintf(t.words.under,
		a.Pack.ID, a.Pack.Version, t.o.Profile.Title.In(t.o.Lang), a.AsOf, d.Evaluated, d.Applicable, len(a.Results)), t.faint)
	if t.o.Verbose {
		t.paragraph(2, "", fmt.Sprintf(t.words.arithmetic, d.Points, d.Possible, d.Score), t.faint)
	}
	if a.Unwaived != nil {
		t.paragraph(2, "", fmt.Sprintf(t.words.unwaived, t.words.verdict[a.Unwaived.Verdict], a.Unwaived.Score), t.faint)
	}
	t.line(0, "")
}

// dimensions draws a bar per dimension that applies.
func (t *printer) dimensions(d *assess.Decision) {
	name := 0
	for _, dim := range t.c.Dimensions {
		name = max(name, lipgloss.Width(dim.Title.In(t.o.Lang)))
	}
	const tail = 28 // score, weights and the mark of a missed floor
	cells := min(max(t.o.Width-name-tail-4, 0), 30)
	for i := range d.Dimensions {
		dim := &d.Dimensions[i]
		if dim.Possible == 0 {
			continue
		}
		style := green
		mark := ""
		if dim.Below() {
			style, mark = red, "  "+t.words.belowFloor
		}
		filled := int(dim.Score) * cells / 10000
		bar := t.paint(strings.Repeat("█", filled), style) + t.faint(strings.Repeat("░", cells-filled))
		t.line(2, pad(t.c.Dimensions[i].Title.In(t.o.Lang), name)+"  "+bar+
			fmt.Sprintf(" %6s", dim.Score)+t.faint(fmt.Sprintf("  %d/%d", dim.Points/100, dim.Possible/100))+t.paint(mark, red))
	}
	t.line(0, "")
}

// reasons says why the verdict is not a pass.
func (t *printer) reasons(a *assess.Assessment) {
	for _, text := range t.reasonTexts(a) {
		t.paragraph(2, "•", text, plain)
	}
	if len(a.Decision.Reasons) > 0 {
		t.line(0, "")
	}
}

func (t *printer) heading(s string) { t.line(0, t.bold(s)); t.line(0, "") }

// formShown is how many defects of form a report lists: an unfinished draft has hundreds.
const formShown = 20

func (t *printer) form(a *assess.Assessment) {
	if len(a.Form) == 0 {
		return
	}
	t.heading(fmt.Sprintf(t.words.formHeading, len(a.Form)))
	shown := a.Form
	if !t.o.Verbose && len(shown) > formShown {
		shown = shown[:formShown]
	}
	t.findings(a, shown)
	if rest := len(a.Form) - len(shown); rest > 0 {
		t.paragraph(4, "", fmt.Sprintf(t.words.more, rest), t.faint)
	}
	t.line(0, "")
}

// losses lists every requirement that lost points or could not be decided, the heaviest loss first.
func (t *printer) losses(a *assess.Assessment) {
	lost := losses(a)
	if len(lost) == 0 {
		if a.Decision.Applicable > 0 { // else the reasons say so
			t.paragraph(2, "", t.words.nothingLost, func(s string) string { return t.paint(s, green) })
			t.line(0, "")
		}
		return
	}
	daggers := false
	for _, i := range lost {
		for _, f := range a.Results[i].Findings {
			daggers = daggers || f.Basis == catalog.BasisDefault
		}
	}
	t.heading(fmt.Sprintf(t.words.lossHeading, len(lost)))
	for _, i := range lost {
		t.loss(a, i)
	}
	if daggers {
		t.paragraph(2, "†", t.words.dagger, t.faint)
		t.line(0, "")
	}
}

func (t *printer) loss(a *assess.Assessment, i int) {
	r, req := &a.Results[i], &t.c.Requirements[i]
	style := red
	if r.Status == assess.StatusManual || r.Status == assess.StatusPartial {
		style = yellow
	}
	t.paragraph(2, "", fmt.Sprintf("%s %s", req.ID, req.Title.In(t.o.Lang)), func(s string) string { return t.paint(s, style.Bold(true)) })
	t.paragraph(4, "", t.lossText(a, r), t.faint)
	t.paragraph(4, t.words.quote, fmt.Sprintf("%s “%s”", req.Quote.Sentence, req.Quote.Text), t.faint)
	if t.o.Lang != catalog.ZH { // the sentence is Chinese: its reading says what it asks
		t.paragraph(4, t.words.reading, req.Reading.In(t.o.Lang), t.faint)
	}
	if r.Error != "" {
		t.paragraph(4, t.words.failure, r.Error, plain)
	}
	t.findings(a, r.Findings)
	t.findings(a, r.Manual)
	if r.Waiver != nil {
		t.paragraph(4, t.words.waiver, t.waiverText(r.Waiver), plain)
	}
	if r.Error == "" {
		t.line(4, t.faint(t.words.example))
		for _, l := range strings.Split(strings.TrimRight(req.Example.In(t.o.Lang), "\n"), "\n") {
			t.line(6, t.faint(l))
		}
	}
	t.line(0, "")
}

func (t *printer) waivers(a *assess.Assessment) {
	for _, text := range t.idleWaivers(a) { // the others are shown beside their requirements
		t.paragraph(2, t.words.waiver, text, plain)
	}
}

// repair lists the cheapest way to the best verdict.
func (t *printer) repair(a *assess.Assessment) {
	r := a.Repair
	if r == nil {
		return
	}
	heading, steps := t.repairTexts(r)
	t.heading(heading)
	if r.Form > 0 {
		t.paragraph(2, "0.", fmt.Sprintf(t.words.repairForm, r.Form), plain)
	}
	for n, step := range steps {
		t.paragraph(2, fmt.Sprintf("%d.", n+1), step, plain)
	}
	t.line(0, "")
}

// confirm names what a person should look at although the rules pass it.
func (t *printer) confirm(a *assess.Assessment) {
	ids := confirmed(a, t.c)
	if len(ids) == 0 {
		return
	}
	t.paragraph(2, "•", fmt.Sprintf(t.words.confirm, strings.Join(ids, t.words.comma)), plain)
	if t.o.Verbose {
		for _, id := range ids {
			req, _ := t.c.Requirement(id)
			t.paragraph(4, id, req.Confirm.In(t.o.Lang), t.faint)
		}
	}
	t.line(0, "")
}

// hints names what looks like a slip.
func (t *printer) hints(a *assess.Assessment) {
	for i := range a.Hints {
		message, remedy := Describe(t.c, &a.Hints[i])
		t.place(2, a.File, a.Hints[i].Place)
		t.paragraph(4, t.words.warning, message.In(t.o.Lang), func(s string) string { return t.paint(s, yellow) })
		t.paragraph(4, t.words.remedy, remedy.In(t.o.Lang), plain)
	}
	if len(a.Hints) > 0 {
		t.line(0, "")
	}
}

// rest lists what passed and what does not apply.
func (t *printer) rest(a *assess.Assessment) {
	t.heading(t.words.restHeading)
	for i := range a.Results {
		r, req := &a.Results[i], &t.c.Requirements[i]
		switch {
		case r.Status == assess.StatusPass:
			t.paragraph(2, t.words.status[r.Status], fmt.Sprintf("%s %s (%d)", req.ID, req.Title.In(t.o.Lang), r.Weight), plain)
		case r.Status == assess.StatusNotApplicable:
			t.paragraph(2, t.words.status[r.Status], fmt.Sprintf("%s %s: %s", req.ID, req.Title.In(t.o.Lang), strings.Join(t.inTheWay(a, r), t.words.comma)), t.faint)
		}
	}
}
