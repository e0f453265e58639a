package assess

import (
	"testing"

	"hegui/internal/proposal"
)

func TestStamp(t *testing.T) {
	t.Parallel()
	parse := func(src string) *proposal.Document {
		doc, err := proposal.Parse("p.yaml", []byte(src), proposal.Limits{})
		if err != nil {
			t.Fatal(err)
		}
		return doc
	}
	path := func(s string) proposal.Path {
		p, err := proposal.ParsePath(s)
		if err != nil {
			t.Fatal(err)
		}
		return p
	}
	before := parse("data:\n  datasets:\n    - {id: D1, rows: 1}\n    - {id: D2, rows: 1}\n    - {rows: 1}\n")
	after := parse("# moved\ndata:\n  datasets:\n    - {id: D2, rows: 5}\n    - {id: D1, rows: 9}\n    - {rows: 1}\n")
	of := func(doc *proposal.Document, findings ...Finding) []string {
		stamp(doc, findings)
		var out []string
		for _, f := range findings {
			out = append(out, f.Fingerprint)
		}
		return out
	}
	f := func(code, at string) Finding {
		return Finding{Requirement: "DATA-01", Code: code, Place: Place{Path: path(at)}}
	}
	first := of(before, f("few", "data.datasets[0].rows"), f("few", "data.datasets[1].rows"), f("few", "data.datasets[1].rows"),
		f("gone", "data.datasets[1].rows"), f("few", "data.datasets[2].rows"), f("few", "data.datasets[7].rows"))
	seen := map[string]bool{}
	for _, s := range first {
		if len(s) != 16 || seen[s] {
			t.Errorf("fingerprint %q is malformed or not unique in %v", s, first)
		}
		seen[s] = true
	}
	second := of(after, f("few", "data.datasets[1].rows"), f("few", "data.datasets[0].rows"))
	if second[0] != first[0] || second[1] != first[1] {
		t.Errorf("reordered items changed the fingerprints: %v, before %v", second, first)
	}
	if other := of(before, Finding{Requirement: "DATA-02", Code: "few", Place: Place{Path: path("data.datasets[0].rows")}}); other[0] == first[0] {
		t.Error("two requirements share a fingerprint")
	}
}
