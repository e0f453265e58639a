package plan

import (
	"cmp"
	"fmt"
	"math/big"
	"math/bits"
	"strconv"
	"strings"

	"github.com/open-policy-agent/opa/v1/ast"
)

// number is a number that is no small integer, in one of three forms: a decimal of few digits, a float that arithmetic
// made, or only its text.
type number struct {
	form  numberForm
	scale int8
	coef  int64  // of a decimal: coef / 10^scale, exactly
	float float  // of a float
	text  string // as OPA writes it; "" where it is not known yet, for decimals without needless zeros and floats
}

type numberForm uint8

const (
	asText numberForm = iota
	asDecimal
	asFloat
)

// maxDigits is how many digits a decimal has: any two of them compare the same whether by their decimals or by the
// 64-bit mantissa that OPA falls back to.
const maxDigits = 15

var powers = [maxDigits + 1]int64{1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15}

// parseNumber reads a JSON number's text.
func parseNumber(text string) number {
	n := number{text: text}
	digits, frac := strings.TrimPrefix(text, "-"), 0
	if i := strings.IndexByte(digits, '.'); i >= 0 {
		frac = len(digits) - i - 1
		digits = digits[:i] + digits[i+1:]
	}
	if digits == "" || len(digits) > maxDigits || strings.Trim(digits, "0123456789") != "" {
		return n
	}
	n.coef, _ = strconv.ParseInt(digits, 10, 64) // of at most 15 digits
	if text[0] == '-' {
		n.coef = -n.coef
	}
	n.scale, n.form = int8(frac), asDecimal
	return n
}

// number gives the value of a number's text: a small integer when the text is how that is written.
func (t *tables) number(text string) value {
	if n := len(text); n <= 18 && n > 0 {
		if i, ok := plainInt(text); ok {
			return small(int(i))
		}
	}
	t.numbers = append(t.numbers, parseNumber(text))
	return at(kindNumber, len(t.numbers)-1)
}

// maxPlain is above the integers that plainInt reads.
const maxPlain = 1e17

// plainInt reads an integer that is written as it would be written again: no sign but a minus, no leading zero, no -0.
func plainInt(s string) (int64, bool) {
	digits := s
	if s[0] == '-' {
		digits = s[1:]
	}
	if digits == "" || len(digits) > 17 || digits[0] == '0' && (len(s) > 1) {
		return 0, false
	}
	var i int64
	for _, c := range []byte(digits) {
		if c < '0' || c > '9' {
			return 0, false
		}
		i = i*10 + int64(c-'0')
	}
	if s[0] == '-' {
		i = -i
	}
	return i, true
}

// numberText gives a number as OPA writes it.
func (t *tables) numberText(v value) string {
	if v.kind() == kindInt {
		return strconv.FormatInt(v.int(), 10)
	}
	n := &t.numbers[v.index()]
	switch {
	case n.text != "":
		return n.text
	case n.form == asFloat:
		// The shortest decimal that is read as the same float.
		return n.float.big(new(big.Float)).Text('g', -1)
	}
	return decimalText(n.coef, int(n.scale))
}

// decimalText writes coef / 10^scale as OPA does, by math/big's %g: with an exponent below 0.0001 and from 1,000,000. scale
// is not 0, and there is no needless zero at the end of coef.
func decimalText(coef int64, scale int) string {
	digits := strconv.FormatInt(abs(coef), 10)
	sign := ""
	if coef < 0 {
		sign = "-"
	}
	exp := len(digits) - scale // where the point stands
	switch {
	case 0 < exp && exp < 7:
		return sign + digits[:exp] + "." + digits[exp:]
	case -4 < exp && exp <= 0:
		return sign + "0." + strings.Repeat("0", -exp) + digits
	}
	if len(digits) > 1 {
		digits = digits[:1] + "." + digits[1:]
	}
	return fmt.Sprintf("%s%se%+03d", sign, digits, exp-1)
}

func (t *tables) compareNumbers(a, b value) int {
	if a.kind() == kindInt && b.kind() == kindInt {
		return cmp.Compare(a.int(), b.int())
	}
	x, y := t.operand(a), t.operand(b)
	switch {
	case x.form == asDecimal && y.form == asDecimal:
		return compareDecimals(x, y)
	case x.form != asText && y.form != asText:
		// One is a float that a decimal of few digits is read as only if it is written so. So they compare as floats do.
		if x.zero() || y.zero() {
			return cmp.Compare(x.sign(), y.sign())
		}
		return x.asFloat().compare(y.asFloat())
	}
	return ast.NumberCompare(ast.Number(t.numberText(a)), ast.Number(t.numberText(b)))
}

// operand gives a number to calculate with.
func (t *tables) operand(v value) number {
	if v.kind() != kindInt {
		return t.numbers[v.index()]
	}
	if i := v.int(); -powers[maxDigits] < i && i < powers[maxDigits] {
		return number{form: asDecimal, coef: i}
	}
	return number{form: asFloat, float: ofDecimal(v.int(), 0)}
}

func (n *number) zero() bool { return n.form == asDecimal && n.coef == 0 }

func (n *number) sign() int {
	switch {
	case n.form == asDecimal:
		return cmp.Compare(n.coef, 0)
	case n.float.neg:
		return -1
	}
	return 1
}

// asFloat gives a decimal or a float, not 0, as a float.
func (n *number) asFloat() float {
	if n.form == asFloat {
		return n.float
	}
	return ofDecimal(n.coef, int(n.scale))
}

func compareDecimals(x, y number) int {
	if x.scale == y.scale {
		return cmp.Compare(x.coef, y.coef)
	}
	if s := cmp.Compare(x.coef, 0); s != cmp.Compare(y.coef, 0) {
		return cmp.Compare(s, cmp.Compare(y.coef, 0))
	}
	// Whole parts first; they fit, and mostly decide. What is left is brought to one scale: it has at most 15 digits.
	px, py := powers[x.scale], powers[y.scale]
	if c := cmp.Compare(x.coef/px, y.coef/py); c != 0 {
		return c
	}
	fx, fy := x.coef%px, y.coef%py
	return cmp.Compare(fx*powers[maxDigits-x.scale], fy*powers[maxDigits-y.scale])
}

// keep gives the value of a number that arithmetic made.
func (t *tables) keep(n number) value {
	switch n.form {
	case asDecimal:
		if n.scale == 0 {
			return small(int(n.coef))
		}
	case asFloat:
		i, all, ok := n.float.whole()
		if ok && all {
			return small(int(i))
		}
		if !ok {
			return t.ofBig(n.float.big(new(big.Float)))
		}
	}
	t.numbers = append(t.numbers, n)
	return at(kindNumber, len(t.numbers)-1)
}

// decimalOr gives coef / 10^scale when x is how that is read, and x otherwise. A decimal of so few digits is the shortest
// that is read as x, so that it is how x is written.
func decimalOr(coef int64, scale int, x float) number {
	for scale > 0 && coef%10 == 0 {
		coef, scale = coef/10, scale-1
	}
	if abs(coef) >= powers[maxDigits] || scale > maxDigits || ofDecimal(coef, scale) != x {
		return number{form: asFloat, float: x}
	}
	return number{form: asDecimal, coef: coef, scale: int8(scale)}
}

// sumOf adds two numbers that are not only text.
func sumOf(x, y number) number {
	switch {
	case x.zero():
		return y.tidy()
	case y.zero():
		return x.tidy()
	}
	f, ok := x.asFloat().plus(y.asFloat())
	if !ok {
		return number{form: asDecimal}
	}
	scale := max(x.scale, y.scale)
	if c, ok := scaled(x, scale); ok && x.form == asDecimal {
		if d, ok := scaled(y, scale); ok && y.form == asDecimal && c+d != 0 {
			return decimalOr(c+d, int(scale), f)
		}
	}
	return number{form: asFloat, float: f}
}

// scaled gives the digits of a decimal at a larger scale; false when they are more than 18.
func scaled(n number, scale int8) (int64, bool) {
	by := powers[scale-n.scale]
	return n.coef * by, abs(n.coef) <= 1e18/by
}

// product multiplies two numbers that are not 0 and not only text.
func product(x, y number) number {
	f := x.asFloat().times(y.asFloat())
	if x.form == asDecimal && y.form == asDecimal {
		if hi, lo := bits.Mul64(uint64(abs(x.coef)), uint64(abs(y.coef))); hi == 0 && lo <= 1e18 {
			return decimalOr(x.coef*y.coef, int(x.scale)+int(y.scale), f)
		}
	}
	return number{form: asFloat, float: f}
}

// tidy gives the same number as arithmetic would make it: 1.50 as 1.5.
func (n number) tidy() number {
	if n.form == asDecimal && n.coef != 0 {
		return decimalOr(n.coef, int(n.scale), n.asFloat())
	}
	n.text = ""
	return n
}

func (n number) negated() number {
	n.coef, n.float.neg, n.text = -n.coef, !n.float.neg, ""
	return n
}

// truncated gives the integer part, toward 0, and whether that is all; false when it is too large.
func (n number) truncated() (i int64, all, ok bool) {
	if n.form == asFloat {
		return n.float.whole()
	}
	p := powers[n.scale]
	return n.coef / p, n.coef%p == 0, true
}

// bigFloat reads a number as OPA's arithmetic does, into a mantissa of 64 bits.
func (t *tables) bigFloat(dst *big.Float, v value) *big.Float {
	dst.SetPrec(0)
	if v.kind() == kindInt {
		return dst.SetInt64(v.int())
	}
	text := t.numberText(v)
	if _, ok := dst.SetString(text); !ok {
		panic("illegal number " + text) // no parser lets one in
	}
	return dst
}

// whole reads a number that is an integer, however it is written.
func (t *tables) whole(v value) (*big.Int, bool) {
	if v.kind() == kindInt {
		return big.NewInt(v.int()), true
	}
	if n := &t.numbers[v.index()]; n.form == asFloat || n.form == asDecimal && n.coef%powers[n.scale] != 0 {
		return nil, false // integers are not kept as floats
	}
	text := t.numberText(v)
	if i, ok := new(big.Int).SetString(text, 10); ok {
		return i, true
	}
	r, ok := new(big.Rat).SetString(text)
	if !ok || !r.IsInt() {
		return nil, false
	}
	return r.Num(), true
}

func (t *tables) ofBig(f *big.Float) value {
	if f.IsInt() {
		return t.number(f.Text('f', -1))
	}
	return t.number(f.Text('g', -1))
}
