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
	dear  bool // looking a result up is cheaper, and rules ask again: see remembered
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
	"abs":   {one: func(m *machine, a value) value { return m.unary(a, &absolute) }},
	"round": {one: func(m *machine, a value) value { return m.unary(a, &nearest) }},
	"ceil":  {one: func(m *machine, a value) value { return m.unary(a, &upper) }},
	"floor": {one: func(m *machine, a value) value { return m.unary(a, &lower) }},
	"sum":   {one: sum},

	"count":         {one: count},
	"max":           {one: maximum},
	"min":           {one: minimum},
	"sort":          {one: sorted},
	"and":           {two: intersection},
	"or":            {two: union},
	"union":         {one: unionOf},
	"intersection":  {one: intersectionOf},
	"array.concat":  {two: arrayConcat},
	"array.slice":   {three: arraySlice},
	"array.flatten": {one: arrayFlatten},
	"object.get":    {three: objectGet},
	"object.union":  {two: objectUnion},
	"numbers.range": {two: numbersRange},

	"numbers.range_step": {three: numbersRangeStep},

	"internal.member_2": {two: member2, test: true},
	"internal.member_3": {three: member3},

	"is_number":  {one: func(_ *machine, a value) value { return boolean(a.isNumber()) }, test: true},
	"is_string":  {one: func(_ *machine, a value) value { return boolean(a.kind() == kindString) }, test: true},
	"is_boolean": {one: func(_ *machine, a value) value { return boolean(a.kind() == kindBool) }, test: true},
	"is_array":   {one: func(_ *machine, a value) value { return boolean(a.kind() == kindArray) }, test: true},
	"is_object":  {one: func(_ *machine, a value) value { return boolean(a.kind() == kindObject) }, test: true},
	"is_set":     {one: func(_ *machine, a value) value { return boolean(a.kind() == kindSet) }, test: true},
	"is_null":    {one: func(_ *machine, a value) value { return boolean(a == null) }, test: true},

	"contains":      {two: containsText, test: true},
	"startswith":    {two: texts(strings.HasPrefix), test: true},
	"endswith":      {two: texts(strings.HasSuffix), test: true},
	"trim_prefix":   {two: textsToText(strings.TrimPrefix)},
	"trim_suffix":   {two: textsToText(strings.TrimSuffix)},
	"lower":         {one: textToText(toLower), dear: true},
	"upper":         {one: textToText(strings.ToUpper)},
	"trim_space":    {one: textToText(strings.TrimSpace), dear: true},
	"concat":        {two: concat},
	"split":         {two: split},
	"substring":     {three: substring},
	"format_int":    {two: formatInt},
	"to_number":     {one: toNumber},
	"strings.count": {two: stringsCount},
	"regex.match":   {two: regexMatch, test: true},
	"regex.find_n":  {three: regexFindN},
	"regex.replace": {three: regexReplace, dear: true},
	"regex.split":   {two: regexSplit, dear: true},
}

// operation is arithmetic on two numbers, in the narrowest form that holds them exactly, as OPA does it: integers, then
// integers of any size, then floats with a mantissa of 64 bits.
type operation struct {
	small func(x, y int64) (int64, bool) // false where the result is no small integer
	exact func(z, x, y *big.Int) *big.Int
	short func(x, y number) number // of decimals and floats that are not 0
	float func(z, x, y *big.Float) *big.Float
	zero  bool // refuses 0 on the right
}

var (
	plus = operation{
		small: func(x, y int64) (int64, bool) { return x + y, true },
		exact: (*big.Int).Add, short: sumOf, float: (*big.Float).Add,
	}
	minus = operation{
		small: func(x, y int64) (int64, bool) { return x - y, true },
		exact: (*big.Int).Sub, short: func(x, y number) number { return sumOf(x, y.negated()) }, float: (*big.Float).Sub,
	}
	times = operation{small: multiply, exact: (*big.Int).Mul, short: product, float: (*big.Float).Mul}
	// A division is exact where it leaves nothing; 0 divided may be -0, which only a float of math/big is.
	divide = operation{
		small: func(x, y int64) (int64, bool) { return x / y, x != 0 && x%y == 0 },
		short: func(x, y number) number { return number{form: asFloat, float: x.asFloat().over(y.asFloat())} },
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
	n, o := m.operand(a), m.operand(b)
	if n.form != asText && o.form != asText {
		x, whole1, _ := n.truncated()
		y, whole2, _ := o.truncated()
		switch {
		case op.exact != nil && whole1 && whole2 && y != 0: // written as 120.0, or they would be small
			if z, ok := op.small(x, y); ok && abs(z) < maxPlain {
				return small(int(z))
			}
		case op.short != nil && !n.zero() && !o.zero():
			return m.keep(op.short(n, o))
		case op == &plus && (a == small(0) || b == small(0)):
			return m.keep(sumOf(n, o))
		}
	}
	return m.bigArithmetic(op, a, b)
}

// bigArithmetic does the same with numbers of any size.
func (m *machine) bigArithmetic(op *operation, a, b value) value {
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
	x, y := m.bigFloat(&m.x, a), m.bigFloat(&m.y, b)
	if op.zero {
		if i, acc := y.Int64(); acc == big.Exact && i == 0 {
			return m.refuse()
		}
	}
	return m.ofBig(op.float(m.z.SetPrec(0), x, y))
}

// rounding is abs, round, ceil or floor.
type rounding struct {
	short func(n number) (number, bool) // false where it cannot
	float func(z, x *big.Float) *big.Float
}

var (
	absolute = rounding{
		short: func(n number) (number, bool) {
			if n.sign() < 0 {
				n = n.negated()
			}
			return n.tidy(), true
		},
		float: (*big.Float).Abs,
	}
	nearest = rounding{short: nearestInt, float: round}
	upper   = rounding{float: ceil, short: func(n number) (number, bool) {
		i, all, ok := n.truncated()
		if !all && i >= 0 {
			i++
		}
		return number{form: asDecimal, coef: i}, ok
	}}
	lower = rounding{float: floor, short: func(n number) (number, bool) {
		i, all, ok := n.truncated()
		if !all && i < 0 {
			i--
		}
		return number{form: asDecimal, coef: i}, ok
	}}
)

// nearestInt adds a half, as a float has room for it, and leaves out what is behind the point.
func nearestInt(n number) (number, bool) {
	if n.form == asDecimal {
		p := powers[n.scale]
		i := (abs(n.coef) + p/2) / p
		if n.coef < 0 {
			i = -i
		}
		return number{form: asDecimal, coef: i}, true
	}
	f, _ := n.float.plus(float{1 << 63, -64, n.float.neg})
	i, _, ok := f.whole()
	return number{form: asDecimal, coef: i}, ok
}

func (m *machine) unary(a value, r *rounding) value {
	switch a.kind() {
	case kindInt:
		if r == &absolute {
			return small(int(abs(a.int())))
		}
		return a
	case kindNumber:
		if n := m.numbers[a.index()]; n.form != asText && !n.zero() {
			if n, ok := r.short(n); ok {
				return m.keep(n)
			}
		}
		return m.ofBig(r.float(m.z.SetPrec(0), m.bigFloat(&m.x, a)))
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
	acc := number{form: asDecimal}
	for _, v := range list {
		n := m.operand(v)
		if n.form == asText {
			return m.bigSum(list)
		}
		acc = sumOf(acc, n)
	}
	return m.keep(acc)
}

func (m *machine) bigSum(list []value) value {
	z := new(big.Float)
	for _, v := range list {
		z.Add(z, m.bigFloat(&m.x, v))
	}
	return m.ofBig(z)
}
