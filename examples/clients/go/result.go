package client

import (
	"encoding/json"
	"fmt"
)

// Score is a share in basis points: 8735 is 87.35 of 100.
type Score int

// String gives "87.35".
func (s Score) String() string { return fmt.Sprintf("%d.%02d", s/100, s%100) }

// Assessment is one proposal held against one pack under one profile on one date. It has the fields that programs ask for
// most; Raw has all, in the shape of hegui's result schema.
type Assessment struct {
	File     string          `json:"file"`
	SHA256   string          `json:"sha256"`
	Project  string          `json:"project"` // id
	Title    string          `json:"title"`   // of the project
	Pack     PackVersion     `json:"pack"`
	Profile  string          `json:"profile"`
	AsOf     string          `json:"as_of"`
	Grade    Grade           `json:"grade"`
	Decision Decision        `json:"decision"`
	Form     []Finding       `json:"form"` // what is wrong with the shape of the proposal
	Results  []Result        `json:"results"`
	Hints    []Finding       `json:"hints"`            // what looks like a slip; costs nothing
	Repair   *Repair         `json:"repair,omitempty"` // absent when there is nothing to repair
	Raw      json.RawMessage `json:"-"`
}

// PackVersion identifies a pack beyond doubt.
type PackVersion struct {
	ID      string `json:"id"`
	Version string `json:"version"`
	Digest  string `json:"digest"` // SHA-256, hex
}

// Grade is the band that the score falls into.
type Grade struct {
	ID    string `json:"id"`
	Title Text   `json:"title"`
}

// Decision is score and verdict.
type Decision struct {
	Score      Score            `json:"score"`
	Verdict    Verdict          `json:"verdict"`
	Dimensions []DimensionScore `json:"dimensions"`
	Reasons    []Reason         `json:"reasons"` // of a verdict other than pass
	Evaluated  int              `json:"evaluated"`
	Applicable int              `json:"applicable"`
}

// DimensionScore is the score of one dimension.
type DimensionScore struct {
	Dimension string `json:"dimension"`
	Score     Score  `json:"score"`
	Floor     Score  `json:"floor"`
}

// Reason is one cause of a verdict: error, form, veto, pass_mark, floor or manual.
type Reason struct {
	Code string   `json:"code"`
	IDs  []string `json:"ids,omitempty"` // of requirements or dimensions
}

// Result is what became of one requirement.
type Result struct {
	Requirement string    `json:"requirement"`
	Title       Text      `json:"title"`
	Dimension   string    `json:"dimension"`
	Status      string    `json:"status"` // pass, partial, fail, not_applicable, manual or error
	Severity    string    `json:"severity"`
	Weight      int       `json:"weight"`
	Credit      int       `json:"credit"` // per cent
	Vetoes      bool      `json:"vetoes"`
	Findings    []Finding `json:"findings"`
	Manual      []Finding `json:"manual"` // what a person must look at
}

// Finding is one defect.
type Finding struct {
	Code        string   `json:"code"`
	Path        []any    `json:"path"` // keys (string) and indexes (float64) from the root of the proposal
	Position    Location `json:"position"`
	Fingerprint string   `json:"fingerprint"` // the same in the next draft while the defect is
	Message     Text     `json:"message"`
	Remedy      Text     `json:"remedy"`
}

// Location is a line and a column, in code points, from 1.
type Location struct {
	Line   int `json:"line"`
	Column int `json:"column"`
}

// Repair is the cheapest set of repairs that reaches the best verdict.
type Repair struct {
	Steps   []RepairStep `json:"steps"`
	Effort  int          `json:"effort"` // person-days
	Score   Score        `json:"score"`  // afterwards
	Reaches Verdict      `json:"reaches"`
}

// RepairStep is one requirement to repair.
type RepairStep struct {
	Requirement string `json:"requirement"`
	Effort      int    `json:"effort"` // person-days
	Gain        Score  `json:"gain"`
	Why         string `json:"why"` // veto, floor or pass_mark
}

// Line is what became of one proposal of many. One of its fields is set.
type Line struct {
	Assessment *Assessment
	Unreadable *Unreadable
}

// Unreadable is a proposal that could not be assessed.
type Unreadable struct {
	File     string   `json:"file"`
	Code     string   `json:"code"`
	Position Location `json:"position"` // zero when there is none
	Message  Text     `json:"message"`
	Remedy   Text     `json:"remedy"`
}

// Comparison is what changed between two drafts. Raw has all of it, in the shape hegui/comparison/v1.
type Comparison struct {
	Before       ComparisonSide      `json:"before"`
	After        ComparisonSide      `json:"after"`
	Change       int                 `json:"change"` // of the score, in basis points
	Requirements []RequirementChange `json:"requirements"`
	Findings     FindingCounts       `json:"findings"`
	Raw          json.RawMessage     `json:"-"`
}

// ComparisonSide is one of two assessments.
type ComparisonSide struct {
	File    string      `json:"file"`
	Pack    PackVersion `json:"pack"`
	Profile string      `json:"profile"`
	AsOf    string      `json:"as_of"`
	Score   Score       `json:"score"`
	Verdict Verdict     `json:"verdict"`
}

// RequirementChange is what the change did to one requirement.
type RequirementChange struct {
	Requirement string         `json:"requirement"`
	Title       Text           `json:"title"`
	Change      int            `json:"change"` // of the score of the whole, in basis points
	Findings    FindingChanges `json:"findings"`
}

// FindingChanges are the findings of one requirement that came and went.
type FindingChanges struct {
	New       []Finding `json:"new"`
	Gone      []Finding `json:"gone"`
	Unchanged int       `json:"unchanged"`
}

// FindingCounts are those of all requirements and of the form.
type FindingCounts struct {
	New       int `json:"new"`
	Gone      int `json:"gone"`
	Unchanged int `json:"unchanged"`
}
