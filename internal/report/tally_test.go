package report

import (
	"fmt"
	"testing"

	"hegui/internal/assess"
	"hegui/internal/catalog"
)

func TestTally(t *testing.T) {
	t.Parallel()
	c := &catalog.Catalog{Requirements: []catalog.Requirement{{ID: "A-1"}, {ID: "A-2"}, {ID: "A-3"}}}
	tally := newTally(c)
	for i, score := range []assess.Score{10000, 0, 5000, 7500} {
		results := []assess.Result{{Weight: 1, Points: 100}, {Weight: 1}, {Weight: 1, Points: 100}}
		if i < 2 {
			results[2].Points = 50 // partial counts as lost
		}
		tally.add(&assess.Assessment{Decision: assess.Decision{Score: score, Verdict: assess.VerdictPass}, Results: results})
	}
	got := fmt.Sprint(tally.quantile(0, 1), tally.quantile(1, 4), tally.quantile(1, 2), tally.quantile(3, 4), tally.quantile(1, 1))
	if want := "0.00 0.00 50.00 75.00 100.00"; got != want {
		t.Errorf("quantiles %s, want %s", got, want)
	}
	most := tally.missedMost(5)
	if len(most) != 2 || most[0].requirement.ID != "A-2" || most[0].proposals != 4 || most[1].requirement.ID != "A-3" || most[1].proposals != 2 {
		t.Errorf("missed most %v", most)
	}
	if got := tally.missedMost(1); len(got) != 1 || got[0].requirement.ID != "A-2" {
		t.Errorf("the first of them is %v", got)
	}
}
