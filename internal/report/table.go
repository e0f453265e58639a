package report

import (
	"fmt"
	"regexp"
	"strconv"
	"strings"

	"hegui/internal/assess"
	"hegui/internal/catalog"
)

// cellKind says what a cell of a table holds.
type cellKind int

const (
	cellEmpty cellKind = iota
	cellText
	cellScore // basis points
	cellCount // a whole number: a count, or credit in per cent
)

// cell is one cell of the table of proposals. Text is inert: no spreadsheet takes it for a formula.
type cell struct {
	kind   cellKind
	text   string
	number int
}

func textCell(s string) cell        { return cell{kind: cellText, text: inert(s)} }
func scoreCell(s assess.Score) cell { return cell{kind: cellScore, number: int(s)} }
func countCell(n int) cell          { return cell{kind: cellCount, number: n} }
func (c cell) String() string {
	switch c.kind {
	case cellText:
		return c.text
	case cellScore:
		return assess.Score(c.number).String()
	case cellCount:
		return strconv.Itoa(c.number)
	default:
		return ""
	}
}

// formula finds where a spreadsheet would begin to read a formula: at the start of a cell, and after a semicolon, which
// begins a new cell where commas are decimal points, whatever the quotes; behind spaces and quotes too.
var formula = regexp.MustCompile(`(^|;)([\s\p{Z}"']*[=+\-@＝＋－＠])`)

// inert makes text from outside harmless in a cell: control characters are shown by code point, and an apostrophe in
// front of what would be a formula makes it text.
func inert(s string) string { return formula.ReplaceAllString(Safe(s), "$1'$2") }

// table makes the rows that CSV and spreadsheets share: one for each proposal.
type table struct {
	phrasing
	labels tableWords
}

func newTable(o Options) table { return table{phrasing: newPhrasing(o), labels: tableWordsIn(o.Lang)} }

// Columns whose place other code needs, from 0.
const (
	columnVerdict = 3
	columnScore   = 4
	columnReasons = 9
	columnWithout = 10 // the verdict without waivers, and beside it the score
	columnCounts  = 12 // the first of one for each status
)

// columnDimensions is the first of one column for each dimension; columnRequirements of one for each requirement.
func (t *table) columnDimensions() int   { return columnCounts + len(assess.Statuses()) }
func (t *table) columnRequirements() int { return t.columnDimensions() + len(t.c.Dimensions) }

// head gives the names of the columns; each is there once.
func (t *table) head() []string {
	w := &t.labels
	head := []string{w.file, w.project, w.title, w.verdict, w.score, w.grade, w.profile, w.pack, w.asOf, w.reasons, w.verdictWithout, w.scoreWithout}
	for _, s := range assess.Statuses() {
		head = append(head, fmt.Sprintf(w.count, t.words.status[s]))
	}
	for _, d := range t.c.Dimensions {
		head = append(head, fmt.Sprintf(w.named, d.ID, d.Title.In(t.o.Lang)))
	}
	for i := range t.c.Requirements {
		head = append(head, fmt.Sprintf(w.named, t.c.Requirements[i].ID, t.c.Requirements[i].Title.In(t.o.Lang)))
	}
	return head
}

// row gives the cells of an assessment, one for each column.
func (t *table) row(a *assess.Assessment) []cell {
	d := &a.Decision
	reasons := t.reasonTexts(a)
	row := []cell{
		textCell(a.File), textCell(a.Project), textCell(a.Title),
		textCell(t.words.verdict[d.Verdict]), scoreCell(d.Score), textCell(t.grade(d)),
		textCell(t.o.Profile.Title.In(t.o.Lang)), textCell(a.Pack.ID + " " + a.Pack.Version), textCell(a.AsOf),
		textCell(strings.Join(reasons, t.labels.separator)),
	}
	if without := a.Unwaived; without != nil {
		row = append(row, textCell(t.words.verdict[without.Verdict]), scoreCell(without.Score))
	} else {
		row = append(row, cell{}, cell{})
	}
	counts := countStatuses(a)
	for _, s := range assess.Statuses() {
		row = append(row, countCell(counts[s]))
	}
	for _, dim := range d.Dimensions {
		if dim.Possible == 0 {
			row = append(row, cell{})
		} else {
			row = append(row, scoreCell(dim.Score))
		}
	}
	for i := range a.Results {
		switch r := &a.Results[i]; r.Status {
		case assess.StatusPass, assess.StatusPartial, assess.StatusFail:
			row = append(row, countCell(r.Credit))
		default:
			row = append(row, textCell(t.words.status[r.Status]))
		}
	}
	return row
}

// skipped gives the cells of a file that could not be assessed: the cause stands where reasons stand.
func (t *table) skipped(u *Unreadable) []cell {
	row := make([]cell, columnReasons+1)
	row[0] = textCell(u.File)
	row[columnVerdict] = textCell(t.words.unreadable)
	row[columnReasons] = textCell(unreadableLine(u, t.o.Lang))
	return row
}

// unreadableLine says in one line where and why a file could not be assessed.
func unreadableLine(u *Unreadable, lang catalog.Lang) string {
	problem, _ := unreadableText(u, lang)
	if p, ok := positionOf(u.Err); ok {
		return fmt.Sprintf("%d:%d %s", p.Line, p.Column, problem)
	}
	return problem
}

func countStatuses(a *assess.Assessment) map[assess.Status]int {
	counts := map[assess.Status]int{}
	for i := range a.Results {
		counts[a.Results[i].Status]++
	}
	return counts
}
