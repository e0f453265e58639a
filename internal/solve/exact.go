package solve

import (
	"cmp"
	"fmt"
	"maps"
	"slices"
	"strings"

	"hegui/internal/catalog"
	"hegui/internal/pack"
	"hegui/internal/proposal"
	"hegui/internal/rules"
)

var one = []rules.Constant{{Kind: proposal.Number, Text: "1"}}

func sortedKeys[V any](m map[string]V) []string { return slices.Sorted(maps.Keys(m)) }

// rule is what the logic understands of one requirement.
type rule struct {
	req     *catalog.Requirement
	always  bool     // applies to every proposal
	applies []clause // what holds when it applies, as far as it is understood
	defects []body   // ways to miss it, and to leave it to a person
	clauses []clause // what holds when it is satisfied, as far as it is understood
}

// reasoner holds what the exact part works on.
type reasoner struct {
	fields fields
	bodies []body
	rules  []rule
}

func newReasoner(p *pack.Pack, set *rules.Set) *reasoner {
	r := &reasoner{fields: newFields(p.Schema.Root())}
	byStem := map[string][]body{}
	certain := map[string]bool{} // flags that are always on
	for _, b := range set.Bodies() {
		u := r.fields.understand(b)
		r.bodies = append(r.bodies, u)
		if b.Stem != "" {
			byStem[b.Stem] = append(byStem[b.Stem], u)
		}
		if flag, ok := strings.CutPrefix(b.Head, "because."); ok && strings.HasSuffix(b.Package, ".flags") && len(b.Conditions) == 0 && !b.Default {
			certain[flag] = true
		}
	}
	for i := range p.Catalog.Requirements {
		req := &p.Catalog.Requirements[i]
		one := rule{req: req}
		for _, a := range req.Applies {
			one.always = one.always || len(a) == 1 && !a[0].Off && certain[a[0].Flag]
		}
		var conditions []body
		for _, b := range byStem[req.Stem()] {
			switch {
			case b.Default:
			case b.Name == "applies":
				conditions = append(conditions, b)
			case b.Name == "findings", b.Name == "manual":
				one.defects = append(one.defects, b)
				if c, ok := b.never(); ok {
					one.clauses = append(one.clauses, c)
				}
			}
		}
		if len(conditions) == 1 && !one.always {
			one.applies = conditions[0].always()
		}
		r.rules = append(r.rules, one)
	}
	return r
}

// constants gives the stand-ins of every field that rules compare with constants, by pattern: the values that matter to
// them.
func (r *reasoner) constants() map[string][]*node {
	variables := map[string]*variable{}
	for i := range r.bodies {
		for _, l := range r.bodies[i].literals {
			if l.kind != number && l.kind != text {
				continue
			}
			v := variables[l.name]
			if v == nil {
				v = &variable{name: l.name, shape: l.kind}
				_, v.field, _ = r.fields.shapeOf(l.at)
				variables[l.name] = v
			}
			v.note(l.at)
		}
	}
	out := map[string][]*node{}
	for name, v := range variables {
		if v.shape == text {
			for _, t := range slices.Compact(slices.Sorted(slices.Values(v.texts))) {
				out[name] = append(out[name], &node{kind: proposal.String, text: t})
			}
			continue
		}
		v.settle()
		for _, s := range v.values {
			if s.number == nil {
				continue
			}
			digits, _ := s.number.FloatPrec()
			out[name] = append(out[name], &node{kind: proposal.Number, text: s.number.FloatString(min(digits, 4))})
		}
	}
	return out
}

// conflicts finds requirements that exclude each other, alone or in pairs. Each is a proof: there are no values of the
// fields for which both are satisfied while both apply.
func (r *reasoner) conflicts() []Conflict {
	var out []Conflict
	alone := make([]bool, len(r.rules))
	for i := range r.rules {
		a := &r.rules[i]
		if alone[i] = r.fields.impossible(slices.Concat(a.applies, a.clauses), true); alone[i] {
			if !r.fields.impossible(a.applies, true) {
				out = append(out, r.conflict(a))
			}
		}
	}
	for i := range r.rules {
		for j := range r.rules[:i] {
			a, b := &r.rules[j], &r.rules[i]
			if alone[i] || alone[j] || !share(a.clauses, b.clauses) {
				continue
			}
			applies := slices.Concat(a.applies, b.applies)
			if r.fields.impossible(slices.Concat(applies, a.clauses, b.clauses), true) && !r.fields.impossible(applies, true) {
				out = append(out, r.conflict(a, b))
			}
		}
	}
	return out
}

// conflict describes one, with the conditions that it comes from: as few as still exclude each other.
func (r *reasoner) conflict(of ...*rule) Conflict {
	c := Conflict{Proof: Exact}
	var clauses []clause
	for _, a := range of {
		c.Requirements = append(c.Requirements, a.req.ID)
		clauses = slices.Concat(clauses, a.applies, a.clauses)
	}
	c.Conditions = places(r.core(clauses, true))
	return c
}

// core leaves out every clause without which the rest is still impossible.
func (r *reasoner) core(clauses []clause, must bool) []clause {
	for i := 0; i < len(clauses); {
		fewer := slices.Delete(slices.Clone(clauses), i, i+1)
		if r.fields.impossible(fewer, must) {
			clauses = fewer
		} else {
			i++
		}
	}
	return clauses
}

// places lists the conditions of clauses, each once.
func places(clauses []clause) []Condition {
	var out []Condition
	for _, c := range clauses {
		for _, l := range c {
			p := Condition{File: l.at.File, Line: l.at.Line, Text: conditionText(l.at), Field: l.at.Field}
			put := l.at.Text == "" || l.at.Op == rules.OpDefined // not written by anybody
			if !put && !slices.Contains(out, p) {
				out = append(out, p)
			}
		}
	}
	slices.SortStableFunc(out, func(a, b Condition) int { return cmp.Or(strings.Compare(a.File, b.File), a.Line-b.Line) })
	return out
}

// conditionText writes a condition as a person would.
func conditionText(c *rules.Condition) string {
	if c.Op == rules.OpOpaque {
		return c.Text
	}
	name := c.Field
	if c.Count {
		name = "count(" + name + ")"
	}
	var values []string
	for _, v := range c.Values {
		value := v.Text
		if v.Kind == proposal.String {
			value = fmt.Sprintf("%q", v.Text)
		}
		if v.Threshold != "" {
			value += " (" + v.Threshold + ")"
		}
		values = append(values, value)
	}
	text := name + " " + string(c.Op)
	switch c.Op {
	case rules.OpIn:
		text += " {" + strings.Join(values, ", ") + "}"
	case rules.OpTrue, rules.OpDefined, rules.OpAbsent:
		text = name + " is " + string(c.Op)
	default:
		text += " " + strings.Join(values, ", ")
	}
	if c.Not {
		return "not " + text
	}
	return text
}

// share says whether clauses have a variable in common.
func share(a, b []clause) bool {
	names := map[string]bool{}
	for _, c := range a {
		for _, l := range c {
			names[l.name] = true
		}
	}
	return slices.ContainsFunc(b, func(c clause) bool {
		return slices.ContainsFunc(c, func(l literal) bool { return names[l.name] })
	})
}

// excluded gives, for a profile, as few requirements as exclude each other although each applies to every proposal; nil when
// there are none that the logic finds.
func (r *reasoner) excluded(profile *catalog.Profile) *Conflict {
	var of []*rule
	clauses := func() []clause {
		var out []clause
		for _, a := range of {
			out = append(out, a.clauses...)
		}
		return out
	}
	for i := range r.rules {
		if a := &r.rules[i]; a.always && profile.WeightOf(a.req) > 0 {
			of = append(of, a)
		}
	}
	if !r.fields.impossible(clauses(), true) {
		return nil
	}
	for i := 0; i < len(of); {
		all := of
		of = slices.Delete(slices.Clone(all), i, i+1)
		if !r.fields.impossible(clauses(), true) {
			of = all
			i++
		}
	}
	c := r.conflict(of...)
	return &c
}

// implied finds requirements that cannot fail unless another fails too.
func (r *reasoner) implied() []Implied {
	var out []Implied
	known := map[[2]string]int{}
	for i := range r.rules {
		b := &r.rules[i]
		var live []*body
		for k := range b.defects {
			if !r.fields.impossible(b.defects[k].always(), false) {
				live = append(live, &b.defects[k])
			}
		}
		if len(live) == 0 {
			continue
		}
		for j := range r.rules {
			a := &r.rules[j]
			if i == j || r.fields.impossible(a.clauses, false) { // what always fails says nothing
				continue
			}
			same, covered := true, true
			for _, d := range live {
				alike := slices.ContainsFunc(a.defects, func(x body) bool { return x.Shape == d.Shape })
				same = same && alike
				covered = covered && (alike || len(a.clauses) > 0 && r.fields.impossible(slices.Concat(d.always(), a.clauses), false))
			}
			if !covered {
				continue
			}
			one := Implied{Requirement: b.req.ID, By: a.req.ID, Proof: Exact, Same: same, Applies: a.always || within(b.req.Applies, a.req.Applies)}
			for _, d := range live {
				one.Bodies = append(one.Bodies, Condition{File: d.File, Line: d.Line, Text: d.Code})
			}
			if at, ok := known[[2]string{a.req.ID, b.req.ID}]; ok { // the two are equal: said once
				out[at].Mutual = true
				continue
			}
			known[[2]string{b.req.ID, a.req.ID}] = len(out)
			out = append(out, one)
		}
	}
	return out
}

// within says whether a condition holds only when another does: each of its alternatives says more than one of the other.
func within(a, b catalog.Condition) bool {
	for _, narrow := range a {
		if !slices.ContainsFunc(b, func(wide catalog.Alternative) bool {
			return !slices.ContainsFunc(wide, func(t catalog.FlagTerm) bool { return !slices.Contains(narrow, t) })
		}) {
			return false
		}
	}
	return len(a) > 0
}

// unreachable finds bodies that hold for no proposal, and values that a field never has.
func (r *reasoner) unreachable() []Unreachable {
	var out []Unreachable
	seen := map[string]bool{}
	add := func(u Unreachable) {
		key := fmt.Sprint(u.Conditions, u.Value)
		if !seen[key] {
			seen[key] = true
			out = append(out, u)
		}
	}
	for i := range r.bodies {
		b := &r.bodies[i]
		base := Unreachable{File: b.File, Line: b.Line, Package: b.Package, Name: b.Head, Code: b.Code, Proof: Exact}
		if len(b.literals) > 0 && r.fields.impossible(b.always(), false) {
			u := base
			u.Conditions = places(r.core(b.always(), false))
			u.Schema = len(u.Conditions) == 1
			add(u)
		}
		for k := range b.Conditions {
			c := &b.Conditions[k]
			field := r.fields.byPattern[c.Field]
			if field == nil || field.Type != "string" || len(field.Enum) == 0 || c.Count {
				continue
			}
			for _, v := range c.Values {
				order := c.Op != rules.OpEqual && c.Op != rules.OpIn && c.Op != rules.OpUnequal
				if v.Kind != proposal.String || order || slices.Contains(field.Enum, v.Text) || len(c.Values) == 1 && !c.Not && c.Op != rules.OpUnequal {
					continue // a single value that cannot be is a body that cannot hold
				}
				u := base
				u.Line, u.File, u.Value, u.Schema = c.Line, c.File, v.Text, true
				u.Conditions = places([]clause{{literal{at: c}}})
				add(u)
			}
		}
	}
	return out
}
