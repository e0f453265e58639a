package plan

func (l *linked) builtin(o *op) step {
	name, res := l.names[o.n], o.a
	run := l.caller(name, o.args)
	return func(m *machine, f []value) int {
		v := run(m, f)
		f[res] = v
		switch {
		case v != undefined:
			return next
		case m.err != nil:
			return stop
		}
		return out1
	}
}

// test makes the step of a built-in whose answer only decides whether to go on.
func (l *linked) test(o *op) step {
	run := l.caller(l.names[o.n], o.args)
	return func(m *machine, f []value) int {
		switch v := run(m, f); {
		case v == boolTrue:
			return next
		case m.err != nil:
			return stop
		}
		return out1
	}
}

// caller gives the call of a built-in with its arguments.
func (l *linked) caller(name string, args []operand) func(m *machine, f []value) value {
	n := natives[name]
	if name == "contains" && isConst(args[0]) && !isConst(args[1]) {
		return l.containedIn(l.consts[^args[0]], args[1])
	}
	switch {
	case n.one != nil && len(args) == 1:
		one, a := n.one, args[0]
		return func(m *machine, f []value) value { return one(m, m.read(f, a)) }
	case n.two != nil && len(args) == 2:
		two, a, b := n.two, args[0], args[1]
		return func(m *machine, f []value) value { return two(m, m.read(f, a), m.read(f, b)) }
	case n.three != nil && len(args) == 3:
		three, a, b, c := n.three, args[0], args[1], args[2]
		return func(m *machine, f []value) value { return three(m, m.read(f, a), m.read(f, b), m.read(f, c)) }
	}
	return func(m *machine, f []value) value {
		values := make([]value, len(args))
		for i, a := range args {
			values[i] = m.read(f, a)
		}
		return m.opa.call(m, name, values...)
	}
}

// longText is from how many bytes on an index of a constant text is worth making.
const longText = 512

// containedIn looks texts up in a constant one. Of a long text it notes which runs of a few bytes it has: most texts that
// are not in it begin or end with one that it does not have.
func (l *linked) containedIn(in value, arg operand) func(m *machine, f []value) value {
	contains := natives["contains"].two
	if in.kind() != kindString || len(l.tables.text(in)) < longText {
		return func(m *machine, f []value) value { return contains(m, in, m.read(f, arg)) }
	}
	index := newGrams(l.tables.text(in))
	return func(m *machine, f []value) value {
		if v := m.read(f, arg); v.kind() != kindString || index.may(m.text(v)) {
			return contains(m, in, v)
		}
		return boolFalse
	}
}

// grams are the runs of gramBytes bytes of a text, by their hash: five characters of English, or nearly two of Chinese.
type grams struct {
	bits []uint64
	mask uint32
}

const gramBytes = 5

func newGrams(text string) *grams {
	size := uint32(64)
	for int(size) < 64*len(text) { // so that few others have the hash of one
		size *= 2
	}
	g := &grams{make([]uint64, size/64), size - 1}
	for i := 0; i+gramBytes <= len(text); i++ {
		h := gram(text[i:]) & g.mask
		g.bits[h/64] |= 1 << (h % 64)
	}
	return g
}

func gram(s string) uint32 {
	b := s[:gramBytes]
	v := uint64(b[0]) | uint64(b[1])<<8 | uint64(b[2])<<16 | uint64(b[3])<<24 | uint64(b[4])<<32
	return uint32(v * 0x9E3779B97F4A7C15 >> 32)
}

// may is false only for a text that is surely not in the other.
func (g *grams) may(s string) bool {
	for i := 0; i+gramBytes <= len(s); i++ {
		if h := gram(s[i:]) & g.mask; g.bits[h/64]&(1<<(h%64)) == 0 {
			return false
		}
	}
	return true
}
