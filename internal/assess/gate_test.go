package assess

import "testing"

func TestGate(t *testing.T) {
	t.Parallel()
	finding := func(print string) Finding { return Finding{Requirement: "A-1", Code: "x", Fingerprint: print} }
	lost := func(prints ...string) Result {
		r := Result{Requirement: "A-1", Status: StatusFail, Weight: 10}
		for _, p := range prints {
			r.Findings = append(r.Findings, finding(p))
		}
		return r
	}
	of := func(v Verdict, score Score, results ...Result) *Assessment {
		return &Assessment{File: "p.yaml", Project: "p", Results: results, Decision: Decision{Verdict: v, Score: score}}
	}
	knows := NewBaseline()
	knows.Add(of(VerdictFail, 4000, lost("old")))
	waived := lost("new")
	waived.Waiver = &Waiver{}
	unnamed := of(VerdictFail, 4000, lost("old"))
	unnamed.Project = ""
	for _, tc := range []struct {
		name string
		gate Gate
		a    *Assessment
		want Judgement
	}{
		{"the zero gate stops nothing", Gate{}, of(VerdictError, 0), Judgement{}},
		{"never stops nothing", Gate{FailOn: FailNever}, of(VerdictFail, 0), Judgement{}},
		{"never heeds a minimum", Gate{FailOn: FailNever, MinScore: 8000}, of(VerdictPass, 7999), Judgement{Score: true}},
		{"the minimum itself is enough", Gate{FailOn: FailFail, MinScore: 8000}, of(VerdictPass, 8000), Judgement{}},
		{"fail stops a fail", Gate{FailOn: FailFail}, of(VerdictFail, 9000), Judgement{Verdict: true}},
		{"fail stops an error", Gate{FailOn: FailFail}, of(VerdictError, 9000), Judgement{Verdict: true}},
		{"fail lets a review through", Gate{FailOn: FailFail}, of(VerdictReview, 9000), Judgement{}},
		{"review stops a review", Gate{FailOn: FailReview}, of(VerdictReview, 9000), Judgement{Verdict: true}},
		{"review lets a pass with findings through", Gate{FailOn: FailReview}, of(VerdictPass, 9000, lost("a")), Judgement{}},
		{"finding stops a pass with findings", Gate{FailOn: FailFinding}, of(VerdictPass, 9000, lost("a")), Judgement{Findings: true}},
		{"finding stops a review", Gate{FailOn: FailFinding}, of(VerdictReview, 9000), Judgement{Verdict: true}},
		{"finding lets a clean pass through", Gate{FailOn: FailFinding}, of(VerdictPass, 10000), Judgement{}},
		{"finding does not count what is waived", Gate{FailOn: FailFinding}, of(VerdictPass, 10000, waived), Judgement{}},
		{"known findings do not stop", Gate{FailOn: FailFail, Baseline: knows}, of(VerdictFail, 4000, lost("old")), Judgement{}},
		{"new findings do", Gate{FailOn: FailFail, Baseline: knows}, of(VerdictPass, 9000, lost("old", "new", "newer")), Judgement{New: 2}},
		{"new findings that are waived do not", Gate{FailOn: FailFail, Baseline: knows}, of(VerdictPass, 9000, waived), Judgement{}},
		{"an error stops whatever is known", Gate{FailOn: FailFail, Baseline: knows}, of(VerdictError, 0, lost("old")), Judgement{Verdict: true}},
		{"a minimum holds beside a baseline", Gate{FailOn: FailFail, Baseline: knows, MinScore: 5000}, of(VerdictFail, 4000, lost("old")), Judgement{Score: true}},
		{"who is not in the baseline is judged by the verdict", Gate{FailOn: FailFail, Baseline: knows}, unnamed, Judgement{Verdict: true}},
	} {
		t.Run(tc.name, func(t *testing.T) {
			t.Parallel()
			if got := tc.gate.Judge(tc.a); got != tc.want {
				t.Errorf("got %+v, want %+v", got, tc.want)
			}
		})
	}
}
