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

// candidate is a requirement that a repair would lift.
type candidate struct {
	index  int // in Results
	effort int
	gain   int // weight × per cent
	veto   bool
}

// option is the best choice of candidates at one exact effort.
type option struct {
	gain   int
	chosen []int // indexes in Results, ascending
}

// better orders options of equal effort: more points, then fewer repairs, then catalogue order. The order is total, so
// that the path is the same on every run.
func (o option) better(p option) bool {
	if c := cmp.Compare(p.gain, o.gain); c != 0 {
		return c < 0
	}
	if c := cmp.Compare(len(o.chosen), len(p.chosen)); c != 0 {
		return c < 0
	}
	return slices.Compare(o.chosen, p.chosen) < 0
}

// plan maps an exact effort to the best option at that effort.
type plan map[int]option

func (pl plan) offer(effort int, o option) {
	if old, ok := pl[effort]; !ok || o.better(old) {
		pl[effort] = o
	}
}

// combine gives the best options of two independent plans together.
func combine(a, b plan) plan {
	out := make(plan, len(a)+len(b))
	for ea, oa := range a {
		for eb, ob := range b {
			chosen := slices.Concat(oa.chosen, ob.chosen)
			slices.Sort(chosen)
			out.offer(ea+eb, option{gain: oa.gain + ob.gain, chosen: chosen})
		}
	}
	return out
}

// repair finds the path, nil when nothing needs repair or when a requirement could not be evaluated.
//
// The search keeps, per dimension and for every exact effort, the choice with the most points (a knapsack over effort,
// whose sums are small, instead of over points). Within a dimension more points at the same effort are never worse,
// for its floor as for the total, so dropping the others loses no optimum; dimensions are then combined the same way.
func repair(as *Assessment, c *catalog.Catalog, p *catalog.Profile, waived map[string]bool) *RepairPath {
	if as.Decision.Verdict == VerdictPass || as.Decision.Verdict == VerdictError {
		return nil
	}
	byDimension := map[string][]candidate{}
	for i := range as.Results {
		r := &as.Results[i]
		if waived[r.Requirement] || r.Lost() == 0 || r.Status == StatusManual {
			continue
		}
		req := &c.Requirements[i]
		byDimension[req.Dimension] = append(byDimension[req.Dimension],
			candidate{index: i, effort: req.Effort, gain: r.Lost(), veto: r.Vetoes})
	}
	all := plan{0: {}}
	for _, dim := range as.Decision.Dimensions {
		needed := 0
		if dim.FloorHolds {
			needed = ceilDiv(dim.Floor*dim.Possible, 10000) - dim.Points
		}
		all = combine(all, dimensionPlan(byDimension[dim.Dimension], needed))
	}
	if len(all) == 0 { // a floor that only a person's judgement can lift
		return nil
	}
	needed := ceilDiv(p.PassMark*as.Decision.Possible, 10000) - as.Decision.Points
	best, found := 0, false
	for effort, o := range all {
		if o.gain >= needed && (!found || effort < best) {
			best, found = effort, true
		}
	}
	if !found {
		return nil
	}
	return as.path(all[best], best, c)
}

// dimensionPlan gives the options of one dimension that include every veto and gain what its floor needs.
func dimensionPlan(candidates []candidate, needed int) plan {
	pl := plan{0: {}}
	for _, cand := range candidates {
		with := plan{cand.effort: {gain: cand.gain, chosen: []int{cand.index}}}
		if !cand.veto {
			with[0] = option{}
		}
		pl = combine(pl, with)
	}
	for effort, o := range pl {
		if o.gain < needed {
			delete(pl, effort)
		}
	}
	return pl
}

// path orders the chosen repairs and adds up what each one gives.
func (a *Assessment) path(o option, effort int, c *catalog.Catalog) *RepairPath {
	low := map[string]bool{}
	for _, dim := range a.Decision.Dimensions {
		low[dim.Dimension] = dim.Below()
	}
	why := func(i int) ReasonCode {
		switch {
		case a.Results[i].Vetoes:
			return ReasonVeto
		case low[c.Requirements[i].Dimension]:
			return ReasonFloor
		default:
			return ReasonPassMark
		}
	}
	rank := map[ReasonCode]int{ReasonVeto: 0, ReasonFloor: 1, ReasonPassMark: 2}
	slices.SortFunc(o.chosen, func(x, y int) int {
		return cmp.Or(
			cmp.Compare(rank[why(x)], rank[why(y)]),
			// points per day, compared as fractions
			cmp.Compare(a.Results[y].Lost()*c.Requirements[x].Effort, a.Results[x].Lost()*c.Requirements[y].Effort),
			cmp.Compare(x, y),
		)
	})
	out := &RepairPath{Form: len(a.Form), Effort: effort, Reaches: VerdictPass, Steps: []RepairStep{}}
	points, score := a.Decision.Points, a.Decision.Score
	for _, i := range o.chosen {
		points += a.Results[i].Lost()
		after := scoreOf(points, a.Decision.Possible)
		out.Steps = append(out.Steps, RepairStep{
			Requirement: a.Results[i].Requirement, Effort: c.Requirements[i].Effort,
			Gain: after - score, After: after, Why: why(i),
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
