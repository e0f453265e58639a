package plan

import "slices"

func count(m *machine, a value) value {
	if n, ok := m.length(a); ok {
		return small(n)
	}
	return m.refuse()
}

func maximum(m *machine, a value) value {
	list, ok := m.elements(a)
	if !ok {
		return m.refuse()
	}
	best := undefined
	for _, v := range list {
		if best == undefined || m.compare(best, v) <= 0 {
			best = v
		}
	}
	return best
}

func minimum(m *machine, a value) value {
	list, ok := m.elements(a)
	if !ok {
		return m.refuse()
	}
	best := undefined
	for _, v := range list {
		if best == undefined || m.compare(best, v) >= 0 {
			best = v
		}
	}
	return best
}

func sorted(m *machine, a value) value {
	list, ok := m.elements(a)
	if !ok {
		return m.refuse()
	}
	items := append(m.alloc(len(list))[:0], list...)
	slices.SortFunc(items, m.compare)
	return m.newArray(items)
}

func intersection(m *machine, a, b value) value {
	if a.kind() != kindSet || b.kind() != kindSet {
		return m.refuse()
	}
	x, y := m.members(a), m.members(b)
	if len(y) < len(x) {
		x, y = y, x
	}
	out := m.alloc(len(x))[:0]
	for _, v := range x {
		if m.member(y, v) {
			out = append(out, v)
		}
	}
	return m.newSet(out)
}

func intersectionOf(m *machine, a value) value {
	if a.kind() != kindSet {
		return m.refuse()
	}
	sets, out := m.members(a), undefined
	for _, s := range sets {
		if s.kind() != kindSet {
			return m.refuse()
		}
		if out == undefined {
			out = s
		} else {
			out = intersection(m, out, s)
		}
	}
	if out == undefined {
		return m.newSet(nil)
	}
	return out
}

func union(m *machine, a, b value) value {
	if a.kind() != kindSet || b.kind() != kindSet {
		return m.refuse()
	}
	x, y := m.members(a), m.members(b)
	if len(x) == 0 {
		return b
	}
	if len(y) == 0 {
		return a
	}
	return m.newSet(m.mergeSets(x, y))
}

// mergeSets puts two sorted lists together, what is in both once.
func (m *machine) mergeSets(x, y []value) []value {
	out := m.alloc(len(x) + len(y))[:0]
	for len(x) > 0 && len(y) > 0 {
		switch c := m.compare(x[0], y[0]); {
		case c < 0:
			out, x = append(out, x[0]), x[1:]
		case c > 0:
			out, y = append(out, y[0]), y[1:]
		default:
			out, x, y = append(out, x[0]), x[1:], y[1:]
		}
	}
	return append(append(out, x...), y...)
}

func unionOf(m *machine, a value) value {
	if a.kind() != kindSet {
		return m.refuse()
	}
	var out []value
	for _, s := range m.members(a) {
		if s.kind() != kindSet {
			return m.refuse()
		}
		out = m.mergeSets(out, m.members(s))
	}
	return m.newSet(out)
}

// minusOrDifference is -, of numbers or of sets.
func minusOrDifference(m *machine, a, b value) value {
	if a.kind() != kindSet || b.kind() != kindSet {
		return m.arithmetic(&minus, a, b)
	}
	x, y := m.members(a), m.members(b)
	out := m.alloc(len(x))[:0]
	for _, v := range x {
		if !m.member(y, v) {
			out = append(out, v)
		}
	}
	return m.newSet(out)
}

func arrayConcat(m *machine, a, b value) value {
	if a.kind() != kindArray || b.kind() != kindArray {
		return m.refuse()
	}
	x, y := m.items(a), m.items(b)
	if len(x) == 0 {
		return b
	}
	if len(y) == 0 {
		return a
	}
	return m.newArray(append(append(m.alloc(len(x) + len(y))[:0], x...), y...))
}

func arraySlice(m *machine, a, from, to value) value {
	if a.kind() != kindArray || from.kind() != kindInt || to.kind() != kindInt {
		return m.opa.call(m, "array.slice", a, from, to)
	}
	list := m.items(a)
	end := int(min(max(to.int(), 0), int64(len(list))))
	start := int(min(max(from.int(), 0), int64(end)))
	return m.newArray(list[start:end:end])
}

func arrayFlatten(m *machine, a value) value {
	if a.kind() != kindArray {
		return m.refuse()
	}
	list, n := m.items(a), 0
	for _, v := range list {
		if n++; v.kind() == kindArray {
			n += len(m.items(v)) - 1
		}
	}
	out := m.alloc(n)[:0]
	for _, v := range list {
		if v.kind() == kindArray {
			out = append(out, m.items(v)...)
		} else {
			out = append(out, v)
		}
	}
	return m.newArray(out)
}

func objectGet(m *machine, a, key, otherwise value) value {
	if a.kind() != kindObject {
		return m.refuse()
	}
	v := a
	if key.kind() != kindArray {
		v = m.get(a, m.key(key))
	} else {
		for _, k := range m.items(key) {
			if v = m.get(v, m.key(k)); v == undefined {
				break
			}
		}
	}
	if v == undefined {
		return otherwise
	}
	return v
}

func objectUnion(m *machine, a, b value) value {
	if a.kind() != kindObject || b.kind() != kindObject {
		return m.refuse()
	}
	x, y := *m.object(a), *m.object(b)
	switch {
	case len(x.keys) == 0:
		return b
	case len(y.keys) == 0:
		return a
	}
	out := m.copyOf(x, len(y.keys))
	for i, k := range y.keys {
		v := y.vals[i]
		if old := m.field(&x, k); old.kind() == kindObject && v.kind() == kindObject {
			v = objectUnion(m, old, v)
		}
		m.put(&out, k, v)
	}
	return m.newObject(out)
}

// maxRange is the longest range that is made here: OPA watches over longer ones.
const maxRange = 10_000

func numbersRange(m *machine, a, b value) value {
	if a.kind() != kindInt || b.kind() != kindInt || abs(a.int()-b.int()) > maxRange {
		return m.opa.call(m, "numbers.range", a, b)
	}
	return m.between(a.int(), b.int(), 1)
}

func numbersRangeStep(m *machine, a, b, step value) value {
	if a.kind() != kindInt || b.kind() != kindInt || step.kind() != kindInt || step.int() < 1 || abs(a.int()-b.int()) > maxRange {
		return m.opa.call(m, "numbers.range_step", a, b, step)
	}
	return m.between(a.int(), b.int(), step.int())
}

// between gives the integers from x to y, down where y is less.
func (m *machine) between(x, y, step int64) value {
	items := m.alloc(int(abs(x-y)/step) + 1)
	if y < x {
		step = -step
	}
	for i := range items {
		items[i] = small(int(x + int64(i)*step))
	}
	return m.newArray(items)
}

func member2(m *machine, x, in value) value {
	switch in.kind() {
	case kindSet:
		return boolean(m.member(m.members(in), x))
	case kindArray:
		return boolean(m.among(m.items(in), x))
	case kindObject:
		return boolean(m.among(m.object(in).vals, x))
	}
	return boolFalse
}

func (m *machine) among(list []value, x value) bool {
	for _, v := range list {
		if m.equal(v, x) {
			return true
		}
	}
	return false
}

func member3(m *machine, key, x, in value) value {
	if in.kind() == kindSet {
		return boolean(m.member(m.members(in), key) && m.equal(key, x))
	}
	v := m.get(in, m.key(key))
	return boolean(v != undefined && m.equal(v, x))
}
