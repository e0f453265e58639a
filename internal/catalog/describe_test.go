package catalog

import "testing"

type written string

func (w written) String() string { return string(w) }

func TestDescribe(t *testing.T) {
	t.Parallel()
	for _, tc := range []struct {
		name, text, want string
		args             Args
	}{
		{"no placeholder", "a } b", "a } b", nil},
		{"values of a finding", "{got} of {want}, {got}", "1 of terms, 1", Args{"got": {Number: "1"}, "want": {Term: "terms"}}},
		{"path and label, which every text has", "{path}: {label}", "data.sets[0].share: Share", nil},
		{"a value of the finding comes first", "{path}", "other", Args{"path": {Text: "other"}}},
		{"a placeholder without a value is seen", "{nothing} {path}", "{nothing} data.sets[0].share", nil},
		{"braces that are no placeholder", "{} {A} {1a} {a b} {{a_1}} {a", "{} {A} {1a} {a b} {x} {a", Args{"a_1": {Text: "x"}}},
		{"a value that looks like a placeholder", "{a}{b}", "{b}y", Args{"a": {Text: "{b}"}, "b": {Text: "y"}}},
		{"an empty value", "[{a}]", "[]", Args{"a": {}}},
	} {
		t.Run(tc.name, func(t *testing.T) {
			t.Parallel()
			c := &Catalog{
				Labels: map[string]Text{"data.sets.share": {ZH: "占比", EN: "Share"}},
				Hints:  map[string]Code{"odd": {Message: Text{ZH: tc.text, EN: tc.text}}},
			}
			message, remedy := c.Describe("", "odd", written("data.sets[0].share"), tc.args)
			if message.EN != tc.want || remedy != (Text{}) {
				t.Errorf("got %q and %q, want %q", message.EN, remedy, tc.want)
			}
		})
	}
}
