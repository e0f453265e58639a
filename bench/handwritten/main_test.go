package main

import (
	"bytes"
	"io/fs"
	"math/rand/v2"
	"strings"
	"testing"

	"hegui"
	"hegui/internal/proposal"
	"hegui/internal/sample"
)

// A comparison of the time of different work would be none: whoever changes a rule changes its check. The proposals are the
// examples and generated ones, each also with values left out and with values of other proposals.
func TestBothSidesSayTheSame(t *testing.T) {
	t.Parallel()
	s, err := newSides(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	var srcs [][]byte
	names, err := fs.Glob(hegui.Files, "examples/proposals/*/proposal.yaml")
	if err != nil || len(names) == 0 {
		t.Fatal("no examples", err)
	}
	for _, name := range names {
		src, err := fs.ReadFile(hegui.Files, name)
		if err != nil {
			t.Fatal(err)
		}
		srcs = append(srcs, src)
	}
	for i := range 50 {
		var b bytes.Buffer
		if _, err := sample.Write(&b, 1, i); err != nil {
			t.Fatal(err)
		}
		srcs = append(srcs, b.Bytes())
	}
	applies, found := map[string]bool{}, map[string]bool{}
	compare := func(doc *proposal.Document) {
		if _, err := s.compare(t.Context(), doc); err != nil {
			t.Error(err)
		}
		for stem, o := range s.byHand(doc) {
			applies[stem] = applies[stem] || o.Applies
			found[stem] = found[stem] || len(o.Findings) > 0
		}
	}
	dice := rand.New(rand.NewPCG(1, 2))
	values := poolOf(srcs)
	for i, src := range srcs {
		doc, err := s.parse(sample.Name(i), src)
		if err != nil {
			t.Fatal(err)
		}
		paths := valuesBelow(nil, nil, doc.Root())
		compare(doc)
		compare(doc.Without(some(dice, paths, 20)))
		compare(doc.Without(some(dice, paths, 3)))
		for _, n := range []int{100, 10} {
			if doc, err := s.parse(sample.Name(i), values.mixed(dice, src, n)); err == nil { // not all are YAML
				compare(doc)
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

// pool holds the values that proposals have for each name, and a few that contradict most others.
type pool map[string][]string

func poolOf(srcs [][]byte) pool {
	p := pool{}
	for _, src := range srcs {
		for line := range strings.Lines(string(src)) {
			if name, value, ok := strings.Cut(line, ": "); ok {
				name = strings.TrimLeft(name, " -")
				p[name] = append(p[name], value)
			}
		}
	}
	return p
}

// mixed gives about one line in n the value that its name has elsewhere, so that what a proposal says is of the right form
// and disagrees with the rest of it.
func (p pool) mixed(dice *rand.Rand, src []byte, n int) []byte {
	var b bytes.Buffer
	for line := range strings.Lines(string(src)) {
		name, value, ok := strings.Cut(line, ": ")
		if ok && dice.IntN(n) == 0 {
			values := p[strings.TrimLeft(name, " -")]
			switch other := values[dice.IntN(len(values))]; {
			case strings.TrimSpace(value) == "true":
				value = "false\n"
			case dice.IntN(4) == 0 && strings.Trim(value, "0123456789.\n") == "":
				value = []string{"0\n", "1\n", "-1\n", "100\n", "2.5\n", "99999\n"}[dice.IntN(6)]
			case !strings.ContainsAny(value+other, "|>[{"):
				value = other
			}
			line = name + ": " + value
		}
		b.WriteString(line)
	}
	return b.Bytes()
}
