package handbook

import (
	"fmt"
	"os"
	"testing"
)

func TestX(t *testing.T) {
	s, err := Open(os.DirFS("../.."), "aiplus")
	if err != nil {
		t.Fatal(err)
	}
	tr := NewTrace(s)
	fmt.Printf("%+v\n%v\n", tr.Summary, tr.Gaps)
	n := map[bool]int{}
	for _, r := range tr.Requirements {
		for _, c := range r.Cases {
			n[c.Computed]++
			if c.Computed {
				fmt.Println(c.Name, c.File, c.Line)
			}
		}
	}
	fmt.Println(n)
	for _, l := range []struct {
		f Format
		n string
	}{{Text, "t.txt"}, {JSON, "t.json"}, {HTML, "t.html"}} {
		f, _ := os.Create("/tmp/" + l.n)
		if err := WriteTrace(f, l.f, s, TraceOptions{Lang: "zh"}); err != nil {
			t.Fatal(err)
		}
		f.Close()
	}
	f, _ := os.Create("/tmp/t-en.html")
	WriteTrace(f, HTML, s, TraceOptions{})
	f.Close()
	for _, p := range s.Pack.Rules.Parts() {
		fmt.Println(p.Name, p.Title, p.Uses, p.Thresholds)
	}
}
