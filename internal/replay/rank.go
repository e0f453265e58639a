package replay

import (
	"cmp"
	"math/big"
	"slices"
)

// Ranks says how the order of proposals by score changes. Every pair of proposals is in one of five classes; Concordant
// pairs stand in the same order under both sides, Discordant ones in the opposite.
type Ranks struct {
	Moved      int `json:"moved"` // proposals with another rank
	Pairs      int `json:"pairs"`
	Concordant int `json:"concordant"`
	Discordant int `json:"discordant"`
	TiedBefore int `json:"tied_before"` // pairs with equal scores under before alone
	TiedAfter  int `json:"tied_after"`  // pairs with equal scores under after alone
	TiedBoth   int `json:"tied_both"`

	// Tau is Kendall's tau-b in ten-thousandths, rounded towards zero: 10000 is the same order, -10000 the reverse. nil
	// when all proposals share a score under one of the sides, where it is not defined.
	Tau *int `json:"tau"`
}

// rank gives every row its ranks and says how the order changed, in time n log n.
func rank(rows []Row) Ranks {
	var out Ranks
	order := make([]int32, len(rows))
	for i := range order {
		order[i] = int32(i)
	}
	place(order, rows, func(r *Row) *Standing { return &r.Before })
	place(order, rows, func(r *Row) *Standing { return &r.After })
	for i := range rows {
		if rows[i].Climb() != 0 {
			out.Moved++
		}
	}
	out.pairs(order, rows)
	return out
}

// place gives every row its rank on one side.
func place(order []int32, rows []Row, side func(*Row) *Standing) {
	slices.SortFunc(order, func(a, b int32) int { return cmp.Compare(side(&rows[b]).Score, side(&rows[a]).Score) })
	for i, at := range order {
		s := side(&rows[at])
		s.Rank = i + 1
		if i > 0 {
			if last := side(&rows[order[i-1]]); last.Score == s.Score {
				s.Rank = last.Rank
			}
		}
	}
}

// pairs counts pairs by their classes. With the rows sorted by before and then by after, a pair is discordant when the
// scores under after stand in the opposite order: an inversion, which a merge sort counts.
func (out *Ranks) pairs(order []int32, rows []Row) {
	slices.SortFunc(order, func(a, b int32) int {
		x, y := &rows[a], &rows[b]
		return cmp.Or(cmp.Compare(x.Before.Score, y.Before.Score), cmp.Compare(x.After.Score, y.After.Score))
	})
	after := make([]int32, len(rows))
	before, both := 0, 0 // pairs tied under before, and under both
	sameBefore, sameBoth := 0, 0
	for i, at := range order {
		after[i] = int32(rows[at].After.Score)
		if i == 0 {
			continue
		}
		last := &rows[order[i-1]]
		if rows[at].Before.Score != last.Before.Score {
			sameBefore, sameBoth = 0, 0
			continue
		}
		sameBefore++
		before += sameBefore
		if rows[at].After.Score == last.After.Score {
			sameBoth++
			both += sameBoth
		} else {
			sameBoth = 0
		}
	}
	out.Pairs = len(rows) * (len(rows) - 1) / 2
	out.Discordant = inversions(after, make([]int32, len(after)))
	tied, same := 0, 0 // after is sorted now
	for i := 1; i < len(after); i++ {
		if after[i] == after[i-1] {
			same++
			tied += same
		} else {
			same = 0
		}
	}
	out.TiedBoth, out.TiedBefore, out.TiedAfter = both, before-both, tied-both
	out.Concordant = out.Pairs - before - tied + both - out.Discordant
	out.Tau = tau(out)
}

// inversions sorts x and counts the pairs that stood in the wrong order; scratch is as long as x.
func inversions(x, scratch []int32) int {
	if len(x) < 2 {
		return 0
	}
	half := len(x) / 2
	n := inversions(x[:half], scratch[:half]) + inversions(x[half:], scratch[half:])
	copy(scratch, x)
	left, right := scratch[:half], scratch[half:]
	for i := range x {
		if len(right) == 0 || len(left) > 0 && left[0] <= right[0] {
			x[i], left = left[0], left[1:]
			continue
		}
		n += len(left)
		x[i], right = right[0], right[1:]
	}
	return n
}

// tau is (C − D) ÷ √((pairs not tied before) × (pairs not tied after)), by an integer square root.
func tau(r *Ranks) *int {
	notBefore, notAfter := r.Pairs-r.TiedBefore-r.TiedBoth, r.Pairs-r.TiedAfter-r.TiedBoth
	if notBefore == 0 || notAfter == 0 {
		return nil
	}
	square := big.NewInt(int64(r.Concordant - r.Discordant))
	square.Mul(square, square)
	square.Mul(square, big.NewInt(10000*10000))
	square.Quo(square, new(big.Int).Mul(big.NewInt(int64(notBefore)), big.NewInt(int64(notAfter))))
	t := int(square.Sqrt(square).Int64())
	if r.Concordant < r.Discordant {
		t = -t
	}
	return &t
}
