package report

import (
	"bytes"
	"strings"
	"testing"

	"hegui/internal/assess"
	"hegui/internal/catalog"
)

// Where no requirement applies, the error has a reason of its own, and nothing says that all is met.
func TestNothingApplies(t *testing.T) {
	t.Parallel()
	for lang, want := range map[catalog.Lang]string{
		catalog.EN: "no requirement applies to this proposal", catalog.ZH: "没有一项要求适用于本申报书",
	} {
		o := sampleOptions(lang)
		a := sample(t, "P-1")
		for i := range a.Results {
			a.Results[i] = assess.Result{Requirement: a.Results[i].Requirement, Status: assess.StatusNotApplicable}
		}
		a.Decision = assess.Decide(a.Results, 0, o.Catalog, o.Profile, nil)
		a.Unwaived, a.Form, a.Repair = nil, nil, nil
		words := wordsIn(lang)
		for _, f := range []Format{Text, HTML, Markdown, CSV} {
			var b bytes.Buffer
			w, err := New(&b, f, o)
			if err == nil {
				err = w.Add(a)
			}
			if err == nil {
				err = w.Close()
			}
			got := strings.Join(strings.Fields(b.String()), " ")
			if err != nil || !strings.Contains(got, want) || strings.Contains(got, words.nothingLost) {
				t.Errorf("%s in %s: %v\n%s", f, lang, err, got)
			}
		}
	}
}
