package oscal_test

import (
	"testing"

	"hegui/internal/oscal"
)

func TestAUUIDIsOfVersionFiveAndNamesItsParts(t *testing.T) {
	t.Parallel()
	id := oscal.UUID("catalog", "aiplus")
	if len(id) != 36 || id[14] != '5' || (id[19] != '8' && id[19] != '9' && id[19] != 'a' && id[19] != 'b') {
		t.Errorf("%s is not of version 5 and the variant of RFC 9562", id)
	}
	if id != oscal.UUID("catalog", "aiplus") {
		t.Error("the same parts have two UUIDs")
	}
	for _, other := range [][]string{{"catalog"}, {"catalogaiplus"}, {"catalog", "aiplus", ""}, {"catalo", "gaiplus"}} {
		if oscal.UUID(other...) == id {
			t.Errorf("%q share its UUID", other)
		}
	}
}

func TestALineIsFitForAProperty(t *testing.T) {
	t.Parallel()
	for in, want := range map[string]string{"": "-", " \n\t": "-", " a\n  b ": "a b", "甲": "甲"} {
		if got := oscal.Line(in); got != want {
			t.Errorf("%q: %q, want %q", in, got, want)
		}
	}
}
