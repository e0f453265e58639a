package assess

import (
	"strings"
	"testing"
)

func TestVerify(t *testing.T) {
	t.Parallel()
	for _, tc := range []struct {
		name   string
		change func(a *Assessment)
		want   string // "" when the numbers agree
	}{
		{"as decided", func(*Assessment) {}, ""},
		{"a status that is none", func(a *Assessment) { a.Results[0].Status = "good" }, `A-1: status "good" is not known`},
		{"a weight that overflows", func(a *Assessment) { a.Results[0].Weight = 1 << 62 }, "outside 0..4000"},
		{"a negative weight", func(a *Assessment) { a.Results[0].Weight = -1 }, "outside 0..4000"},
		{"a credit above 100", func(a *Assessment) { a.Results[0].Credit = 101 }, "outside 0..100"},
		{"points of nothing", func(a *Assessment) { a.Results[1].Points = 1 }, "A-2: weight 3 and credit 0 do not make 1 points"},
		{"a requirement twice", func(a *Assessment) { a.Results[1].Requirement = "A-1" }, "two results"},
		{"a requirement without a name", func(a *Assessment) { a.Results[1].Requirement = "" }, "no name"},
		{"a verdict that is none", func(a *Assessment) { a.Decision.Verdict = "" }, `verdict "" is not known`},
		{"another verdict without waivers", func(a *Assessment) { a.Unwaived = &Decision{Verdict: "x"} }, `verdict "x" is not known`},
		{"a sum of other results", func(a *Assessment) { a.Decision.Points = 100 }, "add up to 200 of 600"},
		{"a score that is rounded up", func(a *Assessment) { a.Decision.Score = 3334 }, "are a score of 33.33, the decision says 33.34"},
		{"a waived result in the sum", func(a *Assessment) { a.Results[1].Waiver = &Waiver{} }, "add up to 200 of 300"},
		{"a dimension with other points", func(a *Assessment) { a.Decision.Dimensions[0].Points = 200 }, `dimension "A"`},
		{"a dimension too few", func(a *Assessment) { a.Decision.Dimensions = a.Decision.Dimensions[1:] }, "do not add up"},
		{"a finding without a fingerprint", func(a *Assessment) { a.Results[1].Findings = []Finding{{Code: "x"}} }, "A-2: a finding has no fingerprint"},
		{"a defect of form without a fingerprint", func(a *Assessment) { a.Form = []Finding{{Code: "x"}} }, "no fingerprint"},
		{"a dimension below nothing", func(a *Assessment) { a.Decision.Dimensions[0].Points = -1 }, `dimension "A"`},
	} {
		t.Run(tc.name, func(t *testing.T) {
			t.Parallel()
			c, p, results := sample(row{id: "A-1", weight: 1, credit: 0}, row{id: "A-2", weight: 3, credit: 0}, row{id: "B-1", weight: 2, credit: 100})
			a := &Assessment{Results: results, Decision: Decide(results, 0, c, p, nil)}
			tc.change(a)
			err := a.Verify()
			if tc.want == "" && err != nil || tc.want != "" && (err == nil || !strings.Contains(err.Error(), tc.want)) {
				t.Errorf("got %v, want %q", err, tc.want)
			}
		})
	}
}
