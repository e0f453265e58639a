package catalog

import "testing"

func TestStem(t *testing.T) {
	t.Parallel()
	for id, want := range map[string]string{
		"DATA-03": "data_03", "data_03": "data_03", "": "", "-": "_", "ÄPFEL-1": "äpfel_1", "数据-A": "数据_a",
		"A-VERY-LONG-NAME-OF-A-REQUIREMENT-01": "a_very_long_name_of_a_requirement_01",
	} {
		if got := Stem(id); got != want {
			t.Errorf("Stem(%q) is %q, want %q", id, got, want)
		}
	}
}

func TestLabel(t *testing.T) {
	t.Parallel()
	c := &Catalog{Labels: map[string]Text{"data.sets.share": {ZH: "占比", EN: "share"}, "x[y]": {ZH: "甲", EN: "x"}}}
	for path, want := range map[string]string{
		"data.sets[0].share": "share", "data.sets[12].share": "share", "data.sets[].share": "share", "data.sets.share": "share",
		"x[y][3]": "x", "other.key": "key", "other[1]": "other", "other[": "other[", "": "",
	} {
		if got := c.Label(path).EN; got != want {
			t.Errorf("Label(%q) is %q, want %q", path, got, want)
		}
	}
}
