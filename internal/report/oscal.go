package report

import (
	"bufio"
	"cmp"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"hash"
	"io"
	"strconv"
	"strings"

	"hegui/internal/assess"
	"hegui/internal/catalog"
	"hegui/internal/oscal"
)

// oscalWriter writes one OSCAL document of assessment results, a result for each proposal as it comes; what needs to know
// them all follows at the end, because the order of an object's members means nothing. Each requirement that counts is a
// finding about the objective of its control, each defect an observation with its place, and each requirement that is not
// met a risk with its severity and the repairs. UUIDs are made of what they name and times are the date of the
// assessment, so that the same assessment gives the same bytes.
type oscalWriter struct {
	phrasing
	say       *oscalWords
	w         *bufio.Writer
	separator string
	results   int
	all       hash.Hash // over the UUIDs of all results: the document's own depends on each
	pack      assess.PackRef
	engine    string
	asOf      string
	resources []oscal.Resource // the proposals
	skipped   []*Unreadable
	err       error
}

func newOSCAL(w io.Writer, o Options) (*oscalWriter, error) {
	s := &oscalWriter{
		phrasing: newPhrasing(o), say: oscalWordsIn(o.Lang), w: bufio.NewWriter(w), separator: "\n", all: sha256.New(),
		pack: assess.PackRef{ID: o.Catalog.ID, Version: o.Catalog.Version}, engine: o.Engine, asOf: o.AsOf,
	}
	fmt.Fprint(s.w, "{\"assessment-results\": {\n  \"results\": [")
	return s, s.w.Flush()
}

func (s *oscalWriter) Add(a *assess.Assessment) error {
	if s.results == 0 {
		s.pack, s.engine, s.asOf = a.Pack, cmp.Or(a.Engine, s.engine), a.AsOf
	}
	if err := fits(a, s.c); err != nil {
		return err
	}
	s.result(s.assessed(a))
	return s.flush()
}

func (s *oscalWriter) Skip(u *Unreadable) error {
	s.skipped = append(s.skipped, u)
	return nil
}

func (s *oscalWriter) Close() error {
	// A document needs a date even when nothing could be read and the caller gave none.
	s.asOf = cmp.Or(s.asOf, "1970-01-01")
	for _, u := range s.skipped {
		s.result(s.unread(u))
	}
	id := hex.EncodeToString(s.all.Sum(nil))
	plan := oscal.Resource{
		UUID:  oscal.UUID("plan", s.pack.ID, s.pack.Digest, s.o.Profile.ID, s.asOf),
		Title: oscal.Line(fmt.Sprintf(s.say.plan, s.pack.ID, s.pack.Version, s.o.Profile.Title.In(s.o.Lang))), Description: s.say.planHelp,
		Props: []oscal.Property{oscal.Own("pack", s.pack.ID), oscal.Own("pack-digest", s.pack.Digest), oscal.Own("profile", s.o.Profile.ID), oscal.Own("as-of", s.asOf)},
	}
	s.format("\n  ],\n  \"uuid\": %s,\n  \"metadata\": %s,\n  \"import-ap\": %s,\n  \"back-matter\": %s\n}}\n",
		oscal.UUID("assessment-results", id, s.engine, string(s.o.Lang)),
		oscal.Metadata{
			Title: s.say.title, LastModified: oscal.Time(s.asOf), Version: s.pack.Version, OSCALVersion: oscal.Version,
			Props: []oscal.Property{oscal.Own("language", string(s.o.Lang)), oscal.Own("engine", s.engine)},
		},
		oscal.ImportAP{HRef: "#" + plan.UUID, Remarks: s.say.planHelp},
		oscal.BackMatter{Resources: append([]oscal.Resource{plan}, s.resources...)})
	return s.flush()
}

func (s *oscalWriter) result(r *oscal.Result) {
	s.results++
	io.WriteString(s.all, r.UUID)
	s.format(s.separator+"    %s", r)
	s.separator = ",\n"
}

// format writes values as JSON. The first error is kept and given by flush.
func (s *oscalWriter) format(format string, values ...any) {
	texts := make([]any, len(values))
	for i, v := range values {
		b, err := compact(v)
		if s.err == nil {
			s.err = err
		}
		texts[i] = b
	}
	fmt.Fprintf(s.w, format, texts...)
}

func (s *oscalWriter) flush() error {
	if s.err != nil {
		return s.err
	}
	return s.w.Flush()
}

// resource names the file of a proposal.
func (s *oscalWriter) resource(file, digest, key string) oscal.Resource {
	r := oscal.Resource{UUID: oscal.UUID("proposal", key), Title: oscal.Line(Safe(file)), RLinks: []oscal.ResourceLink{{HRef: percentEncode(slashed(file))}}}
	if digest != "" {
		r.RLinks[0].Hashes = []oscal.Hash{{Algorithm: "SHA-256", Value: digest}}
	}
	s.resources = append(s.resources, r)
	return r
}

// unread says why there is no assessment of a file.
func (s *oscalWriter) unread(u *Unreadable) *oscal.Result {
	code, at := unreadableAt(u)
	problem, remedy := unreadableText(u, s.o.Lang)
	key := oscal.UUID("unreadable", strconv.Itoa(s.results), u.File, s.asOf, code)
	file := s.resource(u.File, "", key)
	return &oscal.Result{
		UUID: key, Title: oscal.Line(fmt.Sprintf(s.say.unreadable, Safe(u.File))), Description: Safe(problem), Start: oscal.Time(s.asOf), Remarks: Safe(remedy),
		Props: []oscal.Property{
			oscal.Own("status", "unreadable"), oscal.Own("code", code), oscal.Own("line", strconv.Itoa(at.Line)), oscal.Own("column", strconv.Itoa(at.Column)),
			oscal.Own("resource", file.UUID),
		},
		ReviewedControls: oscal.ReviewedControls{ControlSelections: []oscal.ControlSelection{{Description: s.say.none}}},
	}
}

// assessed gives the result of one proposal.
func (s *oscalWriter) assessed(a *assess.Assessment) *oscal.Result {
	key := oscal.UUID("result", strconv.Itoa(s.results), a.File, a.SHA256, a.Pack.Digest, a.Profile, a.AsOf, a.Engine, string(s.o.Lang))
	b := &oscalResult{oscalWriter: s, a: a, key: key, file: s.resource(a.File, a.SHA256, key)}
	// hegui itself is defined where its observations are; the same tool in every result.
	b.tool = oscal.Component{
		UUID: oscal.UUID("tool", key, s.engine), Type: "software", Title: "hegui", Description: s.say.tool,
		Props: []oscal.Property{{Name: "version", Value: oscal.Line(s.engine)}}, Status: oscal.State{State: "operational"},
	}
	out := &oscal.Result{
		UUID: key, Title: oscal.Line(fmt.Sprintf(s.say.result, Safe(cmp.Or(a.Title, a.File)))), Description: Safe(s.verdictText(a)),
		Start: oscal.Time(a.AsOf), End: oscal.Time(a.AsOf), LocalDefinitions: &oscal.LocalDefinitions{Components: []oscal.Component{b.tool}},
		Props: []oscal.Property{
			oscal.Own("verdict", string(a.Decision.Verdict)), oscal.Own("score", a.Decision.Score.String()), oscal.Own("profile", a.Profile),
			oscal.Own("pack-digest", a.Pack.Digest), oscal.Own("content-sha256", a.ContentSHA256), oscal.Own("project", Safe(a.Project)),
			oscal.Own("form", strconv.Itoa(len(a.Form))), oscal.Own("resource", b.file.UUID),
		},
	}
	if a.Unwaived != nil {
		out.Props = append(out.Props, oscal.Own("unwaived-verdict", string(a.Unwaived.Verdict)))
	}
	selection := oscal.ControlSelection{Description: s.say.reviewed}
	for i := range a.Results {
		if a.Results[i].Counts() {
			selection.IncludeControls = append(selection.IncludeControls, oscal.SelectControlID{ControlID: a.Results[i].Requirement})
		}
	}
	out.ReviewedControls.ControlSelections = []oscal.ControlSelection{selection}
	issues := s.issues(a)
	byResult := map[*assess.Result][]*issue{}
	seen := map[*issue]oscal.Observation{}
	for i := range issues {
		is := &issues[i]
		byResult[is.result] = append(byResult[is.result], is)
		seen[is] = b.observation(is)
		out.Observations = append(out.Observations, seen[is])
	}
	for i := range a.Results {
		r := &a.Results[i]
		if !r.Counts() {
			continue
		}
		var related []oscal.RelatedObservation
		for _, is := range byResult[r] {
			related = append(related, oscal.RelatedObservation{ObservationUUID: seen[is].UUID})
		}
		f := b.finding(r, i)
		f.RelatedObservations = related
		if r.Status == assess.StatusFail || r.Status == assess.StatusPartial { // of the others nobody has said that they are not met
			risk := b.risk(r, i, byResult[r])
			risk.RelatedObservations = related
			f.RelatedRisks = []oscal.RelatedRisk{{RiskUUID: risk.UUID}}
			out.Risks = append(out.Risks, risk)
		}
		out.Findings = append(out.Findings, f)
	}
	return out
}

// oscalResult puts the parts of one assessment into words.
type oscalResult struct {
	*oscalWriter
	a    *assess.Assessment
	key  string
	file oscal.Resource
	tool oscal.Component
}

func (b *oscalResult) origin() oscal.Origin {
	return oscal.Origin{Actors: []oscal.Actor{{Type: "tool", ActorUUID: b.tool.UUID}}}
}

// other gives a text in the language that the document is not in, as a property.
func (b *oscalResult) other(name string, t catalog.Text) oscal.Property {
	lang := catalog.ZH
	if b.o.Lang == catalog.ZH {
		lang = catalog.EN
	}
	p := oscal.Own(name, Safe(t.In(lang)))
	p.Class = string(lang)
	return p
}

func (b *oscalResult) observation(is *issue) oscal.Observation {
	at := lineOf(is.Position)
	out := oscal.Observation{
		UUID: oscal.UUID("observation", b.key, is.fingerprint), Title: oscal.Line(is.rule + " " + is.code), Description: Safe(is.message.In(b.o.Lang)),
		Methods: []string{"TEST"}, Types: []string{"finding"}, Origins: []oscal.Origin{b.origin()},
		Subjects: []oscal.Subject{{SubjectUUID: b.file.UUID, Type: "resource", Title: oscal.Line(Safe(b.a.File))}}, Collected: oscal.Time(b.a.AsOf),
		Props: []oscal.Property{
			oscal.Own("rule", is.rule), oscal.Own("code", is.code), oscal.Own("fingerprint", is.fingerprint), b.other("message", is.message),
		},
		RelevantEvidence: []oscal.Evidence{b.evidence(is.Place)},
	}
	out.RelevantEvidence[0].Props = append(out.RelevantEvidence[0].Props, oscal.Own("line", strconv.Itoa(at.Line)), oscal.Own("column", strconv.Itoa(at.Column)))
	for _, place := range is.related {
		out.RelevantEvidence = append(out.RelevantEvidence, b.evidence(place))
	}
	if is.basis != "" {
		out.Props = append(out.Props, oscal.Own("basis", string(is.basis)))
	}
	if is.result != nil {
		out.Props = append(out.Props, oscal.Own("control-id", is.result.Requirement))
	}
	if is.remedy != (catalog.Text{}) {
		out.Remarks = Safe(is.remedy.In(b.o.Lang))
		out.Props = append(out.Props, b.other("remedy", is.remedy))
	}
	if is.manual {
		out.Methods = []string{"EXAMINE"} // a person must
	}
	return out
}

// evidence is a place in the proposal.
func (b *oscalResult) evidence(p assess.Place) oscal.Evidence {
	at := lineOf(p.Position)
	e := oscal.Evidence{HRef: "#" + b.file.UUID, Description: Safe(fmt.Sprintf(b.say.evidence, b.a.File, at.Line, at.Column))}
	if len(p.Path) > 0 {
		e.Props = append(e.Props, oscal.Own("path", Safe(p.Path.String())))
	}
	return e
}

func (b *oscalResult) finding(r *assess.Result, i int) oscal.Finding {
	req := &b.c.Requirements[i]
	status := oscal.ObjectiveStatus{State: "not-satisfied", Reason: "fail"}
	switch r.Status {
	case assess.StatusPass:
		status = oscal.ObjectiveStatus{State: "satisfied", Reason: "pass"}
	case assess.StatusManual, assess.StatusError: // nobody has said that it is not met
		status.Reason = "other"
	}
	status.Remarks = b.statusOf(r)
	if r.Waiver != nil {
		status.Remarks = Safe(b.waiverText(r.Waiver))
	}
	description := b.say.met
	if r.Lost() > 0 {
		description = b.lossText(b.a, r)
	}
	return oscal.Finding{
		UUID: oscal.UUID("finding", b.key, r.Requirement), Title: oscal.Line(req.ID + " " + req.Title.In(b.o.Lang)), Description: description,
		Target: oscal.Target{Type: "objective-id", TargetID: oscal.ObjectiveID(req.ID), Status: status},
		Props: []oscal.Property{
			oscal.Own("control-id", req.ID), oscal.Own("status", string(r.Status)), oscal.Own("weight", strconv.Itoa(r.Weight)), oscal.Own("credit", strconv.Itoa(r.Credit)),
			b.other("title", req.Title),
		},
	}
}

// risk is what a requirement that is not met means, and how to meet it.
func (b *oscalResult) risk(r *assess.Result, i int, issues []*issue) oscal.Risk {
	req := &b.c.Requirements[i]
	title := req.Title.In(b.o.Lang)
	out := oscal.Risk{
		UUID: oscal.UUID("risk", b.key, r.Requirement), Title: oscal.Line(req.ID + " " + title),
		Description: fmt.Sprintf(b.say.severity, title), Statement: b.lossText(b.a, r), Status: "open",
		Props: []oscal.Property{oscal.Own("control-id", req.ID), oscal.Own("vetoes", strconv.FormatBool(r.Vetoes))},
		Characterizations: []oscal.Characterization{{Origin: b.origin(), Facets: []oscal.Facet{
			{Name: "severity", System: oscal.Namespace, Value: string(r.Severity)},
			{Name: "points-lost", System: oscal.Namespace, Value: b.a.LostShare(r).String()},
		}}},
	}
	if r.Waiver != nil {
		out.Status = "deviation-approved"
	}
	for _, is := range issues {
		if remedy := strings.TrimSpace(is.remedy.In(b.o.Lang)); remedy != "" {
			out.Remediations = append(out.Remediations, oscal.Response{
				UUID: oscal.UUID("remedy", b.key, is.fingerprint), Lifecycle: "recommendation", Title: oscal.Line(is.rule + " " + is.code), Description: Safe(remedy),
			})
		}
	}
	return out
}
