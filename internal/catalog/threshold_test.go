package catalog_test

import (
	"testing"

	"hegui/internal/catalog"
)

func TestValueWithUnit(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		unit   catalog.Text
		zh, en string
	}{
		{catalog.Text{ZH: "个月", EN: "months"}, "12 个月", "12 months"},
		{catalog.Text{ZH: "%", EN: "%"}, "12%", "12 %"},
		{catalog.Text{ZH: "（比值）", EN: "(ratio)"}, "12（比值）", "12 (ratio)"},
	} {
		n := catalog.Threshold{Value: "12", Unit: c.unit}
		if zh, en := n.In(catalog.ZH), n.In(catalog.EN); zh != c.zh || en != c.en {
			t.Errorf("%q, %q; want %q, %q", zh, en, c.zh, c.en)
		}
	}
}
