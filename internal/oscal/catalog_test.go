package oscal_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"hegui/internal/catalog"
	"hegui/internal/oscal"
)

// A parameter says in the language of the document what its number is, its unit and where it comes from; the other language
// stands beside each, as a property with the class of that language.
func TestTextsOfAParameter(t *testing.T) {
	t.Parallel()
	c := &catalog.Catalog{Thresholds: []catalog.Threshold{{
		Name: "exit_people_min", Value: "20", Basis: catalog.BasisLaw, Unit: catalog.Text{ZH: "人", EN: "people"},
		Source: catalog.Text{ZH: "《劳动合同法》第四十一条", EN: "Labour Contract Law, Article 41"},
		Title:  catalog.Text{ZH: "经济性裁员的人数标准", EN: "exits that make a collective lay-off"},
	}}}
	for lang, want := range map[catalog.Lang]oscal.Parameter{
		catalog.ZH: {
			ID: "exit_people_min", Label: "经济性裁员的人数标准", Usage: "《劳动合同法》第四十一条", Values: []string{"20"},
			Props: []oscal.Property{
				oscal.Own("unit", "人"), beside("unit", "en", "people"), oscal.Own("basis", "law"),
				beside("usage", "en", "Labour Contract Law, Article 41"), beside("title", "en", "exits that make a collective lay-off"),
			},
		},
		catalog.EN: {
			ID: "exit_people_min", Label: "exits that make a collective lay-off", Usage: "Labour Contract Law, Article 41", Values: []string{"20"},
			Props: []oscal.Property{
				oscal.Own("unit", "people"), beside("unit", "zh", "人"), oscal.Own("basis", "law"),
				beside("usage", "zh", "《劳动合同法》第四十一条"), beside("title", "zh", "经济性裁员的人数标准"),
			},
		},
	} {
		got := oscal.Catalog(c, oscal.Options{Lang: lang, AsOf: "2026-10-01"}).Catalog.Params
		if diff := cmp.Diff([]oscal.Parameter{want}, got); diff != "" {
			t.Errorf("%s (-want +got):\n%s", lang, diff)
		}
	}
}

func beside(name, lang, value string) oscal.Property {
	return oscal.Property{Name: name, NS: oscal.Namespace, Class: lang, Value: value}
}
