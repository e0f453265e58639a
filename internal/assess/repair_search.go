package assess

import (
	"cmp"
	"math"
	"math/bits"
	"slices"
)

// candidate is a requirement that a repair would lift.
type candidate struct {
	index     int // in Results
	dimension string
	effort    int // person-days, not negative
	gain      int // weight × per cent
	veto      bool
}

// search looks for the cheapest choice of candidates, a dimension after the other.
//
// It keeps, for every exact effort, the choice with the most points (a knapsack over effort, whose sums are small, instead
// of over points). Within a dimension more points at the same effort are never worse, for its floor as for the total, so
// dropping the others loses no optimum. Nor does dropping a choice that takes more effort than another and gains no more,
// or no more that is needed: whatever is added to it could be added to the other, for less.
type search struct {
	candidates []candidate // in the order of results
	needed     int         // what must be gained in all
	options    plan        // of the dimensions so far
	words      int         // of a set
	free       []uint64    // for sets
}

// plan is choices by rising effort, of which each gains more than all before it. An empty plan: nothing will do.
type plan []option

// option is the best choice of candidates at one exact effort.
type option struct {
	effort, gain int
	count        int // of chosen
	chosen       set
	add          int // candidate that is chosen beside the set; -1 for none
}

// set is a set of candidates, a bit for each; nil is the empty one. It is shared and never changes.
type set []uint64

func newSearch(candidates []candidate, needed int) *search {
	return &search{
		candidates: candidates, needed: needed, words: (len(candidates) + 63) / 64, options: plan{{add: -1}},
	}
}

// add goes on with the candidates of a dimension, which must gain what its floor needs.
func (s *search) add(dimension string, floor int) {
	if floor <= 0 { // any choice will do
		s.options = s.choose(s.options, dimension, s.needed)
		return
	}
	own := s.choose(plan{{add: -1}}, dimension, max(floor, s.needed))
	own = slices.DeleteFunc(own, func(o option) bool { return o.gain < floor })
	limit := math.MaxInt // what takes more effort than something that suffices is of no use
	for _, o := range s.options {
		for _, p := range own {
			if o.gain+p.gain >= s.needed {
				limit = min(limit, o.effort+p.effort)
				break
			}
		}
	}
	var all plan
	for _, o := range s.options {
		for _, p := range own {
			if o.effort+p.effort > limit {
				break
			}
			all = append(all, option{effort: o.effort + p.effort, gain: o.gain + p.gain, count: o.count + p.count, chosen: s.union(o.chosen, p.chosen), add: -1})
		}
	}
	slices.SortFunc(all, func(o, p option) int { return cmp.Or(cmp.Compare(o.effort, p.effort), o.compare(&p, s)) })
	s.options = s.prune(all, s.needed)
}

// choose adds the candidates of a dimension one at a time: each is chosen or not, one with a veto must be.
func (s *search) choose(options plan, dimension string, enough int) plan {
	for i := range s.candidates {
		c := &s.candidates[i]
		if c.dimension != dimension {
			continue
		}
		without := options
		if c.veto {
			without = nil
		}
		merged := make(plan, 0, len(options)+len(without))
		for with := options; len(with) > 0 || len(without) > 0; {
			var o option
			if len(with) > 0 {
				o = with[0]
				o.effort, o.gain, o.count, o.add = o.effort+c.effort, o.gain+c.gain, o.count+1, i
			}
			switch {
			case len(with) == 0 || len(without) > 0 && without[0].effort < o.effort:
				o, without = without[0], without[1:]
			case len(without) == 0 || o.effort < without[0].effort:
				with = with[1:]
			default:
				if without[0].compare(&o, s) < 0 {
					o = without[0]
				}
				with, without = with[1:], without[1:]
			}
			if n := len(merged); n > 0 && o.gain <= merged[n-1].gain {
				continue
			}
			s.settle(&o)
			if merged = append(merged, o); o.gain >= enough {
				break
			}
		}
		options = merged
	}
	return options
}

// prune keeps the best of each effort, and of these what gains more than all before it and is not more than enough.
func (s *search) prune(sorted plan, enough int) plan {
	kept := sorted[:0]
	for _, o := range sorted {
		if n := len(kept); n == 0 || o.gain > kept[n-1].gain && kept[n-1].gain < enough && o.effort > kept[n-1].effort {
			kept = append(kept, o)
		}
	}
	return kept
}

// best gives the choice that gains enough with the least effort, as indexes in Results, ascending.
func (s *search) best() (chosen []int, effort int, ok bool) {
	for _, o := range s.options {
		if o.gain < s.needed {
			continue
		}
		for w, word := range o.chosen {
			for ; word != 0; word &= word - 1 {
				chosen = append(chosen, s.candidates[w*64+bits.TrailingZeros64(word)].index)
			}
		}
		return chosen, o.effort, true
	}
	return nil, 0, false
}

// compare orders options of equal effort: more points, then fewer repairs, then catalogue order. The order is total, so
// that the path is the same on every run.
func (o *option) compare(p *option, s *search) int {
	if c := cmp.Or(cmp.Compare(p.gain, o.gain), cmp.Compare(o.count, p.count)); c != 0 {
		return c
	}
	if o.count == 0 {
		return 0
	}
	s.settle(o)
	s.settle(p)
	for i := range o.chosen {
		// Of two sets of the same size that one is first which has the first candidate in which they differ.
		if a, b := o.chosen[i], p.chosen[i]; a != b {
			if a&(1<<bits.TrailingZeros64(a^b)) != 0 {
				return -1
			}
			return 1
		}
	}
	return 0
}

// settle takes the candidate beside the set into it.
func (s *search) settle(o *option) {
	if o.add < 0 {
		return
	}
	o.chosen = s.union(o.chosen, nil)
	o.chosen[o.add/64] |= 1 << (o.add % 64)
	o.add = -1
}

// union gives a new set; it is not shared yet.
func (s *search) union(a, b set) set {
	if len(s.free) < s.words {
		s.free = make([]uint64, 256*s.words)
	}
	out := set(s.free[:s.words:s.words])
	s.free = s.free[s.words:]
	copy(out, a)
	for i, word := range b {
		out[i] |= word
	}
	return out
}
