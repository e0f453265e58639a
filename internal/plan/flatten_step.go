package plan

// step emits one step of a program.
func (f *flattener) step(o *op) {
	switch o.code {
	case opBlock:
		for _, b := range o.body {
			f.block(b)
		}
	case opBreak:
		f.emitTo(f.level(o.n+1), instr{code: iJump})
	case opReturn:
		f.emit(instr{code: iReturn, a: o.a})
	case opResult:
		f.emit(instr{code: iResult, a: o.a})
	case opScan:
		f.scan(o)
	case opNot:
		f.not(o)
	case opWith:
		f.with(o)
	case opCall:
		f.call(o)
	case opCallDynamic:
		d := dynamic{find: f.finder(o.args)}
		f.orElse(instr{code: iDynamic, a: o.a, c: operand(len(f.finds))})
		f.finds = append(f.finds, &d)
		to := f.level(o.n + 1)
		to.other = append(to.other, &d.leave)
	case opBuiltin:
		f.builtin(o)
	case opTest:
		f.test(o)
	case opDot:
		f.orElse(instr{code: iDot, a: o.c, b: o.a, c: o.b})
	case opPath:
		f.orElse(instr{code: iPath, a: o.c, b: operand(o.n)})
	case opArray:
		f.emit(instr{code: iArray, a: o.a, b: operand(len(o.args)), c: f.list(o.args)})
	case opSet:
		f.emit(instr{code: iSet, a: o.a, b: operand(len(o.args)), c: f.list(o.args)})
	case opObject:
		f.object(o)
	default:
		f.simple(o)
	}
}

// object emits the making of an object. Its keys are constant: they are made once, and shared.
func (f *flattener) object(o *op) {
	var keys []value
	var vals []operand
	for i := 0; i < len(o.args); i += 2 {
		keys, vals = append(keys, f.consts[^o.args[i]]), append(vals, o.args[i+1])
	}
	f.emit(instr{code: iObject, a: o.a, b: operand(len(f.keys)), c: f.list(vals)})
	f.keys = append(f.keys, keys)
}

// simple emits a step that needs nothing but its operands.
func (f *flattener) simple(o *op) {
	switch o.code {
	case opAssign:
		f.emit(instr{code: iAssign, a: o.b, b: o.a})
	case opAssignOnce:
		f.emit(instr{code: iAssignOnce, a: o.b, b: o.a})
	case opReset:
		f.emit(instr{code: iReset, a: o.a})
	case opLength:
		f.orElse(instr{code: iLength, a: o.b, b: o.a})
	case opAppend:
		f.emit(instr{code: iAppend, a: o.a, b: o.b})
	case opAdd:
		if f.addArray(o) {
			return
		}
		f.emit(instr{code: iAdd, a: o.a, b: o.b})
	case opInsert:
		f.emit(instr{code: iInsert, a: o.a, b: o.b, c: o.c})
	case opInsertOnce:
		f.emit(instr{code: iInsertOnce, a: o.a, b: o.b, c: o.c})
	case opMerge:
		f.emit(instr{code: iMerge, a: o.c, b: o.a, c: o.b})
	case opEqual:
		f.orElse(instr{code: iEqual, b: o.a, c: o.b})
	case opUnequal:
		f.orElse(instr{code: iUnequal, b: o.a, c: o.b})
	case opIsArray:
		f.orElse(instr{code: iIsKind, n: kindArray, b: o.a})
	case opIsObject:
		f.orElse(instr{code: iIsKind, n: kindObject, b: o.a})
	case opIsSet:
		f.orElse(instr{code: iIsKind, n: kindSet, b: o.a})
	case opIsDefined:
		f.orElse(instr{code: iIsDefined, b: o.a})
	case opIsUndefined:
		f.orElse(instr{code: iIsUndefined, b: o.a})
	default:
		panic("plan: a step that nothing runs") // Decode and Lower let none in
	}
}

// addArray lets the step before, which makes an array, add it to a set, where that is what comes next.
func (f *flattener) addArray(o *op) bool {
	last := len(f.code) - 1
	if last < f.placed || f.code[last].code != iArray || f.code[last].a != o.b || o.a == o.b {
		return false
	}
	i := &f.code[last]
	items := f.args[i.c : i.c+i.b]
	i.code, i.c = iAddArray, f.list(append([]operand{o.a}, items...))
	return true
}

// call emits the call of a function, or its value where that does not depend on the input.
func (f *flattener) call(o *op) {
	fn := &f.funcs[o.n]
	if v := f.Program.funcs[o.n].fixed; v != undefined {
		f.emit(instr{code: iFixed, a: o.a, b: operand(o.n)})
		return
	}
	code := iCall
	switch {
	case len(o.args) == 2:
		code = iRule
	case fn.keep:
		code = iCallKept
	}
	f.orElse(instr{code: code, a: o.a, b: operand(o.n), c: f.list(o.args)})
}

// builtin emits the call of a built-in.
func (f *flattener) builtin(o *op) {
	i := instr{n: uint16(o.n), a: o.a}
	switch n := f.natives[o.n]; {
	case f.names[o.n] == "contains" && f.long(o.args[0]):
		i.code, i.b, i.c = iContainedIn, o.args[1], f.contained(o.args[0])
	case n.one != nil && len(o.args) == 1:
		i.code, i.b = iOne, o.args[0]
	case n.two != nil && len(o.args) == 2:
		i.code, i.b, i.c = iTwo, o.args[0], o.args[1]
	case f.names[o.n] == "object.get" && f.isText(o.args[1]):
		i.code, i.b, i.c = iGet, o.args[0], f.list(o.args[1:])
	case n.three != nil && len(o.args) == 3:
		i.code, i.c = iThree, f.list(o.args)
	default:
		i.code, i.b, i.c = iOPA, operand(len(o.args)), f.list(o.args)
	}
	f.orElse(i)
}

// test emits a built-in whose answer only decides whether to go on.
func (f *flattener) test(o *op) {
	n := f.natives[o.n]
	i := instr{n: uint16(o.n)}
	switch {
	case n.test && n.two != nil && len(o.args) == 2:
		i.b, i.c = o.args[0], o.args[1]
	case n.test && n.one != nil && len(o.args) == 1:
		i.code, i.b = iTestOne, o.args[0]
		f.orElse(i)
		return
	default: // the answer is kept where nothing else is
		o := *o
		o.a = operand(f.free)
		f.locals = max(f.locals, f.free+1)
		f.builtin(&o)
		f.orElse(instr{code: iIsTrue, b: o.a})
		return
	}
	switch f.names[o.n] {
	case "contains":
		if f.long(i.b) {
			i.code, i.b, i.c = iTestContainedIn, i.c, f.contained(i.b)
		} else {
			i.code = iTestTwo
		}
	case "lt":
		i.code = iLess
	case "lte":
		i.code = iLessEqual
	case "gt":
		i.code, i.b, i.c = iLess, i.c, i.b
	case "gte":
		i.code, i.b, i.c = iLessEqual, i.c, i.b
	case "equal":
		i.code = iEqual
	case "neq":
		i.code = iUnequal
	case "internal.member_2":
		i.code = iMember
	default:
		i.code = iTestTwo
	}
	f.orElse(i)
}

// isText says whether an operand is a constant text: as a key of objects it stands for itself.
func (f *flattener) isText(o operand) bool { return isConst(o) && f.consts[^o].kind() == kindString }

// long says whether an operand is a constant text of which an index is worth making.
func (f *flattener) long(o operand) bool {
	if !isConst(o) {
		return false
	}
	v := f.consts[^o]
	return v.kind() == kindString && len(f.tables.text(v)) >= longText
}

// contained makes the index of a constant text.
func (f *flattener) contained(o operand) operand {
	v := f.consts[^o]
	text := f.tables.text(v)
	f.texts = append(f.texts, contained{v, newGrams(text), newRuns(text)})
	return operand(len(f.texts) - 1)
}
