package plan

import (
	"encoding/binary"

	"github.com/open-policy-agent/opa/v1/ast"
)

// decoder reads a program. After the first fault it gives zero values; bad says what it was.
type decoder struct {
	src []byte
	bad string
}

func (d *decoder) fail(why string) {
	if d.bad == "" {
		d.bad = why
		d.src = nil
	}
}

func (d *decoder) uint() uint64 {
	n, size := binary.Uvarint(d.src)
	if size <= 0 {
		d.fail("a number is cut off")
		return 0
	}
	d.src = d.src[size:]
	return n
}

func (d *decoder) int() int {
	n, size := binary.Varint(d.src)
	if size <= 0 {
		d.fail("a number is cut off")
		return 0
	}
	d.src = d.src[size:]
	return int(n)
}

// count reads how many of something follow: of what takes at least one byte each.
func (d *decoder) count() int {
	n := d.uint()
	if n > uint64(len(d.src)) {
		d.fail("a list is longer than the file")
		return 0
	}
	return int(n)
}

func (d *decoder) byte() byte {
	if len(d.src) == 0 {
		d.fail("a step is cut off")
		return 0
	}
	b := d.src[0]
	d.src = d.src[1:]
	return b
}

func (d *decoder) value() value {
	kind := d.uint()
	if kind > kindSet {
		d.fail("a value of no kind")
	}
	if kind == kindInt {
		return small(d.int())
	}
	return at(int(kind), int(d.uint()))
}

func (d *decoder) values() []value {
	n := d.count()
	if n == 0 {
		return nil
	}
	list := make([]value, n)
	for i := range list {
		list[i] = d.value()
	}
	return list
}

// texts reads texts out of one string, so that they are one allocation.
func (d *decoder) texts() []string {
	n := d.count()
	ends, list := make([]int, n), make([]string, n)
	var all []byte
	for i := range list {
		size := d.count()
		all = append(all, d.src[:size]...)
		d.src = d.src[size:]
		ends[i] = len(all)
	}
	text, start := string(all), 0
	for i, end := range ends {
		list[i], start = text[start:end], end
	}
	return list
}

func (d *decoder) text() string {
	n := d.count()
	s := string(d.src[:n])
	d.src = d.src[n:]
	return s
}

func (d *decoder) program() *Program {
	p := &Program{strict: d.uint() == 1}
	static := int(d.uint())
	all := d.texts()
	if static < 0 || static > len(all) {
		d.fail("fewer texts than there should be")
		return p
	}
	t := &p.tables
	t.setStatic(all[:static:static])
	t.strings = all
	for range d.count() {
		t.numbers = append(t.numbers, parseNumber(d.text()))
	}
	t.arrays, t.objects, t.sets = make([][]value, d.count()), make([]object, d.count()), make([][]value, d.count())
	for i := range t.arrays {
		t.arrays[i] = d.values()
	}
	for i := range t.objects {
		t.objects[i] = object{d.values(), d.values()}
	}
	for i := range t.sets {
		t.sets[i] = d.values()
	}
	p.consts, p.data = d.values(), d.value()
	p.names = d.texts()
	for range d.count() {
		p.paths = append(p.paths, d.values())
	}
	p.funcs = make([]function, d.count())
	for i := range p.funcs {
		p.funcs[i] = function{name: d.text(), path: d.texts(), params: d.count(), locals: int(d.uint()), fixed: d.value(), code: d.blocks(0)}
	}
	for range d.count() {
		p.plans = append(p.plans, plan{name: d.text(), locals: int(d.uint()), code: d.blocks(0)})
	}
	return p
}

// maxNesting is how deep blocks may lie in each other: OPA's planner makes a few dozen levels of the deepest rules.
const maxNesting = 1000

func (d *decoder) blocks(depth int) []block {
	if depth > maxNesting {
		d.fail("blocks lie too deep in each other")
	}
	code := make([]block, d.count())
	for i := range code {
		n := d.count()
		code[i] = make(block, n)
		for j := range code[i] {
			d.op(&code[i][j], depth)
		}
	}
	return code
}

func (d *decoder) op(o *op, depth int) {
	o.code = opcode(d.byte())
	has := d.byte()
	for i, x := range []*operand{&o.a, &o.b, &o.c} {
		if has&(1<<i) != 0 {
			*x = operand(d.int())
		}
	}
	if has&(1<<3) != 0 {
		o.n = d.int()
	}
	if has&(1<<4) != 0 {
		o.args = make([]operand, d.count())
		for i := range o.args {
			o.args[i] = operand(d.int())
		}
	}
	if has&(1<<5) != 0 {
		o.body = d.blocks(depth + 1)
	}
}

// maxLocals is how many locals a function may have.
const maxLocals = 1 << 16

// check looks whether everything that a program names is there, so that running it never reaches outside.
func (d *decoder) check(p *Program) {
	t := &p.tables
	all := [][]value{p.consts, {p.data}}
	all = append(append(append(all, t.arrays...), t.sets...), p.paths...)
	for _, o := range t.objects {
		if len(o.keys) != len(o.vals) {
			d.fail("an object with more keys than values")
		}
		all = append(all, o.keys, o.vals)
	}
	for _, f := range p.funcs {
		all = append(all, []value{f.fixed})
	}
	for _, list := range all {
		for _, v := range list {
			if i := v.index(); v.kind() >= kindNumber && (i < 0 || i >= t.size(v.kind())) {
				d.fail("a value that is not there")
			}
		}
	}
	for _, n := range p.names {
		if _, ok := natives[n]; !ok && !fromOPA(n) {
			d.fail("an unknown built-in " + n)
		}
	}
	for i := range p.funcs {
		f := &p.funcs[i]
		if f.params < 2 || f.params > f.locals {
			d.fail("a function without its parameters")
		}
		d.checkCode(p, f.code, f.locals)
	}
	for i := range p.plans {
		if p.plans[i].locals < 2 {
			d.fail("an entry point without its parameters")
		}
		d.checkCode(p, p.plans[i].code, p.plans[i].locals)
	}
}

// size says how many values of a kind there are.
func (t *tables) size(kind int) int {
	switch kind {
	case kindNumber:
		return len(t.numbers)
	case kindString:
		return len(t.strings)
	case kindArray:
		return len(t.arrays)
	case kindObject:
		return len(t.objects)
	}
	return len(t.sets)
}

func (d *decoder) checkCode(p *Program, code []block, locals int) {
	if locals > maxLocals {
		d.fail("too many locals")
	}
	walk(code, func(o *op) {
		o.each(func(x *operand, assigned bool) {
			if int(*x) >= locals || *x < 0 && (assigned || int(^*x) >= len(p.consts)) {
				d.fail("a step whose operand is not there")
			}
		})
		limit := 0
		switch o.code {
		case opCall:
			limit = len(p.funcs)
			if o.n >= 0 && o.n < limit && len(o.args) != p.funcs[o.n].params {
				d.fail("a call with other arguments than the function has")
			}
		case opBuiltin, opTest:
			limit = len(p.names)
			if o.n >= 0 && o.n < limit {
				if b, ok := ast.BuiltinMap[p.names[o.n]]; !ok || len(o.args) != b.Decl.Arity() {
					d.fail("a built-in with other arguments than it has")
				}
			}
		case opAppend, opAdd, opInsert, opInsertOnce:
			if isConst(o.a) {
				d.fail("a constant that is added to")
			}
		case opPath:
			limit = len(p.paths)
		case opBreak, opCallDynamic:
			limit = maxNesting + 5
		case opScan, opNot, opWith:
			if len(o.body) != 1 {
				d.fail("a step without its block")
			}
		case opObject:
			for i := 0; i < len(o.args); i += 2 {
				if !isConst(o.args[i]) {
					d.fail("an object whose keys are not constant")
				}
			}
			if len(o.args)%2 != 0 {
				d.fail("a key without a value")
			}
		case opInvalid:
			d.fail("no step")
		default:
			if o.code >= opcodes {
				d.fail("an unknown step")
			}
		}
		if limit > 0 && (o.n < 0 || o.n >= limit) {
			d.fail("a step that names what is not there")
		}
	})
}
