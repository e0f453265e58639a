package report

import (
	"fmt"
	"io"
	"strings"
	"unicode/utf16"

	"hegui/internal/assess"
	"hegui/internal/catalog"
)

// markdownLimit is how long a comment on GitHub may be, in characters. Those are counted as JavaScript does, which
// never counts fewer.
const markdownLimit = 65536

// markdown writes a comment for a pull request. It is made of parts, each whole in itself, so that a comment that would
// be too long ends between two of them and says so. Parts beyond the limit are counted, not kept.
type markdown struct {
	phrasing
	w io.Writer

	rows     []string // of the table of proposals
	rowsSize int
	rowsLeft int
	parts    []mdPart
	size     int
	left     mdLeft // of what was not kept
	verdicts map[assess.Verdict]int
	files    int
	skipped  int
}

// mdRows is how many rows a table of findings has, and clipped how many characters a text of the proposal.
const (
	mdRows  = 20
	clipped = 400
)

// clip ends a text that is too long for a comment.
func clip(s string) string {
	if runes := []rune(s); len(runes) > clipped {
		return string(runes[:clipped]) + "…"
	}
	return s
}

// mdPart is a piece of Markdown that must not be cut.
type mdPart struct {
	text   string
	begins bool // the first of a proposal
}

type mdLeft struct{ proposals, parts int }

func (l *mdLeft) add(p *mdPart) {
	l.parts++
	if p.begins {
		l.proposals++
	}
}

func newMarkdown(w io.Writer, o Options) *markdown {
	return &markdown{phrasing: newPhrasing(o), w: w, verdicts: map[assess.Verdict]int{}}
}

func (m *markdown) Add(a *assess.Assessment) error {
	m.files++
	m.verdicts[a.Decision.Verdict]++
	m.row(a.File, m.words.verdict[a.Decision.Verdict], a.Decision.Score.String(), fmt.Sprint(len(losses(a))), fmt.Sprint(len(a.Form)))
	m.part(mdPart{m.head(a), true})
	for _, text := range []string{m.dimensionTable(&a.Decision), m.checklist(a.Repair), m.guardList(a), m.formTable(a)} {
		m.part(mdPart{text, false})
	}
	daggers := false
	for _, i := range losses(a) {
		m.part(mdPart{m.loss(a, i), false})
		for _, f := range a.Results[i].Findings {
			daggers = daggers || f.Basis == catalog.BasisDefault
		}
	}
	if daggers {
		m.part(mdPart{"† " + MarkdownText(m.words.dagger) + "\n", false})
	}
	m.part(mdPart{m.remarks(a), false})
	return nil
}

func (m *markdown) Skip(u *Unreadable) error {
	m.files++
	m.skipped++
	problem, remedy := unreadableText(u, m.o.Lang)
	m.row(u.File, m.words.unreadable, "", "", "")
	_, at := unreadableAt(u)
	text := fmt.Sprintf("## %s\n\n%s\n\n%s\n", MarkdownText(m.words.unreadable), MarkdownCode(fmt.Sprintf("%s:%d:%d", slashed(u.File), at.Line, at.Column)), MarkdownText(problem))
	if remedy != "" {
		text = fmt.Sprintf("%s\n%s\n", text, MarkdownText(remedy))
	}
	m.part(mdPart{text, true})
	return nil
}

// Close writes what fits.
func (m *markdown) Close() error {
	var b strings.Builder
	size := 0
	write := func(text string) { b.WriteString(text); size += mdSize(text) }
	if m.files != 1 {
		write(m.overview())
	}
	reserve := mdSize(m.cut(mdLeft{1 << 30, 1 << 30}))
	left := m.left
	for i := range m.parts {
		if left.parts > m.left.parts || size+mdSize(m.parts[i].text)+1+reserve > markdownLimit {
			left.add(&m.parts[i])
			continue
		}
		if size > 0 {
			write("\n")
		}
		write(m.parts[i].text)
	}
	if left.parts > 0 {
		write(m.cut(left))
	}
	_, err := io.WriteString(m.w, b.String())
	return err
}

func (m *markdown) cut(left mdLeft) string {
	return "\n" + fmt.Sprintf(m.formats.truncated, left.proposals, left.parts) + "\n"
}

// part keeps a part while it can still have room.
func (m *markdown) part(p mdPart) {
	if p.text == "" {
		return
	}
	if m.left.parts > 0 || m.size > markdownLimit {
		m.left.add(&p)
		return
	}
	m.size += mdSize(p.text)
	m.parts = append(m.parts, p)
}

// row keeps a row of the table of proposals, which takes half of the comment at most.
func (m *markdown) row(file string, cells ...string) {
	row := mdRow(append([]string{MarkdownCode(slashed(file))}, mdTexts(cells)...)...)
	if m.rowsLeft > 0 || m.rowsSize+mdSize(row) > markdownLimit/2 {
		m.rowsLeft++
		return
	}
	m.rowsSize += mdSize(row)
	m.rows = append(m.rows, row)
}

// overview stands before several proposals: how many there are of each verdict, and a table.
func (m *markdown) overview() string {
	if m.files == 0 {
		return MarkdownText(m.formats.nothing) + "\n"
	}
	var b strings.Builder
	v := m.verdicts
	fmt.Fprintf(&b, "## hegui\n\n%s\n\n", MarkdownText(fmt.Sprintf(m.formats.totals, m.files,
		v[assess.VerdictPass], v[assess.VerdictReview], v[assess.VerdictFail], v[assess.VerdictError], m.skipped)))
	b.WriteString(mdHeader(m.formats.proposals, "---", "---", "--:", "--:", "--:"))
	for _, r := range m.rows {
		b.WriteString(r)
	}
	if m.rowsLeft > 0 {
		fmt.Fprintf(&b, "\n%s\n", MarkdownText(fmt.Sprintf(m.formats.tableCut, m.rowsLeft)))
	}
	return b.String()
}

// head gives the verdict and the score, what was assessed, and why.
func (m *markdown) head(a *assess.Assessment) string {
	d := &a.Decision
	var b strings.Builder
	fmt.Fprintf(&b, "## %s\n\n", MarkdownText(fmt.Sprintf(m.formats.verdict, m.words.verdict[d.Verdict], d.Score)))
	if graded(d.Verdict) {
		fmt.Fprintf(&b, "%s\n\n", MarkdownText(m.c.Grade(int(d.Score)).Title.In(m.o.Lang)))
	}
	if title := MarkdownText(clip(a.Title)); title != "" {
		fmt.Fprintf(&b, "**%s**\n\n", title)
	}
	fmt.Fprintf(&b, "%s\n\n%s\n", MarkdownCode(slashed(a.File)), MarkdownText(fmt.Sprintf(m.words.under,
		a.Pack.ID, a.Pack.Version, m.o.Profile.Title.In(m.o.Lang), a.AsOf, d.Evaluated, d.Applicable, len(a.Results))))
	if a.Unwaived != nil {
		fmt.Fprintf(&b, "\n%s\n", MarkdownText(fmt.Sprintf(m.words.unwaived, m.words.verdict[a.Unwaived.Verdict], a.Unwaived.Score)))
	}
	b.WriteString(mdList("\n", "- ", m.reasonTexts(a)))
	return b.String()
}

// barCells is how long the bar of a dimension is.
const barCells = 10

func (m *markdown) dimensionTable(d *assess.Decision) string {
	var b strings.Builder
	b.WriteString(mdHeader(m.formats.dimensions, "---", "--:", "---", "--:"))
	for i := range d.Dimensions {
		dim := &d.Dimensions[i]
		if dim.Possible == 0 {
			continue
		}
		filled := int(dim.Score) * barCells / 10000
		bar := "`" + strings.Repeat("█", filled) + strings.Repeat("░", barCells-filled) + "`"
		if dim.Below() {
			bar += " " + MarkdownText(m.words.belowFloor)
		}
		b.WriteString(mdRow(MarkdownText(m.c.Dimensions[i].Title.In(m.o.Lang)), dim.Score.String(), bar, fmt.Sprintf("%d/%d", dim.Points/100, dim.Possible/100)))
	}
	return b.String()
}

// checklist gives the cheapest repair as boxes to tick.
func (m *markdown) checklist(r *assess.RepairPath) string {
	if r == nil {
		return ""
	}
	heading, steps := m.repairTexts(r)
	if r.Form > 0 {
		steps = append([]string{fmt.Sprintf(m.words.repairForm, r.Form)}, steps...)
	}
	if len(steps) == 0 { // no repair changes what a person must judge
		return ""
	}
	return fmt.Sprintf("### %s\n%s", MarkdownText(heading), mdList("\n", "- [ ] ", steps))
}

func (m *markdown) guardList(a *assess.Assessment) string {
	var texts []string
	for i := range a.Guards {
		texts = append(texts, clip(describeGuard(m.c, &a.Guards[i]).In(m.o.Lang)))
	}
	if len(texts) == 0 {
		return ""
	}
	return fmt.Sprintf("### %s\n%s", MarkdownText(m.formats.ruleTitle[ruleConflict]), mdList("\n", "- ", texts))
}

func (m *markdown) formTable(a *assess.Assessment) string {
	if len(a.Form) == 0 {
		return ""
	}
	return fmt.Sprintf("### %s\n\n%s", MarkdownText(fmt.Sprintf(m.words.formHeading, len(a.Form))), m.findingTable(a.Form))
}

// loss folds what there is to say about one requirement under its name and what it costs.
func (m *markdown) loss(a *assess.Assessment, i int) string {
	r, req := &a.Results[i], &m.c.Requirements[i]
	var b strings.Builder
	fmt.Fprintf(&b, "<details><summary><b>%s %s</b> · %s</summary>\n\n", MarkdownText(req.ID), MarkdownText(req.Title.In(m.o.Lang)), MarkdownText(m.lossText(a, r)))
	fmt.Fprintf(&b, "> %s\n\n", MarkdownText(fmt.Sprintf(m.formats.helpQuote, req.Quote.Sentence, req.Quote.Text)))
	if m.o.Lang != catalog.ZH { // the sentence is Chinese: its reading says what it asks
		fmt.Fprintf(&b, "%s\n\n", MarkdownText(fmt.Sprintf(m.formats.helpReading, req.Reading.In(m.o.Lang))))
	}
	if r.Error != "" {
		fmt.Fprintf(&b, "%s\n\n", MarkdownText(fmt.Sprintf(m.formats.because, m.words.failure, r.Error)))
	}
	if r.Waiver != nil {
		fmt.Fprintf(&b, "%s\n\n", MarkdownText(fmt.Sprintf(m.formats.because, m.words.waiver, m.waiverText(r.Waiver))))
	}
	if len(r.Findings)+len(r.Manual) > 0 {
		fmt.Fprintf(&b, "%s\n", m.findingTable(append(r.Findings[:len(r.Findings):len(r.Findings)], r.Manual...)))
	}
	b.WriteString("</details>\n")
	return b.String()
}

// findingTable lists findings, the first ones of many: no requirement may fill a comment alone.
func (m *markdown) findingTable(findings []assess.Finding) string {
	var b strings.Builder
	b.WriteString(mdHeader(m.formats.findings, "---", "---", "---"))
	notes := m.notes(findings)
	for _, n := range notes[:min(len(notes), mdRows)] {
		text := clip(n.message)
		if n.byDefault() {
			text += " †"
		}
		cell := MarkdownText(text)
		if len(n.findings) == 1 {
			for _, other := range n.findings[0].Related[:min(len(n.findings[0].Related), mdRows)] {
				cell += "<br/>" + MarkdownText(m.words.related) + " " + mdPlace(other)
			}
		}
		b.WriteString(mdRow(mdPlace(n.Place), cell, MarkdownText(clip(n.remedy))))
	}
	if rest := len(notes) - mdRows; rest > 0 {
		fmt.Fprintf(&b, "\n%s\n", MarkdownText(fmt.Sprintf(m.formats.more, rest)))
	}
	return b.String()
}

// remarks are what costs nothing: waivers without effect, what a person should look at, hints and warnings.
func (m *markdown) remarks(a *assess.Assessment) string {
	texts := m.idleWaivers(a)
	if ids := confirmed(a, m.c); len(ids) > 0 {
		texts = append(texts, fmt.Sprintf(m.words.confirm, strings.Join(ids, m.words.comma)))
	}
	for _, n := range m.notes(a.Hints) {
		texts = append(texts, fmt.Sprintf(m.formats.at, n.Position.Line, m.repaired(clip(n.message), clip(n.remedy))))
	}
	for _, w := range a.Warnings {
		texts = append(texts, fmt.Sprintf(m.formats.at, w.Position.Line, w.Message(string(m.o.Lang))))
	}
	return mdList("", "- ", texts)
}

func mdPlace(p assess.Place) string {
	at := fmt.Sprintf("%d:%d", p.Position.Line, p.Position.Column)
	if len(p.Path) == 0 {
		return at
	}
	return at + " " + MarkdownCode(p.Path.String())
}

// mdList writes items of plain text; nothing when there are none.
func mdList(before, bullet string, texts []string) string {
	if len(texts) == 0 {
		return ""
	}
	var b strings.Builder
	b.WriteString(before)
	for _, t := range texts {
		b.WriteString(bullet + MarkdownText(t) + "\n")
	}
	return b.String()
}

func mdTexts(in []string) []string {
	out := make([]string, len(in))
	for i, s := range in {
		out[i] = MarkdownText(s)
	}
	return out
}

func mdHeader(names []string, alignment ...string) string {
	return mdRow(mdTexts(names)...) + mdRow(alignment...)
}

// mdRow writes a row of a table; cells are Markdown already.
func mdRow(cells ...string) string { return "| " + strings.Join(cells, " | ") + " |\n" }

// mdSize counts characters as JavaScript does.
func mdSize(s string) int {
	n := 0
	for _, r := range s {
		n += max(utf16.RuneLen(r), 1)
	}
	return n
}
