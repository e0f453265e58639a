package editor

import (
	"errors"
	"fmt"
	"slices"

	"hegui/internal/assess"
	"hegui/internal/catalog"
	"hegui/internal/proposal"
)

// Severity says how grave a diagnostic is.
type Severity string

// The severities, gravest first.
const (
	Error       Severity = "error"       // fails the proposal by itself: unreadable, a defect of form, a veto, or a rule that failed
	Warning     Severity = "warning"     // costs points
	Information Severity = "information" // a person must look
	Hint        Severity = "hint"        // costs nothing
)

// Diagnostic is one thing that an assessment says about a place.
type Diagnostic struct {
	Range       Range // never empty unless the text is
	Severity    Severity
	Code        string
	Requirement string // id, empty when none raised it
	Path        string // of the field, empty when it concerns no field
	Message     string
	Remedy      string // empty when there is none
	Quote       string // of the source document, empty without a requirement
	Points      string // what the requirement takes from the score, "1.25" of 100; empty when nothing
	Edit        *Edit  // a repair: the text it gives can be parsed, and the finding is gone or another follows it

	finding *assess.Finding
	start   int // offset, for the order
}

// Diagnostics puts into places what an assessment of the text says; nil stands for the assessment of a text that cannot be
// parsed. They are in the order of their places.
func (t *Text) Diagnostics(a *assess.Assessment, lang catalog.Lang) []Diagnostic {
	o := newOutline(t.lines.text)
	out := t.diagnose(o, a, lang)
	t.repair(o, out)
	return out
}

// diagnose words what an assessment says, without repairs.
func (t *Text) diagnose(o *outline, a *assess.Assessment, lang catalog.Lang) []Diagnostic {
	doc, err := t.parse()
	d := diagnoser{terms: t.terms(lang), text: t, doc: doc, outline: o}
	if a == nil || err != nil {
		d.unreadable(err)
		return d.out
	}
	for i := range a.Form {
		d.finding(&a.Form[i], nil, Error)
	}
	for i := range a.Guards {
		g := &a.Guards[i]
		d.add(g.Position, Diagnostic{
			Severity: Hint, Code: g.Code, Path: g.Path.String(), Message: d.pack.Catalog.DescribeGuard(g.Code, g.Path, g.Args).In(lang),
		})
	}
	for i := range a.Results {
		d.result(a, &a.Results[i])
	}
	for i := range a.Hints {
		d.finding(&a.Hints[i], nil, Hint)
	}
	for _, w := range a.Warnings {
		d.add(w.Position, Diagnostic{Severity: Information, Code: w.Code, Message: w.Message(string(lang))})
	}
	slices.SortStableFunc(d.out, func(a, b Diagnostic) int { return a.start - b.start })
	return d.out
}

// diagnoser gathers diagnostics.
type diagnoser struct {
	terms
	text    *Text
	doc     *proposal.Document
	outline *outline
	ends    map[int]int // of keys and values, by where they start; nil until there is something to say
	out     []Diagnostic
}

func (d *diagnoser) add(at proposal.Position, is Diagnostic) {
	is.start = d.text.lines.parserOffset(at)
	if d.ends == nil {
		d.ends = d.outline.ends()
	}
	end, ok := d.ends[is.start]
	if !ok { // to the end of what is written on the line
		line := d.text.lines.lineAt(is.start)
		end = d.text.lines.end(line)
	}
	is.Range = d.text.lines.between(is.start, end)
	d.out = append(d.out, is)
}

// unreadable says why the text cannot be parsed.
func (d *diagnoser) unreadable(err error) {
	var parse *proposal.ParseError
	if !errors.As(err, &parse) {
		return
	}
	d.add(parse.Position, Diagnostic{
		Severity: Error, Code: parse.Code, Message: parse.Message(string(d.lang)), Remedy: parse.Remedy(string(d.lang)),
	})
}

func (d *diagnoser) finding(f *assess.Finding, points *assess.Score, s Severity) {
	message, remedy := d.pack.Catalog.Describe(f.Requirement, f.Code, f.Path, f.Args)
	is := Diagnostic{
		Severity: s, Code: f.Code, Requirement: f.Requirement, Path: f.Path.String(),
		Message: message.In(d.lang), Remedy: remedy.In(d.lang), finding: f,
	}
	if req, ok := d.pack.Catalog.Requirement(f.Requirement); ok {
		is.Quote = req.Quote.Text
	}
	if points != nil && *points > 0 {
		is.Points = points.String()
	}
	d.add(f.Position, is)
}

// result says what one requirement found, and what it leaves to a person.
func (d *diagnoser) result(a *assess.Assessment, r *assess.Result) {
	lost := a.LostShare(r)
	for i := range r.Findings {
		f := &r.Findings[i]
		s := Warning
		switch {
		case r.Waiver != nil:
			s = Hint
		case r.Vetoes && f.Basis != catalog.BasisDefault:
			s = Error
		}
		d.finding(f, &lost, s)
	}
	for i := range r.Manual {
		d.finding(&r.Manual[i], &lost, Information)
	}
	if r.Error != "" {
		quote := ""
		if req, ok := d.pack.Catalog.Requirement(r.Requirement); ok {
			quote = req.Quote.Text
		}
		d.add(d.doc.Locate(nil), Diagnostic{
			Severity: Error, Code: string(assess.StatusError), Requirement: r.Requirement, Quote: quote,
			Message: fmt.Sprintf(d.failure, r.Error), Points: lost.String(),
		})
	}
}

// ends gives where keys and values end, by where they start. A key goes before the value that starts with it.
func (o *outline) ends() map[int]int {
	ends := make(map[int]int, 2*o.nodes)
	var visit func(n *node)
	visit = func(n *node) {
		for _, c := range n.children {
			visit(c)
		}
		if n.start < n.end {
			ends[n.start] = n.end
		}
		if n.keyStart < n.keyEnd {
			ends[n.keyStart] = n.keyEnd
		}
	}
	visit(o.root)
	return ends
}
