package plan

import (
	"cmp"
	"math/big"
	"math/bits"
)

// float is a number of OPA's arithmetic, which calculates with math/big's floats of 64 bits: mant × 2^exp, rounded to the
// nearest, ties to even. The highest bit of mant is set; 0 is no float here, because there are two of it.
type float struct {
	mant uint64
	exp  int32
	neg  bool
}

// rounded makes a float of (hi, lo) × 2^exp; more says that a little follows below lo. hi and lo are not both 0.
func rounded(neg bool, hi, lo uint64, more bool, exp int32) float {
	if hi == 0 {
		hi, lo, exp = lo, 0, exp-64
	}
	if n := bits.LeadingZeros64(hi); n > 0 {
		hi, lo, exp = hi<<n|lo>>(64-n), lo<<n, exp-int32(n)
	}
	const half = 1 << 63
	if lo > half || lo == half && (more || hi&1 == 1) {
		if hi++; hi == 0 {
			hi, exp = half, exp+1
		}
	}
	return float{hi, exp + 64, neg}
}

// quotient is n / d of two floats' mantissas, times 2^exp.
func quotient(neg bool, n, d uint64, exp int32) float {
	var lo uint64
	if n >= d {
		n, lo, exp = n>>1, n<<63, exp+1
	}
	q, r := bits.Div64(n, lo, d)
	// What is left decides the rounding: more than half of d, exactly half, or less.
	rest, more := uint64(0), r != 0
	switch c := cmp.Compare(r, d-r); {
	case c > 0:
		rest = 1<<63 + 1
	case c == 0:
		rest, more = 1<<63, false
	}
	return rounded(neg, q, rest, more, exp-128)
}

// fives are the powers of five.
var fives = func() (out [maxDigits + 1]uint64) {
	p := uint64(1)
	for i := range out {
		out[i] = p
		p *= 5
	}
	return out
}()

// ofDecimal gives coef / 10^scale as a float; coef is not 0.
func ofDecimal(coef int64, scale int) float {
	u := uint64(abs(coef))
	if scale == 0 {
		return rounded(coef < 0, 0, u, false, 0)
	}
	n, d := bits.LeadingZeros64(u), bits.LeadingZeros64(fives[scale])
	return quotient(coef < 0, u<<n, fives[scale]<<d, int32(d-n-scale))
}

func (x float) times(y float) float {
	hi, lo := bits.Mul64(x.mant, y.mant)
	return rounded(x.neg != y.neg, hi, lo, false, x.exp+y.exp)
}

func (x float) over(y float) float {
	return quotient(x.neg != y.neg, x.mant, y.mant, x.exp-y.exp)
}

// plus is the sum; false when it is 0.
func (x float) plus(y float) (float, bool) {
	if x.exp < y.exp || x.exp == y.exp && x.mant < y.mant {
		x, y = y, x
	}
	// Both in 128 bits, the larger one a place below the top so that the sum has room.
	hi, lo := x.mant>>1, x.mant<<63
	yhi, ylo, more := shifted(y.mant, uint(x.exp-y.exp)+1)
	exp := x.exp - 63
	if x.neg == y.neg {
		var carry uint64
		lo, carry = bits.Add64(lo, ylo, 0)
		hi, _ = bits.Add64(hi, yhi, carry)
		return rounded(x.neg, hi, lo, more, exp), true
	}
	var borrow uint64
	if more { // what was cut off is taken away, too: one less, and a little more than nothing
		lo, borrow = bits.Sub64(lo, 1, 0)
		hi -= borrow
	}
	lo, borrow = bits.Sub64(lo, ylo, 0)
	hi, _ = bits.Sub64(hi, yhi, borrow)
	if hi == 0 && lo == 0 {
		return float{}, false
	}
	return rounded(x.neg, hi, lo, more, exp), true
}

// shifted gives (mant, 0) moved right by n, and whether anything but zeros was lost.
func shifted(mant uint64, n uint) (hi, lo uint64, more bool) {
	switch {
	case n < 64:
		return mant >> n, mant << (64 - n), false // a mantissa has 64 bits: nothing is lost before 64 places
	case n < 128:
		n -= 64
		return 0, mant >> n, mant<<(64-n) != 0
	}
	return 0, 0, true
}

func (x float) compare(y float) int {
	switch {
	case x.neg != y.neg:
		if x.neg {
			return -1
		}
		return 1
	case x.neg:
		x, y = y, x
	}
	if c := cmp.Compare(x.exp, y.exp); c != 0 {
		return c
	}
	return cmp.Compare(x.mant, y.mant)
}

// whole gives the integer part, toward 0, and whether that is all; false when it is too large.
func (x float) whole() (i int64, all, ok bool) {
	switch {
	case x.exp > 63-64-kindBits:
		return 0, false, false
	case x.exp <= -64:
		return 0, false, true
	}
	n := uint(-x.exp)
	i = int64(x.mant >> n)
	all = x.mant<<(64-n) == 0
	if x.neg {
		i = -i
	}
	return i, all, true
}

// big gives the float of math/big.
func (x float) big(dst *big.Float) *big.Float {
	dst.SetPrec(64).SetUint64(x.mant)
	dst.SetMantExp(dst, int(x.exp))
	if x.neg {
		dst.Neg(dst)
	}
	return dst
}
