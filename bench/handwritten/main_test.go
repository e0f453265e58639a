package main

import (
	"bytes"
	"io/fs"
	"math/rand/v2"
	"testing"

	"hegui"
	"hegui/internal/proposal"
	"hegui/internal/sample"
)

// A comparison of the time of different work would be none: whoever changes a rule changes its check.
func TestBothSidesSayTheSame(t *testing.T) {
	t.Parallel()
	s, err := newSides(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	var docs []*proposal.Document
	add := func(name string, src []byte) {
		doc, err := s.parse(name, src)
		if err != nil {
			t.Fatal(err)
		}
		docs = append(docs, doc)
	}
	names, err := fs.Glob(hegui.Files, "examples/proposals/*/proposal.yaml")
	if err != nil || len(names) == 0 {
		t.Fatal("no examples", err)
	}
	for _, name := range names {
		src, err := fs.ReadFile(hegui.Files, name)
		if err != nil {
			t.Fatal(err)
		}
		add(name, src)
	}
	for i := range 50 {
		var b bytes.Buffer
		if _, err := sample.Write(&b, 1, i); err != nil {
			t.Fatal(err)
		}
		add(sample.Name(i), b.Bytes())
	}
	applies, found := map[string]bool{}, map[string]bool{}
	dice := rand.New(rand.NewPCG(1, 2))
	for _, doc := range docs {
		paths := valuesBelow(nil, nil, doc.Root())
		for _, d := range []*proposal.Document{doc, doc.Without(some(dice, paths, 20)), doc.Without(some(dice, paths, 3))} {
			if _, err := s.compare(t.Context(), d); err != nil {
				t.Error(err)
			}
			for stem, o := range s.byHand(d) {
				applies[stem] = applies[stem] || o.Applies
				found[stem] = found[stem] || len(o.Findings) > 0
			}
		}
	}
	for _, stem := range s.stems {
		if !applies[stem] || !found[stem] {
			t.Errorf("%s: applies %t, finds something %t: nothing was compared", stem, applies[stem], found[stem])
		}
	}
}

// valuesBelow lists the paths of all values, of mappings and lists as well.
func valuesBelow(out []proposal.Path, at proposal.Path, v *value) []proposal.Path {
	for _, f := range v.Fields() {
		p := at.Append(proposal.Key(f.Key))
		out = valuesBelow(append(out, p), p, f.Value)
	}
	for i, item := range v.Items() {
		p := at.Append(proposal.Index(i))
		out = valuesBelow(out, p, item)
	}
	return out
}

// some gives about one path in n.
func some(dice *rand.Rand, paths []proposal.Path, n int) []proposal.Path {
	var out []proposal.Path
	for _, p := range paths {
		if dice.IntN(n) == 0 {
			out = append(out, p)
		}
	}
	return out
}
