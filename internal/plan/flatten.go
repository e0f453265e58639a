package plan

import "slices"

// flattener makes a routine of blocks in blocks.
type flattener struct {
	*linked
	*routine
	levels []*label // where leaving one block more leads to, the innermost last
	free   int      // the first local that nothing uses
	placed int      // where the last label is: what lies before it may be left out by who goes there
}

// label is a place in the code. Until it is known, what leads there is noted.
type label struct {
	steps []int    // whose field to is the place
	other []*int32 // what else is
}

// flatten makes the routine of the code of a function.
func (l *linked) flatten(code []block, locals int) *routine {
	f := &flattener{linked: l, routine: &routine{locals: locals}, free: locals}
	for _, b := range code {
		f.block(b)
	}
	f.emit(instr{code: iEnd})
	f.straighten()
	f.code, f.args = slices.Clip(f.code), slices.Clip(f.args)
	return f.routine
}

// straighten lets steps that go to a jump go where that goes.
func (f *flattener) straighten() {
	for i := range f.code {
		for to := &f.code[i].to; f.code[*to].code == iJump && f.code[i].code != iScan && f.code[*to].to != *to; {
			*to = f.code[*to].to
		}
	}
}

func (f *flattener) emit(i instr) { f.code = append(f.code, i) }

// emitTo emits a step that may go to a label.
func (f *flattener) emitTo(to *label, i instr) {
	to.steps = append(to.steps, len(f.code))
	f.emit(i)
}

// orElse emits a step that leaves the block when it has no result.
func (f *flattener) orElse(i instr) { f.emitTo(f.level(1), i) }

// place says that a label is here.
func (f *flattener) place(l *label) {
	at := int32(len(f.code))
	f.placed = len(f.code)
	for _, s := range l.steps {
		f.code[s].to = at
	}
	for _, x := range l.other {
		*x = at
	}
}

// level gives where leaving n blocks leads to. There is nothing to leave beyond the outermost one.
func (f *flattener) level(n int) *label {
	return f.levels[max(len(f.levels)-n, 0)]
}

// within emits steps between which leaving blocks leads to other places first, the innermost last.
func (f *flattener) within(b block, levels ...*label) {
	depth := len(f.levels)
	f.levels = append(f.levels, levels...)
	for i := range b {
		if i == 0 || !f.mustNotBeFalse(&b[i-1], &b[i]) {
			f.step(&b[i])
		}
	}
	f.levels = f.levels[:depth]
}

// mustNotBeFalse lets the step before look itself whether what it gives is false, where the next step does nothing else.
func (f *flattener) mustNotBeFalse(before, o *op) bool {
	if o.code != opUnequal || !isConst(o.b) || f.consts[^o.b] != boolFalse {
		return false
	}
	last := &f.code[len(f.code)-1]
	switch before.code {
	case opCall, opDot, opPath:
		if last.a == o.a && last.code != iFixed {
			last.n = isTrue
			return true
		}
	}
	return false
}

// block emits a block: leaving it goes on behind it.
func (f *flattener) block(b block) {
	end := &label{}
	f.within(b, end)
	f.place(end)
}

// scan emits a loop, the step that fetches the next entry behind the body. The body lies in two blocks: leaving one goes on
// with the next entry, leaving two ends the scan.
func (f *flattener) scan(o *op) {
	end, next := &label{}, &label{}
	state := operand(f.free)
	f.free += 2
	f.locals = max(f.locals, f.free)
	f.emitTo(next, instr{code: iScan, a: state, b: o.a})
	start := int32(len(f.code))
	f.within(o.body[0], end, next)
	f.place(next)
	f.emit(instr{code: iNext, a: o.b, b: state, c: o.c, to: start})
	f.place(end)
	f.free -= 2
}

// not emits a body that the block is left behind, and that goes on when it ends early.
func (f *flattener) not(o *op) {
	after := &label{}
	f.within(o.body[0], after)
	f.emitTo(f.level(1), instr{code: iJump})
	f.place(after)
}

// with emits a body that runs by itself, because what it changes must be set right again however it ends. Ending early
// ends the block around it; so does leaving two blocks.
func (f *flattener) with(o *op) {
	w := &withStep{local: o.a, value: o.b, path: o.args, leave: make([]int32, len(f.levels)+1)}
	f.emit(instr{code: iWith, c: operand(len(f.withs))})
	f.withs = append(f.withs, w)
	w.start = int32(len(f.code))
	outer := f.levels
	f.levels = make([]*label, len(w.leave))
	for i := range f.levels {
		f.levels[i] = &label{}
	}
	f.within(o.body[0])
	f.emit(instr{code: iLeave})
	for n := range w.leave {
		f.place(f.level(n + 1))
		f.emit(instr{code: iLeave, b: operand(n + 1)})
	}
	f.levels = outer
	for n := range w.leave {
		to := f.level(max(n, 1))
		to.other = append(to.other, &w.leave[n])
	}
	w.end = int32(len(f.code))
}

// list keeps operands for a step that has more than it holds.
func (f *flattener) list(args []operand) operand {
	f.args = append(f.args, args...)
	return operand(len(f.args) - len(args))
}
