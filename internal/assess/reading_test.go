package assess

import (
	"context"
	"fmt"
	"slices"
	"testing"

	"hegui/internal/catalog"
	"hegui/internal/proposal"
)

// fixed is an evaluator that says the same of every proposal, and a form that finds nothing.
type fixed struct{ ev *Evaluation }

func (f fixed) Eval(context.Context, Input) (*Evaluation, error) { return f.ev, nil }

func (fixed) Validate(*proposal.Document) ([]Finding, []proposal.Path) { return nil, nil }

func (fixed) Item(proposal.Path) proposal.Kind { return proposal.Null }

var (
	met    = Outcome{Applies: true}
	unmet  = Outcome{Applies: true, Findings: []RawFinding{{Code: "x"}}}
	absent = Outcome{}
)

// clause is a reading of one requirement: what becomes of it by default, and under each alternative.
type clause struct {
	weight  int
	veto    bool
	byRule  Outcome
	another []Outcome
}

func sensitivityOf(t *testing.T, clauses ...clause) (*Assessment, *Sensitivity) {
	t.Helper()
	c := &catalog.Catalog{
		Dimensions: []catalog.Dimension{{ID: "A"}},
		Codes:      map[string]catalog.Code{"x": {Basis: catalog.BasisSource}},
	}
	ev := &Evaluation{Outcomes: map[string]Outcome{}, Readings: map[string]map[string]map[string]Outcome{}}
	for i, cl := range clauses {
		id := fmt.Sprintf("A-%d", i)
		severity := catalog.Major
		if cl.veto {
			severity = catalog.Veto
		}
		c.Requirements = append(c.Requirements, catalog.Requirement{ID: id, Dimension: "A", Weight: cl.weight, Severity: severity, Effort: 1})
		ev.Outcomes[catalog.Stem(id)] = cl.byRule
		reading := catalog.Reading{ID: id, Requirements: []string{id}, Alternatives: []catalog.Alternate{{ID: catalog.DefaultAlternative}}}
		ev.Readings[id] = map[string]map[string]Outcome{}
		for k, o := range cl.another {
			name := fmt.Sprintf("alternative_%d", k)
			reading.Alternatives = append(reading.Alternatives, catalog.Alternate{ID: name})
			ev.Readings[id][name] = map[string]Outcome{catalog.Stem(id): o}
		}
		c.Readings = append(c.Readings, reading)
	}
	doc, err := proposal.Parse("p.yaml", []byte("a: 1\n"), proposal.Limits{})
	if err != nil {
		t.Fatal(err)
	}
	a := &Assessor{Catalog: c, Profile: &catalog.Profile{PassMark: 6000, FloorMinShare: 500}, Form: fixed{}, Evaluator: fixed{ev}, Readings: true}
	as, err := a.Assess(t.Context(), doc)
	if err != nil {
		t.Fatal(err)
	}
	return as, as.Readings
}

func TestSensitivity(t *testing.T) {
	t.Parallel()
	for _, tc := range []struct {
		name            string
		clauses         []clause
		combinations    int
		verdicts        []Verdict
		lowest, highest string
		decides         []bool
	}{
		{
			name:         "no alternative changes anything",
			clauses:      []clause{{weight: 60, byRule: met, another: []Outcome{met, met}}, {weight: 40, byRule: unmet, another: []Outcome{unmet}}},
			combinations: 6, verdicts: []Verdict{VerdictPass}, lowest: "60.00", highest: "60.00", decides: []bool{false, false},
		},
		{
			name:         "the score moves and the verdict stays",
			clauses:      []clause{{weight: 90, byRule: met, another: []Outcome{met}}, {weight: 10, byRule: unmet, another: []Outcome{met}}},
			combinations: 4, verdicts: []Verdict{VerdictPass}, lowest: "90.00", highest: "100.00", decides: []bool{false, false},
		},
		{
			name:         "one clause decides",
			clauses:      []clause{{weight: 50, byRule: met, another: []Outcome{unmet, met}}, {weight: 50, byRule: met, another: []Outcome{met}}},
			combinations: 6, verdicts: []Verdict{VerdictPass, VerdictFail}, lowest: "50.00", highest: "100.00", decides: []bool{true, false},
		},
		{
			name: "two clauses decide only together",
			clauses: []clause{
				{weight: 30, byRule: met, another: []Outcome{unmet}},
				{weight: 30, byRule: met, another: []Outcome{unmet}},
				{weight: 40, byRule: met},
			},
			combinations: 4, verdicts: []Verdict{VerdictPass, VerdictFail}, lowest: "40.00", highest: "100.00", decides: []bool{true, true, false},
		},
		{
			name:         "a reading under which the requirement does not apply",
			clauses:      []clause{{weight: 50, byRule: unmet, another: []Outcome{absent}}, {weight: 50, byRule: met}},
			combinations: 2, verdicts: []Verdict{VerdictPass, VerdictFail}, lowest: "50.00", highest: "100.00", decides: []bool{true, false},
		},
		{
			name:         "a veto decides whatever the score",
			clauses:      []clause{{weight: 5, veto: true, byRule: met, another: []Outcome{unmet}}, {weight: 95, byRule: met}},
			combinations: 2, verdicts: []Verdict{VerdictPass, VerdictFail}, lowest: "95.00", highest: "100.00", decides: []bool{true, false},
		},
		{
			name:         "a reading that cannot be evaluated is an error",
			clauses:      []clause{{weight: 5, byRule: met, another: []Outcome{{Err: "conflict"}}}, {weight: 95, byRule: met}},
			combinations: 2, verdicts: []Verdict{VerdictPass, VerdictError}, lowest: "95.00", highest: "100.00", decides: []bool{true, false},
		},
	} {
		t.Run(tc.name, func(t *testing.T) {
			t.Parallel()
			as, s := sensitivityOf(t, tc.clauses...)
			if s.Combinations != tc.combinations || s.Lowest.String() != tc.lowest || s.Highest.String() != tc.highest {
				t.Errorf("got %d combinations from %s to %s, want %d from %s to %s", s.Combinations, s.Lowest, s.Highest, tc.combinations, tc.lowest, tc.highest)
			}
			if !slices.Equal(s.Verdicts, tc.verdicts) {
				t.Errorf("got verdicts %v, want %v", s.Verdicts, tc.verdicts)
			}
			for i, r := range s.Readings {
				if r.Decides != tc.decides[i] {
					t.Errorf("clause %d: decides is %t, want %t", i, r.Decides, tc.decides[i])
				}
				if first := r.Alternatives[0]; first.Verdict != as.Decision.Verdict || first.Score != as.Decision.Score || len(first.Changed) > 0 {
					t.Errorf("clause %d: the default reading is not the assessment: %+v", i, first)
				}
			}
		})
	}
}

// A reading whose rule says nothing is an error, as a rule that says nothing is.
func TestSilentReadingIsAnError(t *testing.T) {
	t.Parallel()
	reading := catalog.Reading{Requirements: []string{"A-0"}}
	a := &Assessor{Catalog: &catalog.Catalog{Requirements: []catalog.Requirement{{ID: "A-0", Weight: 5}}}, Profile: &catalog.Profile{}}
	changed := a.changed(&Assessment{Results: []Result{{Requirement: "A-0", Status: StatusPass}}}, nil, &reading, nil, nil)
	if len(changed) != 1 || changed[0].Status != StatusError {
		t.Errorf("got %+v, want an error", changed)
	}
}
