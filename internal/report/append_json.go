package report

import (
	"slices"
	"strconv"
	"strings"

	"hegui/internal/assess"
	"hegui/internal/catalog"
	"hegui/internal/proposal"
)

// raw writes what is JSON already. Keys come with the punctuation around them, so that a field is one call.
func (e *appender) raw(s string) { e.b = append(e.b, s...) }

// comma separates items, by their index.
func (e *appender) comma(i int) {
	if i > 0 {
		e.b = append(e.b, ',')
	}
}

func (e *appender) text(key, s string) {
	e.raw(key)
	e.b = appendText(e.b, s, false)
}

func (e *appender) int(key string, n int) {
	e.raw(key)
	e.b = strconv.AppendInt(e.b, int64(n), 10)
}

func (e *appender) bool(key string, v bool) {
	e.raw(key)
	e.b = strconv.AppendBool(e.b, v)
}

func (e *appender) words(key string, t catalog.Text) {
	e.raw(key)
	e.text(`{"zh":`, t.ZH)
	e.text(`,"en":`, t.EN)
	e.raw(`}`)
}

// texts writes a list, unless it is empty; so do places and args.
func (e *appender) texts(key string, all []string) {
	if len(all) == 0 {
		return
	}
	e.raw(key)
	e.raw(`[`)
	for i, s := range all {
		e.comma(i)
		e.text("", s)
	}
	e.raw(`]`)
}

func (e *appender) places(key string, all []assess.Place) {
	if len(all) == 0 {
		return
	}
	e.raw(key)
	e.raw(`[`)
	for i := range all {
		e.comma(i)
		e.raw(`{`)
		e.place(&all[i])
		e.raw(`}`)
	}
	e.raw(`]`)
}

func (e *appender) args(key string, args catalog.Args) {
	if len(args) == 0 {
		return
	}
	e.raw(key)
	e.keys = e.keys[:0]
	for name := range args {
		e.keys = append(e.keys, name)
	}
	slices.Sort(e.keys)
	e.raw(`{`)
	for i, name := range e.keys {
		e.comma(i)
		e.text("", name)
		e.raw(`:`)
		e.arg(args[name])
	}
	e.raw(`}`)
}

// arg writes what [catalog.Arg.MarshalJSON] does.
func (e *appender) arg(a catalog.Arg) {
	switch {
	case a.Number != "":
		if strings.Trim(a.Number, "0123456789") == "" && (a.Number[0] != '0' || len(a.Number) == 1) {
			e.raw(a.Number)
		} else {
			e.other(a) // a fraction, an exponent or no number at all
		}
	case a.Term != "":
		e.raw(`{"term":`)
		e.b = appendText(e.b, a.Term, true)
		e.raw(`}`)
	case a.Words != (catalog.Text{}):
		e.raw(`{"zh":`)
		e.b = appendText(e.b, a.Words.ZH, true)
		e.raw(`,"en":`)
		e.b = appendText(e.b, a.Words.EN, true)
		e.raw(`}`)
	case a.List != nil:
		e.raw(`[`)
		for i, item := range a.List {
			e.comma(i)
			e.arg(item)
		}
		e.raw(`]`)
	default:
		e.b = appendText(e.b, a.Text, true)
	}
}

// place writes the fields of a place, as [proposal.Path.MarshalJSON] writes its path.
func (e *appender) place(p *assess.Place) {
	e.raw(`"path":[`)
	for i, step := range p.Path {
		e.comma(i)
		if key, ok := step.Key(); ok {
			e.b = appendText(e.b, key, true)
		} else {
			n, _ := step.Index()
			e.int("", n)
		}
	}
	e.raw(`],"position":`)
	e.position(p.Position)
}

func (e *appender) position(p proposal.Position) {
	e.int(`{"line":`, p.Line)
	e.int(`,"column":`, p.Column)
	e.raw(`}`)
}

// other leaves a value to encoding/json.
func (e *appender) other(v any) {
	b, err := compact(v)
	if err != nil && e.err == nil {
		e.err = err
	}
	e.b = append(e.b, b...)
}
