package catalog

import (
	"slices"
	"testing"
)

func TestCondition(t *testing.T) {
	t.Parallel()
	for _, tc := range []struct {
		name         string
		alternatives []string
		on           []string
		against      []string
	}{
		{"a flag that is on", []string{"all"}, []string{"all"}, nil},
		{"a flag that is off", []string{"deploy"}, nil, []string{"deploy"}},
		{"one alternative suffices", []string{"deploy", "work"}, []string{"work"}, nil},
		{"no alternative holds", []string{"deploy", "work"}, nil, []string{"deploy", "work"}},
		{"both flags are needed", []string{"public & genai"}, []string{"public"}, []string{"genai"}},
		{"both flags are there", []string{"public & genai"}, []string{"public", "genai"}, nil},
		{"a flag that must be off is on", []string{"large & !micro"}, []string{"large", "micro"}, []string{"micro"}},
		{"a flag that must be off is off", []string{"large & !micro"}, []string{"large"}, nil},
		{"a flag is named once", []string{"public & genai", "public & recsys"}, nil, []string{"public", "genai", "recsys"}},
		{"nothing never holds", nil, []string{"all"}, nil},
	} {
		t.Run(tc.name, func(t *testing.T) {
			t.Parallel()
			c, err := ParseCondition(tc.alternatives)
			if err != nil {
				t.Fatal(err)
			}
			on := map[string]bool{}
			for _, f := range tc.on {
				on[f] = true
			}
			if got := c.Against(on); !slices.Equal(got, tc.against) {
				t.Errorf("got %v in the way, want %v", got, tc.against)
			}
			if got, want := c.Holds(on), len(tc.alternatives) > 0 && tc.against == nil; got != want {
				t.Errorf("got %t, want %t", got, want)
			}
		})
	}
}

func TestConditionThatCannotBeRead(t *testing.T) {
	t.Parallel()
	for _, s := range []string{"", "a &", "!!a", "a | b", "Deploy", "a & & b"} {
		if c, err := ParseCondition([]string{s}); err == nil {
			t.Errorf("got %v for %q, want an error", c, s)
		}
	}
}
