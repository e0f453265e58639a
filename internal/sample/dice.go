package sample

import (
	"encoding/binary"
	"math/rand/v2"
)

// dice is the only source of chance. What it gives follows from the seed and the index of the file alone, on any machine:
// ChaCha8 is specified, and only integers are drawn.
type dice struct{ r *rand.Rand }

func newDice(seed uint64, i int) *dice {
	var key [32]byte
	copy(key[16:], "hegui sample 1")
	binary.LittleEndian.PutUint64(key[:8], seed)
	binary.LittleEndian.PutUint64(key[8:16], uint64(i))
	return &dice{rand.New(rand.NewChaCha8(key))}
}

// in gives an integer from lo to hi, both included.
func (d *dice) in(lo, hi int) int {
	if hi <= lo {
		return lo
	}
	return lo + int(d.r.Int64N(int64(hi-lo+1)))
}

// chance is true in pct of 100 cases.
func (d *dice) chance(pct int) bool { return d.in(0, 99) < pct }

// pick gives one of from, which is not empty.
func pick[T any](d *dice, from []T) T { return from[d.in(0, len(from)-1)] }

// draw gives n different elements of from, in random order; all of them when there are fewer.
func draw[T any](d *dice, from []T, n int) []T {
	out := make([]T, 0, n)
	for _, i := range d.order(len(from)) {
		if len(out) == n {
			break
		}
		out = append(out, from[i])
	}
	return out
}

// order gives the numbers below n in random order.
func (d *dice) order(n int) []int {
	out := make([]int, n)
	for i := range out {
		j := d.in(0, i)
		out[i], out[j] = out[j], i
	}
	return out
}

// weighted gives an index, each as often as its weight says.
func (d *dice) weighted(weights []int) int {
	sum := 0
	for _, w := range weights {
		sum += w
	}
	at := d.in(0, sum-1)
	for i, w := range weights {
		if at < w {
			return i
		}
		at -= w
	}
	return len(weights) - 1
}

// scale gives n × num ÷ den, rounded down, also where int has 32 bits and n × num does not fit.
func scale(n, num, den int) int { return int(int64(n) * int64(num) / int64(den)) }

// split cuts total into parts about as large as the weights say, each a multiple of unit but the last, which takes what
// is left. The parts add up to total.
func (d *dice) split(total, unit int, weights ...int) []int {
	sum := 0
	for i, w := range weights {
		weights[i] = w * d.in(80, 125)
		sum += weights[i]
	}
	parts, left := make([]int, len(weights)), total
	for i, w := range weights[:len(weights)-1] {
		parts[i] = min(left, scale(total, w, sum)/unit*unit)
		left -= parts[i]
	}
	parts[len(parts)-1] = left
	return parts
}
