package mutate

import (
	"math/big"
	"slices"
	"strings"
)

// neighbours gives the numbers that a number in a rule is changed to: one more, one less, twice as large.
func neighbours(n string) []string {
	r, ok := new(big.Rat).SetString(n)
	if !ok {
		return nil
	}
	one := big.NewRat(1, 1)
	places := decimals(n)
	var out []string
	for _, other := range []*big.Rat{
		new(big.Rat).Add(r, one), new(big.Rat).Sub(r, one), new(big.Rat).Add(r, r),
	} {
		s := other.FloatString(places)
		if other.Cmp(r) != 0 && !slices.Contains(out, s) {
			out = append(out, s)
		}
	}
	return out
}

// steps gives a threshold moved by one unit of its last place, up and down.
func steps(n string) []string {
	r, ok := new(big.Rat).SetString(n)
	if !ok {
		return nil
	}
	places := decimals(n)
	step := new(big.Rat).SetFrac(big.NewInt(1), new(big.Int).Exp(big.NewInt(10), big.NewInt(int64(places)), nil))
	return []string{
		new(big.Rat).Add(r, step).FloatString(places), new(big.Rat).Sub(r, step).FloatString(places),
	}
}

// decimals counts the digits after the point.
func decimals(n string) int {
	if _, fraction, ok := strings.Cut(n, "."); ok {
		return len(fraction)
	}
	return 0
}
