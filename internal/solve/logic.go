package solve

import (
	"slices"
	"strings"

	"hegui/internal/rules"
)

// literal says that a condition holds, or that it does not.
type literal struct {
	at   *rules.Condition
	name string // of the variable
	kind shape
	want bool
}

// clause holds when one of its literals does. An empty clause never holds.
type clause []literal

// body is a rule body as the logic sees it.
type body struct {
	rules.Body
	literals []literal // what can be decided; all of it must hold
	whole    bool      // nothing was left out: the body holds exactly when the literals do
}

// understand turns a rule body into literals.
func (f fields) understand(b rules.Body) body {
	out := body{Body: b, whole: !b.Default}
	items := map[string]string{} // list → the one iteration that conditions are taken from
	twice := map[string]bool{}
	for i := range b.Conditions {
		c := &b.Conditions[i]
		tags := strings.Split(c.Item, " ")
		for k, l := range c.Lists {
			tag := strings.Join(tags[:max(0, len(tags)-len(c.Lists)+k+1)], " ")
			if known, ok := items[l]; ok && known != tag {
				twice[l] = true // items of two iterations need not be the same
			}
			items[l] = tag
		}
	}
	lists := map[string]bool{}
	for i := range b.Conditions {
		c := &b.Conditions[i]
		mixed := slices.ContainsFunc(c.Lists, func(l string) bool { return twice[l] })
		if f.decidable(c) && !mixed {
			kind, _, _ := f.shapeOf(c)
			out.literals = append(out.literals, literal{c, c.Field, kind, true})
			for _, l := range c.Lists {
				lists[l] = true
			}
			continue
		}
		if c.Op == rules.OpOpaque && c.Closed {
			name, not := strings.CutPrefix(c.Text, "not ")
			out.literals = append(out.literals, literal{c, "? " + name, statement, !not})
			continue
		}
		out.whole = false
	}
	for _, l := range sortedKeys(lists) { // a condition of an item needs an item
		c := &rules.Condition{Field: l, Count: true, Op: rules.OpAtLeast, Values: one, File: b.File, Line: b.Line}
		if f.decidable(c) {
			out.literals = append(out.literals, literal{c, l, list, true})
		} else {
			out.whole = false
		}
	}
	return out
}

// never gives the clause that the body does not hold; false when too little of it is understood.
func (b *body) never() (clause, bool) {
	if !b.whole {
		return nil, false
	}
	out := make(clause, len(b.literals))
	for i, l := range b.literals {
		l.want = !l.want
		out[i] = l
	}
	return out, true
}

// always gives the clauses that all literals of the body hold.
func (b *body) always() []clause {
	out := make([]clause, len(b.literals))
	for i, l := range b.literals {
		out[i] = clause{l}
	}
	return out
}

// maxSteps bounds one search for values; what needs more is not decided.
const maxSteps = 20_000

// problem is clauses over variables with few values each.
type problem struct {
	domains []uint64
	clauses [][]option
	steps   int
}

// option is a literal: a variable and the values that satisfy it.
type option struct {
	variable int
	values   uint64
}

// impossible says whether no values satisfy all clauses. That is exact: the search has seen every case. It is false also
// when the search was too long. must leaves out missing values of fields that the schema requires.
func (f fields) impossible(clauses []clause, must bool) bool {
	index := map[string]int{}
	var variables []*variable
	for _, c := range clauses {
		for _, l := range c {
			if _, ok := index[l.name]; !ok {
				index[l.name] = len(variables)
				v := &variable{name: l.name, shape: l.kind, must: f.must[l.name]}
				if l.kind != statement {
					_, v.field, _ = f.shapeOf(l.at)
				}
				variables = append(variables, v)
			}
			variables[index[l.name]].note(l.at)
		}
	}
	p := &problem{domains: make([]uint64, len(variables))}
	for i, v := range variables {
		v.settle()
		if len(v.values) > 64 {
			return false
		}
		for k, s := range v.values {
			if !s.missing || !must || !v.must {
				p.domains[i] |= 1 << k
			}
		}
	}
	for _, c := range clauses {
		options := make([]option, len(c))
		for i, l := range c {
			v := variables[index[l.name]]
			options[i].variable = index[l.name]
			for k, s := range v.values {
				holding := s.truth
				if l.kind != statement {
					holding = holds(l.at, l.kind, s)
				}
				if holding == l.want {
					options[i].values |= 1 << k
				}
			}
		}
		p.clauses = append(p.clauses, options)
	}
	return !p.possible(slices.Clone(p.domains))
}

// possible looks for values, the clause with the fewest options first.
func (p *problem) possible(domains []uint64) bool {
	if p.steps++; p.steps > maxSteps {
		return true
	}
	var best []option
	for _, c := range p.clauses {
		var open []option
		done := false
		for _, o := range c {
			d := domains[o.variable]
			switch {
			case d&^o.values == 0:
				done = true
			case d&o.values != 0:
				open = append(open, o)
			}
		}
		switch {
		case done:
		case len(open) == 0:
			return false
		case best == nil || len(open) < len(best):
			best = open
		}
	}
	if best == nil {
		return true
	}
	for _, o := range best {
		d := domains[o.variable]
		if d&o.values == 0 {
			continue
		}
		branch := slices.Clone(domains)
		branch[o.variable] = d & o.values
		if p.possible(branch) {
			return true
		}
		if domains[o.variable] = d &^ o.values; domains[o.variable] == 0 {
			return false
		}
	}
	return false
}
