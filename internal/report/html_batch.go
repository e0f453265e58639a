package report

import (
	"cmp"
	"fmt"
	"html/template"
	"iter"
	"maps"
	"slices"
	"strings"

	"hegui/internal/assess"
)

// rankedRow is what a batch keeps of one proposal.
type rankedRow struct {
	file, project, title string
	verdict              assess.Verdict
	score                assess.Score
	grade                string
	dimensions           []int32  // basis points; -1 where nothing applies
	lost                 []uint16 // the first of the requirements that lost points, in the order of losses
	vetoes               int      // how many of them veto
	lostAll              int
	detail               []byte // rendered; nil when left out
}

// lostShown is how many lost requirements a row of the ranking names.
const lostShown = 8

func (p *page) ranked(a *assess.Assessment) rankedRow {
	row := rankedRow{
		file: Safe(a.File), project: Safe(a.Project), title: Safe(a.Title),
		verdict: a.Decision.Verdict, score: a.Decision.Score, grade: p.grade(&a.Decision),
	}
	for _, d := range a.Decision.Dimensions {
		if d.Possible == 0 {
			row.dimensions = append(row.dimensions, -1)
		} else {
			row.dimensions = append(row.dimensions, int32(d.Score))
		}
	}
	lost := losses(a)
	row.lostAll = len(lost)
	for _, i := range lost[:min(len(lost), lostShown)] {
		row.lost = append(row.lost, uint16(i))
		if a.Results[i].Vetoes {
			row.vetoes++
		}
	}
	return row
}

func (r *rankedRow) name(w *pageWords) string {
	if r.title == "" {
		return w.Untitled
	}
	return r.title
}

// What the page shows of a batch.
type (
	batchView struct {
		W                        *pageWords
		Title, Under             string
		Verdicts                 []verdictCount
		Assessed, Skipped        int
		Spread                   *spread
		Histogram                template.HTML
		Bands                    []bandView
		Spreads                  []spreadView
		Missed                   []missedView
		OutlierRule, OutlierNote string
		Outliers                 []outlierView
		DimensionHeads           []dimensionView
		Rows                     iter.Seq[rowView]
		Unreadable               []unreadableView
		Requirements             []requirementView
		Details                  iter.Seq[template.HTML]
		DetailsLeftOut           string
		HasDetails, HasRows      bool
	}
	verdictCount struct {
		verdictView
		N     int
		Share string
	}
	bandView struct {
		Band string
		N    int
	}
	spreadView struct {
		ID, Title string
		*spread
		Box template.HTML
	}
	missedView struct {
		Anchor, ID, Title  string
		N, Applies, Vetoes int
		Bar                template.HTML
	}
	outlierView struct {
		Anchor, Name, File string
		Far                []string
	}
	rowView struct {
		Anchor              string // of its details, "" when left out
		ID, Rank            int
		Name, Project, File string
		Verdict             verdictView
		Order               int // of the verdict
		Score, Grade        string
		Dimensions          []string
		Vetoes, Lost, More  string
		LostAll             int
	}
	unreadableView  struct{ File, Place, Problem, Remedy string }
	requirementView struct {
		Anchor, ID, Title, Dimension, Weight string
		Quote                                quoteView
		Asks, Example                        string
	}
)

// verdictOrder ranks verdicts, the best first.
var verdictOrder = []assess.Verdict{assess.VerdictPass, assess.VerdictReview, assess.VerdictFail, assess.VerdictError}

func (p *page) batch() *batchView {
	w := p.say
	total := spreadOf(p.tally.scores)
	v := &batchView{
		W: w, Title: fmt.Sprintf(w.BatchTitle, len(p.rows)), Under: p.facts.under,
		Assessed: len(p.rows), Skipped: len(p.skipped), Unreadable: p.skipped,
		HasRows: len(p.rows) > 0, HasDetails: p.withPages > 0, Spread: &total,
	}
	for _, verdict := range verdictOrder {
		n := p.tally.verdicts[verdict]
		v.Verdicts = append(v.Verdicts, verdictCount{p.verdictView(verdict), n, share(n, len(p.rows)).String()})
	}
	if len(p.rows) == 0 {
		return v
	}
	p.distribution(v)
	p.spreads(v, &total)
	p.missedViews(v)
	order := p.order()
	p.outliers(v, &total)
	for i, d := range p.c.Dimensions {
		if len(p.tally.dimensions[i]) > 0 {
			v.DimensionHeads = append(v.DimensionHeads, dimensionView{ID: d.ID, Title: d.Title.In(p.o.Lang)})
		}
	}
	v.Rows = p.rowViews(order)
	p.requirementViews(v)
	v.Details = func(yield func(template.HTML) bool) {
		for _, i := range order {
			// Rendered by html/template in Add.
			if d := p.rows[i].detail; d != nil && !yield(template.HTML(d)) {
				return
			}
		}
	}
	if p.withPages < len(p.rows) {
		v.DetailsLeftOut = fmt.Sprintf(w.DetailsLeftOut, p.withPages, len(p.rows)-p.withPages)
	}
	return v
}

func (p *page) distribution(v *batchView) {
	counts := histogram(p.tally.scores)
	var bounds, said []string
	for i, n := range counts {
		band := fmt.Sprintf(tableWordsIn(p.o.Lang).rangeText, 10*i, 10*(i+1))
		v.Bands = append(v.Bands, bandView{band, n})
		said = append(said, fmt.Sprintf(p.say.RadarText, band, fmt.Sprint(n)))
		bounds = append(bounds, fmt.Sprint(10*i))
	}
	bounds = append(bounds, "100")
	v.Histogram = columns("distribution", p.say.Distribution, fmt.Sprintf(p.say.DistributionText, strings.Join(said, p.words.comma)), counts[:], bounds)
}

func (p *page) spreads(v *batchView, total *spread) {
	v.Spreads = append(v.Spreads, spreadView{Title: p.say.Total, spread: total, Box: box(total)})
	for i, d := range p.c.Dimensions {
		if s := spreadOf(p.tally.dimensions[i]); s.N > 0 {
			v.Spreads = append(v.Spreads, spreadView{ID: d.ID, Title: d.Title.In(p.o.Lang), spread: &s, Box: box(&s)})
		}
	}
}

func (p *page) missedViews(v *batchView) {
	for _, i := range p.tally.mostMissed(mostMissedShown) {
		req, all := &p.c.Requirements[i], &p.tally.requirements[i]
		view := missedView{ID: req.ID, Title: req.Title.In(p.o.Lang), N: all.Missed(), Applies: all.Applies, Vetoes: all.Vetoes, Bar: portion(all.Missed(), all.Applies)}
		if p.missed[i] {
			view.Anchor = fmt.Sprintf("r%d", i+1)
		}
		v.Missed = append(v.Missed, view)
	}
}

// outliersShown is how many proposals with outlying scores a report names, the furthest first.
const outliersShown = 20

// outliers finds the proposals that lie far from the others, in the total or in a dimension.
func (p *page) outliers(v *batchView, total *spread) {
	v.OutlierRule = fmt.Sprintf(p.say.OutlierRule, outlierMin)
	if len(p.rows) < outlierMin {
		v.OutlierNote = p.say.OutlierFew
		return
	}
	furthest := map[int]int{} // by row: how far from the median at most
	said := map[int][]string{}
	look := func(name string, s *spread, score func(r *rankedRow) int) {
		for i := range p.rows {
			x := score(&p.rows[i])
			if x < 0 || !s.outlier(x) {
				continue
			}
			sign, distance := p.say.OutlierHigh, x-int(s.Median)
			if distance < 0 {
				sign, distance = p.say.OutlierLow, -distance
			}
			furthest[i] = max(furthest[i], distance)
			said[i] = append(said[i], fmt.Sprintf(p.say.Far, sign, name, assess.Score(x)))
		}
	}
	look(p.say.Total, total, func(r *rankedRow) int { return int(r.score) })
	for d, dim := range p.c.Dimensions {
		s := spreadOf(p.tally.dimensions[d])
		look(dim.Title.In(p.o.Lang), &s, func(r *rankedRow) int { return int(r.dimensions[d]) })
	}
	found := slices.SortedFunc(maps.Keys(furthest), func(i, j int) int {
		return cmp.Or(cmp.Compare(furthest[j], furthest[i]), cmp.Compare(len(said[j]), len(said[i])), cmp.Compare(i, j))
	})
	for _, i := range found[:min(len(found), outliersShown)] {
		r := &p.rows[i]
		view := outlierView{Name: r.name(p.say), File: r.file, Far: said[i]}
		if r.detail != nil {
			view.Anchor = fmt.Sprintf("p%d", i+1)
		}
		v.Outliers = append(v.Outliers, view)
	}
	switch rest := len(found) - len(v.Outliers); {
	case len(found) == 0:
		v.OutlierNote = p.say.OutlierNone
	case rest > 0:
		v.OutlierNote = fmt.Sprintf(p.say.OutlierMore, rest)
	}
}

// order ranks the rows: by verdict, then by score, then as they came.
func (p *page) order() []int {
	order := make([]int, len(p.rows))
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(i, j int) int { return p.compare(i, j) })
	return order
}

func (p *page) compare(i, j int) int {
	x, y := &p.rows[i], &p.rows[j]
	return cmp.Or(cmp.Compare(slices.Index(verdictOrder, x.verdict), slices.Index(verdictOrder, y.verdict)), cmp.Compare(y.score, x.score))
}

func (p *page) rowViews(order []int) iter.Seq[rowView] {
	rank := 0
	return each(order, func(at int, i *int) rowView {
		if at == 0 || p.compare(order[at-1], *i) != 0 {
			rank = at + 1
		}
		r := &p.rows[*i]
		v := rowView{
			ID: *i + 1, Rank: rank, Name: r.name(p.say), Project: r.project, File: r.file, Verdict: p.verdictView(r.verdict),
			Order: slices.Index(verdictOrder, r.verdict), Score: r.score.String(), Grade: r.grade, LostAll: r.lostAll,
		}
		if r.detail != nil {
			v.Anchor = fmt.Sprintf("p%d", *i+1)
		}
		for d, score := range r.dimensions {
			switch {
			case len(p.tally.dimensions[d]) == 0:
			case score < 0:
				v.Dimensions = append(v.Dimensions, "–")
			default:
				v.Dimensions = append(v.Dimensions, assess.Score(score).String())
			}
		}
		ids := make([]string, len(r.lost))
		for k, req := range r.lost {
			ids[k] = p.c.Requirements[req].ID
		}
		v.Vetoes, v.Lost = strings.Join(ids[:r.vetoes], p.words.comma), strings.Join(ids[r.vetoes:], p.words.comma)
		if r.lostAll > len(r.lost) {
			v.More = fmt.Sprintf(p.say.More, r.lostAll)
		}
		return v
	})
}

// requirementViews gives once what the details of all proposals refer to.
func (p *page) requirementViews(v *batchView) {
	for i := range p.c.Requirements {
		if !p.missed[i] {
			continue
		}
		req := &p.c.Requirements[i]
		view := requirementView{
			Anchor: fmt.Sprintf("r%d", i+1), ID: req.ID, Title: req.Title.In(p.o.Lang), Dimension: req.Dimension,
			Weight: fmt.Sprint(p.o.Profile.WeightOf(req)), Quote: p.quoteIn(i), Asks: req.Reading.In(p.o.Lang),
			Example: strings.TrimRight(req.Example.In(p.o.Lang), "\n"),
		}
		for _, d := range p.c.Dimensions {
			if d.ID == req.Dimension {
				view.Dimension = d.Title.In(p.o.Lang)
			}
		}
		v.Requirements = append(v.Requirements, view)
	}
}
