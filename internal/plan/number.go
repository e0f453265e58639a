package plan

import (
	"cmp"
	"math/big"
	"strconv"
	"strings"

	"github.com/open-policy-agent/opa/v1/ast"
)

// number is a number that is no small integer: its text as OPA would write it, and, when it is short, the digits to
// compare it by.
type number struct {
	text  string
	coef  int64 // text is coef / 10^scale, exactly; meaningful when short
	scale int8
	short bool
}

// maxDigits is how many digits a short number has: any two of them compare the same whether by their decimals or by the
// 64-bit mantissa that OPA falls back to.
const maxDigits = 15

var powers = [maxDigits + 1]int64{1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15}

// parseNumber reads a JSON number's text. Only plain decimals of few digits are short.
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
	n.scale, n.short = int8(frac), true
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
	return t.numbers[v.index()].text
}

func (t *tables) compareNumbers(a, b value) int {
	if a.kind() == kindInt && b.kind() == kindInt {
		return cmp.Compare(a.int(), b.int())
	}
	x, xok := t.decimal(a)
	y, yok := t.decimal(b)
	if xok && yok {
		return compareDecimals(x, y)
	}
	return ast.NumberCompare(ast.Number(t.numberText(a)), ast.Number(t.numberText(b)))
}

func (t *tables) decimal(v value) (number, bool) {
	if v.kind() == kindInt {
		i := v.int()
		return number{coef: i}, -powers[maxDigits] < i && i < powers[maxDigits]
	}
	n := t.numbers[v.index()]
	return n, n.short
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

// float reads a number as OPA's arithmetic does, into a mantissa of 64 bits.
func (t *tables) float(dst *big.Float, v value) *big.Float {
	dst.SetPrec(0)
	if v.kind() == kindInt {
		return dst.SetInt64(v.int())
	}
	if _, ok := dst.SetString(t.numbers[v.index()].text); !ok {
		panic("illegal number " + t.numbers[v.index()].text) // no parser lets one in
	}
	return dst
}

// whole reads a number that is an integer, however it is written.
func (t *tables) whole(v value) (*big.Int, bool) {
	if v.kind() == kindInt {
		return big.NewInt(v.int()), true
	}
	text := t.numbers[v.index()].text
	if i, ok := new(big.Int).SetString(text, 10); ok {
		return i, true
	}
	r, ok := new(big.Rat).SetString(text)
	if !ok || !r.IsInt() {
		return nil, false
	}
	return r.Num(), true
}

func (t *tables) ofFloat(f *big.Float) value {
	if f.IsInt() {
		return t.number(f.Text('f', -1))
	}
	return t.number(f.Text('g', -1))
}
