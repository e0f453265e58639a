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

// target gives the local that an opReset or an opAssign sets.
func (o *op) target() operand {
	if o.code == opReset {
		return o.a
	}
	return o.b
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
	reads map[operand]int
	tests func(n int) bool // whether a built-in answers true or false
	path  func(keys []operand) int
	no    operand // the constant false
}

func (t *tidier) function(fn *function) {
	t.reads = map[operand]int{}
	walk(fn.code, func(o *op) {
		o.each(func(x *operand, assigned bool) {
			if !assigned {
				t.reads[*x]++
			}
		})
	})
	for i := range fn.code {
		fn.code[i] = t.block(fn.code[i], true)
	}
}

// block tidies one block. Whether it ends early makes no difference to what comes after it when it is loose.
func (t *tidier) block(b block, loose bool) block {
	var out block
	for i := 0; i < len(b); i++ {
		o := b[i]
		switch {
		case (o.code == opReset || o.code == opAssign) && t.reads[o.target()] == 0:
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
