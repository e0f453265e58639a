package main

import (
	"bytes"
	"math/rand/v2"
	"os"
	"strconv"
	"testing"

	"hegui/internal/sample"
)

func TestSoak(t *testing.T) {
	n, _ := strconv.Atoi(os.Getenv("SOAK"))
	if n == 0 {
		t.Skip()
	}
	s, err := newSides(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	dice := rand.New(rand.NewPCG(3, 4))
	codes := map[string]int{}
	bad := 0
	for i := range n {
		var b bytes.Buffer
		if _, err := sample.Write(&b, 7, i); err != nil {
			t.Fatal(err)
		}
		doc, err := s.parse(sample.Name(i), b.Bytes())
		if err != nil {
			t.Fatal(err)
		}
		paths := valuesBelow(nil, nil, doc.Root())
		for _, k := range []int{1 << 30, 100, 30, 10, 4, 2} {
			d := doc
			if k < 1<<30 {
				d = doc.Without(some(dice, paths, k))
			}
			if _, err := s.compare(t.Context(), d); err != nil {
				bad++
				if bad < 40 {
					t.Errorf("%d: %v", k, err)
				}
			}
			for stem, o := range s.byHand(d) {
				for _, f := range o.Findings {
					codes[stem+" "+f.Code]++
				}
			}
		}
	}
	for c, n := range codes {
		t.Log(c, n)
	}
	t.Log(len(codes), "codes; bad", bad)
}
