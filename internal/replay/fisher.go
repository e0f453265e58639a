package replay

import "math/big"

// weightBits is the width of the integers that stand for probabilities: the most probable table has 2^weightBits. Each
// step from it rounds down, so that a probability is off by less than one part in 2^200 of the whole.
const weightBits = 320

// tieBits says when two tables count as equally probable: when they differ by less than one part in 2^tieBits. Tables that
// are equally probable exactly may differ by the rounding above, and must be counted together.
const tieBits = 64

// fisher is the two-sided exact test of R. A. Fisher on a table of two rows: of rows n1 and n2, hits1 and hits2 have a
// property. It gives the probability, if the property did not depend on the row, of a table at most as probable as this
// one, in integer arithmetic: as the ratio of the two integers that it returns.
func fisher(hits1, n1, hits2, n2 int) *big.Rat {
	hits, all := hits1+hits2, n1+n2
	lowest, highest := max(0, hits-n2), min(n1, hits)
	mode := min(max((n1+1)*(hits+1)/(all+2), lowest), highest)
	top := new(big.Int).Lsh(big.NewInt(1), weightBits)
	// The weight of k hits in the first row, from the weight of k−1 or k+1, is exact but for rounding down.
	up := walk(top, mode, highest, func(k int) (num, den int) { return (n1 - k) * (hits - k), (k + 1) * (n2 - hits + k + 1) }, 1)
	down := walk(top, mode, lowest, func(k int) (num, den int) { return k * (n2 - hits + k), (n1 - k + 1) * (hits - k + 1) }, -1)
	seen := new(big.Int) // 0 when the table is beyond all that have a weight
	switch {
	case hits1 >= mode && hits1-mode < len(up):
		seen.Set(up[hits1-mode])
	case hits1 < mode && mode-hits1 < len(down):
		seen.Set(down[mode-hits1])
	}
	limit := new(big.Int).Rsh(seen, tieBits)
	limit.Add(limit, seen)
	total, extreme := new(big.Int), new(big.Int)
	add := func(w *big.Int) {
		total.Add(total, w)
		if w.Cmp(limit) <= 0 {
			extreme.Add(extreme, w)
		}
	}
	for _, w := range up {
		add(w)
	}
	for _, w := range down[1:] {
		add(w)
	}
	return new(big.Rat).SetFrac(extreme, total)
}

// walk gives the weights from the mode towards an end, until they vanish.
func walk(top *big.Int, from, to int, ratio func(k int) (num, den int), step int) []*big.Int {
	weights := []*big.Int{top}
	for k := from; k != to; k += step {
		num, den := ratio(k)
		next := new(big.Int).Mul(weights[len(weights)-1], big.NewInt(int64(num)))
		if next.Quo(next, big.NewInt(int64(den))); next.Sign() == 0 {
			break
		}
		weights = append(weights, next)
	}
	return weights
}
