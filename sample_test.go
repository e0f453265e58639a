package hegui_test

import (
	"bytes"
	"testing"

	"hegui/internal/assess"
	"hegui/internal/sample"
)

// What is generated is of use only if it is like what is handed in: some pass, some wait for a person, most do not pass,
// scores lie everywhere, and the form is violated where a defect of form was put in and nowhere else.
func TestGeneratedProposalsSpread(t *testing.T) {
	t.Parallel()
	a := assessor(t)
	verdicts := map[assess.Verdict]int{}
	deciles := [11]int{}
	scores := map[assess.Score]bool{}
	const files = 120
	for i := range files {
		var b bytes.Buffer
		meta, err := sample.Write(&b, 1, i)
		if err != nil {
			t.Fatal(err)
		}
		as, err := a.Assess(t.Context(), parse(t, sample.Name(i), b.Bytes()))
		if err != nil {
			t.Fatal(err)
		}
		verdicts[as.Decision.Verdict]++
		deciles[as.Decision.Score/1000]++
		scores[as.Decision.Score] = true
		if off := len(as.Form) > 0; off != meta.OffForm {
			t.Errorf("file %d (%s): off form %t, put in %v: %v", i, meta.Archetype, off, meta.Defects, as.Form)
		}
	}
	t.Logf("verdicts %v; files by score, in steps of 10: %v", verdicts, deciles)
	for _, v := range []assess.Verdict{assess.VerdictPass, assess.VerdictReview, assess.VerdictFail} {
		if verdicts[v] < files/40 {
			t.Errorf("%d of %d files %s", verdicts[v], files, v)
		}
	}
	if verdicts[assess.VerdictError] > 0 || len(scores) < files*8/10 {
		t.Errorf("%d errors, %d different scores", verdicts[assess.VerdictError], len(scores))
	}
}
