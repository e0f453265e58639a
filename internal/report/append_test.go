package report

import (
	"bytes"
	"encoding/json"
	"math/rand/v2"
	"reflect"
	"testing"

	"hegui/internal/assess"
	"hegui/internal/catalog"
	"hegui/internal/proposal"
)

// What is appended is what encoding/json would write, for assessments with anything in any field: a field that is new in
// one of them must be written here too.
func TestAppendedIsWhatIsEncoded(t *testing.T) {
	t.Parallel()
	c := &catalog.Catalog{
		Grades: []catalog.Grade{{ID: "a", From: 5000, Title: catalog.Text{ZH: "甲", EN: "<A>"}}, {ID: "b", Title: catalog.Text{ZH: "乙", EN: "B"}}},
		Terms:  map[string]catalog.Text{"t": {ZH: "词", EN: "term"}},
		Labels: map[string]catalog.Text{"k": {ZH: "键", EN: "key \"k\""}},
		Hints:  map[string]catalog.Code{"x": {Message: catalog.Text{ZH: "{label}：{x}", EN: "{path} & {x}"}, Remedy: catalog.Text{ZH: "改", EN: "a\tb"}}},
		Guards: map[string]catalog.Text{"x": {ZH: "“{x}”", EN: "{x}"}},
	}
	for i := range 3 {
		id := string(rune('A'+i)) + "-01"
		c.Requirements = append(c.Requirements, catalog.Requirement{
			ID: id, Dimension: "D", Title: catalog.Text{ZH: "标题", EN: "a \"title\""}, Quote: catalog.Quote{Sentence: "L1-S1", Offset: 7, Text: "<原文>"},
			Confirm: catalog.Text{ZH: "看", EN: "look"},
			Codes:   map[string]catalog.Code{"x": {Message: catalog.Text{ZH: "{x}", EN: "{x} {path}"}}},
		})
	}
	c.Requirements[2].Confirm = catalog.Text{}
	c.Readings = []catalog.Reading{{ID: "r", Alternatives: []catalog.Alternate{{ID: "default"}, {ID: "x"}}}}
	e := newAppender(c) // one for all: nothing of one line may show in the next
	r := rand.New(rand.NewPCG(1, 1))
	for range 2000 {
		var a assess.Assessment
		fill(r, reflect.ValueOf(&a).Elem(), 0)
		a.Results = a.Results[:0]
		for i := range c.Requirements {
			var result assess.Result
			fill(r, reflect.ValueOf(&result).Elem(), 0)
			result.Requirement = c.Requirements[i].ID
			a.Results = append(a.Results, result)
		}
		if a.Readings != nil {
			var changed assess.Result
			fill(r, reflect.ValueOf(&changed).Elem(), 0)
			a.Readings.Readings = []assess.ReadingEffect{{Reading: "r", Alternatives: []assess.AlternativeEffect{{Alternative: "default"}, {Changed: []assess.Result{changed}}}}}
		}
		want, err := compact(jsonLine{ResultVersion, jsonOf(&a, c)})
		if err != nil {
			t.Fatal(err)
		}
		got, err := e.line(&a)
		if err != nil {
			t.Fatal(err)
		}
		if !bytes.Equal(got, want) {
			at := 0
			for at < min(len(got), len(want)) && got[at] == want[at] {
				at++
			}
			t.Fatalf("after %s\ngot  %s\nwant %s", got[max(0, at-60):at], got[at:min(len(got), at+80)], want[at:min(len(want), at+80)])
		}
	}
}

// An argument that is no JSON is an error, as it is to encoding/json.
func TestAppendRefusesWhatIsNoJSON(t *testing.T) {
	t.Parallel()
	c := &catalog.Catalog{}
	a := &assess.Assessment{Hints: []assess.Finding{{Args: catalog.Args{"x": {Number: "1a"}}}}}
	if _, err := newAppender(c).line(a); err == nil {
		t.Error("1a is written as a number")
	}
	if _, err := newAppender(c).line(&assess.Assessment{}); err != nil {
		t.Error(err)
	}
}

// fill puts random values into every field: absent, empty or odd ones half of the time.
func fill(r *rand.Rand, v reflect.Value, depth int) {
	texts := []string{
		"", "x", "t", "default", "数据集 D1", `a "quoted" \ text`, "<b>&amp;</b>", "a\nb\tc\r\b\f\x00\x1f\x7f", "a\u2028b\u2029c", "bad\xff\xe2\x80utf-8", "“全角”…—", "😀", "\ufffd", "pass",
	}
	switch x := v.Addr().Interface().(type) {
	case *proposal.Path:
		for range r.IntN(4) {
			if r.IntN(2) == 0 {
				*x = append(*x, proposal.Index(r.IntN(12)))
			} else {
				*x = append(*x, proposal.Key(texts[r.IntN(len(texts))]))
			}
		}
		return
	case *catalog.Arg:
		switch r.IntN(5) {
		case 0:
			x.Number = []string{"0", "-1", "12", "1.5", "100000", "1e3", "-0.05"}[r.IntN(7)]
		case 1:
			x.Term = texts[1+r.IntN(len(texts)-1)]
		case 2:
			x.Words = catalog.Text{ZH: texts[r.IntN(len(texts))], EN: texts[1+r.IntN(len(texts)-1)]}
		case 3:
			x.List = []catalog.Arg{}
			for range r.IntN(3) {
				var item catalog.Arg
				fill(r, reflect.ValueOf(&item).Elem(), depth+1)
				x.List = append(x.List, item)
			}
		default:
			x.Text = texts[r.IntN(len(texts))]
		}
		return
	}
	switch v.Kind() {
	case reflect.Struct:
		for i := range v.NumField() {
			if v.Field(i).CanSet() {
				fill(r, v.Field(i), depth+1)
			}
		}
	case reflect.Pointer:
		if depth < 8 && r.IntN(2) == 0 {
			v.Set(reflect.New(v.Type().Elem()))
			fill(r, v.Elem(), depth+1)
		}
	case reflect.Slice:
		for range r.IntN(3) {
			item := reflect.New(v.Type().Elem()).Elem()
			if depth < 8 {
				fill(r, item, depth+1)
			}
			v.Set(reflect.Append(v, item))
		}
	case reflect.Map:
		v.Set(reflect.MakeMap(v.Type()))
		for range r.IntN(4) {
			item := reflect.New(v.Type().Elem()).Elem()
			fill(r, item, depth+1)
			v.SetMapIndex(reflect.ValueOf(texts[r.IntN(len(texts))]), item)
		}
	case reflect.String:
		v.SetString(texts[r.IntN(len(texts))])
	case reflect.Bool:
		v.SetBool(r.IntN(2) == 0)
	case reflect.Int:
		v.SetInt(int64(r.IntN(20000) - 5000))
	}
}

// A text of any characters, ordinary ones in long runs among them, is written as encoding/json writes it.
func TestTextIsWrittenAsEncoded(t *testing.T) {
	t.Parallel()
	parts := []string{
		"plain ASCII of some length, 0123456789", "中文，全角。", "\"", "\\", "<", ">", "&", "\x7f", " ", "~", "\n", "\x1f", "\x00", "é", "ߐ", "\u0800",
		"\u2027", "\u2028", "\u2030", "\ud7ff", "\ue000", "\ufffd", "\uffff", "😀", "\xff", "\xe4\xb8", "\xed\xa0\x80", "\xc0\x80", "a", "b", "c",
	}
	r := rand.New(rand.NewPCG(1, 2))
	for range 50_000 {
		var s string
		for range r.IntN(9) {
			s += parts[r.IntN(len(parts))]
		}
		for _, html := range []bool{false, true} {
			var want bytes.Buffer
			enc := json.NewEncoder(&want)
			enc.SetEscapeHTML(html)
			if err := enc.Encode(s); err != nil {
				t.Fatal(err)
			}
			if got := string(appendText([]byte("x"), s, html)); got+"\n" != "x"+want.String() {
				t.Fatalf("%q, html %v\ngot  %s\nwant x%s", s, html, got, want.String())
			}
		}
	}
}
