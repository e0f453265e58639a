package assess

import (
	"cmp"
	"slices"

	"hegui/internal/catalog"
)

// RepairPath is the cheapest set of repairs that reaches the best verdict a proposal's author can reach alone.
//
// It is exact, not a heuristic: among all sets of requirements whose repair lifts every veto, every floor and the pass
// mark, it has the least effort, and among those of equal effort the most points. A repair is taken to earn the
// requirement's full weight.
type RepairPath struct {
	Form   int          `json:"form"`   // defects of form to repair first; they carry no points
	Steps  []RepairStep `json:"steps"`  // in the order to take them: vetoes, then floors, then the most points per day
	Effort int          `json:"effort"` // person-days, the sum over the steps
	Score  Score        `json:"score"`  // after all steps
	// Reaches is the verdict after all steps: pass, or review when a person must judge something that no repair changes.
	Reaches Verdict `json:"reaches"`
}

// RepairStep is one requirement to repair.
type RepairStep struct {
	Requirement string     `json:"requirement"`
	Effort      int        `json:"effort"` // person-days
	Gain        Score      `json:"gain"`   // basis points that this step adds to the score
	After       Score      `json:"after"`  // score after this step
	Why         ReasonCode `json:"why"`    // veto, floor or pass_mark: what the step is needed for
}

// repair finds the path, nil when nothing needs repair or when a requirement could not be evaluated.
func repair(as *Assessment, c *catalog.Catalog, p *catalog.Profile, waived map[string]bool) *RepairPath {
	if as.Decision.Verdict == VerdictPass || as.Decision.Verdict == VerdictError {
		return nil
	}
	var candidates []candidate
	for i := range as.Results {
		r := &as.Results[i]
		if r.Lost() == 0 || r.Status == StatusManual || waived[r.Requirement] {
			continue
		}
		req := &c.Requirements[i]
		candidates = append(candidates,
			candidate{index: i, dimension: req.Dimension, effort: req.Effort, gain: r.Lost(), veto: r.Vetoes})
	}
	s := newSearch(candidates, ceilDiv(p.PassMark*as.Decision.Possible, 10000)-as.Decision.Points)
	for i := range as.Decision.Dimensions {
		dim := &as.Decision.Dimensions[i]
		floor := 0
		if dim.FloorHolds {
			floor = ceilDiv(dim.Floor*dim.Possible, 10000) - dim.Points
		}
		s.add(dim.Dimension, floor)
	}
	chosen, effort, ok := s.best()
	if !ok || len(chosen) == 0 && len(as.Form) == 0 { // only a person's judgement can lift it
		return nil
	}
	return as.path(chosen, effort, c)
}

// path orders the chosen repairs and adds up what each one gives.
func (a *Assessment) path(chosen []int, effort int, c *catalog.Catalog) *RepairPath {
	low := make([]string, 0, len(a.Decision.Dimensions))
	for i := range a.Decision.Dimensions {
		if dim := &a.Decision.Dimensions[i]; dim.Below() {
			low = append(low, dim.Dimension)
		}
	}
	reasons := [...]ReasonCode{ReasonVeto, ReasonFloor, ReasonPassMark}
	rank := func(i int) int {
		switch {
		case a.Results[i].Vetoes:
			return 0
		case slices.Contains(low, c.Requirements[i].Dimension):
			return 1
		default:
			return 2
		}
	}
	slices.SortFunc(chosen, func(x, y int) int {
		return cmp.Or(
			cmp.Compare(rank(x), rank(y)),
			// points per day, compared as fractions
			cmp.Compare(a.Results[y].Lost()*c.Requirements[x].Effort, a.Results[x].Lost()*c.Requirements[y].Effort),
			cmp.Compare(x, y),
		)
	})
	out := &RepairPath{Form: len(a.Form), Effort: effort, Reaches: VerdictPass, Steps: make([]RepairStep, 0, len(chosen))}
	points, score := a.Decision.Points, a.Decision.Score
	for _, i := range chosen {
		points += a.Results[i].Lost()
		after := scoreOf(points, a.Decision.Possible)
		out.Steps = append(out.Steps, RepairStep{
			Requirement: a.Results[i].Requirement, Effort: c.Requirements[i].Effort,
			Gain: after - score, After: after, Why: reasons[rank(i)],
		})
		score = after
	}
	out.Score = score
	for _, reason := range a.Decision.Reasons {
		if reason.Code == ReasonManual {
			out.Reaches = VerdictReview
		}
	}
	return out
}

// ceilDiv divides non-negative integers and rounds up.
func ceilDiv(a, b int) int { return (a + b - 1) / b }
