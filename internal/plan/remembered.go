package plan

// remembered is a built-in whose results are remembered under a number. The same value is given again for the same, so that
// what is made of that is found again, too: rules bring a licence or a name to one form in many places.
func (n native) remembered(id int32) native {
	if one := n.one; one != nil {
		n.one = func(m *machine, a value) value {
			return m.remember(id, a, undefined, undefined, func() value { return one(m, a) })
		}
	}
	if two := n.two; two != nil {
		n.two = func(m *machine, a, b value) value {
			return m.remember(id, a, b, undefined, func() value { return two(m, a, b) })
		}
	}
	if three := n.three; three != nil {
		n.three = func(m *machine, a, b, c value) value {
			return m.remember(id, a, b, c, func() value { return three(m, a, b, c) })
		}
	}
	return n
}

// remember gives what a built-in gave for the same arguments, or asks it.
func (m *machine) remember(id int32, a, b, c value, ask func() value) value {
	h := (uint64(a)^uint64(b)<<24^uint64(c)<<44)*0x9E3779B97F4A7C15 + uint64(id)
	slot := &m.texts[(h^h>>32)%textSlots]
	if slot.gen == m.gen && slot.fn == id && slot.args[0] == a && slot.args[1] == b && slot.args[2] == c {
		return slot.v
	}
	v := ask()
	if m.err == nil {
		*slot = call{m.gen, id, [maxKept]value{a, b, c}, v}
	}
	return v
}
