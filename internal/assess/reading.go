package assess

import (
	"cmp"
	"slices"

	"hegui/internal/catalog"
	"hegui/internal/proposal"
)

// Sensitivity says whether a verdict rests on how vague clauses of the document are read. It is exact: every combination
// of alternatives is decided.
type Sensitivity struct {
	Combinations int             `json:"combinations"` // of all alternatives of all clauses
	Verdicts     []Verdict       `json:"verdicts"`     // every verdict that some combination gives, the mildest first
	Lowest       Score           `json:"lowest"`
	Highest      Score           `json:"highest"`
	Readings     []ReadingEffect `json:"readings"` // one for every clause, in the order of the document
}

// Same says whether every combination of readings gives one verdict.
func (s *Sensitivity) Same() bool { return len(s.Verdicts) == 1 }

// ReadingEffect is what one clause does.
type ReadingEffect struct {
	Reading string `json:"reading"`
	// Decides says whether the verdict depends on the clause: whether there are readings of the other clauses under
	// which another reading of this one gives another verdict.
	Decides      bool                `json:"decides"`
	Alternatives []AlternativeEffect `json:"alternatives"` // the default first
}

// AlternativeEffect is what the assessment would be if one clause were read in this way and all others by default.
type AlternativeEffect struct {
	Alternative string   `json:"alternative"`
	Changed     []Result `json:"changed"` // results that differ from those of the default reading
	Score       Score    `json:"score"`
	Verdict     Verdict  `json:"verdict"`
}

// severity orders verdicts from the mildest.
func (v Verdict) severity() int {
	return slices.Index([]Verdict{VerdictPass, VerdictReview, VerdictFail, VerdictError}, v)
}

// sensitivity decides every combination of readings.
func (a *Assessor) sensitivity(as *Assessment, doc *proposal.Document, ev *Evaluation, on, waived map[string]bool) *Sensitivity {
	index := make(map[string]int, len(a.Catalog.Requirements))
	for i := range a.Catalog.Requirements {
		index[a.Catalog.Requirements[i].Stem()] = i
	}
	decide := func(results []Result) Decision {
		return Decide(results, len(as.Form), a.Catalog, a.Profile, waived)
	}
	s := &Sensitivity{Combinations: 1, Readings: make([]ReadingEffect, len(a.Catalog.Readings))}
	choices := make([][][]Result, len(a.Catalog.Readings)) // clause → choice that differs from all before → changed results
	for i := range a.Catalog.Readings {
		reading := &a.Catalog.Readings[i]
		effect := &s.Readings[i]
		effect.Reading = reading.ID
		s.Combinations *= len(reading.Alternatives)
		for _, alternative := range reading.Alternatives {
			changed := []Result{}
			if alternative.ID != catalog.DefaultAlternative {
				changed = a.changed(as, doc, reading, ev.Readings[reading.ID][alternative.ID], on)
			}
			d := decide(with(as.Results, changed, index))
			effect.Alternatives = append(effect.Alternatives, AlternativeEffect{
				Alternative: alternative.ID, Changed: changed, Score: d.Score, Verdict: d.Verdict,
			})
			if !slices.ContainsFunc(choices[i], func(other []Result) bool { return slices.EqualFunc(changed, other, sameEffect) }) {
				choices[i] = append(choices[i], changed)
			}
		}
	}
	s.combine(as.Results, choices, index, decide)
	return s
}

// changed gives the results that an alternative changes, in the order of the catalog.
func (a *Assessor) changed(as *Assessment, doc *proposal.Document, reading *catalog.Reading, outcomes map[string]Outcome, on map[string]bool) []Result {
	changed := []Result{}
	for i := range a.Catalog.Requirements {
		req := &a.Catalog.Requirements[i]
		if !slices.Contains(reading.Requirements, req.ID) {
			continue
		}
		outcome, ok := outcomes[req.Stem()]
		if !ok {
			outcome = Outcome{Err: "the reading gave no outcome"}
		}
		if r := a.result(doc, req, outcome, on); !sameEffect(r, as.Results[i]) {
			changed = append(changed, r)
		}
	}
	return changed
}

// sameEffect says whether two results of a requirement do the same to score and verdict.
func sameEffect(r, q Result) bool {
	return r.Requirement == q.Requirement && r.Status == q.Status && r.Points == q.Points && r.Vetoes == q.Vetoes
}

// with gives the results with some replaced.
func with(results, changed []Result, index map[string]int) []Result {
	if len(changed) == 0 {
		return results
	}
	out := slices.Clone(results)
	for _, r := range changed {
		out[index[catalog.Stem(r.Requirement)]] = r
	}
	return out
}

// combine decides all combinations of the choices. The choices of a clause are few, most often one: alternatives with the
// same effect are one choice.
func (s *Sensitivity) combine(results []Result, choices [][][]Result, index map[string]int, decide func([]Result) Decision) {
	total := 1
	for _, c := range choices {
		total *= len(c)
	}
	verdicts := make([]Verdict, total)
	for n := range total {
		current, rest := results, n
		for _, c := range choices {
			current = with(current, c[rest%len(c)], index)
			rest /= len(c)
		}
		d := decide(current)
		verdicts[n] = d.Verdict
		if !slices.Contains(s.Verdicts, d.Verdict) {
			s.Verdicts = append(s.Verdicts, d.Verdict)
		}
		if n == 0 {
			s.Lowest, s.Highest = d.Score, d.Score
		}
		s.Lowest, s.Highest = min(s.Lowest, d.Score), max(s.Highest, d.Score)
	}
	slices.SortFunc(s.Verdicts, func(v, w Verdict) int { return cmp.Compare(v.severity(), w.severity()) })
	step := 1 // between two combinations that differ in the next choice of this clause only
	for i, c := range choices {
		for n := range total {
			if n/step%len(c) > 0 && verdicts[n] != verdicts[n-n/step%len(c)*step] {
				s.Readings[i].Decides = true
				break
			}
		}
		step *= len(c)
	}
}
