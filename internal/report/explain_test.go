package report_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"hegui/internal/catalog"
	"hegui/internal/report"
)

// A number is explained in the language of the reader, with its unit and where it comes from. That of a sum is called
// arithmetic; only a defect is a contradiction.
func TestExplainThresholds(t *testing.T) {
	t.Parallel()
	numbers := []catalog.Threshold{{
		Name: "hours_per_year", Value: "8760", Basis: catalog.BasisArithmetic, Unit: catalog.Text{ZH: "小时", EN: "hours"},
		Source: catalog.Text{ZH: "365 天，每天 24 小时", EN: "365 days of 24 hours"}, Title: catalog.Text{ZH: "全年小时数", EN: "hours of a year"},
	}}
	for lang, want := range map[catalog.Lang]report.ExplainedThreshold{
		catalog.ZH: {Name: "hours_per_year", Title: "全年小时数", Value: "8760 小时", Basis: "由计算得出", Source: "365 天，每天 24 小时"},
		catalog.EN: {Name: "hours_per_year", Title: "hours of a year", Value: "8760 hours", Basis: "arithmetic", Source: "365 days of 24 hours"},
	} {
		if diff := cmp.Diff([]report.ExplainedThreshold{want}, report.ExplainThresholds(numbers, lang)); diff != "" {
			t.Errorf("%s (-want +got):\n%s", lang, diff)
		}
	}
}
