package plan

import (
	"math/big"
	"math/bits"
	"strings"
)

// native is a built-in that runs on values directly, exactly as OPA's own does. One of the functions is set. It gives
// undefined, or what [machine.refuse] gives, where OPA's has no result.
type native struct {
	one   func(m *machine, a value) value
	two   func(m *machine, a, b value) value
	three func(m *machine, a, b, c value) value
	test  bool // the result is always true or false
}

// natives are the built-ins that rules call most; every other one is OPA's own ([linked.fromOPA]).
var natives = map[string]native{
	"equal": {two: func(m *machine, a, b value) value { return boolean(m.equal(a, b)) }, test: true},
	"neq":   {two: func(m *machine, a, b value) value { return boolean(!m.equal(a, b)) }, test: true},
	"lt":    {two: func(m *machine, a, b value) value { return boolean(m.compare(a, b) < 0) }, test: true},
	"lte":   {two: func(m *machine, a, b value) value { return boolean(m.compare(a, b) <= 0) }, test: true},
	"gt":    {two: func(m *machine, a, b value) value { return boolean(m.compare(a, b) > 0) }, test: true},
	"gte":   {two: func(m *machine, a, b value) value { return boolean(m.compare(a, b) >= 0) }, test: true},

	"plus":  {two: func(m *machine, a, b value) value { return m.arithmetic(&plus, a, b) }},
	"minus": {two: minusOrDifference},
	"mul":   {two: func(m *machine, a, b value) value { return m.arithmetic(&times, a, b) }},
	"div":   {two: func(m *machine, a, b value) value { return m.arithmetic(&divide, a, b) }},
	"rem":   {two: func(m *machine, a, b value) value { return m.arithmetic(&remainder, a, b) }},
	"abs":   {one: func(m *machine, a value) value { return m.unary(a, abs, (*big.Float).Abs) }},
	"round": {one: func(m *machine, a value) value { return m.unary(a, same, round) }},
	"ceil":  {one: func(m *machine, a value) value { return m.unary(a, same, ceil) }},
	"floor": {one: func(m *machine, a value) value { return m.unary(a, same, floor) }},
	"sum":   {one: sum},

	"count":         {one: count},
	"max":           {one: maximum},
	"min":           {one: minimum},
	"sort":          {one: sorted},
	"and":           {two: intersection},
	"or":            {two: union},
	"union":         {one: unionOf},
	"array.concat":  {two: arrayConcat},
	"array.slice":   {three: arraySlice},
	"object.get":    {three: objectGet},
	"object.union":  {two: objectUnion},
	"numbers.range": {two: numbersRange},

	"internal.member_2": {two: member2, test: true},
	"internal.member_3": {three: member3},

	"is_number":  {one: func(_ *machine, a value) value { return boolean(a.isNumber()) }, test: true},
	"is_string":  {one: func(_ *machine, a value) value { return boolean(a.kind() == kindString) }, test: true},
	"is_boolean": {one: func(_ *machine, a value) value { return boolean(a.kind() == kindBool) }, test: true},
	"is_array":   {one: func(_ *machine, a value) value { return boolean(a.kind() == kindArray) }, test: true},
	"is_object":  {one: func(_ *machine, a value) value { return boolean(a.kind() == kindObject) }, test: true},
	"is_set":     {one: func(_ *machine, a value) value { return boolean(a.kind() == kindSet) }, test: true},
	"is_null":    {one: func(_ *machine, a value) value { return boolean(a == null) }, test: true},

	"contains":      {two: texts(strings.Contains), test: true},
	"startswith":    {two: texts(strings.HasPrefix), test: true},
	"endswith":      {two: texts(strings.HasSuffix), test: true},
	"trim_prefix":   {two: textsToText(strings.TrimPrefix)},
	"trim_suffix":   {two: textsToText(strings.TrimSuffix)},
	"lower":         {one: textToText(strings.ToLower)},
	"upper":         {one: textToText(strings.ToUpper)},
	"trim_space":    {one: textToText(strings.TrimSpace)},
	"concat":        {two: concat},
	"split":         {two: split},
	"substring":     {three: substring},
	"format_int":    {two: formatInt},
	"regex.match":   {two: regexMatch, test: true},
	"regex.find_n":  {three: regexFindN},
	"regex.replace": {three: regexReplace},
	"regex.split":   {two: regexSplit},
}

// operation is arithmetic on two numbers, in the narrowest form that holds them exactly, as OPA does it: integers, then
// integers of any size, then floats with a mantissa of 64 bits.
type operation struct {
	small func(x, y int64) (int64, bool) // false where the result is no small integer
	exact func(z, x, y *big.Int) *big.Int
	float func(z, x, y *big.Float) *big.Float
	zero  bool // refuses 0 on the right
}

var (
	plus = operation{
		small: func(x, y int64) (int64, bool) { return x + y, true },
		exact: (*big.Int).Add, float: (*big.Float).Add,
	}
	minus = operation{
		small: func(x, y int64) (int64, bool) { return x - y, true },
		exact: (*big.Int).Sub, float: (*big.Float).Sub,
	}
	times = operation{small: multiply, exact: (*big.Int).Mul, float: (*big.Float).Mul}
	// A division is exact where it leaves nothing; 0 divided may be -0, which only a float is.
	divide = operation{
		small: func(x, y int64) (int64, bool) { return x / y, x != 0 && x%y == 0 },
		float: (*big.Float).Quo, zero: true,
	}
	remainder = operation{
		small: func(x, y int64) (int64, bool) { return x % y, true },
		exact: (*big.Int).Rem, zero: true,
	}
)

func multiply(x, y int64) (int64, bool) {
	hi, lo := bits.Mul64(uint64(abs(x)), uint64(abs(y)))
	return x * y, hi == 0 && lo <= maxInt
}

func abs(x int64) int64 { return max(x, -x) }

func same(x int64) int64 { return x }

func (m *machine) arithmetic(op *operation, a, b value) value {
	if a.kind() == kindInt && b.kind() == kindInt {
		x, y := a.int(), b.int()
		if y == 0 && op.zero {
			return m.refuse()
		}
		if z, ok := op.small(x, y); ok && -maxInt <= z && z <= maxInt {
			return small(int(z))
		}
	}
	if !a.isNumber() || !b.isNumber() {
		return m.refuse()
	}
	if op.exact != nil {
		x, xok := m.whole(a)
		y, yok := m.whole(b)
		if xok && yok {
			if op.zero && y.Sign() == 0 {
				return m.refuse()
			}
			return m.number(op.exact(new(big.Int), x, y).String())
		}
	}
	if op.float == nil {
		return m.refuse()
	}
	x, y := m.float(&m.x, a), m.float(&m.y, b)
	if op.zero {
		if i, acc := y.Int64(); acc == big.Exact && i == 0 {
			return m.refuse()
		}
	}
	return m.ofFloat(op.float(m.z.SetPrec(0), x, y))
}

func (m *machine) unary(a value, small64 func(int64) int64, float func(z, x *big.Float) *big.Float) value {
	switch a.kind() {
	case kindInt:
		return small(int(small64(a.int())))
	case kindNumber:
		return m.ofFloat(float(m.z.SetPrec(0), m.float(&m.x, a)))
	}
	return m.refuse()
}

var half = *big.NewFloat(0.5)

// round, ceil and floor do what OPA's do, step by step: a float of its own precision for what is whole.
func round(_, a *big.Float) *big.Float {
	f := new(big.Float)
	if a.Signbit() {
		f.Sub(a, &half)
	} else {
		f.Add(a, &half)
	}
	i, _ := f.Int(nil)
	return new(big.Float).SetInt(i)
}

func ceil(_, a *big.Float) *big.Float {
	i, _ := a.Int(nil)
	f := new(big.Float).SetInt(i)
	if f.Signbit() || a.Cmp(f) == 0 {
		return f
	}
	return new(big.Float).Add(f, big.NewFloat(1))
}

func floor(_, a *big.Float) *big.Float {
	i, _ := a.Int(nil)
	f := new(big.Float).SetInt(i)
	if !f.Signbit() || a.Cmp(f) == 0 {
		return f
	}
	return new(big.Float).Sub(f, big.NewFloat(1))
}

// elements gives the values of an array or a set.
func (m *machine) elements(a value) ([]value, bool) {
	switch a.kind() {
	case kindArray:
		return m.items(a), true
	case kindSet:
		return m.members(a), true
	}
	return nil, false
}

func sum(m *machine, a value) value {
	list, ok := m.elements(a)
	if !ok {
		return m.refuse()
	}
	var total int64
	small64, whole := true, true
	for _, v := range list {
		if !v.isNumber() {
			return m.refuse()
		}
		if v.kind() == kindInt && small64 {
			total += v.int()
			small64 = -maxInt <= total && total <= maxInt
			continue
		}
		small64 = false
		if whole {
			_, whole = m.whole(v)
		}
	}
	if small64 {
		return small(int(total))
	}
	if whole {
		z := new(big.Int)
		for _, v := range list {
			x, _ := m.whole(v)
			z.Add(z, x)
		}
		return m.number(z.String())
	}
	z := m.z.SetPrec(0).SetInt64(0).SetPrec(0)
	for _, v := range list {
		z.Add(z, m.float(&m.x, v))
	}
	return m.ofFloat(z)
}
