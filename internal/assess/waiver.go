package assess

import (
	"fmt"
	"slices"
	"strings"
	"time"

	"hegui/internal/catalog"
	"hegui/internal/proposal"
)

// Waiver is an exception from one requirement. It is kept beside the requirement's status, never over it: the status
// stays as the rules found it, and the assessment shows the decision with and without its waivers.
type Waiver struct {
	Requirement string `json:"requirement"`
	Scope       Scope  `json:"scope"`
	Reason      string `json:"reason"`
	Owner       string `json:"owner"`    // who asked for it
	Approver    string `json:"approver"` // who answers for it
	Expires     string `json:"expires"`  // last day it holds, YYYY-MM-DD

	Position proposal.Position `json:"-"` // in the waiver file
}

// Scope says which proposals a waiver is for. Every part that is set must match.
type Scope struct {
	Project string   `json:"project"`           // project.id; "*" for every project
	Codes   []string `json:"codes,omitempty"`   // only when no other code is raised; all codes when empty
	Profile string   `json:"profile,omitempty"` // only under this profile
}

// WaiverState says what became of a waiver in an assessment.
type WaiverState string

// The states of a waiver.
const (
	WaiverApplied WaiverState = "applied"
	WaiverExpired WaiverState = "expired" // it would have applied before its last day
	WaiverUnused  WaiverState = "unused"  // it is for this proposal, but nothing needed it
)

// WaiverUse is a waiver that concerns the proposal and what became of it.
type WaiverUse struct {
	Waiver
	State WaiverState `json:"state"`
}

// needs says whether the result is one that a waiver can excuse.
func (r *Result) needs() bool {
	return r.Counts() && (r.Status == StatusFail || r.Status == StatusPartial || r.Status == StatusManual)
}

// covers says whether the waiver's scope takes in the result.
func (w *Waiver) covers(r *Result) bool {
	if len(w.Scope.Codes) == 0 {
		return true
	}
	for _, f := range r.Findings {
		if !slices.Contains(w.Scope.Codes, f.Code) {
			return false
		}
	}
	return true
}

// waive puts the waivers that apply beside their results. It returns the waived requirements and what became of every
// waiver that is meant for this proposal.
func (a *Assessor) waive(as *Assessment) (map[string]bool, []WaiverUse) {
	var uses []WaiverUse
	waived := map[string]bool{}
	for i := range a.Waivers {
		w := a.Waivers[i]
		if w.Scope.Project != "*" && w.Scope.Project != as.Project {
			continue
		}
		if w.Scope.Profile != "" && w.Scope.Profile != as.Profile {
			continue
		}
		r, ok := as.Result(w.Requirement)
		use := WaiverUse{Waiver: w, State: WaiverUnused}
		switch {
		case !ok || !r.needs() || !w.covers(r):
		case w.Expires < as.AsOf:
			use.State = WaiverExpired
		default:
			use.State = WaiverApplied
			r.Waiver = &a.Waivers[i]
			waived[r.Requirement] = true
		}
		uses = append(uses, use)
	}
	return waived, uses
}

// ParseWaivers reads a waiver file: `waivers:` with a list of exceptions. Reason, owner, approver, scope.project and
// expires are required of each, and the approver must be another person than the owner. known says which requirement
// ids exist. Faults are *proposal.ParseError or *WaiverError, with the line.
func ParseWaivers(name string, src []byte, known func(requirement string) bool) ([]Waiver, error) {
	doc, err := proposal.Parse(name, src, proposal.Limits{})
	if err != nil {
		return nil, err
	}
	r := waiverReader{doc: doc}
	r.onlyKeys(doc.Root(), nil, "waivers")
	list, ok := doc.At(proposal.Path{proposal.Key("waivers")})
	if !ok || list.Kind() != proposal.Sequence {
		r.fail(proposal.Path{proposal.Key("waivers")}, "应为豁免列表", "must be a list of waivers")
		return nil, r.err
	}
	waivers := make([]Waiver, 0, len(list.Items()))
	for i := range list.Items() {
		waivers = append(waivers, r.waiver(i, known))
	}
	if r.err != nil {
		return nil, r.err
	}
	return waivers, nil
}

// WaiverError is a fault in a waiver file.
type WaiverError struct {
	Name     string
	Position proposal.Position
	Path     proposal.Path
	Problem  catalog.Text // a clause that follows the path
}

func (e *WaiverError) Error() string {
	return fmt.Sprintf("%s:%d:%d: %s %s", e.Name, e.Position.Line, e.Position.Column, e.Path, e.Problem.EN)
}

// Message says in a language what is wrong, without the place.
func (e *WaiverError) Message(lang catalog.Lang) string {
	return e.Path.String() + " " + e.Problem.In(lang)
}

// waiverReader reads fields and keeps the first fault.
type waiverReader struct {
	doc *proposal.Document
	err error
}

func (r *waiverReader) fail(p proposal.Path, zh, en string) {
	if r.err == nil {
		r.err = &WaiverError{Name: r.doc.Name, Position: r.doc.Locate(p), Path: p, Problem: catalog.Text{ZH: zh, EN: en}}
	}
}

func (r *waiverReader) onlyKeys(v *proposal.Value, at proposal.Path, known ...string) {
	for _, f := range v.Fields() {
		if !slices.Contains(known, f.Key) {
			r.fail(at.Append(proposal.Key(f.Key)), "不是这里可用的字段，可用字段："+strings.Join(known, "、"), "is not known here; known are "+strings.Join(known, ", "))
		}
	}
}

// text reads a required string; an empty one counts as missing.
func (r *waiverReader) text(at proposal.Path, key string, required bool) string {
	p := at.Append(proposal.Key(key))
	v, ok := r.doc.At(p)
	if !ok {
		if required {
			r.fail(p, "必填", "is required")
		}
		return ""
	}
	if v.Kind() != proposal.String || strings.TrimSpace(v.Text()) == "" {
		r.fail(p, "应为文字", "must be text")
		return ""
	}
	return v.Text()
}

func (r *waiverReader) waiver(i int, known func(string) bool) Waiver {
	at := proposal.Path{proposal.Key("waivers"), proposal.Index(i)}
	item, _ := r.doc.At(at)
	if item.Kind() != proposal.Mapping {
		r.fail(at, "应为键值结构", "must be a mapping")
		return Waiver{}
	}
	r.onlyKeys(item, at, "requirement", "scope", "reason", "owner", "approver", "expires")
	w := Waiver{
		Position:    r.doc.Locate(at),
		Requirement: r.text(at, "requirement", true),
		Reason:      r.text(at, "reason", true),
		Owner:       r.text(at, "owner", true),
		Approver:    r.text(at, "approver", true),
		Expires:     r.text(at, "expires", true),
	}
	if w.Requirement != "" && !known(w.Requirement) {
		r.fail(at.Append(proposal.Key("requirement")), fmt.Sprintf("引用了规则包中不存在的要求“%s”", w.Requirement), fmt.Sprintf("names %q, which the pack does not have", w.Requirement))
	}
	if w.Owner != "" && w.Owner == w.Approver {
		r.fail(at.Append(proposal.Key("approver")), "批准人不能与申请人相同", "must be another person than the owner")
	}
	if w.Expires != "" && !validDate(w.Expires) {
		r.fail(at.Append(proposal.Key("expires")), fmt.Sprintf("“%s”不是 2026-12-31 这样的日期", w.Expires), fmt.Sprintf("is %q, not a date like 2026-12-31", w.Expires))
	}
	scopeAt := at.Append(proposal.Key("scope"))
	scope, ok := r.doc.At(scopeAt)
	if !ok || scope.Kind() != proposal.Mapping {
		r.fail(scopeAt, "必填，至少写明 `scope: {project: <project.id>}`", "is required: at least `scope: {project: <project.id>}`")
		return w
	}
	r.onlyKeys(scope, scopeAt, "project", "codes", "profile")
	w.Scope.Project = r.text(scopeAt, "project", true)
	w.Scope.Profile = r.text(scopeAt, "profile", false)
	if codes, ok := r.doc.At(scopeAt.Append(proposal.Key("codes"))); ok {
		for i, c := range codes.Items() {
			if c.Kind() != proposal.String {
				r.fail(scopeAt.Append(proposal.Key("codes"), proposal.Index(i)), "应为问题代码", "must be a code")
				continue
			}
			w.Scope.Codes = append(w.Scope.Codes, c.Text())
		}
	}
	return w
}

// validDate says whether s is a civil date of the form YYYY-MM-DD.
func validDate(s string) bool {
	_, err := time.Parse(time.DateOnly, s)
	return err == nil
}
