package main

import (
	"math"
	"strconv"
	"strings"

	"hegui/internal/catalog"
	"hegui/internal/proposal"
)

type value = proposal.Value

// nothing stands for what is not there, so that fields of it may be asked for as well.
var nothing = &value{}

// get gives a field of a mapping, or nothing.
func get(v *value, keys ...string) *value {
	for _, key := range keys {
		field, ok := v.Get(key)
		if !ok || field.Absent() {
			return nothing
		}
		v = field
	}
	return v
}

func list(v *value, keys ...string) []*value { return get(v, keys...).Items() }

// there says whether a value is written at all; 0 and false are.
func there(v *value) bool { return v.Kind() != proposal.Null }

// empty says whether nothing is written: no value, no text, a list without entries or a mapping without fields.
func empty(v *value) bool {
	switch v.Kind() {
	case proposal.Null:
		return true
	case proposal.String:
		return v.Text() == ""
	case proposal.Sequence:
		return len(v.Items()) == 0
	case proposal.Mapping:
		for _, f := range v.Fields() {
			if !f.Value.Absent() {
				return false
			}
		}
		return true
	}
	return false
}

func text(v *value) string {
	if v.Kind() != proposal.String {
		return ""
	}
	return v.Text()
}

func yes(v *value) bool { return v.Kind() == proposal.Bool && v.Bool() }

func no(v *value) bool { return v.Kind() == proposal.Bool && !v.Bool() }

// number gives a number; false where there is none.
func number(v *value) (float64, bool) {
	if v.Kind() != proposal.Number {
		return 0, false
	}
	s := v.Text()
	if len(s) < 16 { // most are short whole numbers
		n := 0
		for i := 0; ; i++ {
			if i == len(s) {
				return float64(n), true
			}
			if s[i] < '0' || s[i] > '9' {
				break
			}
			n = n*10 + int(s[i]-'0')
		}
	}
	f, err := strconv.ParseFloat(s, 64)
	return f, err == nil
}

func below(v *value, limit float64) bool {
	n, ok := number(v)
	return ok && n < limit
}

func above(v *value, limit float64) bool {
	n, ok := number(v)
	return ok && n > limit
}

func least(v *value, limit float64) bool {
	n, ok := number(v)
	return ok && n >= limit
}

func zero(v *value) bool {
	n, ok := number(v)
	return ok && n == 0
}

// or gives a number, or another one where there is none.
func or(v *value, otherwise float64) float64 {
	if n, ok := number(v); ok {
		return n
	}
	return otherwise
}

// fen gives an amount in 万元 as fen; false where there is none.
func fen(v *value) (int64, bool) {
	n, ok := number(v)
	return fenOf(n), ok
}

func fenOf(wan float64) int64 { return int64(math.Round(wan * 1e6)) }

// sum adds up the fen of a field of all rows, and says how many have it.
func sum(rows []*value, field string) (total int64, stated int) {
	for _, row := range rows {
		if n, ok := fen(get(row, field)); ok {
			total += n
			stated++
		}
	}
	return total, stated
}

func is(s string, words ...string) bool {
	for _, w := range words {
		if s == w {
			return true
		}
	}
	return false
}

// has says whether a list of texts has one.
func has(v *value, word string) bool {
	for _, item := range v.Items() {
		if item.Kind() == proposal.String && item.Text() == word {
			return true
		}
	}
	return false
}

func hasAny(v *value, words ...string) bool {
	for _, w := range words {
		if has(v, w) {
			return true
		}
	}
	return false
}

// contains says whether a text has one of the words.
func contains(s string, words []string) bool { return first(s, words) != "" }

func first(s string, words []string) string {
	for _, w := range words {
		if strings.Contains(s, w) {
			return w
		}
	}
	return ""
}

// at makes a path of keys and indexes.
func at(steps ...any) proposal.Path { return extend(make(proposal.Path, 0, len(steps)), steps) }

func extend(p proposal.Path, steps []any) proposal.Path {
	for _, s := range steps {
		switch s := s.(type) {
		case string:
			p = append(p, proposal.Key(s))
		case int:
			p = append(p, proposal.Index(s))
		}
	}
	return p
}

// each makes a path to a field of every row that is wanted.
func each(rows []*value, wanted func(row *value) bool, field string, section ...any) []proposal.Path {
	var out []proposal.Path
	for i, row := range rows {
		if wanted(row) {
			out = append(out, rowPath(section, i, field))
		}
	}
	return out
}

// rowPath makes the path to a field of a row of the list that stands at section.
func rowPath(section []any, i int, field string) proposal.Path {
	return append(extend(make(proposal.Path, 0, len(section)+2), section), proposal.Index(i), proposal.Key(field))
}

func every(*value) bool { return true }

// The values of findings.

func written(v *value) catalog.Arg {
	if v.Kind() == proposal.Number {
		return catalog.Arg{Number: v.Text()}
	}
	return catalog.Arg{Text: v.Text()}
}

func words(s string) catalog.Arg { return catalog.Arg{Text: s} }

func whole(n int) catalog.Arg { return catalog.Arg{Number: strconv.Itoa(n)} }

func decimal(f float64) catalog.Arg {
	if f == math.Trunc(f) {
		return catalog.Arg{Number: strconv.FormatFloat(f, 'f', -1, 64)}
	}
	return catalog.Arg{Number: strconv.FormatFloat(f, 'g', -1, 64)}
}

// wan gives fen as an amount in 万元.
func wan(fen int64) catalog.Arg { return decimal(float64(fen) / 1e6) }

func term(kind, word string) catalog.Arg { return catalog.Arg{Term: kind + "_" + word} }

func terms(kind string, words ...string) catalog.Arg {
	out := catalog.Arg{List: make([]catalog.Arg, len(words))}
	for i, w := range words {
		out.List[i] = term(kind, w)
	}
	return out
}

// nameOf gives the id of a row, or else a number for it.
func nameOf(row *value, otherwise int) catalog.Arg {
	if id := get(row, "id"); there(id) {
		return written(id)
	}
	return whole(otherwise)
}
