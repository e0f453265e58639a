package assess

import (
	"slices"
	"testing"

	"hegui/internal/catalog"
)

// sample builds a catalog of requirements with weight and dimension, and results with credit; tests change what they
// are about.
func sample(rows ...row) (*catalog.Catalog, *catalog.Profile, []Result) {
	c := &catalog.Catalog{Dimensions: []catalog.Dimension{{ID: "A"}, {ID: "B"}}}
	var results []Result
	for _, r := range rows {
		req := catalog.Requirement{ID: r.id, Dimension: r.id[:1], Weight: r.weight, Effort: max(r.effort, 1), Severity: catalog.Major}
		c.Requirements = append(c.Requirements, req)
		result := Result{Requirement: r.id, Status: r.status, Weight: r.weight, Credit: r.credit, Points: r.weight * r.credit, Severity: catalog.Major, Vetoes: r.veto}
		if result.Status == "" {
			result.Status = map[int]Status{0: StatusFail, 100: StatusPass}[r.credit]
			if result.Status == "" {
				result.Status = StatusPartial
			}
		}
		results = append(results, result)
	}
	return c, &catalog.Profile{PassMark: 6000, Floor: 6000, FloorMinShare: 500}, results
}

type row struct {
	id             string
	weight, credit int
	effort         int
	veto           bool
	status         Status
}

func TestDecide(t *testing.T) {
	t.Parallel()
	pass := row{id: "A-1", weight: 80, credit: 100}
	for _, tc := range []struct {
		name    string
		rows    []row
		form    int
		waived  map[string]bool
		score   string
		verdict Verdict
		reasons []ReasonCode
	}{
		{name: "everything met is 100.00", rows: []row{pass}, score: "100.00", verdict: VerdictPass},
		{name: "thirds are rounded down", rows: []row{{id: "A-1", weight: 2, credit: 100}, {id: "A-2", weight: 1}}, score: "66.66", verdict: VerdictPass},
		{name: "partial credit counts by the per cent", rows: []row{{id: "A-1", weight: 80, credit: 87}}, score: "87.00", verdict: VerdictPass},
		{name: "at the pass mark it passes", rows: []row{{id: "A-1", weight: 60, credit: 100}, {id: "A-2", weight: 40}}, score: "60.00", verdict: VerdictPass},
		{name: "just below the pass mark it fails", rows: []row{{id: "A-1", weight: 59, credit: 100}, {id: "A-2", weight: 41}}, score: "59.00", verdict: VerdictFail, reasons: []ReasonCode{ReasonPassMark, ReasonFloor}},
		{name: "a veto fails whatever the score", rows: []row{pass, {id: "A-2", weight: 1, veto: true}}, score: "98.76", verdict: VerdictFail, reasons: []ReasonCode{ReasonVeto}},
		{name: "a defect of form fails", rows: []row{pass}, form: 1, score: "100.00", verdict: VerdictFail, reasons: []ReasonCode{ReasonForm}},
		{name: "a low dimension waits for a person", rows: []row{pass, {id: "B-1", weight: 20}}, score: "80.00", verdict: VerdictReview, reasons: []ReasonCode{ReasonFloor}},
		{name: "a low dimension below 5 % of the weight does not", rows: []row{{id: "A-1", weight: 96, credit: 100}, {id: "B-1", weight: 4}}, score: "96.00", verdict: VerdictPass},
		{name: "a low dimension of exactly 5 % does", rows: []row{{id: "A-1", weight: 95, credit: 100}, {id: "B-1", weight: 5}}, score: "95.00", verdict: VerdictReview, reasons: []ReasonCode{ReasonFloor}},
		{name: "manual counts without points and waits for a person", rows: []row{pass, {id: "A-2", weight: 20, status: StatusManual}}, score: "80.00", verdict: VerdictReview, reasons: []ReasonCode{ReasonManual}},
		{name: "an error is an error, whatever else", rows: []row{pass, {id: "A-2", weight: 1, status: StatusError}, {id: "A-3", weight: 1, veto: true}}, score: "97.56", verdict: VerdictError, reasons: []ReasonCode{ReasonError, ReasonVeto}},
		{name: "not applicable leaves the denominator", rows: []row{pass, {id: "A-2", weight: 500, status: StatusNotApplicable}}, score: "100.00", verdict: VerdictPass},
		{name: "nothing applicable is never a pass", rows: []row{{id: "A-1", weight: 5, status: StatusNotApplicable}}, score: "0.00", verdict: VerdictError, reasons: []ReasonCode{ReasonError, ReasonPassMark}},
		{name: "a waived veto gives no cause and no weight", rows: []row{pass, {id: "A-2", weight: 20, veto: true}}, waived: map[string]bool{"A-2": true}, score: "100.00", verdict: VerdictPass},
	} {
		t.Run(tc.name, func(t *testing.T) {
			t.Parallel()
			c, p, results := sample(tc.rows...)
			d := Decide(results, tc.form, c, p, tc.waived)
			if d.Score.String() != tc.score || d.Verdict != tc.verdict {
				t.Errorf("got %s %s, want %s %s", d.Score, d.Verdict, tc.score, tc.verdict)
			}
			var reasons []ReasonCode
			for _, r := range d.Reasons {
				reasons = append(reasons, r.Code)
			}
			if !slices.Equal(reasons, tc.reasons) {
				t.Errorf("got reasons %v, want %v", reasons, tc.reasons)
			}
		})
	}
}
