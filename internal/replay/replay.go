// Package replay says what a change of rules does to many proposals: who gets another verdict, who moves in rank, what
// scores do, and whether some groups of proposals fare otherwise than the rest. It is handed two assessments of each
// proposal, one at a time, and keeps a short row of each, so that a hundred thousand fit into memory. It reads no file,
// and all its figures are integers or tests in exact arithmetic. Start at [New].
package replay

import (
	"cmp"
	"maps"
	"slices"

	"hegui/internal/assess"
)

// Side is what one of the two assessments of every proposal was made under.
type Side struct {
	Pack    assess.PackRef `json:"pack"`
	Profile string         `json:"profile"`
	AsOf    string         `json:"as_of"` // YYYY-MM-DD
}

// Result is what the change does.
type Result struct {
	Before Side `json:"before"`
	After  Side `json:"after"`

	Proposals int `json:"proposals"` // assessed under both
	Changed   int `json:"changed"`   // those in whose assessment anything changed: verdict, score, status, credit, finding

	Verdicts []Flow `json:"verdicts"` // every pair of verdicts that occurs, equal ones too, in the order of verdicts
	Flips    int    `json:"flips"`    // proposals with another verdict
	Better   int    `json:"better"`   // flips to a better verdict; pass is better than review, review than fail, fail than error
	Worse    int    `json:"worse"`

	Scores Spread `json:"scores"` // changes of the score
	Bins   []Bin  `json:"bins"`   // the same changes, counted in fixed bins
	Ranks  Ranks  `json:"ranks"`

	Dimensions   []Dimension   `json:"dimensions"`   // of both packs, in the order of after, then of before
	Requirements []Requirement `json:"requirements"` // those that changed anywhere: what moves scores most first
	Findings     []Finding     `json:"findings"`     // codes that appear or vanish, in most proposals first
	Groups       Comparison    `json:"groups"`

	Rows []Row `json:"rows"` // every proposal, in the order of [Replay.Add]
}

// Same says whether nothing changed in any assessment.
func (r *Result) Same() bool { return r.Changed == 0 }

// Flow counts what went from one state to another.
type Flow struct {
	From string `json:"from"`
	To   string `json:"to"`
	N    int    `json:"n"`
}

// Standing is where a proposal stands under one side.
type Standing struct {
	Verdict assess.Verdict `json:"verdict"`
	Score   assess.Score   `json:"score"`
	Rank    int            `json:"rank"` // by score from 1, the highest; equal scores share the best of their ranks
}

// Row is one proposal.
type Row struct {
	File    string   `json:"file"`
	Project string   `json:"project"`
	Before  Standing `json:"before"`
	After   Standing `json:"after"`

	groups []uint16 // by trait, index into the names of its groups; 0 is none
}

// Flips says whether the verdict changed.
func (r *Row) Flips() bool { return r.Before.Verdict != r.After.Verdict }

// Change is the difference of the scores in basis points.
func (r *Row) Change() assess.Delta { return assess.Delta(r.After.Score - r.Before.Score) }

// Climb is by how many ranks the proposal rises; negative when it falls.
func (r *Row) Climb() int { return r.Before.Rank - r.After.Rank }

// Dimension says what became of the scores in one dimension. Only proposals to which the dimension applies under both
// sides have a change.
type Dimension struct {
	ID       string       `json:"id"`
	N        int          `json:"n"` // proposals to which it applies under both
	Rose     int          `json:"rose"`
	Fell     int          `json:"fell"`
	Mean     assess.Delta `json:"mean"`     // of the changes of all N, in basis points, rounded towards zero
	Appeared int          `json:"appeared"` // proposals to which it applies under after alone
	Vanished int          `json:"vanished"` // proposals to which it applies under before alone
}

// Absent is the state, in a [Flow], of a requirement that one of the packs does not have.
const Absent = "absent"

// Requirement says what became of one requirement.
type Requirement struct {
	ID       string       `json:"id"`
	Changed  int          `json:"changed"`  // proposals in which its status changed
	Statuses []Flow       `json:"statuses"` // those changes, the most frequent first
	Other    int          `json:"other"`    // proposals with the same status, where credit, weight or findings changed
	Moved    assess.Delta `json:"moved"`    // what it adds to the changes of all scores, summed over the proposals
}

// Finding counts a code that appears or vanishes.
type Finding struct {
	Requirement string `json:"requirement"` // empty for a defect of form
	Code        string `json:"code"`
	New         int    `json:"new"`     // findings under after that before does not have
	Gone        int    `json:"gone"`    // findings under before that after does not have
	NewIn       int    `json:"new_in"`  // proposals with a new one
	GoneIn      int    `json:"gone_in"` // proposals that lose one
}

// Replay gathers pairs of assessments. Not safe for concurrent use.
type Replay struct {
	traits       []Trait
	names        []*names // of the groups of each trait
	rows         []Row
	changed      int
	before       Side
	after        Side
	dimensions   map[string]*dimensionSum
	requirements map[string]*requirementSum
	findings     map[findingKey]*Finding
	order        []string // of dimensions, as after lists them, then before
}

type (
	dimensionSum struct {
		Dimension
		sum int
	}
	requirementSum struct {
		Requirement
		flows map[Flow]int // N is 0 in the keys
	}
	findingKey struct{ requirement, code string }
)

// New begins. The traits say into which groups proposals fall; without any, groups are not compared.
func New(traits []Trait) *Replay {
	r := &Replay{
		traits: traits, dimensions: map[string]*dimensionSum{}, requirements: map[string]*requirementSum{}, findings: map[findingKey]*Finding{},
	}
	for range traits {
		r.names = append(r.names, newNames())
	}
	return r
}

// Add takes the two assessments of one proposal, and its group by each of the traits that [New] was given, as
// [GroupsOf] finds them. Nothing of the assessments is kept but a row and sums. The sides of the first pair stand for all.
func (r *Replay) Add(before, after *assess.Assessment, groups []string) {
	r.AddPair(PairOf(before, after, groups))
}

// Pair is the two assessments of one proposal, compared.
type Pair struct {
	before, after *assess.Assessment
	groups        []string
	comparison    *assess.Comparison
}

// PairOf compares the two assessments of one proposal, for [Replay.AddPair]: it is most of the work of [Replay.Add], takes the
// same, and may be done of many proposals at a time.
func PairOf(before, after *assess.Assessment, groups []string) Pair {
	// The text is the same, so that all of the change is of the rules.
	return Pair{before, after, groups, assess.Compare(before, after, &assess.Cross{NewText: before, OldText: after})}
}

// AddPair takes the next pair. Nothing of it is kept but what [Replay.Add] keeps.
func (r *Replay) AddPair(p Pair) {
	before, after, groups, c := p.before, p.after, p.groups, p.comparison
	if len(r.rows) == 0 {
		r.before, r.after = sideOf(before), sideOf(after)
	}
	row := Row{
		File: after.File, Project: after.Project,
		Before: Standing{Verdict: before.Decision.Verdict, Score: before.Decision.Score},
		After:  Standing{Verdict: after.Decision.Verdict, Score: after.Decision.Score},
	}
	for i := range r.traits {
		row.groups = append(row.groups, r.names[i].index(groups[i]))
	}
	r.rows = append(r.rows, row)
	if row.Flips() || c.Change != 0 || len(c.Requirements)+len(c.Form.New)+len(c.Form.Gone) > 0 || dimensionsDiffer(c.Dimensions) {
		r.changed++
	}
	for i := range c.Dimensions {
		r.dimension(&c.Dimensions[i])
	}
	for i := range c.Requirements {
		r.requirement(&c.Requirements[i])
	}
	r.findingsOf(&c.Findings)
}

func sideOf(a *assess.Assessment) Side { return Side{Pack: a.Pack, Profile: a.Profile, AsOf: a.AsOf} }

func dimensionsDiffer(all []assess.DimensionChange) bool {
	return slices.ContainsFunc(all, func(d assess.DimensionChange) bool {
		return d.Before.Score != d.After.Score || d.Before.Possible != d.After.Possible
	})
}

func (r *Replay) dimension(c *assess.DimensionChange) {
	d, ok := r.dimensions[c.Dimension]
	if !ok {
		d = &dimensionSum{Dimension: Dimension{ID: c.Dimension}}
		r.dimensions[c.Dimension] = d
		r.order = append(r.order, c.Dimension)
	}
	switch {
	case c.Before.Possible == 0:
		d.Appeared++
	case c.After.Possible == 0:
		d.Vanished++
	default:
		d.N++
		d.sum += int(c.Change())
		switch change := c.Change(); {
		case change > 0:
			d.Rose++
		case change < 0:
			d.Fell++
		}
	}
}

func (r *Replay) requirement(c *assess.RequirementChange) {
	sum, ok := r.requirements[c.Requirement]
	if !ok {
		sum = &requirementSum{Requirement: Requirement{ID: c.Requirement}, flows: map[Flow]int{}}
		r.requirements[c.Requirement] = sum
	}
	sum.Moved += c.Change
	from, to := statusOf(c.Before), statusOf(c.After)
	if from == to {
		sum.Other++
		return
	}
	sum.Changed++
	sum.flows[Flow{From: from, To: to}]++
}

func statusOf(r *assess.Result) string {
	if r == nil {
		return Absent
	}
	return string(r.Status)
}

func (r *Replay) findingsOf(c *assess.FindingChange) {
	seen := map[findingKey]bool{}
	for i := range c.New {
		f := r.finding(&c.New[i])
		f.New++
		if key := (findingKey{f.Requirement, f.Code}); !seen[key] {
			seen[key] = true
			f.NewIn++
		}
	}
	clear(seen)
	for i := range c.Gone {
		f := r.finding(&c.Gone[i])
		f.Gone++
		if key := (findingKey{f.Requirement, f.Code}); !seen[key] {
			seen[key] = true
			f.GoneIn++
		}
	}
}

func (r *Replay) finding(f *assess.Finding) *Finding {
	key := findingKey{f.Requirement, f.Code}
	sum, ok := r.findings[key]
	if !ok {
		sum = &Finding{Requirement: f.Requirement, Code: f.Code}
		r.findings[key] = sum
	}
	return sum
}

// Result says what all pairs up to now show. The rows are those of the replay, not a copy.
func (r *Replay) Result() *Result {
	out := &Result{
		Before: r.before, After: r.after, Proposals: len(r.rows), Changed: r.changed,
		Verdicts: []Flow{}, Dimensions: []Dimension{}, Requirements: []Requirement{}, Findings: []Finding{}, Rows: r.rows,
	}
	if out.Rows == nil {
		out.Rows = []Row{}
	}
	r.verdicts(out)
	changes := make([]int32, len(r.rows))
	for i := range r.rows {
		changes[i] = int32(r.rows[i].Change())
	}
	out.Scores, out.Bins = SpreadOf(changes), binsOf(changes)
	out.Ranks = rank(r.rows)
	for _, id := range r.order {
		d := r.dimensions[id]
		if d.N > 0 {
			d.Mean = assess.Delta(d.sum / d.N)
		}
		out.Dimensions = append(out.Dimensions, d.Dimension)
	}
	r.requirementsOf(out)
	for _, f := range r.findings {
		out.Findings = append(out.Findings, *f)
	}
	slices.SortFunc(out.Findings, func(a, b Finding) int {
		return cmp.Or(cmp.Compare(b.NewIn+b.GoneIn, a.NewIn+a.GoneIn), cmp.Compare(b.New+b.Gone, a.New+a.Gone),
			cmp.Compare(a.Requirement, b.Requirement), cmp.Compare(a.Code, b.Code))
	})
	out.Groups = r.compareGroups()
	return out
}

// Order lists the verdicts from the best to the worst.
func Order() []assess.Verdict {
	return []assess.Verdict{assess.VerdictPass, assess.VerdictReview, assess.VerdictFail, assess.VerdictError}
}

func (r *Replay) verdicts(out *Result) {
	place := map[assess.Verdict]int{}
	for i, v := range Order() {
		place[v] = i
	}
	counts := map[[2]int]int{}
	for i := range r.rows {
		from, to := place[r.rows[i].Before.Verdict], place[r.rows[i].After.Verdict]
		counts[[2]int{from, to}]++
		switch {
		case to < from:
			out.Better++
		case to > from:
			out.Worse++
		}
	}
	out.Flips = out.Better + out.Worse
	for i, from := range Order() {
		for j, to := range Order() {
			if n := counts[[2]int{i, j}]; n > 0 {
				out.Verdicts = append(out.Verdicts, Flow{string(from), string(to), n})
			}
		}
	}
}

func (r *Replay) requirementsOf(out *Result) {
	sums := slices.SortedFunc(maps.Values(r.requirements), func(a, b *requirementSum) int {
		return cmp.Or(cmp.Compare(abs(int(b.Moved)), abs(int(a.Moved))), cmp.Compare(b.Changed, a.Changed), cmp.Compare(a.ID, b.ID))
	})
	for _, s := range sums {
		s.Statuses = []Flow{}
		for flow, n := range s.flows {
			s.Statuses = append(s.Statuses, Flow{flow.From, flow.To, n})
		}
		slices.SortFunc(s.Statuses, func(a, b Flow) int {
			return cmp.Or(cmp.Compare(b.N, a.N), cmp.Compare(a.From, b.From), cmp.Compare(a.To, b.To))
		})
		out.Requirements = append(out.Requirements, s.Requirement)
	}
}

func abs(n int) int { return max(n, -n) }
