package report

import (
	"bytes"

	"hegui/internal/assess"
	"hegui/internal/catalog"
)

// appender writes assessments as lines of JSON, byte for byte as encoding/json writes a [jsonLine], in a quarter of the
// time: a batch writes 50 KB for each proposal. What is rare it leaves to encoding/json. Not safe for concurrent use.
type appender struct {
	c            *catalog.Catalog
	b            []byte
	requirements [][]byte // what is the same in every result of a requirement: title to quote; nil until it is written
	wordings     map[wordingOf]*wording
	keys         []string // of the arguments of one finding
	err          error    // the first one of encoding/json
}

func newAppender(c *catalog.Catalog) *appender {
	return &appender{c: c, requirements: make([][]byte, len(c.Requirements)), wordings: map[wordingOf]*wording{}}
}

// line writes one assessment without a line break. What it gives is good until the next call. The error is a catalog that
// does not fit, or an argument that is no JSON.
func (e *appender) line(a *assess.Assessment) ([]byte, error) {
	if err := fits(a, e.c); err != nil {
		return nil, err
	}
	e.b, e.err = e.b[:0], nil
	e.assessment(a)
	return e.b, e.err
}

func (e *appender) assessment(a *assess.Assessment) {
	e.text(`{"version":`, ResultVersion)
	e.text(`,"file":`, a.File)
	e.text(`,"sha256":`, a.SHA256)
	e.text(`,"content_sha256":`, a.ContentSHA256)
	e.text(`,"project":`, a.Project)
	e.text(`,"title":`, a.Title)
	e.text(`,"pack":{"id":`, a.Pack.ID)
	e.text(`,"version":`, a.Pack.Version)
	e.text(`,"digest":`, a.Pack.Digest)
	e.text(`},"engine":`, a.Engine)
	e.text(`,"profile":`, a.Profile)
	e.text(`,"as_of":`, a.AsOf)
	grade := e.c.Grade(int(a.Decision.Score))
	e.text(`,"grade":{"id":`, grade.ID)
	e.words(`,"title":`, grade.Title)
	e.decision(`},"decision":`, &a.Decision)
	if a.Unwaived != nil {
		e.decision(`,"unwaived":`, a.Unwaived)
	}
	e.findings(`,"form":`, a.Form)
	e.raw(`,"results":[`)
	for i := range a.Results {
		e.comma(i)
		e.result(i, &a.Results[i])
	}
	e.raw(`],"flags":[`)
	for i := range a.Flags {
		e.comma(i)
		e.text(`{"name":`, a.Flags[i].Name)
		e.bool(`,"on":`, a.Flags[i].On)
		e.places(`,"because":`, a.Flags[i].Because)
		e.raw(`}`)
	}
	e.raw(`],"guards":[`)
	for i := range a.Guards {
		e.comma(i)
		g := &a.Guards[i]
		e.text(`{"flag":`, g.Flag)
		e.text(`,"code":`, g.Code)
		e.raw(`,`)
		e.place(&g.Place)
		e.places(`,"related":`, g.Related)
		e.args(`,"args":`, g.Args)
		e.words(`,"message":`, describeGuard(e.c, g))
		e.raw(`}`)
	}
	e.raw(`]`)
	e.raw(`,"waivers":`)
	e.other(list(a.Waivers))
	if a.Repair != nil {
		e.repair(a.Repair)
	}
	e.raw(`,"warnings":`)
	e.other(warningsJSON(a.Warnings))
	e.findings(`,"hints":`, a.Hints)
	if a.Readings != nil {
		e.raw(`,"readings":`)
		e.other(readingsJSON(a.Readings, e.c))
	}
	e.raw(`}`)
}

func (e *appender) decision(key string, d *assess.Decision) {
	e.int(key+`{"score":`, int(d.Score))
	e.text(`,"verdict":`, string(d.Verdict))
	e.int(`,"points":`, d.Points)
	e.int(`,"possible":`, d.Possible)
	e.raw(`,"dimensions":[`)
	for i := range d.Dimensions {
		e.comma(i)
		dim := &d.Dimensions[i]
		e.text(`{"dimension":`, dim.Dimension)
		e.int(`,"score":`, int(dim.Score))
		e.int(`,"points":`, dim.Points)
		e.int(`,"possible":`, dim.Possible)
		e.int(`,"floor":`, dim.Floor)
		e.bool(`,"floor_holds":`, dim.FloorHolds)
		e.raw(`}`)
	}
	e.raw(`],"reasons":[`)
	for i := range d.Reasons {
		e.comma(i)
		e.text(`{"code":`, string(d.Reasons[i].Code))
		e.texts(`,"ids":`, d.Reasons[i].IDs)
		e.raw(`}`)
	}
	e.int(`],"evaluated":`, d.Evaluated)
	e.int(`,"applicable":`, d.Applicable)
	e.raw(`}`)
}

func (e *appender) result(i int, r *assess.Result) {
	e.text(`{"requirement":`, r.Requirement)
	e.text(`,"status":`, string(r.Status))
	e.int(`,"weight":`, r.Weight)
	e.int(`,"credit":`, r.Credit)
	e.int(`,"points":`, r.Points)
	e.text(`,"severity":`, string(r.Severity))
	e.bool(`,"vetoes":`, r.Vetoes)
	e.texts(`,"because":`, r.Because)
	if r.Excluded {
		e.raw(`,"excluded":true`)
	}
	if r.Error != "" {
		e.text(`,"error":`, r.Error)
	}
	if r.Waiver != nil {
		e.raw(`,"waiver":`)
		e.other(r.Waiver)
	}
	req := &e.c.Requirements[i]
	if e.requirements[i] == nil {
		start := len(e.b)
		e.words(`,"title":`, req.Title)
		e.text(`,"dimension":`, req.Dimension)
		e.text(`,"quote":{"sentence":`, req.Quote.Sentence)
		e.int(`,"offset":`, req.Quote.Offset)
		e.text(`,"text":`, req.Quote.Text)
		e.raw(`}`)
		e.requirements[i] = bytes.Clone(e.b[start:])
	} else {
		e.b = append(e.b, e.requirements[i]...)
	}
	e.findings(`,"findings":`, r.Findings)
	e.findings(`,"manual":`, r.Manual)
	if confirms(r, req) {
		e.words(`,"confirm":`, req.Confirm)
	}
	e.raw(`}`)
}

func (e *appender) findings(key string, all []assess.Finding) {
	e.raw(key)
	e.raw(`[`)
	for i := range all {
		e.comma(i)
		f := &all[i]
		e.raw(`{`)
		if f.Requirement != "" {
			e.text(`"requirement":`, f.Requirement)
			e.raw(`,`)
		}
		e.text(`"code":`, f.Code)
		e.raw(`,`)
		e.place(&f.Place)
		e.places(`,"related":`, f.Related)
		e.args(`,"args":`, f.Args)
		if f.Basis != "" {
			e.text(`,"basis":`, string(f.Basis))
		}
		e.text(`,"fingerprint":`, f.Fingerprint)
		e.described(f)
		e.raw(`}`)
	}
	e.raw(`]`)
}

func (e *appender) repair(r *assess.RepairPath) {
	e.int(`,"repair":{"form":`, r.Form)
	e.raw(`,"steps":[`)
	for i := range r.Steps {
		e.comma(i)
		s := &r.Steps[i]
		e.text(`{"requirement":`, s.Requirement)
		e.int(`,"effort":`, s.Effort)
		e.int(`,"gain":`, int(s.Gain))
		e.int(`,"after":`, int(s.After))
		e.text(`,"why":`, string(s.Why))
		e.raw(`}`)
	}
	e.int(`],"effort":`, r.Effort)
	e.int(`,"score":`, int(r.Score))
	e.text(`,"reaches":`, string(r.Reaches))
	e.raw(`}`)
}
