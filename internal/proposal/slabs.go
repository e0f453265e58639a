package proposal

// slabs are few large allocations from which values, fields and items are carved: a proposal has thousands of small ones.
type slabs struct {
	values []Value
	fields []Field
	items  []*Value

	open   []Field                         // of the mappings that are being read, in the text's order
	orders [fewFields + 1][fewFields]uint8 // that sorted the last mapping of each number of fields
}

// fewFields is up to how many fields a mapping is sorted by an order of its indexes, so that each field moves once.
const fewFields = 16

// slabSize is how many elements a slab gets that follows a full one.
const slabSize = 256

func (s *slabs) value(kind Kind, at Position) *Value {
	if len(s.values) == cap(s.values) {
		s.values = make([]Value, 0, slabSize)
	}
	s.values = s.values[:len(s.values)+1]
	v := &s.values[len(s.values)-1]
	v.kind, v.line, v.column = kind, int32(at.Line), int32(at.Column)
	return v
}

// carve takes room for size elements from a slab; the result can not grow into its neighbour.
func carve[T any](slab *[]T, size int) []T {
	if cap(*slab)-len(*slab) < size {
		*slab = make([]T, 0, max(size, slabSize))
	}
	start := len(*slab)
	*slab = (*slab)[:start+size]
	return (*slab)[start : start+size : start+size]
}
