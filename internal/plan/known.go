package plan

import (
	"fmt"
	"maps"
)

// known is what is certain at a place in the code of a function: because steps before it have come to that, and this place
// is only reached when they have.
type known struct {
	same  map[operand]operand // locals that are what another operand is
	facts map[string]fact     // steps that were done, by what they do
}

// fact is a step that has had a result, or a condition that holds.
type fact struct {
	result operand   // where the result is
	reads  []operand // what it was made of
}

func newKnown() *known { return &known{map[operand]operand{}, map[string]fact{}} }

func (k *known) clone() *known { return &known{maps.Clone(k.same), maps.Clone(k.facts)} }

// forget drops what is known about a local.
func (k *known) forget(x operand) {
	delete(k.same, x)
	maps.DeleteFunc(k.same, func(_, v operand) bool { return v == x })
	maps.DeleteFunc(k.facts, func(_ string, f fact) bool {
		if f.result == x {
			return true
		}
		for _, r := range f.reads {
			if r == x {
				return true
			}
		}
		return false
	})
}

// forgetAll drops what is known about all locals that code assigns or adds to.
func (k *known) forgetAll(code []block) {
	walk(code, func(o *op) {
		o.each(func(x *operand, assigned bool) {
			if assigned {
				k.forget(*x)
			}
		})
		if o.grows() {
			k.forget(o.a)
		}
	})
}

// grows says whether a step adds to a collection.
func (o *op) grows() bool {
	switch o.code {
	case opAppend, opAdd, opInsert, opInsertOnce:
		return true
	}
	return false
}

// improver makes the code of functions shorter by what is known at each place: values that do not depend on the input, the
// same under another name, and steps that were done before.
type improver struct {
	*Program
	constants map[value]operand
	grown     map[operand]bool // collections that are added to after they were made
}

func (m *improver) constant(v value) operand {
	o, ok := m.constants[v]
	if !ok {
		m.consts = append(m.consts, v)
		o = operand(^(len(m.consts) - 1))
		m.constants[v] = o
	}
	return o
}

// function improves one function.
func (m *improver) function(code []block) {
	m.grown = grownIn(code)
	k := newKnown()
	for _, b := range code {
		m.block(b, k.clone())
		k.forgetAll([]block{b})
	}
}

// grownIn gives the collections that are added to, under whatever name.
func grownIn(code []block) map[operand]bool {
	grown := map[operand]bool{}
	for n := -1; n < len(grown); {
		n = len(grown)
		walk(code, func(o *op) {
			if o.grows() || o.code == opAssign && grown[o.b] {
				grown[o.a] = true
			}
		})
	}
	return grown
}

func (m *improver) block(b block, k *known) {
	for i := range b {
		m.op(&b[i], k)
	}
}

// bodies improves blocks that may end anywhere: what they assign is not known any more behind them.
func (m *improver) bodies(body []block, k *known) {
	for i := range body {
		m.block(body[i], k.clone())
		k.forgetAll(body[i : i+1])
	}
}

func (m *improver) op(o *op, k *known) {
	m.rename(o, k)
	switch o.code {
	case opBlock, opNot:
		m.bodies(o.body, k)
		return
	case opScan: // what the body assigns it may have assigned before
		k.forgetAll([]block{{*o}})
		m.bodies(o.body, k)
		return
	case opWith: // in it the input is another
		m.bodies(o.body, newKnown())
		k.forgetAll([]block{{*o}})
		return
	case opCall:
		if v := m.funcs[o.n].fixed; v != undefined {
			*o = op{code: opAssign, a: m.constant(v), b: o.a}
		}
	case opDot:
		if isConst(o.a) && isConst(o.b) {
			if v := m.tables.get(m.consts[^o.a], m.consts[^o.b]); v != undefined {
				*o = op{code: opAssign, a: m.constant(v), b: o.c}
			}
		}
	}
	m.learn(o, k)
}

// rename lets a step read what stands for its operands.
func (m *improver) rename(o *op, k *known) {
	first := &o.a
	o.each(func(x *operand, assigned bool) {
		to, ok := k.same[*x]
		if assigned || !ok || x == first && o.grows() && isConst(to) {
			return
		}
		*x = to
	})
}

// learn notes what a step does. One that was done before is not done again.
func (m *improver) learn(o *op, k *known) {
	key, result := m.doneBy(o)
	if result != nil && m.grown[*result] {
		key = ""
	}
	if key != "" {
		if f, ok := k.facts[key]; ok {
			if result == nil {
				*o = op{code: opBlock} // tidying leaves it out
				return
			}
			*o = op{code: opAssign, a: f.result, b: *result}
			key = ""
		}
	}
	var reads []operand
	res := operand(-1)
	o.each(func(x *operand, assigned bool) {
		if assigned {
			k.forget(*x)
			res = *x
		} else {
			reads = append(reads, *x)
		}
	})
	if o.grows() {
		k.forget(o.a)
	}
	for _, r := range reads {
		if r == res {
			return // what it was made of is gone
		}
	}
	switch {
	case o.code == opAssign && o.a != o.b:
		k.same[o.b] = o.a
	case key != "":
		k.facts[key] = fact{res, reads}
	}
}

// doneBy gives what tells steps apart that give the same for the same, and where the result goes; "" for any other step.
func (m *improver) doneBy(o *op) (key string, result *operand) {
	switch o.code {
	case opCall, opBuiltin:
		return fmt.Sprint(o.code, o.n, o.args), &o.a
	case opArray, opSet, opObject:
		return fmt.Sprint(o.code, o.args), &o.a
	case opTest:
		return fmt.Sprint(o.code, o.n, o.args), nil
	case opDot:
		return fmt.Sprint(o.code, o.a, o.b), &o.c
	case opPath:
		return fmt.Sprint(o.code, o.n), &o.c
	case opLength:
		return fmt.Sprint(o.code, o.a), &o.b
	case opEqual, opUnequal:
		return fmt.Sprint(o.code, o.a, o.b), nil
	case opIsArray, opIsObject, opIsSet:
		return fmt.Sprint(o.code, o.a), nil
	}
	return "", nil
}
