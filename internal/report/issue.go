package report

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"path/filepath"
	"strings"

	"hegui/internal/assess"
	"hegui/internal/catalog"
	"hegui/internal/proposal"
)

// gravity orders what a report says about a proposal by what it does to the proposal. Every format for machines maps it
// to the levels that the format knows.
type gravity int

const (
	slight   gravity = iota // costs nothing: a hint, a contradiction that turned a flag on, something waived
	minor                   // costs the weight of a minor requirement, or rests on a default reading of hegui
	serious                 // costs the weight of a major requirement
	decisive                // fails the proposal by itself: form, veto, or a requirement that could not be evaluated
)

// gravityOf weighs a finding inside its requirement.
func gravityOf(r *assess.Result, f *assess.Finding) gravity {
	switch {
	case r.Waiver != nil:
		return slight
	case r.Vetoes && f.Basis != catalog.BasisDefault:
		return decisive
	case r.Severity == catalog.Minor || f.Basis == catalog.BasisDefault:
		return minor
	default:
		return serious
	}
}

// gravityOfVerdict weighs a verdict: what fails the gate is decisive.
func gravityOfVerdict(v assess.Verdict) gravity {
	switch v {
	case assess.VerdictPass:
		return slight
	case assess.VerdictReview:
		return serious
	default:
		return decisive
	}
}

// Rules that are no requirements. Their names are lower case, so that none is the id of a requirement.
const (
	ruleVerdict    = "verdict"    // the decision on a whole proposal
	ruleForm       = "form"       // a defect of form
	ruleConflict   = "conflict"   // the proposal says one thing of itself and shows another
	ruleHint       = "hint"       // what looks like a slip and costs nothing
	ruleWarning    = "warning"    // what the parser noticed
	ruleUnreadable = "unreadable" // a file that could not be assessed
)

// ownRules lists the rules that are no requirements, in the order in which they are reported.
func ownRules() []string {
	return []string{ruleVerdict, ruleForm, ruleConflict, ruleHint, ruleWarning, ruleUnreadable}
}

// issue is one thing that a report says about a proposal, for formats that list such things one by one.
type issue struct {
	assess.Place
	rule        string // id of a requirement, or one of ownRules
	code        string
	basis       catalog.Basis // empty when no requirement raised it
	gravity     gravity
	manual      bool // a person must judge
	message     catalog.Text
	remedy      catalog.Text // empty when there is none
	related     []assess.Place
	fingerprint string         // 16 hex digits, unique in the assessment
	result      *assess.Result // nil when no requirement raised it
}

// issues lists what there is to say about a proposal but for the verdict: defects of form, conflicts, requirements in
// the order of the catalog, hints, warnings.
func (p *phrasing) issues(a *assess.Assessment) []issue {
	var out []issue
	for i := range a.Form {
		out = append(out, p.found(ruleForm, &a.Form[i], decisive))
	}
	for i := range a.Guards {
		g := &a.Guards[i]
		out = append(out, issue{
			Place: g.Place, rule: ruleConflict, code: g.Code, message: describeGuard(p.c, g), related: g.Related,
			fingerprint: digest(ruleConflict, g.Code, g.Path.String()),
		})
	}
	for i := range a.Results {
		r := &a.Results[i]
		for k := range r.Findings {
			is := p.found(r.Requirement, &r.Findings[k], gravityOf(r, &r.Findings[k]))
			is.result = r
			out = append(out, is)
		}
		for k := range r.Manual {
			is := p.found(r.Requirement, &r.Manual[k], gravityOf(r, &r.Manual[k]))
			is.result, is.manual = r, true
			out = append(out, is)
		}
		if r.Error != "" {
			out = append(out, issue{
				Place: assess.Place{Position: top}, rule: r.Requirement, code: string(assess.StatusError), gravity: decisive, result: r,
				message: catalog.Text{ZH: r.Error, EN: r.Error}, fingerprint: digest(r.Requirement, string(assess.StatusError)),
			})
		}
	}
	for i := range a.Hints {
		out = append(out, p.found(ruleHint, &a.Hints[i], slight))
	}
	for _, w := range a.Warnings {
		out = append(out, issue{
			Place: assess.Place{Position: w.Position}, rule: ruleWarning, code: w.Code,
			message: catalog.Text{ZH: w.Message("zh"), EN: w.Message("en")}, fingerprint: digest(ruleWarning, w.Code),
		})
	}
	return distinct(out)
}

func (p *phrasing) found(rule string, f *assess.Finding, g gravity) issue {
	message, remedy := Describe(p.c, f)
	return issue{
		Place: f.Place, rule: rule, code: f.Code, basis: f.Basis, gravity: g, message: message, remedy: remedy,
		related: f.Related, fingerprint: f.Fingerprint,
	}
}

// distinct keeps fingerprints apart when the same rule speaks twice of one place.
func distinct(issues []issue) []issue {
	seen := make(map[string]int, len(issues))
	for i := range issues {
		seen[issues[i].fingerprint]++
		if n := seen[issues[i].fingerprint]; n > 1 {
			issues[i].fingerprint = digest(issues[i].fingerprint, fmt.Sprint(n))
		}
	}
	return issues
}

// digest gives 16 hex digits over parts.
func digest(parts ...string) string {
	sum := sha256.Sum256([]byte(strings.Join(parts, "\x00")))
	return hex.EncodeToString(sum[:8])
}

// top is where a format that must name a line shows what concerns a whole file.
var top = proposal.Position{Line: 1, Column: 1}

// lineOf gives the position itself, or the top of the file when it is none.
func lineOf(p proposal.Position) proposal.Position {
	if p.IsZero() {
		return top
	}
	return p
}

// unreadableAt gives the code of an unreadable file, E_… of whoever refused it or "unreadable", and where to look.
func unreadableAt(u *Unreadable) (code string, at proposal.Position) {
	as := unreadableJSON(u)
	if as.Position == nil {
		return as.Code, top
	}
	return as.Code, lineOf(*as.Position)
}

// slashed writes a file name as repositories do: with slashes, without detours.
func slashed(file string) string { return filepath.ToSlash(filepath.Clean(file)) }
