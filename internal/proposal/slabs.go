package proposal

// slabs are few large allocations from which values, fields and items are carved: a proposal has thousands of small ones.
type slabs struct {
	values slab[Value]
	fields slab[Field]
	items  slab[*Value]

	open   []Field                         // of the mappings that are being read, in the text's order
	orders [fewFields + 1][fewFields]uint8 // that sorted the last mapping of each number of fields
}

// fewFields is up to how many fields a mapping is sorted by an order of its indexes, so that each field moves once.
const fewFields = 16

func (s *slabs) value(kind Kind, at Position) *Value {
	v := &s.values.carve(1)[0]
	v.kind, v.line, v.column = kind, int32(at.Line), int32(at.Column)
	return v
}

// reset takes back all that was carved: whoever still holds some of it sees it change.
func (s *slabs) reset() {
	s.values.reset()
	s.fields.reset()
	s.items.reset()
	s.open = s.open[:0]
}

// slab is memory for elements of one type. The zero value is empty.
type slab[T any] struct {
	free   []T   // what is left of the chunk that is being carved
	chunks [][]T // all of them, whole
	used   int   // how many of them were carved
}

const (
	slabSize = 256     // elements of a chunk, unless more are asked for at once
	slabKept = 1 << 15 // elements that a slab keeps when it is reset, more than an ordinary proposal has
)

// expect makes the first chunk as large as it will have to be.
func (s *slab[T]) expect(size int) {
	if len(s.chunks) == 0 {
		s.chunks = append(s.chunks, make([]T, size))
	}
}

// carve takes room for size elements, all of them zero; the result can not grow into its neighbour.
func (s *slab[T]) carve(size int) []T {
	if len(s.free) < size {
		s.more(size)
	}
	out := s.free[:size:size]
	s.free = s.free[size:]
	return out
}

// more goes on to a chunk with room for size elements.
func (s *slab[T]) more(size int) {
	for s.used < len(s.chunks) {
		s.free = s.chunks[s.used]
		if s.used++; len(s.free) >= size {
			return
		}
	}
	s.free = make([]T, max(size, slabSize))
	s.chunks = append(s.chunks, s.free)
	s.used++
}

// reset empties the slab and keeps its chunks.
func (s *slab[T]) reset() {
	kept := 0
	for i, chunk := range s.chunks {
		kept += len(chunk)
		switch {
		case i == s.used-1:
			clear(chunk[:len(chunk)-len(s.free)])
		case i < s.used:
			clear(chunk)
		}
	}
	s.free, s.used = nil, 0
	if kept > slabKept {
		s.chunks = nil
	}
}
