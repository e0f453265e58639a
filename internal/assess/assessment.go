package assess

import (
	"fmt"
	"strconv"
	"strings"

	"hegui/internal/catalog"
	"hegui/internal/proposal"
)

// Status is what became of one requirement in one assessment: always exactly one. Silence is StatusError.
type Status string

// The statuses.
const (
	StatusPass          Status = "pass"
	StatusPartial       Status = "partial"        // credit between 0 and 100
	StatusFail          Status = "fail"           // no credit
	StatusNotApplicable Status = "not_applicable" // the requirement's condition does not hold; Result.Because says why
	StatusManual        Status = "manual"         // a person must judge
	StatusError         Status = "error"          // the rule could not be evaluated
)

// Statuses lists every status, in the order reports count them.
func Statuses() []Status {
	return []Status{StatusPass, StatusPartial, StatusFail, StatusNotApplicable, StatusManual, StatusError}
}

// Verdict is the decision on one proposal.
type Verdict string

// The verdicts.
const (
	VerdictPass   Verdict = "pass"
	VerdictFail   Verdict = "fail"
	VerdictReview Verdict = "review" // a person must decide
	VerdictError  Verdict = "error"  // at least one requirement could not be evaluated
)

// Score is a share in basis points: 8735 is 87.35 %.
type Score int

// String writes the score with two decimals, "87.35".
func (s Score) String() string { return fmt.Sprintf("%d.%02d", s/100, s%100) }

// ParseScore reads "87", "87.3" or "87.35", from 0 to 100. The error is another form or range.
func ParseScore(s string) (Score, error) {
	whole, part, dot := strings.Cut(s, ".")
	if len(part) > 2 || dot && part == "" {
		return 0, fmt.Errorf("score %q has not one or two decimals", s)
	}
	n, err := strconv.ParseUint(whole+(part + "00")[:2], 10, 16)
	if err != nil || whole == "" || n > 10000 {
		return 0, fmt.Errorf("score %q is not a number from 0 to 100", s)
	}
	return Score(n), nil
}

// Place is a path of the proposal and where it is written.
type Place struct {
	Path     proposal.Path     `json:"path"`
	Position proposal.Position `json:"position"` // of the nearest existing parent when the field is missing
}

// Finding is one defect.
type Finding struct {
	Requirement string `json:"requirement,omitempty"` // empty for a defect of form
	Code        string `json:"code"`
	Place
	Related []Place       `json:"related,omitempty"` // what it contradicts
	Args    catalog.Args  `json:"args,omitempty"`
	Basis   catalog.Basis `json:"basis,omitempty"` // empty for a defect of form

	// Fingerprint tells whether two assessments found the same: 16 hex digits over requirement, code and path, unique in
	// an assessment. Items of lists count by their id, so it survives moved lines, reordered items and changed values.
	Fingerprint string `json:"fingerprint"`
}

// Result is one requirement in one assessment.
type Result struct {
	Requirement string           `json:"requirement"`
	Status      Status           `json:"status"`
	Weight      int              `json:"weight"`             // under the profile; 0 when the profile leaves it out
	Credit      int              `json:"credit"`             // per cent
	Points      int              `json:"points"`             // Weight × Credit
	Severity    catalog.Severity `json:"severity"`           // after escalation
	Vetoes      bool             `json:"vetoes"`             // fails the proposal by itself
	Because     []string         `json:"because,omitempty"`  // flags in the way, for not_applicable
	Excluded    bool             `json:"excluded,omitempty"` // the profile does not ask for it
	Findings    []Finding        `json:"findings,omitempty"`
	Manual      []Finding        `json:"manual,omitempty"` // what a person must look at
	Error       string           `json:"error,omitempty"`  // why it could not be evaluated
	Waiver      *Waiver          `json:"waiver,omitempty"` // beside the status, never over it
}

// Counts says whether the result is in the denominator of the score.
func (r *Result) Counts() bool { return r.Weight > 0 && r.Status != StatusNotApplicable }

// Lost gives the points that the result does not reach, in weight × per cent.
func (r *Result) Lost() int {
	if !r.Counts() {
		return 0
	}
	return r.Weight*100 - r.Points
}

// FlagState is one trait of the proposal and what shows it.
type FlagState struct {
	Name    string  `json:"name"`
	On      bool    `json:"on"`
	Because []Place `json:"because,omitempty"`
}

// Guard is a contradiction between what the proposal says of itself and what it shows, which turned a flag on.
type Guard struct {
	Flag string `json:"flag"`
	Code string `json:"code"`
	Place
	Related []Place      `json:"related,omitempty"`
	Args    catalog.Args `json:"args,omitempty"`
}

// Assessment is one proposal held against one pack under one profile on one date.
type Assessment struct {
	File          string // as the caller named it
	SHA256        string // of the file's bytes
	ContentSHA256 string // of the values alone, whatever their order and layout
	Project       string // project.id of the proposal, or what the pack names in its place; empty when it has none
	Title         string // project.title_zh of the proposal, or what the pack names in its place; empty when it has none
	Pack          PackRef
	Engine        string // version of hegui
	Profile       string
	AsOf          string // YYYY-MM-DD

	Flags    []FlagState // sorted by name
	Guards   []Guard
	Hints    []Finding // what looks like a slip, such as a wrong unit; costs nothing
	Form     []Finding // defects of form: unknown keys, wrong types, missing fields
	Warnings []proposal.Warning
	Results  []Result // one for every requirement of the catalog, in its order

	Decision Decision  // with the waivers that apply
	Unwaived *Decision // what it would be without them; nil when no waiver applies
	Waivers  []WaiverUse
	Repair   *RepairPath  // nil when nothing needs repair
	Readings *Sensitivity // nil unless asked for
}

// PackRef identifies a pack beyond doubt.
type PackRef struct {
	ID      string `json:"id"`
	Version string `json:"version"`
	Digest  string `json:"digest"` // SHA-256, hex, over the pack's canonical content
}

// Result finds the result of a requirement.
func (a *Assessment) Result(requirement string) (*Result, bool) {
	for i := range a.Results {
		if a.Results[i].Requirement == requirement {
			return &a.Results[i], true
		}
	}
	return nil, false
}

// LostShare gives what one of the assessment's results takes from the score; nothing when it is waived.
func (a *Assessment) LostShare(r *Result) Score {
	if a.Decision.Possible == 0 || r.Waiver != nil {
		return 0
	}
	return Score(10000 * r.Lost() / a.Decision.Possible)
}
