package plan

import (
	"slices"

	"github.com/open-policy-agent/opa/v1/ir"
)

// each visits the operands of a step, those of the steps inside it left out, and says which it assigns.
func (o *op) each(visit func(x *operand, assigned bool)) {
	args := func() {
		for i := range o.args {
			visit(&o.args[i], false)
		}
	}
	switch o.code {
	case opReturn, opResult, opIsArray, opIsObject, opIsSet, opIsDefined, opIsUndefined:
		visit(&o.a, false)
	case opScan:
		visit(&o.a, false)
		visit(&o.b, true)
		visit(&o.c, true)
	case opWith:
		visit(&o.b, false)
		visit(&o.a, true)
		args()
	case opCall, opCallDynamic, opBuiltin, opArray, opSet, opObject:
		args()
		visit(&o.a, true)
	case opTest:
		args()
	case opDot, opMerge:
		visit(&o.a, false)
		visit(&o.b, false)
		visit(&o.c, true)
	case opPath:
		visit(&o.c, true)
	case opAssign, opAssignOnce, opLength:
		visit(&o.a, false)
		visit(&o.b, true)
	case opReset:
		visit(&o.a, true)
	case opEqual, opUnequal, opAppend, opAdd:
		visit(&o.a, false)
		visit(&o.b, false)
	case opInsert, opInsertOnce:
		visit(&o.a, false)
		visit(&o.b, false)
		visit(&o.c, false)
	}
}

// makes says whether all that a step does is to set a local.
func (o *op) makes() bool {
	switch o.code {
	case opReset, opAssign, opArray, opSet, opObject:
		return true
	}
	return false
}

// target gives the local that such a step sets.
func (o *op) target() operand {
	if o.code == opAssign {
		return o.b
	}
	return o.a
}

func walk(code []block, visit func(*op)) {
	for _, b := range code {
		for i := range b {
			visit(&b[i])
			walk(b[i].body, visit)
		}
	}
}

// tidier makes the code of one function shorter without changing what it does.
type tidier struct {
	params int
	reads  map[operand]int
	writes map[operand]int  // but for resets
	tests  func(n int) bool // whether a built-in answers true or false
	path   func(keys []operand) int
	no     operand // the constant false
}

func (t *tidier) function(fn *function) {
	returnAtOnce(fn.code)
	// What is left out may have been the last to read something.
	for before := -1; before != steps(fn.code); {
		before = steps(fn.code)
		t.count(fn)
		fn.code = t.blocks(fn.code)
	}
}

// steps counts the steps of code.
func steps(code []block) (n int) {
	walk(code, func(*op) { n++ })
	return n
}

func (t *tidier) count(fn *function) {
	t.params, t.reads, t.writes = fn.params, map[operand]int{}, map[operand]int{}
	walk(fn.code, func(o *op) {
		o.each(func(x *operand, assigned bool) {
			switch {
			case !assigned:
				t.reads[*x]++
			case o.code != opReset:
				t.writes[*x]++
			}
		})
	})
}

// returnAtOnce lets a function return where a rule's body has found its value. The planner keeps the value in a local of
// the body, `end` blocks hand it on, and other bodies look whether it is there; where it is certain that they only do that,
// there is no need to go through them:
//
//	reset v · … · v := x          →  … · return x
//	if v is undefined · …            (an else, or a default)
//	if v is defined · result := v
//	return result
func returnAtOnce(code []block) {
	for i, b := range code {
		if len(b) == 0 || b[len(b)-1].code != opAssignOnce || i+2 > len(code)-1 {
			continue
		}
		last := &b[len(b)-1]
		v := last.b
		if first := b[0]; first.a != v || first.code != opReset && first.code != opIsUndefined {
			continue
		}
		if result, ok := handsOn(code[i+1:], v); ok && !assignsBefore(code[:i], result) {
			*last = op{code: opReturn, a: last.a}
		}
	}
}

// handsOn says whether blocks, entered when v is defined and the result is not, only make v the result and return it, and
// which local the result is.
func handsOn(code []block, v operand) (result operand, ok bool) {
	end := code[len(code)-1]
	if len(end) != 1 || end[0].code != opReturn || isConst(end[0].a) {
		return 0, false
	}
	result = end[0].a
	given := false
	for _, b := range code[:len(code)-1] {
		switch {
		case len(b) == 0:
		case b[0].code == opIsUndefined && (b[0].a == v && !given || b[0].a == result && given):
		case len(b) == 2 && b[0].code == opIsDefined && b[0].a == v && b[1].code == opAssignOnce && b[1].a == v && b[1].b == result && !given:
			given = true
		default:
			return 0, false
		}
	}
	return result, given
}

func assignsBefore(code []block, x operand) bool {
	found := false
	walk(code, func(o *op) {
		o.each(func(y *operand, assigned bool) { found = found || assigned && *y == x })
	})
	return found
}

// block tidies one block. Whether it ends early makes no difference to what comes after it when it is loose.
func (t *tidier) block(b block, loose bool) block {
	var out block
	for i := 0; i < len(b); i++ {
		o := b[i]
		switch {
		case o.code == opIsUndefined && t.never(o.a):
			continue
		case o.code == opIsDefined && t.never(o.a):
			o = op{code: opBreak}
		case o.makes() && t.reads[o.target()] == 0:
			continue
		case o.code == opBlock:
			o.body = t.blocks(o.body)
			if len(o.body) == 0 {
				continue
			}
			if only := o.body[0]; len(o.body) == 1 && len(only) == 1 && only[0].code == opBreak {
				o = op{code: opBreak, n: only[0].n - 1} // n is not 0: the block would be gone
			}
		case len(o.body) > 0:
			o.body[0] = t.block(o.body[0], o.code == opScan)
		case o.code == opDot && o.a == operand(ir.Input) && isConst(o.b):
			keys := []operand{o.b}
			for i+1 < len(b) && b[i+1].code == opDot && b[i+1].a == o.c && isConst(b[i+1].b) && t.reads[o.c] == 1 {
				i++
				keys, o.c = append(keys, b[i].b), b[i].c
			}
			o = op{code: opPath, n: t.path(keys), c: o.c}
		case o.code == opBuiltin && t.tests(o.n) && i+1 < len(b) && t.reads[o.a] == 1 &&
			b[i+1].code == opUnequal && b[i+1].a == o.a && b[i+1].b == t.no:
			i++
			o = op{code: opTest, n: o.n, args: o.args}
		}
		out = append(out, o)
		if o.code == opBreak || o.code == opReturn {
			break
		}
	}
	if n := len(out); loose && n > 0 && out[n-1].code == opBreak && out[n-1].n == 0 {
		out = out[:n-1]
	}
	return slices.Clip(out)
}

// never says whether a local has no value at any time.
func (t *tidier) never(x operand) bool { return int(x) >= t.params && t.writes[x] == 0 }

// blocks tidies the blocks of an opBlock and leaves out those that do nothing.
func (t *tidier) blocks(body []block) []block {
	var out []block
	for _, b := range body {
		if b = t.block(b, true); len(b) > 0 {
			out = append(out, b)
		}
	}
	return out
}

// renumber gives the parameters the first locals and every other one that is still used the next.
func renumber(fn *function, params []ir.Local) {
	numbers := map[operand]operand{}
	for i, p := range params {
		numbers[operand(p)] = operand(i)
	}
	walk(fn.code, func(o *op) {
		o.each(func(x *operand, _ bool) {
			if *x < 0 {
				return
			}
			n, ok := numbers[*x]
			if !ok {
				n = operand(len(numbers))
				numbers[*x] = n
			}
			*x = n
		})
	})
	fn.locals = len(numbers)
}
