package assess

import "hegui/internal/catalog"

// Decision is the score, the verdict and the arithmetic behind both.
type Decision struct {
	Score      Score            `json:"score"`
	Verdict    Verdict          `json:"verdict"`
	Points     int              `json:"points"`   // Σ weight × credit
	Possible   int              `json:"possible"` // Σ weight × 100 over applicable requirements
	Dimensions []DimensionScore `json:"dimensions"`
	Reasons    []Reason         `json:"reasons"`    // why the verdict is not pass; empty otherwise
	Evaluated  int              `json:"evaluated"`  // applicable requirements a rule decided
	Applicable int              `json:"applicable"` // applicable requirements
}

// DimensionScore is the same arithmetic inside one dimension.
type DimensionScore struct {
	Dimension  string `json:"dimension"`
	Score      Score  `json:"score"` // 0 when nothing applies
	Points     int    `json:"points"`
	Possible   int    `json:"possible"`
	Floor      int    `json:"floor"`       // basis points
	FloorHolds bool   `json:"floor_holds"` // whether the floor is judged: the dimension carries enough weight
}

// Below says whether the dimension misses a floor that is judged.
func (d *DimensionScore) Below() bool { return d.FloorHolds && int(d.Score) < d.Floor }

// ReasonCode names one cause of a verdict.
type ReasonCode string

// The causes, in the order they decide.
const (
	ReasonError    ReasonCode = "error"     // a requirement could not be evaluated
	ReasonForm     ReasonCode = "form"      // the proposal is not in the form the call asks for
	ReasonVeto     ReasonCode = "veto"      // a veto requirement fails
	ReasonPassMark ReasonCode = "pass_mark" // the score is below the pass mark
	ReasonFloor    ReasonCode = "floor"     // a dimension is below its floor
	ReasonManual   ReasonCode = "manual"    // a person must judge
)

// Reason is one cause of a verdict and what it concerns: requirements or dimensions.
type Reason struct {
	Code ReasonCode `json:"code"`
	IDs  []string   `json:"ids,omitempty"`
}

// scoreOf divides in integers and rounds down, so that a score is never flattered.
func scoreOf(points, possible int) Score {
	if possible == 0 {
		return 0
	}
	return Score(10000 * points / possible)
}

// Decide turns results into a score and a verdict. It is the only place that does: what a report prints and what a
// gate decides cannot disagree. dimensionOf gives the dimension of a requirement, form the number of defects of form,
// and waived the requirements that an exception covers: these leave the sums and give no cause.
//
// Manual and error results count in the denominator without points.
func Decide(results []Result, form int, c *catalog.Catalog, p *catalog.Profile, waived map[string]bool) Decision {
	d := Decision{Dimensions: make([]DimensionScore, len(c.Dimensions))}
	index := make(map[string]*DimensionScore, len(c.Dimensions))
	for i, dim := range c.Dimensions {
		d.Dimensions[i] = DimensionScore{Dimension: dim.ID, Floor: p.FloorOf(dim.ID)}
		index[dim.ID] = &d.Dimensions[i]
	}
	var errors, vetoes, manual []string
	for i := range results {
		r := &results[i]
		if !r.Counts() || waived[r.Requirement] {
			continue
		}
		d.Applicable++
		d.Points += r.Points
		d.Possible += r.Weight * 100
		dim := index[c.Requirements[i].Dimension]
		dim.Points += r.Points
		dim.Possible += r.Weight * 100
		switch {
		case r.Status == StatusError:
			errors = append(errors, r.Requirement)
		case r.Status == StatusManual:
			manual = append(manual, r.Requirement)
		default:
			d.Evaluated++
		}
		if r.Vetoes {
			vetoes = append(vetoes, r.Requirement)
		}
	}
	d.Score = scoreOf(d.Points, d.Possible)
	var low []string
	for i := range d.Dimensions {
		dim := &d.Dimensions[i]
		dim.Score = scoreOf(dim.Points, dim.Possible)
		dim.FloorHolds = dim.Possible > 0 && dim.Possible*10000 >= d.Possible*p.FloorMinShare
		if dim.Below() {
			low = append(low, dim.Dimension)
		}
	}
	add := func(code ReasonCode, holds bool, ids []string) bool {
		if holds {
			d.Reasons = append(d.Reasons, Reason{Code: code, IDs: ids})
		}
		return holds
	}
	// Each cause is evaluated, so that all of them are named, and the heaviest decides.
	isError := add(ReasonError, len(errors) > 0 || d.Applicable == 0, errors)
	fails := add(ReasonForm, form > 0, nil)
	fails = add(ReasonVeto, len(vetoes) > 0, vetoes) || fails
	fails = add(ReasonPassMark, int(d.Score) < p.PassMark, nil) || fails
	review := add(ReasonFloor, len(low) > 0, low)
	review = add(ReasonManual, len(manual) > 0, manual) || review
	switch {
	case isError:
		d.Verdict = VerdictError
	case fails:
		d.Verdict = VerdictFail
	case review:
		d.Verdict = VerdictReview
	default:
		d.Verdict = VerdictPass
	}
	return d
}
