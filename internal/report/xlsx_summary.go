package report

import (
	"fmt"

	"github.com/xuri/excelize/v2"

	"hegui/internal/assess"
)

// mostMissedShown is how many requirements a list of those missed most names.
const mostMissedShown = 15

// summary writes the first sheet: counts, distribution and spreads as tables on the left, each with its chart on the right.
func (b *workbook) summary() error {
	s := &sheetWriter{workbook: b, name: b.labels.summary}
	s.widths(58, 16, 16, 16, 16, 16, 16, 16)
	s.row(b.styles.title, b.labels.batch)
	s.row(b.styles.faint, b.under)
	s.skip()
	s.verdicts()
	s.distribution()
	s.spreads()
	s.missed()
	s.keep(b.f.SetSheetProps(s.name, &excelize.SheetPropsOptions{FitToPage: new(true)}))
	s.keep(b.f.SetPageLayout(s.name, &excelize.PageLayoutOptions{Orientation: new("landscape"), FitToWidth: new(1), FitToHeight: new(0)}))
	return s.err
}

// sheetWriter writes rows one below the other and remembers the first error.
type sheetWriter struct {
	*workbook
	name string
	at   int // rows written
	err  error
}

func (s *sheetWriter) keep(err error) {
	if s.err == nil {
		s.err = err
	}
}

func (s *sheetWriter) skip() { s.at++ }

// widths sets the widths of columns from the first on, in characters.
func (s *sheetWriter) widths(widths ...float64) {
	for i, width := range widths {
		column, err := excelize.ColumnNumberToName(i + 1)
		s.keep(err)
		s.keep(s.f.SetColWidth(s.name, column, column, width))
	}
}

// height makes the last row a number of lines high.
func (s *sheetWriter) height(lines int) {
	s.keep(s.f.SetRowHeight(s.name, s.at, float64(lineHeight*lines)))
}

// cornersFromA1 gives the range of all rows so far.
func (s *sheetWriter) cornersFromA1(columns int) string {
	last, err := excelize.CoordinatesToCellName(columns, s.at)
	s.keep(err)
	return "A1:" + last
}

// numbersHead writes the head of a table whose first column is text and whose others are numbers.
func (s *sheetWriter) numbersHead(names ...string) {
	values := make([]any, len(names))
	for i, n := range names {
		values[i] = n
	}
	s.row(s.styles.head, values...)
	for i := 1; i < len(names); i++ {
		cell, err := excelize.CoordinatesToCellName(i+1, s.at)
		s.keep(err)
		s.keep(s.f.SetCellStyle(s.name, cell, cell, s.styles.headNumber))
	}
}

// row writes cells of one style; a string is text and a Score a number of two decimals, whatever they look like.
func (s *sheetWriter) row(style int, values ...any) {
	s.at++
	if style == s.styles.head {
		s.height(2)
	}
	for i, v := range values {
		cell, err := excelize.CoordinatesToCellName(i+1, s.at)
		s.keep(err)
		switch v := v.(type) {
		case string:
			s.keep(s.f.SetCellStr(s.name, cell, inert(v)))
			s.keep(s.f.SetCellStyle(s.name, cell, cell, style))
		case assess.Score:
			s.keep(s.f.SetCellFloat(s.name, cell, float64(v)/100, -1, 64))
			s.keep(s.f.SetCellStyle(s.name, cell, cell, s.styles.score))
		case int:
			s.keep(s.f.SetCellInt(s.name, cell, int64(v)))
			s.keep(s.f.SetCellStyle(s.name, cell, cell, style))
		}
	}
}

func (s *sheetWriter) verdicts() {
	l := &s.labels
	s.numbersHead(l.verdicts, l.number, l.share)
	total := len(s.tally.scores)
	for _, v := range []assess.Verdict{assess.VerdictPass, assess.VerdictReview, assess.VerdictFail, assess.VerdictError} {
		n := s.tally.verdicts[v]
		s.row(s.styles.count, s.words.verdict[v], n, share(n, total))
	}
	s.row(s.styles.count, l.assessed, total)
	s.row(s.styles.count, l.skipped, s.tally.unreadable)
	s.skip()
}

func (s *sheetWriter) distribution() {
	l := &s.labels
	s.numbersHead(l.distribution, l.number)
	first := s.at + 1
	for i, n := range histogram(s.tally.scores) {
		s.row(s.styles.count, fmt.Sprintf(l.rangeText, 10*i, 10*(i+1)), n)
	}
	s.chart("J3", 14, &excelize.Chart{
		Type: excelize.Col, Title: s.chartTitle(l.distribution), GapWidth: new(uint(10)),
		Legend: excelize.ChartLegend{Position: "none"}, PlotArea: excelize.ChartPlotArea{ShowVal: true},
		Series: []excelize.ChartSeries{{
			Name: s.cells(2, first-1, first-1), Categories: s.cells(1, first, s.at), Values: s.cells(2, first, s.at), Fill: solid("3465a4"),
		}},
		XAxis: excelize.ChartAxis{Title: s.chartTitle(l.band), Font: axisFont}, YAxis: excelize.ChartAxis{MajorGridLines: true, Font: axisFont},
	})
	s.skip()
}

// spreads writes the quartiles of the total and of each dimension. The chart stacks their distances, the first of them
// unseen, which draws a box plot in any spreadsheet.
func (s *sheetWriter) spreads() {
	l := &s.labels
	s.numbersHead(l.spreads, l.values, l.mean, l.minimum, l.quartile1, l.median, l.quartile3, l.maximum)
	var all []spread
	var names []string
	add := func(name string, values []int32) {
		if sp := spreadOf(values); sp.N > 0 {
			names, all = append(names, name), append(all, sp)
			s.row(s.styles.count, name, sp.N, sp.Mean, sp.Min, sp.Q1, sp.Median, sp.Q3, sp.Max)
		}
	}
	add(l.total, s.tally.scores)
	for i, d := range s.c.Dimensions {
		add(fmt.Sprintf(l.named, d.ID, d.Title.In(s.o.Lang)), s.tally.dimensions[i])
	}
	s.row(s.styles.faint, l.quartiles)
	s.skip()
	if len(all) == 0 {
		return
	}
	s.numbersHead(l.spreadHelp, l.minimum, l.toQuartile1, l.toMedian, l.toQuartile3, l.toMaximum)
	first := s.at + 1
	for i, sp := range all {
		s.row(s.styles.count, names[i], sp.Min, sp.Q1-sp.Min, sp.Median-sp.Q1, sp.Q3-sp.Median, sp.Max-sp.Q3)
	}
	var series []excelize.ChartSeries
	for i, colour := range []string{"", "c3cede", "6f9bd8", "3465a4", "c3cede"} {
		fill := solid(colour)
		if colour == "" { // the distance from 0 is there to be left out
			fill = excelize.Fill{Type: "pattern", Pattern: 0}
		}
		series = append(series, excelize.ChartSeries{
			Name: s.cells(2+i, first-1, first-1), Categories: s.cells(1, first, s.at), Values: s.cells(2+i, first, s.at), Fill: fill,
		})
	}
	s.chart("J19", 22, &excelize.Chart{
		Type: excelize.BarStacked, Title: s.chartTitle(l.spreads), Series: series, GapWidth: new(uint(40)), Overlap: new(100),
		Legend: excelize.ChartLegend{Position: "bottom"},
		XAxis:  excelize.ChartAxis{ReverseOrder: true, Font: axisFont}, YAxis: excelize.ChartAxis{Font: axisFont, Minimum: new(0.0), Maximum: new(100.0), MajorGridLines: true},
	})
	s.skip()
}

func (s *sheetWriter) missed() {
	l := &s.labels
	s.numbersHead(l.mostMissed, l.missed, l.applies, l.vetoes)
	first := s.at + 1
	for _, i := range s.tally.mostMissed(mostMissedShown) {
		req, all := &s.c.Requirements[i], &s.tally.requirements[i]
		s.row(s.styles.count, fmt.Sprintf(l.missedText, req.ID, req.Title.In(s.o.Lang)), all.Missed(), all.Applies, all.Vetoes)
	}
	if s.at < first {
		return
	}
	s.chart("J43", 22, &excelize.Chart{
		Type: excelize.Bar, Title: s.chartTitle(l.mostMissed), GapWidth: new(uint(30)),
		Legend: excelize.ChartLegend{Position: "none"}, PlotArea: excelize.ChartPlotArea{ShowVal: true},
		Series: []excelize.ChartSeries{{
			Name: s.cells(2, first-1, first-1), Categories: s.cells(1, first, s.at), Values: s.cells(2, first, s.at), Fill: solid("b3261e"),
		}},
		XAxis: excelize.ChartAxis{ReverseOrder: true, Font: axisFont}, YAxis: excelize.ChartAxis{MajorGridLines: true, Font: axisFont},
	})
}

// axisFont is dark: the library's own is a grey that fades on paper.
var axisFont = excelize.Font{Color: "262b33", Size: 9}

// chart draws a chart some rows high; its title is its text alternative.
func (s *sheetWriter) chart(cell string, rows uint, c *excelize.Chart) {
	c.Dimension = excelize.ChartDimension{Width: 640, Height: 20 * rows}
	c.Format = excelize.GraphicOptions{AltText: c.Title.Paragraph[0].Text}
	s.keep(s.f.AddChart(s.name, cell, c))
}

func (s *sheetWriter) chartTitle(words string) excelize.ChartTitle {
	return excelize.ChartTitle{Paragraph: []excelize.RichTextRun{{Text: words}}}
}

// cells refers to rows of one column, as charts do.
func (s *sheetWriter) cells(column, from, to int) string {
	name, err := excelize.ColumnNumberToName(column)
	s.keep(err)
	return fmt.Sprintf("'%s'!$%s$%d:$%s$%d", s.name, name, from, name, to)
}

func solid(colour string) excelize.Fill {
	return excelize.Fill{Type: "pattern", Pattern: 1, Color: []string{colour}}
}
