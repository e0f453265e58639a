package report

import (
	"errors"
	"fmt"
	"io"
	"sort"
	"strconv"

	"charm.land/lipgloss/v2"
	"github.com/xuri/excelize/v2"

	"hegui/internal/assess"
)

// workbook writes a spreadsheet of three sheets: a summary with charts, the proposals one by one, the requirements with
// how often they were missed. Rows of proposals go to a temporary file as they come; what is kept of each is a few numbers
// for the summary. Cells hold text and numbers, never formulas.
type workbook struct {
	table
	out    io.Writer
	f      *excelize.File
	styles styles
	rows   *excelize.StreamWriter // of the sheet of proposals
	n      int                    // rows written to it
	tally  *tally
	under  string // pack, profile and date
}

// styles are the cell formats of a workbook.
type styles struct {
	title, head, headNumber, text, wrapped, score, count, faint int
	good, middling, bad                                         int // conditional
}

func newXLSX(w io.Writer, o Options) (*workbook, error) {
	b := &workbook{table: newTable(o), out: w, f: excelize.NewFile(), tally: newTally(o.Catalog)}
	if err := b.begin(); err != nil {
		return nil, errors.Join(err, b.f.Close())
	}
	return b, nil
}

// begin makes the sheets, in the order a reader meets them, and the head of the proposals.
func (b *workbook) begin() error {
	if err := b.f.SetSheetName("Sheet1", b.labels.summary); err != nil {
		return err
	}
	for _, name := range []string{b.labels.proposals, b.labels.requirements} {
		if _, err := b.f.NewSheet(name); err != nil {
			return err
		}
	}
	if err := b.makeStyles(); err != nil {
		return err
	}
	rows, err := b.f.NewStreamWriter(b.labels.proposals)
	if err != nil {
		return err
	}
	b.rows = rows
	if err := b.proposalColumns(); err != nil {
		return err
	}
	names := b.head()
	values := make([]any, len(names))
	for i, s := range names {
		values[i] = excelize.Cell{StyleID: b.styles.head, Value: inert(s)}
	}
	return b.setRow(values, 4)
}

func (b *workbook) makeStyles() error {
	line := []excelize.Border{{Type: "bottom", Color: "8a93a3", Style: 1}}
	const family = "Calibri" // the workbook's default; Chinese falls back to the reader's own
	bold := &excelize.Font{Family: family, Size: 11, Bold: true}
	const twoDecimals = 2 // the built-in format 0.00
	for _, s := range []struct {
		id    *int
		style excelize.Style
	}{
		{&b.styles.title, excelize.Style{Font: &excelize.Font{Family: family, Bold: true, Size: 14}}},
		{&b.styles.head, excelize.Style{Font: bold, Border: line, Fill: solid("e6ebf3"), Alignment: &excelize.Alignment{WrapText: true, Vertical: "top"}}},
		{&b.styles.headNumber, excelize.Style{Font: bold, Border: line, Fill: solid("e6ebf3"), Alignment: &excelize.Alignment{WrapText: true, Vertical: "top", Horizontal: "right"}}},
		{&b.styles.text, excelize.Style{Alignment: &excelize.Alignment{Vertical: "top"}}},
		{&b.styles.wrapped, excelize.Style{Alignment: &excelize.Alignment{WrapText: true, Vertical: "top"}}},
		{&b.styles.score, excelize.Style{NumFmt: twoDecimals, Alignment: &excelize.Alignment{Vertical: "top"}}},
		{&b.styles.count, excelize.Style{Alignment: &excelize.Alignment{Vertical: "top"}}},
		{&b.styles.faint, excelize.Style{Font: &excelize.Font{Family: family, Size: 11, Color: "5b6472"}}},
	} {
		id, err := b.f.NewStyle(&s.style)
		if err != nil {
			return err
		}
		*s.id = id
	}
	for _, s := range []struct {
		id         *int
		text, fill string
	}{{&b.styles.good, "0b5a2b", "d5f0dd"}, {&b.styles.middling, "6b4400", "ffeec2"}, {&b.styles.bad, "8f1515", "fbdcdc"}} {
		id, err := b.f.NewConditionalStyle(&excelize.Style{
			Font: &excelize.Font{Color: s.text}, Fill: solid(s.fill),
		})
		if err != nil {
			return err
		}
		*s.id = id
	}
	return nil
}

// proposalColumns sets widths, panes and colours of the sheet of proposals, all before its first row.
func (b *workbook) proposalColumns() error {
	widths := []struct {
		from, to int // columns from 1
		width    float64
	}{
		{1, 1, 42}, {2, 2, 26}, {3, 3, 44}, {4, 6, 12}, {7, 9, 16}, {10, 10, 60}, {11, 12, 14},
		{columnCounts + 1, b.columnDimensions(), 11}, {b.columnDimensions() + 1, b.columnRequirements(), 14},
		{b.columnRequirements() + 1, b.columnRequirements() + len(b.c.Requirements), 14},
	}
	for _, w := range widths {
		if w.from > w.to {
			continue
		}
		if err := b.rows.SetColWidth(w.from, w.to, w.width); err != nil {
			return err
		}
	}
	if err := b.rows.SetPanes(&excelize.Panes{Freeze: true, XSplit: 1, YSplit: 1, TopLeftCell: "B2", ActivePane: "bottomRight"}); err != nil {
		return err
	}
	sheet := b.labels.proposals
	w := b.words.verdict
	if err := b.f.SetConditionalFormat(sheet, wholeColumns(columnVerdict, columnVerdict), []excelize.ConditionalFormatOptions{
		equalTo(w[assess.VerdictPass], &b.styles.good), equalTo(w[assess.VerdictReview], &b.styles.middling),
		equalTo(w[assess.VerdictFail], &b.styles.bad), equalTo(w[assess.VerdictError], &b.styles.bad),
		equalTo(b.words.unreadable, &b.styles.bad),
	}); err != nil {
		return err
	}
	scale := []excelize.ConditionalFormatOptions{{
		Type: "3_color_scale", Criteria: "=", MinType: "num", MidType: "num", MaxType: "num",
		MinValue: "0", MidValue: "60", MaxValue: "100", MinColor: "#f8b4b4", MidColor: "#ffeec2", MaxColor: "#bfe6cb",
	}}
	if err := b.f.SetConditionalFormat(sheet, wholeColumns(columnScore, columnScore), scale); err != nil {
		return err
	}
	if len(b.c.Dimensions) > 0 {
		if err := b.f.SetConditionalFormat(sheet, wholeColumns(b.columnDimensions(), b.columnRequirements()-1), scale); err != nil {
			return err
		}
	}
	if len(b.c.Requirements) == 0 {
		return nil
	}
	status := b.words.status
	return b.f.SetConditionalFormat(sheet, wholeColumns(b.columnRequirements(), b.columnRequirements()+len(b.c.Requirements)-1),
		[]excelize.ConditionalFormatOptions{
			equalTo(status[assess.StatusManual], &b.styles.middling), equalTo(status[assess.StatusError], &b.styles.bad),
			{Type: "cell", Criteria: "between", MinValue: "1", MaxValue: "99", Format: &b.styles.middling},
			{Type: "formula", Criteria: credit0(b.columnRequirements()), Format: &b.styles.bad},
		})
}

// credit0 is the condition that a cell holds the number 0. It is not "equal to 0", which holds for empty cells too.
func credit0(column int) string {
	cell, _ := excelize.CoordinatesToCellName(column+1, 2)
	return fmt.Sprintf(`AND(ISNUMBER(%s),%s=0)`, cell, cell)
}

func equalTo(text string, style *int) excelize.ConditionalFormatOptions {
	return excelize.ConditionalFormatOptions{Type: "cell", Criteria: "==", Value: strconv.Quote(text), Format: style}
}

// wholeColumns gives the range of columns, from 0, below the head.
func wholeColumns(from, to int) string {
	first, _ := excelize.CoordinatesToCellName(from+1, 2)
	last, _ := excelize.CoordinatesToCellName(to+1, excelize.TotalRows)
	return first + ":" + last
}

func (b *workbook) Add(a *assess.Assessment) error {
	b.tally.add(a)
	b.under = fmt.Sprintf(b.labels.under, a.Pack.ID, a.Pack.Version, b.o.Profile.Title.In(b.o.Lang), a.AsOf)
	return b.write(b.row(a))
}

func (b *workbook) Skip(u *Unreadable) error {
	b.tally.unreadable++
	return b.write(b.skipped(u))
}

// write adds a row of proposals. When it cannot, the temporary file goes.
func (b *workbook) write(cells []cell) error {
	values := make([]any, len(cells))
	for i, c := range cells {
		values[i] = b.value(c)
	}
	if err := b.setRow(values, 1); err != nil {
		return errors.Join(err, b.f.Close())
	}
	return nil
}

// value gives a cell as the library takes it. A score becomes a number of two decimals: the quotient of two whole numbers
// is the floating-point number nearest to it, which is written with the shortest digits that mean it, the same two.
func (b *workbook) value(c cell) any {
	switch c.kind {
	case cellText:
		return excelize.Cell{StyleID: b.styles.text, Value: c.text}
	case cellScore:
		return excelize.Cell{StyleID: b.styles.score, Value: float64(c.number) / 100}
	case cellCount:
		return excelize.Cell{StyleID: b.styles.count, Value: c.number}
	default:
		return nil
	}
}

// lineHeight is the height of a row of one line, in points.
const lineHeight = 15

// setRow writes the next proposal, a number of lines high: not every program finds the height of wrapped text by itself.
func (b *workbook) setRow(values []any, lines int) error {
	b.n++
	return b.rows.SetRow("A"+strconv.Itoa(b.n), values, excelize.RowOpts{Height: float64(lineHeight * lines)})
}

const tableStyle = "TableStyleLight1"

// Close writes the workbook: until then nothing has been written.
func (b *workbook) Close() error {
	return errors.Join(b.finish(), b.f.Close())
}

func (b *workbook) finish() error {
	last, err := excelize.CoordinatesToCellName(b.columnRequirements()+len(b.c.Requirements), max(b.n, 2))
	if err != nil {
		return err
	}
	stripes := false // a table, whose head has filters
	if err := b.rows.AddTable(&excelize.Table{Range: "A1:" + last, Name: "proposals", StyleName: tableStyle, ShowRowStripes: &stripes}); err != nil {
		return err
	}
	if err := b.rows.Flush(); err != nil {
		return err
	}
	if err := b.requirements(); err != nil {
		return err
	}
	if err := b.summary(); err != nil {
		return err
	}
	if err := b.f.SetDocProps(&excelize.DocProperties{Creator: "hegui", Title: b.labels.batch, Language: LanguageTag(b.o.Lang)}); err != nil {
		return err
	}
	// The library lists them in the order of a map; the same result must be the same bytes.
	types := b.f.ContentTypes.Defaults
	sort.Slice(types, func(i, j int) bool { return types[i].Extension < types[j].Extension })
	_, err = b.f.WriteTo(b.out)
	return err
}

// requirements writes the sheet of requirements. It is small, so it is not streamed: of two streams the library would write
// now one, now the other first.
func (b *workbook) requirements() error {
	s := &sheetWriter{workbook: b, name: b.labels.requirements}
	s.widths(11, 34, 34, 9, 8, 10, 10, 10, 10, 10, 10, 10, 10, 12, 10, quoteWidth, readingWidth)
	s.keep(b.f.SetPanes(s.name, &excelize.Panes{Freeze: true, XSplit: 2, YSplit: 1, TopLeftCell: "C2", ActivePane: "bottomRight"}))
	l := &b.labels
	s.row(b.styles.head, l.id, l.title, l.dimension, l.severity, l.weight, l.applies, l.missed, l.fail, l.partial, l.manual, l.failure, l.waived, l.vetoes, l.lost, l.sentence, l.quote, l.reading)
	for i := range b.c.Requirements {
		req, all := &b.c.Requirements[i], &b.tally.requirements[i]
		title, reading := req.Title.In(b.o.Lang), req.Reading.In(b.o.Lang)
		s.row(b.styles.wrapped, req.ID, title, b.dimension(req.Dimension), l.severities[req.Severity], b.o.Profile.WeightOf(req),
			all.Applies, all.Missed(), all.Fail, all.Partial, all.Manual, all.Error, all.Waived, all.Vetoes,
			assess.Score(all.Lost), // weight × per cent, so that a hundredth of it is a weight
			req.Quote.Sentence, req.Quote.Text, reading)
		s.height(max(linesOf(title, 34), linesOf(req.Quote.Text, quoteWidth), linesOf(reading, readingWidth)))
	}
	stripes := false
	s.keep(b.f.AddTable(s.name, &excelize.Table{Range: s.cornersFromA1(17), Name: "requirements", StyleName: tableStyle, ShowRowStripes: &stripes}))
	return s.err
}

// dimension names a dimension.
func (b *workbook) dimension(id string) string {
	for _, d := range b.c.Dimensions {
		if d.ID == id {
			return fmt.Sprintf(b.labels.named, d.ID, d.Title.In(b.o.Lang))
		}
	}
	return id
}

// Widths of the columns of the sheet of requirements that wrap, in characters.
const quoteWidth, readingWidth = 50, 80

// linesOf says how many lines text takes in a column: by the width of its characters, with room for ragged ends.
func linesOf(s string, width int) int { return 1 + lipgloss.Width(s)*11/(10*width) }
