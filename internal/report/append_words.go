package report

import (
	"hegui/internal/assess"
	"hegui/internal/catalog"
)

// wording is what a catalog says about a code, ready to be written: a batch writes the same few hundred texts again and
// again, with other values.
type wording struct{ message, remedy [2]phrase }

// wordingOf tells codes apart: a requirement may have words of its own for one.
type wordingOf struct{ requirement, code string }

// phrase is a text cut at its places.
type phrase []part

// part is a piece of a text as JSON has it, and the place behind it; the last one of a text has none.
type part struct{ json, place string }

var phraseLangs = [2]catalog.Lang{catalog.ZH, catalog.EN}

// wording gives the words for a finding's code; nil when encoding/json must write them.
func (e *appender) wording(f *assess.Finding) *wording {
	of := wordingOf{f.Requirement, f.Code}
	w, ok := e.wordings[of]
	if !ok {
		w = newWording(e.c.CodeOf(f.Requirement, f.Code))
		if len(e.wordings) < maxWordings {
			e.wordings[of] = w
		}
	}
	return w
}

// maxWordings is above what a catalog has.
const maxWordings = 10_000

func newWording(code catalog.Code) *wording {
	w := &wording{}
	for i, lang := range phraseLangs {
		var ok, okToo bool
		w.message[i], ok = newPhrase(code.Message.In(lang))
		w.remedy[i], okToo = newPhrase(code.Remedy.In(lang))
		if !ok || !okToo {
			return nil
		}
	}
	return w
}

func newPhrase(s string) (p phrase, ok bool) {
	for name := "-"; name != ""; {
		var before string
		before, name, s = catalog.CutPlace(s)
		json, ok := appendInner(nil, before, false)
		if !ok {
			return nil, false
		}
		p = append(p, part{string(json), name})
	}
	return p, true
}

// described writes message and remedy of a finding.
func (e *appender) described(f *assess.Finding) {
	start := len(e.b)
	if w := e.wording(f); w != nil {
		fill := e.c.Filler(f.Path, f.Args)
		e.raw(`,"message":`)
		ok := e.filled(&w.message, &fill)
		e.raw(`,"remedy":`)
		if ok && e.filled(&w.remedy, &fill) {
			return
		}
	}
	e.b = e.b[:start]
	message, remedy := Describe(e.c, f)
	e.words(`,"message":`, message)
	e.words(`,"remedy":`, remedy)
}

// filled writes a text in both languages; false when a value of it is rare.
func (e *appender) filled(text *[2]phrase, fill *catalog.Filler) bool {
	for i, lang := range phraseLangs {
		e.raw([2]string{`{"zh":"`, `","en":"`}[i])
		for _, p := range text[i] {
			e.raw(p.json)
			if p.place == "" {
				break
			}
			value, known := fill.Value(p.place, lang)
			if !known {
				value = "{" + p.place + "}"
			}
			var ok bool
			if e.b, ok = appendInner(e.b, value, false); !ok {
				return false
			}
		}
	}
	e.raw(`"}`)
	return true
}
