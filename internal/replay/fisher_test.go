package replay

import (
	"math/big"
	"testing"
)

// exact is Fisher's test by its definition, with binomial coefficients: what the fast one must agree with.
func exact(hits1, n1, hits2, n2 int) *big.Rat {
	hits := hits1 + hits2
	ways := func(k int) *big.Int {
		if k < 0 || k > n1 || hits-k > n2 || hits-k < 0 {
			return new(big.Int)
		}
		return new(big.Int).Mul(new(big.Int).Binomial(int64(n1), int64(k)), new(big.Int).Binomial(int64(n2), int64(hits-k)))
	}
	all, extreme, seen := new(big.Int), new(big.Int), ways(hits1)
	for k := range hits + 1 {
		w := ways(k)
		all.Add(all, w)
		if w.Cmp(seen) <= 0 {
			extreme.Add(extreme, w)
		}
	}
	return new(big.Rat).SetFrac(extreme, all)
}

func TestFisherAgreesWithItsDefinitionOnEverySmallTable(t *testing.T) {
	t.Parallel()
	tables := 0
	off := big.NewRat(1, 1)
	off.SetFrac(big.NewInt(1), new(big.Int).Lsh(big.NewInt(1), 200))
	for n1 := range 13 {
		for n2 := range 13 {
			if n1+n2 == 0 {
				continue
			}
			for a := range n1 + 1 {
				for c := range n2 + 1 {
					tables++
					got, want := fisher(a, n1, c, n2), exact(a, n1, c, n2)
					if d := new(big.Rat).Sub(got, want); d.Abs(d).Cmp(off) > 0 {
						t.Fatalf("%d of %d against %d of %d: %s, want %s", a, n1, c, n2, got.FloatString(12), want.FloatString(12))
					}
				}
			}
		}
	}
	if tables < 5000 {
		t.Errorf("only %d tables", tables)
	}
}

func TestFisherOnTablesOfTheLiterature(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		name             string
		a, n1, c, n2     int
		want             string // eight decimals
		wantMoreThanZero bool
	}{
		{"the lady tasting tea, three of four right (Fisher 1935)", 3, 4, 1, 4, "0.48571429", true}, // 34/70
		{"all four right", 4, 4, 0, 4, "0.02857143", true},                                          // 2/70
		{"convicts with a twin, 10 of 13 against 2 of 17 (Fisher 1934)", 10, 13, 2, 17, "0.00053672", true},
		{"nothing in either row", 0, 40, 0, 60, "1.00000000", true},
		{"a difference beyond all doubt", 50000, 50000, 0, 50000, "0.00000000", false},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			p := fisher(c.a, c.n1, c.c, c.n2)
			if got := p.FloatString(8); got != c.want {
				t.Errorf("%s, want %s", got, c.want)
			}
			if more := p.Sign() > 0; more != c.wantMoreThanZero {
				t.Errorf("greater than zero: %t", more)
			}
		})
	}
}

func TestFisherAgreesWithItsDefinitionOnLargerTables(t *testing.T) {
	t.Parallel()
	off := new(big.Rat).SetFrac(big.NewInt(1), new(big.Int).Lsh(big.NewInt(1), 200))
	for _, c := range [][4]int{{30, 400, 80, 600}, {17, 300, 17, 300}, {1, 1000, 40, 1000}, {250, 500, 250, 500}, {0, 5, 700, 1995}} {
		got, want := fisher(c[0], c[1], c[2], c[3]), exact(c[0], c[1], c[2], c[3])
		if d := new(big.Rat).Sub(got, want); d.Abs(d).Cmp(off) > 0 {
			t.Errorf("%v: %s, want %s", c, got.FloatString(20), want.FloatString(20))
		}
	}
}

func TestHolmAsksMoreOfEachTestWhenThereAreMany(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		name     string
		p        []int64 // per thousand
		adjusted []int
		notable  int
	}{
		{"one test stands alone", []int64{50}, []int{50_000}, 1},
		{"the smallest counts three times", []int64{10, 20, 30}, []int{30_000, 40_000, 40_000}, 3},
		{"none counts for less than a smaller one", []int64{20, 21, 900}, []int{60_000, 60_000, 900_000}, 0},
		{"never more than certain", []int64{600, 700}, []int{1_000_000, 1_000_000}, 0},
		{"no test", nil, nil, 0},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			out := make([]Test, len(c.p))
			var tests []tested
			for i := range c.p {
				tests = append(tests, tested{&out[i], big.NewRat(c.p[i], 1000)})
			}
			if got := holm(tests); got != c.notable {
				t.Errorf("%d notable, want %d", got, c.notable)
			}
			for i := range out {
				if out[i].Adjusted != c.adjusted[i] || !out[i].Made {
					t.Errorf("test %d: %+v, want adjusted %d", i, out[i], c.adjusted[i])
				}
			}
		})
	}
}

func TestAProbabilityIsRoundedUp(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		num, den int64
		want     int
	}{{0, 1, 0}, {1, 1, 1_000_000}, {1, 3, 333_334}, {1, 1_000_000, 1}, {1, 9_000_000, 1}} {
		if got := millionths(big.NewRat(c.num, c.den)); got != c.want {
			t.Errorf("%d/%d: %d, want %d", c.num, c.den, got, c.want)
		}
	}
}
