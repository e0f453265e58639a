package pack_test

import (
	"testing"

	"hegui/internal/pack"
	"hegui/internal/proposal"
)

// A field matters to the requirements whose example holds it.
func TestUses(t *testing.T) {
	t.Parallel()
	files := mini()
	files["policies/mini/schema/proposal.json"] = `{"type": "object", "additionalProperties": false, "properties": {"records": {"type": "integer"}, "kind": {"type": "string"}}}`
	p, err := pack.Open(fsOf(t, files), "mini")
	if err != nil {
		t.Fatal(err)
	}
	for field, want := range map[string][]string{"records": {"D-01"}, "kind": nil} {
		var got []string
		for _, r := range p.Uses(p.Schema.Field(proposal.Path{proposal.Key(field)})) {
			got = append(got, r.ID)
		}
		if len(got) != len(want) || len(got) > 0 && got[0] != want[0] {
			t.Errorf("%s: got %v, want %v", field, got, want)
		}
	}
}
