package plan

import (
	"math/rand/v2"
	"slices"
	"testing"
)

// Sets are sorted and have each member once, in whatever order they were made, and know what is in them.
func TestSetsAreSorted(t *testing.T) {
	t.Parallel()
	p := &Program{}
	p.tables.setStatic([]string{"", "a", "b", "f", "项目"})
	m := newMachine(link(p))
	m.reset()
	r := rand.New(rand.NewPCG(1, 3))
	some := func() value {
		switch r.IntN(6) {
		case 0:
			return boolean(r.IntN(2) == 0)
		case 1:
			return small(r.IntN(40))
		case 2:
			return m.number([]string{"1.5", "7.0", "12.25"}[r.IntN(3)])
		case 3:
			return at(kindString, r.IntN(p.tables.static))
		case 4: // among them what the program has, as a value of its own
			return m.addString([]string{"a", "aa", "c", "项", "项目"}[r.IntN(5)])
		default:
			return m.newArray([]value{at(kindString, r.IntN(3)), small(r.IntN(6)), at(kindString, r.IntN(5))})
		}
	}
	for range 2000 {
		var set, all []value
		for range r.IntN(60) {
			v := some()
			m.add(&set, v)
			all = append(all, v)
		}
		slices.SortFunc(all, m.compare)
		want := slices.CompactFunc(slices.Clone(all), m.equal)
		if !m.equalLists(set, want) {
			t.Fatalf("got %v, want %v", m.terms(set), m.terms(want))
		}
		for range 10 {
			v := some()
			if got, want := m.member(set, v), slices.ContainsFunc(all, func(x value) bool { return m.compare(x, v) == 0 }); got != want {
				t.Fatalf("%v in %v: %t", m.toAST(v), m.terms(set), got)
			}
		}
	}
}

// Built-ins that remember give what they would give, whatever they were asked before.
func TestRememberedIsWhatIsGiven(t *testing.T) {
	t.Parallel()
	p := &Program{names: []string{"lower", "regex.replace", "regex.split"}}
	p.tables.setStatic([]string{"", "-", "[bB]+"})
	m := newMachine(link(p))
	r := rand.New(rand.NewPCG(1, 4))
	for range 50 {
		m.reset()
		var texts []value
		for range 40 {
			texts = append(texts, m.addString([]string{"A", "aBc", "项目B", "bb", ""}[r.IntN(5)]))
		}
		dash, pattern := at(kindString, 1), at(kindString, 2)
		for range 400 {
			v := texts[r.IntN(len(texts))]
			for i, pair := range [][2]value{
				{m.program.natives[0].one(m, v), natives["lower"].one(m, v)},
				{m.program.natives[1].three(m, v, pattern, dash), natives["regex.replace"].three(m, v, pattern, dash)},
				{m.program.natives[2].two(m, pattern, v), natives["regex.split"].two(m, pattern, v)},
			} {
				if !m.equal(pair[0], pair[1]) {
					t.Fatalf("%s of %v: got %v, want %v", p.names[i], m.toAST(v), m.toAST(pair[0]), m.toAST(pair[1]))
				}
			}
		}
	}
}
