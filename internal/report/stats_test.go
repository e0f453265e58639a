package report

import (
	"math/big"
	"math/rand/v2"
	"slices"
	"testing"
)

func TestSpread(t *testing.T) {
	t.Parallel()
	for _, tc := range []struct {
		name   string
		values []int32
		want   string // min q1 median q3 max mean
	}{
		{"nothing", nil, "0.00 0.00 0.00 0.00 0.00 0.00"},
		{"one value is all of them", []int32{8735}, "87.35 87.35 87.35 87.35 87.35 87.35"},
		{"two values: quartiles lie between", []int32{10000, 0}, "0.00 25.00 50.00 75.00 100.00 50.00"},
		{"five values: quartiles are values", []int32{100, 200, 300, 400, 1000}, "1.00 2.00 3.00 4.00 10.00 4.00"},
		{"six values, as QUARTILE.INC gives them", []int32{7, 15, 36, 39, 40, 41}, "0.07 0.20 0.37 0.39 0.41 0.29"},
		{"order does not matter", []int32{41, 7, 40, 15, 39, 36}, "0.07 0.20 0.37 0.39 0.41 0.29"},
	} {
		t.Run(tc.name, func(t *testing.T) {
			t.Parallel()
			before := slices.Clone(tc.values)
			s := spreadOf(tc.values)
			got := s.Min.String() + " " + s.Q1.String() + " " + s.Median.String() + " " + s.Q3.String() + " " + s.Max.String() + " " + s.Mean.String()
			if got != tc.want {
				t.Errorf("got %s, want %s", got, tc.want)
			}
			if !slices.Equal(before, tc.values) {
				t.Error("the values were changed")
			}
		})
	}
}

// Quartiles and fences are those of the definition, computed in fractions.
func TestQuartilesAreExact(t *testing.T) {
	t.Parallel()
	random := rand.New(rand.NewPCG(1, 2))
	for range 2000 {
		x := make([]int32, 1+random.IntN(40))
		for i := range x {
			x[i] = int32(random.IntN(10001))
		}
		s := spreadOf(x)
		slices.Sort(x)
		quartile := func(k int64) *big.Rat {
			at := big.NewRat(k*int64(len(x)-1), 4)
			i := new(big.Int).Div(at.Num(), at.Denom()).Int64()
			rest := new(big.Rat).Sub(at, big.NewRat(i, 1))
			q := big.NewRat(int64(x[i]), 1)
			if rest.Sign() == 0 {
				return q
			}
			return q.Add(q, rest.Mul(rest, big.NewRat(int64(x[i+1]-x[i]), 1)))
		}
		q1, q3 := quartile(1), quartile(3)
		if floor := new(big.Int).Div(q1.Num(), q1.Denom()).Int64(); floor != int64(s.Q1) {
			t.Fatalf("%v: first quartile %d, want %d", x, s.Q1, floor)
		}
		far := new(big.Rat).Mul(big.NewRat(3, 2), new(big.Rat).Sub(q3, q1))
		low, high := new(big.Rat).Sub(q1, far), new(big.Rat).Add(q3, far)
		for _, v := range x {
			r := big.NewRat(int64(v), 1)
			want := len(x) >= outlierMin && (r.Cmp(low) < 0 || r.Cmp(high) > 0)
			if got := s.outlier(int(v)); got != want {
				t.Fatalf("%v: outlier(%d) = %t, want %t", x, v, got, want)
			}
		}
	}
}

func TestHistogram(t *testing.T) {
	t.Parallel()
	got := histogram([]int32{0, 999, 1000, 8999, 9000, 10000})
	want := [bins]int{2, 1, 0, 0, 0, 0, 0, 0, 1, 2}
	if got != want {
		t.Errorf("got %v, want %v", got, want)
	}
}

func TestMostMissed(t *testing.T) {
	t.Parallel()
	all := tally{requirements: []requirementTally{
		{Applies: 9}, {Applies: 9, Fail: 2, Lost: 100}, {Applies: 9, Partial: 3, Lost: 5}, {Applies: 9, Manual: 1, Fail: 1, Lost: 200}, {Applies: 9, Fail: 5, Waived: 5},
	}}
	if got, want := all.mostMissed(2), []int{2, 3}; !slices.Equal(got, want) {
		t.Errorf("got %v, want %v: by number, then by cost", got, want)
	}
	if got := all.mostMissed(10); len(got) != 3 {
		t.Errorf("got %v, want those that were missed only", got)
	}
}
