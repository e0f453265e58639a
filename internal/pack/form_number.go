package pack

import (
	"encoding/json"
	"math/big"
	"strings"
	"time"
)

// numberForm is what a number must be like. Bounds are plain decimals, "" without one; see [hegui/internal/proposal.Value.Text].
type numberForm struct {
	lowest, highest string
	above, below    string // exclusive
	places          int    // decimals at most, -1 for any
}

func (f *form) numbers() bool {
	s := f.schema
	if s.Minimum == nil && s.Maximum == nil && s.ExclusiveMinimum == nil && s.ExclusiveMaximum == nil && s.MultipleOf == nil {
		return true
	}
	f.number = &numberForm{places: -1}
	for _, bound := range []struct {
		number *big.Rat
		text   *string
	}{
		{s.Minimum, &f.number.lowest}, {s.Maximum, &f.number.highest},
		{s.ExclusiveMinimum, &f.number.above}, {s.ExclusiveMaximum, &f.number.below},
	} {
		if bound.number != nil {
			text, ok := decimalOf(bound.number)
			if !ok {
				return false
			}
			*bound.text = text
		}
	}
	if s.MultipleOf != nil {
		var ok bool
		f.number.places, ok = placesOf(s.MultipleOf)
		return ok
	}
	return true
}

// maxBoundBits is far more than any bound of a real schema; a number of a million digits would take long to write.
const maxBoundBits = 1024

// decimalOf writes a number as a plain decimal, if it is one.
func decimalOf(r *big.Rat) (text string, ok bool) {
	if r.Num().BitLen() > maxBoundBits || r.Denom().BitLen() > maxBoundBits {
		return "", false
	}
	places, exact := r.FloatPrec()
	return r.FloatString(places), exact
}

// plainDecimal writes a number of a schema as a plain decimal, as those of proposals are.
func plainDecimal(n json.Number) (text string, ok bool) {
	if len(n) > maxBoundBits/8 || strings.ContainsAny(n.String(), "eE") {
		return "", false
	}
	r, ok := new(big.Rat).SetString(n.String())
	if !ok {
		return "", false
	}
	return decimalOf(r)
}

// placesOf gives how many decimals the multiples of 1, 0.1, 0.01 … have at most; not ok for other numbers.
func placesOf(r *big.Rat) (places int, ok bool) {
	text, ok := decimalOf(r)
	if !ok {
		return 0, false
	}
	if text == "1" {
		return 0, true
	}
	fraction, ok := strings.CutPrefix(text, "0.")
	return len(fraction), ok && strings.Trim(fraction, "0") == "1"
}

func (n *numberForm) holds(text string) bool {
	switch {
	case n.lowest == "0" && text[0] == '-', // most bounds are this one
		n.lowest != "" && n.lowest != "0" && compareDecimals(text, n.lowest) < 0,
		n.highest != "" && compareDecimals(text, n.highest) > 0,
		n.above != "" && compareDecimals(text, n.above) <= 0,
		n.below != "" && compareDecimals(text, n.below) >= 0:
		return false
	}
	if n.places < 0 {
		return true
	}
	_, fraction, _ := strings.Cut(text, ".")
	return len(fraction) <= n.places
}

// compareDecimals compares plain decimals without needless zeros, exactly.
func compareDecimals(a, b string) int {
	a, negative := strings.CutPrefix(a, "-")
	b, other := strings.CutPrefix(b, "-")
	switch {
	case negative && !other:
		return -1
	case other && !negative:
		return 1
	case negative:
		a, b = b, a
	}
	wholeA, fractionA, _ := strings.Cut(a, ".")
	wholeB, fractionB, _ := strings.Cut(b, ".")
	if len(wholeA) != len(wholeB) {
		return len(wholeA) - len(wholeB)
	}
	if c := strings.Compare(wholeA, wholeB); c != 0 {
		return c
	}
	return strings.Compare(fractionA, fractionB)
}

// isDate says whether a text is a date that exists, as 2026-11-30.
func isDate(s string) bool {
	if len(s) != len(time.DateOnly) || s[4] != '-' || s[7] != '-' {
		return false
	}
	_, okYear := twoDigits(s[2:4])
	_, okCentury := twoDigits(s[0:2])
	month, okMonth := twoDigits(s[5:7])
	day, okDay := twoDigits(s[8:10])
	if !okYear || !okCentury || !okMonth || !okDay || month < 1 || month > 12 || day < 1 {
		return false
	}
	if day <= 28 {
		return true
	}
	_, err := time.Parse(time.DateOnly, s)
	return err == nil
}

func twoDigits(s string) (int, bool) {
	tens, ones := s[0]-'0', s[1]-'0'
	return int(tens)*10 + int(ones), tens <= 9 && ones <= 9
}
