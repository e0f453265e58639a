// Package solve asks of a pack what its rules leave possible: whether some proposal satisfies all of a profile, what the
// smallest such proposal is, and which rules contradict each other, follow from others, or can never hold.
//
// Rules are programs, so not everything can be decided. What is proven is marked [Exact]: a proposal that was found and
// assessed is a proof, and so is a case distinction over everything that fields can hold, for the conditions that compare
// fields with constants (see logic.go). All else is marked [Tried], with how often. Start at [Run].
package solve

import (
	"context"
	"errors"
	"fmt"
	"math/big"
	"time"

	"hegui/internal/assess"
	"hegui/internal/catalog"
	"hegui/internal/pack"
	"hegui/internal/proposal"
	"hegui/internal/rules"
)

// Proof says how far a statement can be relied on.
type Proof string

// The proofs.
const (
	Exact Proof = "exact" // holds for every proposal, or a proposal shows it
	Tried Proof = "tried" // nothing that was tried says otherwise
)

// Condition is one condition of a rule, and where it stands.
type Condition struct {
	File  string `json:"file"`
	Line  int    `json:"line"`
	Text  string `json:"text"`
	Field string `json:"field,omitempty"`
}

// Conflict is requirements that are not satisfied together: one that is never satisfied, or several that exclude each other.
type Conflict struct {
	Requirements []string    `json:"requirements"`
	Proof        Proof       `json:"proof"`
	Conditions   []Condition `json:"conditions,omitempty"` // that exclude each other; for Tried where the rules begin
	Together     int         `json:"together"`             // proposals to which all of them applied
	Evaluations  int         `json:"evaluations"`          // proposals tried to satisfy all of them; 0 for Exact
}

// Implied is a requirement that never fails alone: whenever it fails, another does.
type Implied struct {
	Requirement string      `json:"requirement"`
	By          string      `json:"by"`
	Mutual      bool        `json:"mutual"` // and the reverse
	Proof       Proof       `json:"proof"`
	Same        bool        `json:"same"`    // the other has the same conditions
	Applies     bool        `json:"applies"` // the other applies whenever this one does; else this holds while both apply
	Bodies      []Condition `json:"bodies"`  // of the requirement that never fails alone
	Failures    int         `json:"failures"`
	Proposals   int         `json:"proposals"`
}

// Unreachable is a rule body that never holds, or a value that a condition never meets.
type Unreachable struct {
	Package    string      `json:"package"`
	Name       string      `json:"name"`
	Code       string      `json:"code,omitempty"`
	File       string      `json:"file"`
	Line       int         `json:"line"`
	Proof      Proof       `json:"proof"`
	Schema     bool        `json:"schema"`          // the schema alone rules it out; else the conditions exclude each other
	Value      string      `json:"value,omitempty"` // that the field never has, of a condition that may hold otherwise
	Conditions []Condition `json:"conditions,omitempty"`
	Proposals  int         `json:"proposals,omitempty"` // in which it did not hold
}

// Profile is what was found for one profile.
type Profile struct {
	ID          string    `json:"id"`
	Satisfiable bool      `json:"satisfiable"`          // proven by Skeleton
	Excluded    *Conflict `json:"excluded,omitempty"`   // proof that nothing satisfies it
	Start       string    `json:"start,omitempty"`      // what the search began with
	Score       int       `json:"score"`                // basis points, of the best proposal found
	Missed      []string  `json:"missed,omitempty"`     // requirements that the best proposal does not satisfy
	StartSize   int       `json:"start_size,omitempty"` // fields and items of what was found, before it was made smaller
	StartCount  int       `json:"start_requirements,omitempty"`
	Skeleton    string    `json:"skeleton,omitempty"`     // YAML, reaches 100.00 and passes
	Size        int       `json:"size,omitempty"`         // fields and items of the skeleton
	Minimal     bool      `json:"minimal"`                // no single field or item of it can be dropped
	Applicable  []string  `json:"requirements,omitempty"` // that apply to the skeleton
	Evaluations int       `json:"evaluations"`
	Seconds     float64   `json:"seconds"`
}

// Report is all that is known of a pack.
type Report struct {
	Pack        string        `json:"pack"`
	Version     string        `json:"version"`
	AsOf        string        `json:"as_of"`
	Seed        uint64        `json:"seed"`
	Profiles    []Profile     `json:"profiles"`
	Conflicts   []Conflict    `json:"conflicts"`
	Implied     []Implied     `json:"implied"`
	Unreachable []Unreachable `json:"unreachable"`
	Unsatisfied []string      `json:"unsatisfied"` // requirements that no proposal tried satisfies while they apply
	Bodies      int           `json:"bodies"`      // ways to miss a requirement, or to leave it to a person
	Decided     int           `json:"decided"`     // of Bodies, those that the exact part understands in full
	Corpus      int           `json:"corpus"`      // proposals that were compared
	Evaluations int           `json:"evaluations"`
	Seconds     float64       `json:"seconds"`
	Complete    bool          `json:"complete"` // false when the time ran out or the run was interrupted
}

// Source is a proposal to begin with.
type Source struct {
	Name    string
	Profile string // profile that it is meant to satisfy, "" for none
	Text    []byte
}

// Step says what a run is busy with.
type Step string

// The steps, in the order of a run.
const (
	StepReason   Step = "reason"   // exact, without a proposal
	StepSearch   Step = "search"   // for a proposal that satisfies a profile
	StepMinimise Step = "minimise" // what was found
	StepCompare  Step = "compare"  // outcomes of many proposals
)

// Options say how far a run goes. Zero fields mean the defaults.
type Options struct {
	Profiles    []string // ids; all when empty
	AsOf        string   // YYYY-MM-DD, must be given
	Engine      string
	Examples    []Source // proposals to begin with and to compare
	Others      []Source // more proposals to compare
	Same        bool     // a skeleton keeps the requirements that apply to what was found
	Whole       bool     // leave what was found as it is
	Seed        uint64
	Search      int                                        // evaluations in search of one profile's witness; 400 when 0
	Corpus      int                                        // proposals to compare, neighbours of the witnesses included; 1,000 when 0
	Evaluation  time.Duration                              // how long the rules may take for one proposal; 0 without end
	Now         func() time.Time                           // for the seconds in the report
	Told        func(step Step, what string, done, of int) // progress; of is 0 when it is not known; may be nil
	StopCompare bool                                       // leave the comparison out
}

// ErrIsolated says that the rules run in another process, where their bodies cannot be looked at.
var ErrIsolated = errors.New("the rules run in another process")

// ErrNoProfile says that a profile is not one of the pack; the error names it.
var ErrNoProfile = errors.New("no such profile")

// Run finds out what it can until the context ends: then the report says what is known so far and is not complete. The
// error is ErrNoProfile, or a fault of ours.
func Run(ctx context.Context, p *pack.Pack, o Options) (*Report, error) {
	if o.Search == 0 {
		o.Search = 400
	}
	if o.Corpus == 0 {
		o.Corpus = 1000
	}
	if o.Told == nil {
		o.Told = func(Step, string, int, int) {}
	}
	profiles := make([]*catalog.Profile, 0, len(p.Catalog.Profiles))
	for i := range p.Catalog.Profiles {
		if len(o.Profiles) == 0 {
			profiles = append(profiles, &p.Catalog.Profiles[i])
		}
	}
	for _, id := range o.Profiles {
		profile, ok := p.Catalog.Profile(id)
		if !ok {
			return nil, fmt.Errorf("%w: %s", ErrNoProfile, id)
		}
		profiles = append(profiles, profile)
	}
	set, ok := p.Rules.(*rules.Set)
	if !ok {
		return nil, ErrIsolated
	}
	began := o.Now()
	s := &solver{pack: p, rules: set, o: o, report: &Report{
		Pack: p.Ref.ID, Version: p.Ref.Version, AsOf: o.AsOf, Seed: o.Seed,
		Profiles: []Profile{}, Conflicts: []Conflict{}, Implied: []Implied{}, Unreachable: []Unreachable{}, Unsatisfied: []string{},
	}}
	s.memo = &memo{inner: p.Rules, profile: set.ReadsProfile(), known: map[string]*assess.Evaluation{}}
	err := s.run(ctx, profiles)
	s.report.Evaluations = s.memo.asked
	s.report.Seconds = o.Now().Sub(began).Seconds()
	if ended(err) {
		return s.report, nil
	}
	if err != nil {
		return nil, err
	}
	s.report.Complete = true
	return s.report, nil
}

func ended(err error) bool {
	return errors.Is(err, context.Canceled) || errors.Is(err, context.DeadlineExceeded)
}

// solver is one run.
type solver struct {
	pack   *pack.Pack
	rules  *rules.Set
	o      Options
	report *Report
	donors map[string][]*node // values that fields have elsewhere, by pattern
	starts []start
	found  []*node            // witnesses, or what came nearest
	notes  map[string][]*node // values that rules compare fields with, by pattern

	numbers []*big.Rat // written in rules, and between those
	memo    *memo
}

func (s *solver) run(ctx context.Context, profiles []*catalog.Profile) error {
	s.o.Told(StepReason, "", 0, 0)
	r := newReasoner(s.pack, s.rules)
	s.report.Conflicts = append(s.report.Conflicts, r.conflicts()...)
	s.report.Implied = append(s.report.Implied, r.implied()...)
	s.report.Unreachable = append(s.report.Unreachable, r.unreachable()...)
	for i := range r.rules {
		s.report.Bodies += len(r.rules[i].defects)
		s.report.Decided += len(r.rules[i].clauses)
	}
	s.notes = r.constants()
	var written []*big.Rat
	for _, text := range s.rules.Numbers() {
		if n := bound(text); n != nil {
			written = append(written, n)
		}
	}
	s.numbers = points(written, nil, nil, false)
	s.begin()
	for _, profile := range profiles {
		begun, before := s.o.Now(), s.memo.asked
		s.report.Profiles = append(s.report.Profiles, Profile{ID: profile.ID, Excluded: r.excluded(profile)})
		at := &s.report.Profiles[len(s.report.Profiles)-1]
		err := s.profile(ctx, profile, at)
		at.Evaluations, at.Seconds = s.memo.asked-before, s.o.Now().Sub(begun).Seconds()
		if err != nil {
			return err
		}
	}
	if s.o.StopCompare {
		return nil
	}
	return s.compare(ctx, r)
}

// assess asks the rules about a tree.
func (s *solver) assess(ctx context.Context, profile *catalog.Profile, n *node) (*assess.Assessment, error) {
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	doc, err := proposal.Parse("candidate", n.yaml(), proposal.Limits{})
	if err != nil {
		return nil, errUnreadable
	}
	as, err := s.assessor(profile).Assess(ctx, doc)
	if errors.Is(err, assess.ErrDeadline) {
		return nil, errUnreadable // what the rules do not end for is no candidate
	}
	return as, err
}

// again asks the rules about a text, whatever is known of it.
func (s *solver) again(ctx context.Context, profile *catalog.Profile, text string) (*assess.Assessment, error) {
	doc, err := proposal.Parse("skeleton", []byte(text), proposal.Limits{})
	if err != nil {
		return nil, fmt.Errorf("the skeleton cannot be read: %w", err)
	}
	a := s.assessor(profile)
	a.Evaluator = s.pack.Rules
	return a.Assess(ctx, doc)
}

// errUnreadable says that a candidate is no proposal, so that the next is tried.
var errUnreadable = errors.New("not a proposal")

func (s *solver) assessor(profile *catalog.Profile) *assess.Assessor {
	return &assess.Assessor{
		Pack: s.pack.Ref, Catalog: s.pack.Catalog, Profile: profile, Form: s.pack.Schema, Evaluator: s.memo, AsOf: s.o.AsOf,
		Engine: s.o.Engine, Limit: s.o.Evaluation,
	}
}

// satisfied says whether an assessment proves that a profile can be satisfied.
func satisfied(as *assess.Assessment) bool {
	return as.Decision.Score == 10000 && as.Decision.Verdict == assess.VerdictPass && len(as.Form) == 0 && as.Decision.Applicable > 0
}

// applicable lists the requirements that count.
func applicable(as *assess.Assessment) []string {
	var out []string
	for i := range as.Results {
		if as.Results[i].Counts() {
			out = append(out, as.Results[i].Requirement)
		}
	}
	return out
}

// maxKnown bounds the outcomes that are kept.
const maxKnown = 10_000

// memo keeps what rules said: most of what is tried for one profile was tried for another.
type memo struct {
	inner   assess.Evaluator
	profile bool // rules depend on the profile
	known   map[string]*assess.Evaluation
	asked   int // evaluations that were not known
}

// Eval asks the rules once about the same text. A run is one goroutine's.
func (m *memo) Eval(ctx context.Context, in assess.Input) (*assess.Evaluation, error) {
	key := in.Proposal.SHA256
	if m.profile {
		key += in.Profile
	}
	if ev, ok := m.known[key]; ok {
		return ev, nil
	}
	m.asked++
	ev, err := m.inner.Eval(ctx, in)
	if err == nil && len(m.known) < maxKnown {
		m.known[key] = ev
	}
	return ev, err
}
