package solve

import (
	"math/big"
	"slices"
	"strings"

	"hegui/internal/pack"
	"hegui/internal/proposal"
	"hegui/internal/rules"
)

// The exact part reasons over the values that a field can have. Between two constants that rules compare with, all values
// are alike for them, so one stands for all: a field has a few stand-ins, and what holds for each of them holds for every
// value that the schema allows.

// shape is what kind of field a variable is.
type shape int

const (
	number shape = iota
	text
	truth
	list
	mapping
	statement // an opaque condition without variables, true or false as a whole
)

// standIn stands for a class of values.
type standIn struct {
	missing bool
	number  *big.Rat // of a number, or of the items of a list
	text    string
	truth   bool
	filled  bool // of a mapping: not empty
}

// variable is one field, or one opaque condition.
type variable struct {
	name    string
	shape   shape
	field   *pack.Field // nil for a statement
	must    bool        // the schema refuses a proposal without it
	values  []standIn
	numbers []*big.Rat
	texts   []string
}

// fields are the fields of a pack's proposals by pattern.
type fields struct {
	byPattern map[string]*pack.Field
	must      map[string]bool
}

func newFields(root *pack.Field) fields {
	f := fields{byPattern: map[string]*pack.Field{}, must: map[string]bool{}}
	var walk func(at *pack.Field, needed bool)
	walk = func(at *pack.Field, needed bool) {
		for _, c := range at.Children {
			here := needed && c.Required
			f.byPattern[c.Pattern] = c
			if here {
				f.must[strings.TrimSuffix(c.Pattern, "[]")] = true
			}
			walk(c, here && !c.List)
		}
	}
	walk(root, true)
	return f
}

// shapeOf says what a condition is about: false when its field has values that stand-ins cannot stand for.
func (f fields) shapeOf(c *rules.Condition) (shape, *pack.Field, bool) {
	if field := f.byPattern[c.Field+"[]"]; field != nil { // the list itself
		return list, field, true
	}
	field := f.byPattern[c.Field]
	switch {
	case field == nil:
		return 0, nil, false
	case strings.HasSuffix(c.Field, "[]") && field.Type != "object" && field.Type != "string":
		return 0, nil, false // an unusable item is seen as an empty text, whatever it should have been
	}
	switch field.Type {
	case "number", "integer":
		return number, field, true
	case "string":
		return text, field, true
	case "boolean":
		return truth, field, true
	case "object":
		return mapping, field, true
	}
	return 0, nil, false
}

// decidable says whether a condition compares a field with constants in a way that stand-ins decide.
func (f fields) decidable(c *rules.Condition) bool {
	if c.Op == rules.OpOpaque {
		return false
	}
	kind, _, ok := f.shapeOf(c)
	switch {
	case !ok, c.Count != (kind == list) && c.Count, kind == mapping && len(c.Values) > 0, kind == list && !c.Count && len(c.Values) > 0:
		return false
	}
	want := map[shape]proposal.Kind{number: proposal.Number, text: proposal.String, truth: proposal.Bool, list: proposal.Number}[kind]
	for _, v := range c.Values {
		if v.Kind != want {
			return false
		}
	}
	order := slices.Contains([]rules.Op{rules.OpLess, rules.OpAtMost, rules.OpMore, rules.OpAtLeast}, c.Op)
	return !order || kind != truth
}

// note takes the constants of a condition into a variable.
func (v *variable) note(c *rules.Condition) {
	for _, constant := range c.Values {
		if n, ok := new(big.Rat).SetString(constant.Text); ok && constant.Kind == proposal.Number {
			v.numbers = append(v.numbers, n)
		}
		if constant.Kind == proposal.String {
			v.texts = append(v.texts, constant.Text)
		}
	}
}

// settle makes the stand-ins. A missing value is one of them, except for an item: that is there when its list has any, and an
// unusable one is seen as empty.
func (v *variable) settle() {
	v.values = nil
	if !strings.HasSuffix(v.name, "[]") {
		v.values = append(v.values, standIn{missing: true})
	}
	add := func(s standIn) { v.values = append(v.values, s) }
	switch v.shape {
	case number:
		for _, n := range points(v.numbers, bound(v.field.Low), bound(v.field.High), v.field.Type == "integer") {
			add(standIn{number: n})
		}
	case list:
		for _, n := range points(v.numbers, new(big.Rat), nil, true) {
			add(standIn{number: n})
		}
	case text:
		item := strings.HasSuffix(v.name, "[]")
		if len(v.field.Enum) > 0 {
			for _, word := range v.field.Enum {
				add(standIn{text: word})
			}
			if item {
				add(standIn{})
			}
			return
		}
		texts := slices.Compact(slices.Sorted(slices.Values(v.texts)))
		if item {
			add(standIn{})
		}
		add(standIn{text: "\x00"}) // before all
		for _, t := range texts {
			add(standIn{text: t})
			add(standIn{text: t + "\x00"}) // between this and the next
		}
	case truth:
		add(standIn{truth: true})
		add(standIn{})
	case mapping:
		add(standIn{filled: true})
		add(standIn{})
	case statement:
		v.values = []standIn{{truth: true}, {}}
	}
}

func bound(s string) *big.Rat {
	n, ok := new(big.Rat).SetString(s)
	if !ok {
		return nil
	}
	return n
}

// points gives the constants and one number between each two, below and above, as far as low and high (nil for none) and
// whole numbers allow.
func points(constants []*big.Rat, low, high *big.Rat, whole bool) []*big.Rat {
	all := slices.Clone(constants)
	for _, b := range []*big.Rat{low, high} {
		if b != nil {
			all = append(all, b)
		}
	}
	if len(all) == 0 {
		all = append(all, new(big.Rat))
	}
	slices.SortFunc(all, func(a, b *big.Rat) int { return a.Cmp(b) })
	one := big.NewRat(1, 1)
	candidates := []*big.Rat{new(big.Rat).Sub(floor(all[0]), one)}
	for i, n := range all {
		candidates = append(candidates, n)
		if i+1 < len(all) && n.Cmp(all[i+1]) < 0 {
			between := new(big.Rat).Quo(new(big.Rat).Add(n, all[i+1]), big.NewRat(2, 1))
			if whole {
				between = new(big.Rat).Add(floor(n), one)
			}
			if between.Cmp(all[i+1]) < 0 {
				candidates = append(candidates, between)
			}
		}
	}
	candidates = append(candidates, new(big.Rat).Add(floor(all[len(all)-1]), one))
	var out []*big.Rat
	for _, n := range candidates {
		outside := low != nil && n.Cmp(low) < 0 || high != nil && n.Cmp(high) > 0
		if outside || whole && !n.IsInt() || len(out) > 0 && out[len(out)-1].Cmp(n) == 0 {
			continue
		}
		out = append(out, n)
	}
	return out
}

// floor gives the greatest whole number that is not above n.
func floor(n *big.Rat) *big.Rat {
	return new(big.Rat).SetInt(new(big.Int).Div(n.Num(), n.Denom())) // Euclid: the denominator is positive
}

// holds says whether a condition holds for a stand-in, as Rego has it: a comparison with what is missing does not.
func holds(c *rules.Condition, kind shape, s standIn) bool {
	return compares(c, kind, s) != c.Not
}

func compares(c *rules.Condition, kind shape, s standIn) bool {
	switch {
	case c.Op == rules.OpAbsent:
		switch kind {
		case text:
			return s.missing || s.text == ""
		case list:
			return s.missing || s.number.Sign() == 0
		case mapping:
			return s.missing || !s.filled
		}
		return s.missing
	case s.missing:
		return false
	case c.Op == rules.OpDefined:
		return true
	case c.Op == rules.OpTrue:
		return kind != truth || s.truth
	}
	for _, v := range c.Values {
		if compareOne(c.Op, kind, s, v.Text) {
			return true
		}
	}
	return false
}

func compareOne(op rules.Op, kind shape, s standIn, constant string) bool {
	var d int
	switch kind {
	case number, list:
		n, ok := new(big.Rat).SetString(constant)
		if !ok {
			return false
		}
		d = s.number.Cmp(n)
	case truth:
		if s.truth != (constant == "true") {
			d = 1
		}
	default:
		d = strings.Compare(s.text, constant)
	}
	switch op {
	case rules.OpLess:
		return d < 0
	case rules.OpAtMost:
		return d <= 0
	case rules.OpMore:
		return d > 0
	case rules.OpAtLeast:
		return d >= 0
	case rules.OpUnequal:
		return d != 0
	default: // OpEqual, OpIn
		return d == 0
	}
}
