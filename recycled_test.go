package hegui_test

import (
	"bytes"
	"context"
	"testing"

	"hegui/internal/proposal"
	"hegui/internal/report"
	"hegui/internal/sample"
)

// A parser makes each document in the memory of the last one. An assessment of that one must not change: what it says is
// written only after the parser has read something else, and must be what a document of its own gives.
func TestAssessmentsOutliveTheirDocuments(t *testing.T) {
	t.Parallel()
	a := assessor(t)
	encoded := func(parser *proposal.Parser, name string, src, then []byte) []byte {
		doc, err := parser.Parse(name, src, proposal.Limits{})
		if err != nil {
			t.Fatal(err)
		}
		as, err := a.Assess(context.Background(), doc)
		if err != nil {
			t.Fatal(err)
		}
		if then != nil {
			if _, err := parser.Parse("then", then, proposal.Limits{}); err != nil {
				t.Fatal(err)
			}
		}
		line, err := report.Encode(as, a.Catalog)
		if err != nil {
			t.Fatal(err)
		}
		return line
	}
	then := second(proposalFile(t, "f01-excellent-auto-parts"))
	all := map[string][]byte{}
	for _, example := range []string{"f02-typical-county-imaging", "f03-checkbox-smart-city", "f12-ai-customer-service"} {
		name, src := proposalFile(t, example)
		all[name] = src
		all[name+", one off form"] = append(bytes.Clone(src), "\nunknown_key: x\nother: {z: [1, {y: 2}]}\n"...)
		all[name+", by the library"] = append(bytes.Clone(src), "\nunknown_key: &x {y: 1}\nother: *x\n"...)
	}
	for i := range 60 {
		var src bytes.Buffer
		if _, err := sample.Write(&src, 3, i); err != nil {
			t.Fatal(err)
		}
		all[sample.Name(i)] = src.Bytes()
	}
	var used proposal.Parser
	for name, src := range all {
		if _, err := proposal.Parse(name, src, proposal.Limits{}); err != nil {
			continue
		}
		want := encoded(new(proposal.Parser), name, src, nil)
		if got := encoded(&used, name, src, then); !bytes.Equal(got, want) {
			t.Errorf("%s: the assessment changed with its document\ngot  %s\nwant %s", name, got, want)
		}
	}
}
