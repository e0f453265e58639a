package handbook

import (
	"encoding/json"
	"io"
	"slices"
	"strings"

	"hegui/internal/catalog"
	"hegui/internal/pack"
	"hegui/internal/rules"
)

// TraceVersion names the shape of a trace in JSON. A field may be added under the same version; whoever reads it must let
// unknown fields pass. trace.schema.json describes it.
const TraceVersion = "hegui/trace/v1"

// Trace follows a document through its pack: sentence, requirement, rule, test cases. Its JSON does not depend on a
// language.
type Trace struct {
	Version      string        `json:"version"` // TraceVersion
	Pack         TracePack     `json:"pack"`
	Source       TraceSource   `json:"source"`
	Summary      TraceSummary  `json:"summary"`
	Gaps         []Gap         `json:"gaps"`      // what is not covered; empty when nothing is missing
	Sentences    []Sentence    `json:"sentences"` // all of the document, in its order
	Requirements []Requirement `json:"requirements"`
}

// TracePack names the pack.
type TracePack struct {
	ID      string       `json:"id"`
	Version string       `json:"version"`
	Digest  string       `json:"digest"` // SHA-256, hex; see pack.Pack
	Title   catalog.Text `json:"title"`
}

// TraceSource is the document that the pack encodes.
type TraceSource struct {
	File      string       `json:"file"`
	SHA256    string       `json:"sha256"` // hex
	Title     catalog.Text `json:"title"`
	Publisher catalog.Text `json:"publisher"`
}

// TraceSummary counts. Each sentence counts once, by its Coverage.
type TraceSummary struct {
	Sentences    int `json:"sentences"`
	Ruled        int `json:"ruled"`
	Held         int `json:"held"`
	Person       int `json:"person"`
	Context      int `json:"context"`
	Uncovered    int `json:"uncovered"`
	Requirements int `json:"requirements"`
	Cases        int `json:"cases"` // of tests; a table whose names are computed counts once
	Mutants      int `json:"mutants"`
}

// Coverage says what becomes of a sentence.
type Coverage string

// The kinds of coverage. A sentence has the first that fits.
const (
	Ruled     Coverage = "ruled"     // requirements quote it
	Held      Coverage = "held"      // requirements that quote another sentence hold it
	Person    Coverage = "person"    // a person has to judge
	Context   Coverage = "context"   // it asks nothing of a project, and a reason says why
	Uncovered Coverage = "uncovered" // nothing of the above: nobody has classified it yet
)

// Coverages lists the kinds of coverage, strongest first.
func Coverages() []Coverage { return []Coverage{Ruled, Held, Person, Context, Uncovered} }

// Sentence is one sentence of the document and what becomes of it.
type Sentence struct {
	ID       string        `json:"id"`    // "L19-S2": line and sentence of the document
	Bytes    [2]int        `json:"bytes"` // first, and behind the last
	Text     string        `json:"text"`
	Coverage Coverage      `json:"coverage"`
	RuledBy  []string      `json:"ruled_by"` // ids of requirements
	HeldBy   []string      `json:"held_by"`
	Person   *catalog.Text `json:"person,omitempty"` // what a person has to judge
	Reason   *catalog.Text `json:"reason,omitempty"` // why it asks nothing more
}

// Requirement is one requirement and what shows that its rule does as it says.
type Requirement struct {
	ID        string           `json:"id"`
	Title     catalog.Text     `json:"title"`
	Dimension string           `json:"dimension"`
	Severity  catalog.Severity `json:"severity"`
	Weight    int              `json:"weight"`
	Quote     Quote            `json:"quote"`
	Holds     []string         `json:"holds"` // ids of other sentences that it holds
	Reading   catalog.Text     `json:"reading"`
	File      string           `json:"file"`       // where it is written
	Rule      string           `json:"rule"`       // file
	TestFiles []string         `json:"test_files"` // sorted
	Cases     []Case           `json:"cases"`      // by file and line, then by name
	Mutant    *Mutant          `json:"mutant,omitempty"`
}

// Quote is what a requirement rests on.
type Quote struct {
	Sentence string `json:"sentence"`
	Offset   int    `json:"offset"` // in code points from the start of the document
	Text     string `json:"text"`   // verbatim
}

// Expectation says what a case of a test shows, by the name of the test.
type Expectation string

// The expectations.
const (
	Passes Expectation = "passes"  // test_passes…: no finding
	Fails  Expectation = "fails"   // test_fails…: findings
	Asked  Expectation = "applies" // test_applies…: the requirement is asked of such a proposal
	Exempt Expectation = "exempt"  // test_does_not_apply…: it is not
	Other  Expectation = "other"
)

// Expectations lists the expectations in the order in which reports show them.
func Expectations() []Expectation { return []Expectation{Passes, Fails, Asked, Exempt, Other} }

// Case is one case of a test: `hegui pack test` names it the same.
type Case struct {
	Name     string      `json:"name"` // "test_passes/two dimensions that add up"
	Expects  Expectation `json:"expects"`
	File     string      `json:"file"`
	Line     int         `json:"line"`     // of the test
	Computed bool        `json:"computed"` // stands for a table whose names come up only when it runs
}

// Mutant is an edit to a good proposal that the rule must notice.
type Mutant struct {
	File   string `json:"file"`
	Base   string `json:"base"`   // the proposal that is edited
	Raises string `json:"raises"` // the code that must come
}

// GapKind says what is missing.
type GapKind string

// The gaps, gravest first.
const (
	UncoveredSentence GapKind = "uncovered_sentence" // a sentence that nothing accounts for
	NoRule            GapKind = "no_rule"            // a requirement without a rule
	NoPassingCase     GapKind = "no_passing_case"    // no test shows what satisfies it
	NoFailingCase     GapKind = "no_failing_case"    // no test shows what fails it
	NoMutant          GapKind = "no_mutant"          // no mutant, where others have one
)

// GapKinds lists the kinds of gaps, gravest first.
func GapKinds() []GapKind {
	return []GapKind{UncoveredSentence, NoRule, NoPassingCase, NoFailingCase, NoMutant}
}

// Gap is one thing that is not covered: of a sentence or of a requirement.
type Gap struct {
	Kind        GapKind `json:"kind"`
	Sentence    string  `json:"sentence,omitempty"`    // id
	Requirement string  `json:"requirement,omitempty"` // id
}

// NewTrace follows every sentence to the cases that test it.
func NewTrace(s *Source) *Trace {
	c := s.Pack.Catalog
	t := &Trace{
		Version: TraceVersion,
		Pack:    TracePack{ID: s.Pack.Ref.ID, Version: s.Pack.Ref.Version, Digest: s.Pack.Ref.Digest, Title: c.Title},
		Source:  TraceSource{File: c.Source.File, SHA256: c.Source.SHA256, Title: c.Source.Title, Publisher: c.Source.Publisher},
		Gaps:    []Gap{}, Sentences: []Sentence{}, Requirements: []Requirement{},
	}
	for i := range c.Sentences {
		t.Sentences = append(t.Sentences, sentenceOf(&c.Sentences[i]))
	}
	for i := range c.Requirements {
		r := &c.Requirements[i]
		var mutant *pack.Mutant
		if m, ok := s.Mutants[r.ID]; ok {
			mutant = &m
		}
		t.Requirements = append(t.Requirements, requirementOf(c, r, s.Pack.Rules.FileOf(r.Stem()), s.Tests["rules."+r.Stem()], mutant))
	}
	t.sum()
	t.findGaps()
	return t
}

func sentenceOf(s *catalog.Sentence) Sentence {
	out := Sentence{
		ID: s.ID, Bytes: [2]int{s.Start, s.End}, Text: s.Text, Coverage: Uncovered,
		RuledBy: append([]string{}, s.RuledBy...), HeldBy: append([]string{}, s.HeldBy...),
		Person: given(s.Manual), Reason: given(s.Reason),
	}
	switch {
	case len(s.RuledBy) > 0:
		out.Coverage = Ruled
	case len(s.HeldBy) > 0:
		out.Coverage = Held
	case out.Person != nil:
		out.Coverage = Person
	case out.Reason != nil && !s.Todo:
		out.Coverage = Context
	}
	return out
}

func given(t catalog.Text) *catalog.Text {
	if t == (catalog.Text{}) {
		return nil
	}
	return &t
}

func requirementOf(c *catalog.Catalog, r *catalog.Requirement, rule string, tests []rules.TestRule, mutant *pack.Mutant) Requirement {
	out := Requirement{
		ID: r.ID, Title: r.Title, Dimension: r.Dimension, Severity: r.Severity, Weight: r.Weight,
		Quote: Quote(r.Quote), Holds: []string{}, Reading: r.Reading, File: r.File, Rule: rule, TestFiles: []string{}, Cases: []Case{},
	}
	for i := range c.Sentences {
		if slices.Contains(c.Sentences[i].HeldBy, r.ID) {
			out.Holds = append(out.Holds, c.Sentences[i].ID)
		}
	}
	for _, test := range tests {
		if !slices.Contains(out.TestFiles, test.File) {
			out.TestFiles = append(out.TestFiles, test.File)
		}
		out.Cases = append(out.Cases, casesOf(test)...)
	}
	if mutant != nil {
		out.Mutant = &Mutant{File: mutant.File, Base: mutant.Base, Raises: mutant.Raises}
	}
	return out
}

// casesOf gives the cases of a test; a table without any gives none.
func casesOf(test rules.TestRule) []Case {
	base := Case{Name: test.Name, Expects: expectationOf(test.Name), File: test.File, Line: test.Line}
	if !test.Table {
		return []Case{base}
	}
	var cases []Case
	for _, name := range test.Cases {
		one := base
		one.Name += "/" + name
		cases = append(cases, one)
	}
	if test.Computed {
		base.Computed = true
		cases = append(cases, base)
	}
	return cases
}

func expectationOf(test string) Expectation {
	for prefix, e := range map[string]Expectation{
		"test_passes": Passes, "test_fails": Fails, "test_applies": Asked, "test_does_not_apply": Exempt,
	} {
		if strings.HasPrefix(test, prefix) {
			return e
		}
	}
	return Other
}

func (t *Trace) sum() {
	s := &t.Summary
	s.Sentences, s.Requirements = len(t.Sentences), len(t.Requirements)
	for _, sentence := range t.Sentences {
		*s.of(sentence.Coverage)++
	}
	for _, r := range t.Requirements {
		s.Cases += len(r.Cases)
		if r.Mutant != nil {
			s.Mutants++
		}
	}
}

// of gives the counter of a kind of coverage.
func (s *TraceSummary) of(c Coverage) *int {
	switch c {
	case Ruled:
		return &s.Ruled
	case Held:
		return &s.Held
	case Person:
		return &s.Person
	case Context:
		return &s.Context
	default:
		return &s.Uncovered
	}
}

// findGaps lists what is missing, gravest first.
func (t *Trace) findGaps() {
	for _, s := range t.Sentences {
		if s.Coverage == Uncovered {
			t.Gaps = append(t.Gaps, Gap{Kind: UncoveredSentence, Sentence: s.ID})
		}
	}
	missing := map[GapKind]func(*Requirement) bool{
		NoRule:        func(r *Requirement) bool { return r.Rule == "" },
		NoPassingCase: func(r *Requirement) bool { return r.count(Passes) == 0 },
		NoFailingCase: func(r *Requirement) bool { return r.count(Fails) == 0 },
		NoMutant:      func(r *Requirement) bool { return r.Mutant == nil && t.Summary.Mutants > 0 },
	}
	for _, kind := range GapKinds()[1:] {
		for i := range t.Requirements {
			if r := &t.Requirements[i]; missing[kind](r) {
				t.Gaps = append(t.Gaps, Gap{Kind: kind, Requirement: r.ID})
			}
		}
	}
}

// count counts the cases of one expectation.
func (r *Requirement) count(e Expectation) int {
	n := 0
	for _, c := range r.Cases {
		if c.Expects == e {
			n++
		}
	}
	return n
}

// requirement finds a requirement by id; nil when there is none.
func (t *Trace) requirement(id string) *Requirement {
	for i := range t.Requirements {
		if t.Requirements[i].ID == id {
			return &t.Requirements[i]
		}
	}
	return nil
}

// writeJSON writes the trace as one document.
func (t *Trace) writeJSON(w io.Writer) error {
	enc := json.NewEncoder(w)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", "  ")
	return enc.Encode(t)
}
