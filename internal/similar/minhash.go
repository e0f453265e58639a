package similar

import "slices"

// The parameters of MinHash and LSH; DESIGN.md says why these.
const (
	shingleWidth = 5  // characters in a shingle: 5 Chinese characters, 3 words
	wholeField   = 96 // a value up to this length is one block
	blockLength  = 64 // a longer one is cut into blocks of this length …
	blockStep    = 32 // … that begin this far apart
	minShingles  = 8  // a block with fewer says nothing

	bands     = 24
	bins      = 2 * bands // each band is two minimum hashes: two blocks meet when both agree
	maxBucket = 64        // larger buckets are not compared all with all
)

// block is a stretch of prose that is hashed as one.
type block struct {
	entry int32
	keys  [bands]uint32
}

// blocksOf cuts an entry into blocks and hashes each.
func (e *entry) blocksOf(n int, known map[uint64]bool, out []block) []block {
	var hashes []uint64
	for _, f := range e.fields {
		units := e.units[f.start:f.end]
		for from := 0; from < len(units); {
			to := len(units)
			step := to
			if weightOf(units) > wholeField {
				to = from + span(units[from:], blockLength)
				step = from + span(units[from:], blockStep)
			}
			hashes = hashes[:0]
			for i := from; i < to; i++ {
				h, width := shingle(units[i:to], shingleWidth)
				if width == 0 {
					break
				}
				if known[h] || e.common.hasAll(f.start+i, f.start+i+width) {
					continue
				}
				hashes = append(hashes, h)
			}
			if len(hashes) >= minShingles {
				out = append(out, block{entry: int32(n), keys: bandKeys(hashes)})
			}
			if to == len(units) {
				break
			}
			from = step
		}
	}
	return out
}

// span says how many units make up a length, at most all.
func span(units []unit, length int) int {
	for i, u := range units {
		if length -= u.weight(); length <= 0 {
			return i + 1
		}
	}
	return len(units)
}

// bandKeys is MinHash by one permutation: a hash falls into a bin, each bin keeps its least hash, an empty bin takes
// that of the next full one. The share of bins in which two sets agree estimates their Jaccard similarity; a band's key
// is two bins.
func bandKeys(hashes []uint64) [bands]uint32 {
	var least [bins]uint64
	for _, h := range hashes {
		bin := (h >> 32) * bins >> 32
		if v := h&0xFFFFFFFF + 1; least[bin] == 0 || v < least[bin] {
			least[bin] = v
		}
	}
	full := least
	for i := range full {
		for d := 0; full[i] == 0; d++ {
			if v := least[(i+d)%bins]; v != 0 {
				full[i] = v + uint64(d)<<33 // what was borrowed differs from what is there
			}
		}
	}
	var keys [bands]uint32
	for b := range keys {
		keys[b] = uint32(mix64(full[2*b]*0x9E3779B97F4A7C15 ^ mix64(full[2*b+1]+uint64(b))))
	}
	return keys
}

// pairKey is two entries, the lower first.
type pairKey uint64

func (p pairKey) entries() (a, b int) { return int(p >> 32), int(p & 0xFFFFFFFF) }

// candidates lists the pairs of entries that have blocks in one bucket, sorted. Owners are the applicants of the entries.
func candidates(blocks []block, owners []int32) []pairKey {
	var pairs []pairKey
	order := make([]uint64, len(blocks))
	var members []int32
	for b := range bands {
		for i := range blocks {
			order[i] = uint64(blocks[i].keys[b])<<32 | uint64(i)
		}
		slices.Sort(order)
		for from := 0; from < len(order); {
			to := from + 1
			for to < len(order) && order[to]>>32 == order[from]>>32 {
				to++
			}
			members = members[:0]
			for _, o := range order[from:to] {
				n := blocks[uint32(o)].entry
				if len(members) == 0 || members[len(members)-1] != n { // blocks lie in the order of entries
					members = append(members, n)
				}
			}
			pairs = appendPairs(pairs, members, owners)
			from = to
		}
		slices.Sort(pairs)
		pairs = slices.Compact(pairs)
	}
	return pairs
}

// appendPairs pairs the members of a bucket: all with all, but of one applicant's proposals each with the next only, and
// so in a bucket that is too large, so that the work stays linear whatever the batch.
func appendPairs(pairs []pairKey, members, owners []int32) []pairKey {
	for i, a := range members {
		end := len(members)
		if end > maxBucket {
			end = min(i+2, end)
		}
		own := false
		for _, b := range members[i+1 : end] {
			if owners[a] == owners[b] {
				if own {
					continue
				}
				own = true
			}
			pairs = append(pairs, pairKey(a)<<32|pairKey(b))
		}
	}
	return pairs
}
