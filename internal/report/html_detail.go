package report

import (
	"fmt"
	"html/template"
	"strings"

	"hegui/internal/assess"
	"hegui/internal/catalog"
)

// What the page shows of one proposal, in the reader's language. Text of the proposal has gone through Safe, which shows
// hidden and reordering characters; the template escapes it.
type (
	detailView struct {
		W     *pageWords
		Lang  string
		ID    string // begins the ids of this part of the page, "p1"
		Alone bool   // the page is about this proposal: quotes and lists in full

		Title, Project, File, SHA256, ContentSHA256 string
		Verdict                                     verdictView
		Score, Grade, Under, Arithmetic, Unwaived   string
		Reasons                                     []string
		Radar                                       template.HTML
		Dimensions                                  []dimensionView
		BarLegend                                   string
		Guards, Form, FormRest, Hints, Warnings     []findingView
		FormRestHead                                string
		Losses                                      []lossView
		NothingLost                                 string
		Dagger                                      bool
		Repair                                      *repairView
		Confirm                                     []resultView
		Waivers                                     []string
		Readings                                    *readingsView
		Passed, Idle, Counted                       []resultView
		PassedHead, IdleHead, TraitsHead            string
		PassedIDs, IdleIDs                          string
		Points, Possible                            string
		Traits                                      []traitView
	}
	verdictView   struct{ Code, Sign, Word string }
	dimensionView struct {
		ID, Title, Score, Weights, Below string
		Bar                              template.HTML
	}
	placeView   struct{ At, Path string }
	findingView struct {
		placeView
		Message, Remedy string
		Related         []placeView
	}
	lossView struct {
		Anchor, ID, Title, Code, Sign, Line string
		Quote                               quoteView
		Asks, Error, Example, Waiver        string
		Findings                            []findingView
	}
	repairView struct {
		Head, Form string
		Steps      []string
	}
	resultView struct {
		ID, Title, Status, Reason, Credit string
		Weight, Points                    int
	}
	readingsView struct {
		Summary, Idle string
		Clauses       []clauseView
	}
	clauseView struct {
		Sentence, Quote, Mark string
		Ways                  []wayView
	}
	wayView struct {
		Line    string
		Changed []string
	}
	traitView struct {
		Title string
		Shown []placeView
	}
)

// signs repeat by shape what colour says.
var verdictSigns = map[assess.Verdict]string{
	assess.VerdictPass: "✓", assess.VerdictReview: "?", assess.VerdictFail: "✕", assess.VerdictError: "!",
}

func (p *phrasing) verdictView(v assess.Verdict) verdictView {
	return verdictView{Code: string(v), Sign: verdictSigns[v], Word: p.words.verdict[v]}
}

// detail gives the view of an assessment. n numbers it in the page.
func (p *page) detail(a *assess.Assessment, n int, alone bool) *detailView {
	d := &a.Decision
	v := &detailView{
		W: p.say, Lang: LanguageTag(p.o.Lang), ID: fmt.Sprintf("p%d", n), Alone: alone,
		Title: nameOf(p.say, a), Project: Safe(a.Project), File: Safe(a.File), SHA256: a.SHA256, ContentSHA256: a.ContentSHA256,
		Verdict: p.verdictView(d.Verdict), Score: d.Score.String(), Grade: p.grade(d),
		Under: fmt.Sprintf(p.words.under, a.Pack.ID, a.Pack.Version, p.o.Profile.Title.In(p.o.Lang), a.AsOf,
			d.Evaluated, d.Applicable, len(a.Results)),
		Arithmetic: fmt.Sprintf(p.words.arithmetic, d.Points, d.Possible, d.Score),
		Dagger:     daggers(a), Points: fmt.Sprint(d.Points), Possible: fmt.Sprint(d.Possible),
		BarLegend: fmt.Sprintf(p.say.BarLegend, assess.Score(p.o.Profile.FloorMinShare)),
	}
	if a.Unwaived != nil {
		v.Unwaived = fmt.Sprintf(p.words.unwaived, p.words.verdict[a.Unwaived.Verdict], a.Unwaived.Score)
	}
	v.Reasons = p.reasonTexts(a)
	p.dimensionViews(v, d)
	for i := range a.Guards {
		g := &a.Guards[i]
		v.Guards = append(v.Guards, findingView{placeView: placeOf(g.Place), Message: Safe(describeGuard(p.c, g).In(p.o.Lang)), Related: placesOf(g.Related)})
	}
	v.Form = p.findingViews(a.Form)
	if len(v.Form) > formShown {
		v.FormRest, v.Form = v.Form[formShown:], v.Form[:formShown]
		v.FormRestHead = fmt.Sprintf(p.say.FormRest, len(v.FormRest))
	}
	for _, i := range losses(a) {
		v.Losses = append(v.Losses, p.loss(v, a, i))
	}
	if len(v.Losses) == 0 && d.Applicable > 0 {
		v.NothingLost = p.words.nothingLost
	}
	v.Repair = p.repair(a)
	p.waiverViews(v, a)
	v.Readings = p.readingsView(a)
	v.Hints = p.findingViews(a.Hints)
	for _, w := range a.Warnings {
		v.Warnings = append(v.Warnings, findingView{placeView: placeView{At: fmt.Sprintf("%d:%d", w.Position.Line, w.Position.Column)},
			Message: Safe(w.Message(string(p.o.Lang)))})
	}
	p.results(v, a)
	p.traits(v, a)
	return v
}

// nameOf gives the title of a proposal, or words that say it has none.
func nameOf(w *pageWords, a *assess.Assessment) string {
	if a.Title == "" {
		return w.Untitled
	}
	return Safe(a.Title)
}

func placeOf(at assess.Place) placeView {
	return placeView{At: fmt.Sprintf("%d:%d", at.Position.Line, at.Position.Column), Path: Safe(at.Path.String())}
}

func placesOf(all []assess.Place) []placeView {
	views := make([]placeView, len(all))
	for i, at := range all {
		views[i] = placeOf(at)
	}
	return views
}

// findingViews describes defects, fields that are missing side by side together.
func (p *page) findingViews(all []assess.Finding) []findingView {
	var views []findingView
	for _, n := range p.notes(all) {
		view := findingView{placeView: placeOf(n.Place), Message: Safe(n.message), Remedy: Safe(n.remedy)}
		if len(n.findings) == 1 {
			view.Related = placesOf(n.findings[0].Related)
		}
		if n.byDefault() {
			view.Message += " †"
		}
		views = append(views, view)
	}
	return views
}

// dimensionViews draws bars, and a radar when there are spokes enough for an area.
func (p *page) dimensionViews(v *detailView, d *assess.Decision) {
	var axes []axis
	var said []string
	for i := range d.Dimensions {
		dim := &d.Dimensions[i]
		if dim.Possible == 0 {
			continue
		}
		view := dimensionView{
			ID: dim.Dimension, Title: p.c.Dimensions[i].Title.In(p.o.Lang), Score: dim.Score.String(),
			Weights: fmt.Sprintf("%d/%d", dim.Points/100, dim.Possible/100), Bar: bar(dim.Score, assess.Score(dim.Floor), dim.Below()),
		}
		if dim.Below() {
			view.Below = fmt.Sprintf(p.say.Below, assess.Score(dim.Floor))
		}
		v.Dimensions = append(v.Dimensions, view)
		axes = append(axes, axis{label: dim.Dimension, score: dim.Score, floor: assess.Score(dim.Floor), judged: dim.FloorHolds})
		said = append(said, fmt.Sprintf(p.say.RadarText, view.Title, view.Score))
	}
	if len(axes) >= 3 {
		v.Radar = radar(v.ID+"-radar", p.say.RadarTitle, strings.Join(said, p.words.comma), axes)
	}
}

func (p *page) loss(v *detailView, a *assess.Assessment, i int) lossView {
	r, req := &a.Results[i], &p.c.Requirements[i]
	loss := lossView{
		Anchor: fmt.Sprintf("r%d", i+1), ID: req.ID, Title: req.Title.In(p.o.Lang), Code: "fail", Sign: "✕",
		Line:     p.lossText(a, r),
		Error:    Safe(r.Error),
		Findings: append(p.findingViews(r.Findings), p.findingViews(r.Manual)...),
	}
	switch {
	case r.Vetoes:
		loss.Code, loss.Sign = "veto", "✖"
	case r.Status == assess.StatusManual:
		loss.Code, loss.Sign = "review", "?"
	case r.Status == assess.StatusPartial:
		loss.Code, loss.Sign = "partial", "◐"
	case r.Status == assess.StatusError:
		loss.Code, loss.Sign = "error", "!"
	}
	if r.Waiver != nil {
		loss.Waiver = Safe(fmt.Sprintf(p.words.waiverText, r.Waiver.Approver, r.Waiver.Expires, r.Waiver.Reason))
	}
	if v.Alone {
		loss.Quote, loss.Asks = p.quoteIn(i), req.Reading.In(p.o.Lang)
		if r.Error == "" {
			loss.Example = strings.TrimRight(req.Example.In(p.o.Lang), "\n")
		}
	}
	return loss
}

// repair gives the cheapest way to the best verdict, nil when there is nothing to repair.
func (p *page) repair(a *assess.Assessment) *repairView {
	r := a.Repair
	if r == nil {
		return nil
	}
	v := &repairView{Head: fmt.Sprintf(p.words.repairHeading, p.words.verdict[r.Reaches], r.Effort, r.Score)}
	if r.Form > 0 {
		v.Form = fmt.Sprintf(p.say.RepairForm, r.Form)
	}
	for _, s := range r.Steps {
		req, _ := p.c.Requirement(s.Requirement)
		v.Steps = append(v.Steps, fmt.Sprintf(p.words.repairStep, req.ID, req.Title.In(p.o.Lang), s.Effort, s.Gain, s.After, p.words.why[s.Why]))
	}
	return v
}

func (p *page) waiverViews(v *detailView, a *assess.Assessment) {
	for _, text := range p.idleWaivers(a) { // those that apply stand beside their requirement
		v.Waivers = append(v.Waivers, Safe(text))
	}
}

// results lists what passed, what does not apply and why, and the terms of the sum.
func (p *page) results(v *detailView, a *assess.Assessment) {
	var passed, idle []string
	for i := range a.Results {
		r, req := &a.Results[i], &p.c.Requirements[i]
		view := resultView{ID: req.ID, Title: req.Title.In(p.o.Lang), Status: p.statusOf(r), Weight: r.Weight, Points: r.Points, Credit: fmt.Sprintf("%d %%", r.Credit)}
		switch {
		case r.Status == assess.StatusNotApplicable && r.Excluded:
			view.Reason = p.say.Excluded
		case r.Status == assess.StatusNotApplicable:
			view.Reason = strings.Join(p.inTheWay(a, r), p.words.comma)
		}
		if r.Status == assess.StatusNotApplicable {
			v.Idle, idle = append(v.Idle, view), append(idle, req.ID)
		}
		if r.Status == assess.StatusPass {
			v.Passed, passed = append(v.Passed, view), append(passed, req.ID)
			if confirms(r, req) {
				view.Reason = req.Confirm.In(p.o.Lang)
				v.Confirm = append(v.Confirm, view)
			}
		}
		if r.Counts() && r.Waiver == nil {
			v.Counted = append(v.Counted, view)
		}
	}
	v.PassedHead, v.PassedIDs = fmt.Sprintf(p.say.Passed, len(passed)), strings.Join(passed, p.words.comma)
	v.IdleHead, v.IdleIDs = fmt.Sprintf(p.say.NotApplicable, len(idle)), strings.Join(idle, p.words.comma)
}

func (p *page) traits(v *detailView, a *assess.Assessment) {
	for _, state := range a.Flags {
		if f, ok := p.c.Flag(state.Name); ok && state.On {
			v.Traits = append(v.Traits, traitView{Title: f.Title.In(p.o.Lang), Shown: placesOf(state.Because)})
		}
	}
	v.TraitsHead = fmt.Sprintf(p.say.Traits, len(v.Traits))
}

func (p *page) readingsView(a *assess.Assessment) *readingsView {
	if a.Readings == nil {
		return nil
	}
	v := &readingsView{Summary: p.readingsSummary(a)}
	var idle []string
	for i := range a.Readings.Readings {
		effect := &a.Readings.Readings[i]
		reading, ok := p.c.Reading(effect.Reading)
		switch {
		case !ok:
		case !moves(effect):
			idle = append(idle, reading.Quote.Text)
		default:
			v.Clauses = append(v.Clauses, p.clause(reading, effect))
		}
	}
	if len(idle) > 0 {
		v.Idle = fmt.Sprintf(p.words.readingsIdle, strings.Join(idle, p.words.comma))
	}
	return v
}

func (p *page) clause(reading *catalog.Reading, effect *assess.ReadingEffect) clauseView {
	clause := clauseView{Sentence: reading.Quote.Sentence, Quote: reading.Quote.Text, Mark: p.readingMark(effect)}
	for k, alternative := range effect.Alternatives {
		way := wayView{Line: fmt.Sprintf(p.words.readingLine, reading.Alternatives[k].Title.In(p.o.Lang), p.words.verdict[alternative.Verdict], alternative.Score)}
		for c := range alternative.Changed {
			r := &alternative.Changed[c]
			way.Changed = append(way.Changed, fmt.Sprintf("%s · %s", r.Requirement, p.words.status[r.Status]))
			for _, f := range p.findingViews(r.Findings) {
				way.Changed = append(way.Changed, fmt.Sprintf("%s %s", f.At, f.Message))
			}
			if r.Error != "" {
				way.Changed = append(way.Changed, Safe(r.Error))
			}
		}
		clause.Ways = append(clause.Ways, way)
	}
	return clause
}
