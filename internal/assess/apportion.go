package assess

import (
	"cmp"
	"math/big"
	"slices"
)

// apportion says what each requirement adds to the change of the score from a to b, in basis points that add up to it
// exactly. Requirements with the same points and the same weight in both add nothing.
//
// The score is a ratio s = P ÷ Q of points to possible points, so a requirement can move it by its points p and by its
// weight q. With the means s̄ of both scores and Q̄ of both sums,
//
//	s' − s = ((P' − P) − s̄ × (Q' − Q)) ÷ Q̄
//
// holds exactly, and the right side is a sum over requirements of ((p' − p) − s̄ × (q' − q)) ÷ Q̄: what it earns more,
// less what a requirement of mean score would earn with the weight that came. No order of requirements enters, and going
// from b to a gives the same shares with the other sign.
//
// Scores are rounded down and so are the shares; the basis points that are then left over go to the largest remainders,
// the first in the catalog among equals. A share is thus less than one basis point off its exact value.
func apportion(a, b *Assessment) map[string]Delta {
	pairs := union(a, b)
	change := int(b.Decision.Score - a.Decision.Score)
	shares := make([]share, len(pairs))
	scale := new(big.Rat).SetFrac64(int64(a.Decision.Possible)+int64(b.Decision.Possible), 2) // Q̄
	mean := new(big.Rat).Add(ratio(&a.Decision), ratio(&b.Decision))
	mean.Quo(mean, big.NewRat(2, 1)) // s̄
	left := change
	for i, p := range pairs {
		shares[i] = newShare(i, p, mean, scale)
		left -= shares[i].floor
	}
	order := slices.Clone(shares)
	slices.SortFunc(order, func(x, y share) int {
		return cmp.Or(y.remainder.Cmp(x.remainder), cmp.Compare(x.index, y.index))
	})
	// At least as many shares have a remainder as basis points are left: each share gave away less than one, and the
	// score less than one more.
	for _, s := range order[:left] {
		shares[s.index].floor++
	}
	out := make(map[string]Delta, len(pairs))
	for i, p := range pairs {
		out[p.requirement] = Delta(shares[i].floor)
	}
	return out
}

// share is one requirement's part: whole basis points and what was cut off, in 0 ≤ remainder < 1.
type share struct {
	index     int
	floor     int
	remainder *big.Rat
}

func newShare(i int, p pair, mean, scale *big.Rat) share {
	points, possible := counted(p.after)
	oldPoints, oldPossible := counted(p.before)
	exact := new(big.Rat)
	if scale.Sign() > 0 {
		exact.Mul(mean, new(big.Rat).SetInt64(possible-oldPossible))
		exact.Sub(new(big.Rat).SetInt64(points-oldPoints), exact)
		exact.Quo(exact.Mul(exact, big.NewRat(10000, 1)), scale)
	}
	floor := new(big.Int).Div(exact.Num(), exact.Denom()) // Euclidean: rounds down, since the denominator is positive
	return share{i, int(floor.Int64()), exact.Sub(exact, new(big.Rat).SetInt(floor))}
}

// counted gives what a result adds to the sums of the score; nothing when it is absent, does not apply or is waived.
func counted(r *Result) (points, possible int64) {
	if r == nil || !r.Counts() || r.Waiver != nil {
		return 0, 0
	}
	return int64(r.Points), int64(r.Weight) * 100
}

// ratio gives the exact score as a share of one; 0 when nothing counts.
func ratio(d *Decision) *big.Rat {
	if d.Possible == 0 {
		return new(big.Rat)
	}
	return big.NewRat(int64(d.Points), int64(d.Possible))
}
