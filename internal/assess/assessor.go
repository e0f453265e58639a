// Package assess holds one proposal against one pack: it asks the rules, gives every requirement exactly one status,
// scores in integers, decides, and finds the cheapest repair. It does no input or output, reads no clock and knows no
// Rego. Start at [Assessor.Assess], the only way to a score.
package assess

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"
	"time"

	"hegui/internal/catalog"
	"hegui/internal/proposal"
)

// Input is what rules see.
type Input struct {
	Proposal *proposal.Document
	AsOf     string // YYYY-MM-DD
	Profile  string
	Readings bool // also ask what the alternative readings say
}

// Outcome is what a rule said about one requirement, raw. A rule that did not say what it must is an outcome with Err.
type Outcome struct {
	Applies   bool
	Findings  []RawFinding
	Manual    []RawFinding
	Credit    int // per cent; meaningful when HasCredit
	HasCredit bool
	Err       string // why the rule could not be evaluated; the other fields mean nothing then
}

// RawFinding is a finding as a rule states it: a code, a path and values, without position or basis.
type RawFinding struct {
	Code    string
	Path    proposal.Path
	Related []proposal.Path
	Args    catalog.Args
}

// RawGuard is a guard as the flags state it.
type RawGuard struct {
	Flag string
	RawFinding
}

// Evaluation is what all rules said about one proposal.
type Evaluation struct {
	Outcomes map[string]Outcome         // by stem of the requirement, "data_03"
	Because  map[string][]proposal.Path // what turned each flag on; a flag that is off has no paths
	Guards   []RawGuard
	Hints    []RawFinding

	// What alternative readings change: reading → alternative → stem of the requirement. Only when Input.Readings.
	Readings map[string]map[string]map[string]Outcome
}

// Evaluator runs the rules of a pack. Package rules implements it. It is declared here because assess must not know
// Rego; implementations must be safe for concurrent use, give the same evaluation for the same input, honour the
// context's deadline, and return an error only when nothing could be evaluated: the failure of one rule is its
// Outcome.Err.
type Evaluator interface {
	Eval(ctx context.Context, in Input) (*Evaluation, error)
}

// Form checks a proposal's shape. Package pack implements it with the pack's JSON Schema.
type Form interface {
	// Validate gives the defects of form, in document order, and the paths whose values rules must not see because
	// their type or range is wrong.
	Validate(doc *proposal.Document) (findings []Finding, unusable []proposal.Path)
	// Item gives the kind that the item of a sequence at a path should have: what stands in for an unusable one.
	Item(p proposal.Path) proposal.Kind
}

// Assessor assesses proposals against one pack under one profile. The zero value is not usable: set the fields once,
// then it is safe for concurrent use.
type Assessor struct {
	Pack      PackRef
	Catalog   *catalog.Catalog
	Profile   *catalog.Profile
	Form      Form
	Evaluator Evaluator
	AsOf      string // YYYY-MM-DD; a parameter, so that a result never depends on the clock
	Engine    string // version of hegui
	Waivers   []Waiver
	Readings  bool // also say what the alternative readings of vague clauses would change

	Limit time.Duration // how long the rules may take for one proposal; 0 for as long as the context lasts
}

// ErrDeadline says that the rules did not end within [Assessor.Limit].
var ErrDeadline = errors.New("the rules did not end in time")

// Today gives the civil date that proposals are assessed on when none is named: in Asia/Shanghai, which keeps UTC+8 all
// year.
func Today(now time.Time) string {
	return now.In(time.FixedZone("Asia/Shanghai", 8*60*60)).Format(time.DateOnly)
}

// Assess holds a proposal against the pack. A fault in the proposal is a finding; the error is a fault of ours or an
// ended context; [ErrDeadline] when the rules did not end within the limit.
func (a *Assessor) Assess(ctx context.Context, doc *proposal.Document) (*Assessment, error) {
	form, unusable := a.Form.Validate(doc)
	stamp(doc, form)
	seen := doc.Blank(unusable, a.Form.Item)
	ev, err := a.evaluate(ctx, seen)
	if err != nil {
		return nil, fmt.Errorf("evaluate %s: %w", doc.Name, err)
	}
	as := &Assessment{
		File: doc.Name, SHA256: doc.SHA256, ContentSHA256: doc.ContentSHA256(),
		Project: a.Project(doc), Title: textAt(doc, cmp.Or(a.Catalog.ProjectTitle, "project.title_zh")),
		Pack: a.Pack, Engine: a.Engine, Profile: a.Profile.ID, AsOf: a.AsOf,
		Form: form, Warnings: doc.Warnings,
	}
	as.Flags = a.flags(doc, ev)
	as.Guards = guards(doc, ev)
	as.Hints = hints(doc, ev)
	on := make(map[string]bool, len(as.Flags))
	for _, f := range as.Flags {
		on[f.Name] = f.On
	}
	as.Results = make([]Result, len(a.Catalog.Requirements))
	stem := make([]byte, 0, 32)
	for i := range a.Catalog.Requirements {
		req := &a.Catalog.Requirements[i]
		stem = catalog.AppendStem(stem[:0], req.ID)
		outcome, ok := ev.Outcomes[string(stem)]
		if !ok {
			outcome = Outcome{Err: "the rule gave no outcome"}
		}
		as.Results[i] = a.result(doc, req, outcome, on)
	}
	waived, uses := a.waive(as)
	as.Waivers = uses
	as.Decision = Decide(as.Results, len(form), a.Catalog, a.Profile, waived)
	if len(waived) > 0 {
		without := Decide(as.Results, len(form), a.Catalog, a.Profile, nil)
		as.Unwaived = &without
	}
	as.Repair = repair(as, a.Catalog, a.Profile, waived)
	if a.Readings {
		as.Readings = a.sensitivity(as, doc, ev, on, waived)
	}
	return as, nil
}

// evaluate asks the rules, within the limit.
func (a *Assessor) evaluate(ctx context.Context, doc *proposal.Document) (*Evaluation, error) {
	limited := ctx
	if a.Limit > 0 {
		var cancel context.CancelFunc
		limited, cancel = context.WithTimeout(ctx, a.Limit)
		defer cancel()
	}
	ev, err := a.Evaluator.Eval(limited, Input{Proposal: doc, AsOf: a.AsOf, Profile: a.Profile.ID, Readings: a.Readings})
	if err != nil && ctx.Err() == nil && errors.Is(limited.Err(), context.DeadlineExceeded) {
		return nil, ErrDeadline
	}
	return ev, err
}

// result gives a requirement its one status.
func (a *Assessor) result(doc *proposal.Document, req *catalog.Requirement, o Outcome, on map[string]bool) Result {
	r := Result{Requirement: req.ID, Severity: req.Severity, Weight: a.Profile.WeightOf(req)}
	r.Excluded = r.Weight == 0
	for _, flag := range req.VetoWhen {
		if on[flag] {
			r.Severity = catalog.Veto
		}
	}
	switch {
	case o.Err != "":
		r.Status, r.Error = StatusError, o.Err
		return r
	case r.Excluded || !o.Applies:
		r.Status = StatusNotApplicable
		r.Because = req.Applies.Against(on)
		return r
	}
	r.Findings = a.locate(doc, req, o.Findings)
	r.Manual = a.locate(doc, req, o.Manual)
	if code, ok := a.unknownCode(r.Findings, r.Manual); ok {
		r.Status, r.Error = StatusError, fmt.Sprintf("the rule raised code %q, which the catalog does not know", code)
		return r
	}
	r.Credit = 100
	if len(r.Findings) > 0 {
		r.Credit = 0
	}
	if o.HasCredit {
		r.Credit = o.Credit
	}
	switch {
	case r.Credit < 0 || r.Credit > 100:
		r.Status, r.Error, r.Credit = StatusError, fmt.Sprintf("the rule gave a credit of %d, outside 0..100", r.Credit), 0
	case r.Credit == 100 && len(r.Findings) > 0:
		r.Status, r.Error, r.Credit = StatusError, "the rule gave full credit beside findings", 0
	case r.Credit < 100 && len(r.Findings) == 0:
		r.Status, r.Error, r.Credit = StatusError, "the rule took credit without a finding", 0
	case len(r.Findings) == 0 && len(r.Manual) > 0:
		r.Status, r.Credit = StatusManual, 0
	case r.Credit == 100:
		r.Status = StatusPass
	case r.Credit > 0:
		r.Status = StatusPartial
	default:
		r.Status = StatusFail
	}
	r.Points = r.Weight * r.Credit
	if r.Severity == catalog.Veto {
		for _, f := range r.Findings {
			r.Vetoes = r.Vetoes || f.Basis != catalog.BasisDefault
		}
	}
	return r
}

// unknownCode finds a code without a text: locate left its basis empty.
func (a *Assessor) unknownCode(lists ...[]Finding) (string, bool) {
	for _, list := range lists {
		for _, f := range list {
			if f.Basis == "" {
				return f.Code, true
			}
		}
	}
	return "", false
}

// locate gives raw findings their position and basis, in the order of their paths.
func (a *Assessor) locate(doc *proposal.Document, req *catalog.Requirement, raw []RawFinding) []Finding {
	if len(raw) == 0 {
		return nil
	}
	out := make([]Finding, len(raw))
	for i, f := range raw {
		out[i] = Finding{Requirement: req.ID, Code: f.Code, Place: place(doc, f.Path), Related: places(doc, f.Related), Args: f.Args}
		if code, ok := a.Catalog.Code(req, f.Code); ok {
			out[i].Basis = code.Basis
		}
	}
	slices.SortStableFunc(out, func(f, g Finding) int {
		return cmp.Or(f.Path.Compare(g.Path), strings.Compare(f.Code, g.Code))
	})
	stamp(doc, out)
	return out
}

// flags lists every flag of the catalog with what turned it on.
func (a *Assessor) flags(doc *proposal.Document, ev *Evaluation) []FlagState {
	states := make([]FlagState, len(a.Catalog.Flags))
	for i, f := range a.Catalog.Flags {
		paths := ev.Because[f.Name]
		states[i] = FlagState{Name: f.Name, On: len(paths) > 0, Because: places(doc, paths)}
	}
	return states
}

func guards(doc *proposal.Document, ev *Evaluation) []Guard {
	out := make([]Guard, len(ev.Guards))
	for i, g := range ev.Guards {
		out[i] = Guard{Flag: g.Flag, Code: g.Code, Place: place(doc, g.Path), Related: places(doc, g.Related), Args: g.Args}
	}
	return out
}

// hints locates what looks like a slip, in the order of the text.
func hints(doc *proposal.Document, ev *Evaluation) []Finding {
	out := make([]Finding, len(ev.Hints))
	for i, h := range ev.Hints {
		out[i] = Finding{Code: h.Code, Place: place(doc, h.Path), Related: places(doc, h.Related), Args: h.Args}
	}
	slices.SortStableFunc(out, func(f, g Finding) int { return f.Path.Compare(g.Path) })
	stamp(doc, out)
	return out
}

func place(doc *proposal.Document, p proposal.Path) Place {
	return Place{Path: p, Position: doc.Locate(p)}
}

func places(doc *proposal.Document, paths []proposal.Path) []Place {
	if len(paths) == 0 {
		return nil
	}
	out := make([]Place, len(paths))
	for i, p := range paths {
		out[i] = place(doc, p)
	}
	return out
}

// Project is what a proposal calls its project where the pack looks for it; "" when it says nothing. Waivers are for projects.
func (a *Assessor) Project(doc *proposal.Document) string {
	return textAt(doc, cmp.Or(a.Catalog.ProjectID, "project.id"))
}

// textAt reads a copy of a string of the proposal, "" when it is absent or not a string.
func textAt(doc *proposal.Document, where string) string {
	path, err := proposal.ParsePath(where)
	if err != nil {
		return "" // a pack with such a path does not load
	}
	if v, ok := doc.At(path); ok && v.Kind() == proposal.String {
		return strings.Clone(v.Text())
	}
	return ""
}
