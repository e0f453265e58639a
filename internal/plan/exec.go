package plan

// How exec ends; 0 or more is how many blocks the body of a `with` leaves.
const stop = -1 // the function has returned, or the run has failed

// operandOf reads an operand without asking what it is: constants lie at the bottom of the memory, the frame from fp on.
func operandOf(mem []value, fp int, o operand) value {
	isConst := int(o) >> 31 // all ones, or none
	return mem[(int(o)^isConst)+fp&^isConst]
}

// exec runs a routine from a place on, in the frame at fp.
func (m *machine) exec(r *routine, pc, fp int) int {
	mem := m.mem
	code := r.code
	for {
		i := &code[pc]
		pc++
		switch i.code {
		case iJump:
			pc = int(i.to)
		case iLeave:
			return int(i.b)
		case iReturn:
			m.ret = operandOf(mem, fp, i.a)
			return stop
		case iEnd:
			return stop
		case iScan: // the first entry is fetched here, the others by the iNext
			v := operandOf(mem, fp, i.b)
			key, val, n := small(0), undefined, 0
			switch v.kind() {
			case kindArray:
				if items := m.arrays[v.index()]; len(items) > 0 {
					val, n = items[0], len(items)
				}
			case kindObject:
				if o := &m.objects[v.index()]; len(o.keys) > 0 {
					key, val, n = o.keys[0], o.vals[0], len(o.keys)
				}
			case kindSet:
				if members := m.sets[v.index()]; len(members) > 0 {
					key, val, n = members[0], members[0], len(members)
				}
			}
			if n == 0 {
				pc = int(i.to) + 1
				continue
			}
			mem[fp+int(i.a)], mem[fp+int(i.a)+1] = v, 1<<32|value(n-1)
			following := &code[i.to]
			mem[fp+int(following.a)], mem[fp+int(following.c)] = key, val
		case iNext:
			// The second local holds what was gone through above, and what is left below.
			state := &mem[fp+int(i.b)+1]
			if uint32(*state) == 0 {
				continue
			}
			at := int(*state >> 32)
			*state += 1<<32 - 1
			if m.stop.Load() {
				return m.fail(errEnded)
			}
			key, val := small(at), undefined
			switch v := mem[fp+int(i.b)]; v.kind() {
			case kindArray:
				val = m.arrays[v.index()][at]
			case kindObject:
				o := &m.objects[v.index()]
				key, val = o.keys[at], o.vals[at]
			default:
				val = m.sets[v.index()][at]
				key = val
			}
			mem[fp+int(i.a)], mem[fp+int(i.c)] = key, val
			pc = int(i.to)
		case iRule:
			fn := &m.program.funcs[i.b]
			kept := &m.memo[i.b]
			if kept.gen != m.gen {
				args := r.args[i.c : i.c+2]
				m.rule(fn, operandOf(mem, fp, args[0]), operandOf(mem, fp, args[1]))
				if m.err != nil {
					return stop
				}
				mem = m.mem
			}
			if mem[fp+int(i.a)] = kept.v; i.lacks(kept.v) {
				pc = int(i.to)
			}
		case iCall, iCallKept:
			fn := &m.program.funcs[i.b]
			v := m.call(fn, fp, r.args[i.c:int(i.c)+fn.params], i.code == iCallKept)
			mem = m.mem
			mem[fp+int(i.a)] = v
			if i.lacks(v) {
				if m.err != nil {
					return stop
				}
				pc = int(i.to)
			}
		case iFixed:
			mem[fp+int(i.a)] = m.program.Program.funcs[i.b].fixed
		case iDot:
			src, key := operandOf(mem, fp, i.b), operandOf(mem, fp, i.c)
			var v value
			if src.kind() == kindObject {
				v = m.field(&m.objects[src.index()], key)
			} else {
				v = m.get(src, key)
			}
			if mem[fp+int(i.a)] = v; i.lacks(v) {
				pc = int(i.to)
			}
		case iGet:
			src := operandOf(mem, fp, i.b)
			if src.kind() != kindObject {
				if m.refuse(); m.err != nil {
					return stop
				}
				mem[fp+int(i.a)] = undefined
				pc = int(i.to)
				continue
			}
			args := r.args[i.c : i.c+2]
			v := m.field(&m.objects[src.index()], operandOf(mem, fp, args[0]))
			if v == undefined {
				v = operandOf(mem, fp, args[1])
			}
			if mem[fp+int(i.a)] = v; v == undefined {
				pc = int(i.to)
			}
		case iPath:
			kept := &m.paths[i.b]
			if kept.gen != m.gen {
				*kept = memo{m.gen, m.follow(mem[fp], m.program.paths[i.b])}
			}
			if mem[fp+int(i.a)] = kept.v; i.lacks(kept.v) {
				pc = int(i.to)
			}
		case iAssign:
			mem[fp+int(i.a)] = operandOf(mem, fp, i.b)
		case iReset:
			mem[fp+int(i.a)] = undefined
		case iAdd:
			m.add(&m.sets[operandOf(mem, fp, i.a).index()], operandOf(mem, fp, i.b))
		case iAppend:
			list := &m.arrays[operandOf(mem, fp, i.a).index()]
			*list = append(m.grow(*list), operandOf(mem, fp, i.b))
		case iArray:
			items := m.alloc(int(i.b))
			for j, a := range r.args[i.c : i.c+i.b] {
				items[j] = operandOf(mem, fp, a)
			}
			mem[fp+int(i.a)] = m.newArray(items)
		case iAddArray:
			args := r.args[i.c : i.c+i.b+1]
			items := m.alloc(int(i.b))
			for j, a := range args[1:] {
				items[j] = operandOf(mem, fp, a)
			}
			v := m.newArray(items)
			mem[fp+int(i.a)] = v
			m.add(&m.sets[operandOf(mem, fp, args[0]).index()], v)
		case iSet:
			members := m.alloc(int(i.b))[:0]
			for _, a := range r.args[i.c : i.c+i.b] {
				m.add(&members, operandOf(mem, fp, a))
			}
			mem[fp+int(i.a)] = m.newSet(members)
		case iObject:
			// The keys are shared; whoever adds one gets a copy, for they have no room.
			keys := r.keys[i.b]
			vals := m.alloc(len(keys))
			for j, a := range r.args[i.c : int(i.c)+len(keys)] {
				vals[j] = operandOf(mem, fp, a)
			}
			mem[fp+int(i.a)] = m.newObject(object{keys, vals})
		case iOne, iTwo, iThree, iContainedIn:
			v := undefined
			switch i.code {
			case iOne:
				v = m.program.natives[i.n].one(m, operandOf(mem, fp, i.b))
			case iTwo:
				v = m.program.natives[i.n].two(m, operandOf(mem, fp, i.b), operandOf(mem, fp, i.c))
			case iThree:
				args := r.args[i.c : i.c+3]
				v = m.program.natives[i.n].three(m, operandOf(mem, fp, args[0]), operandOf(mem, fp, args[1]), operandOf(mem, fp, args[2]))
			default:
				v = r.texts[i.c].has(m, operandOf(mem, fp, i.b))
			}
			if mem[fp+int(i.a)] = v; v == undefined {
				if m.err != nil {
					return stop
				}
				pc = int(i.to)
			}
		case iTestOne, iTestTwo, iTestContainedIn:
			v := undefined
			switch i.code {
			case iTestOne:
				v = m.program.natives[i.n].one(m, operandOf(mem, fp, i.b))
			case iTestTwo:
				v = m.program.natives[i.n].two(m, operandOf(mem, fp, i.b), operandOf(mem, fp, i.c))
			default:
				v = r.texts[i.c].has(m, operandOf(mem, fp, i.b))
			}
			if v != boolTrue {
				if m.err != nil {
					return stop
				}
				pc = int(i.to)
			}
		case iLess:
			if !m.less(operandOf(mem, fp, i.b), operandOf(mem, fp, i.c)) {
				pc = int(i.to)
			}
		case iLessEqual:
			if m.less(operandOf(mem, fp, i.c), operandOf(mem, fp, i.b)) {
				pc = int(i.to)
			}
		case iEqual:
			if !m.equal(operandOf(mem, fp, i.b), operandOf(mem, fp, i.c)) {
				pc = int(i.to)
			}
		case iUnequal:
			if m.equal(operandOf(mem, fp, i.b), operandOf(mem, fp, i.c)) {
				pc = int(i.to)
			}
		case iMember:
			if member2(m, operandOf(mem, fp, i.b), operandOf(mem, fp, i.c)) != boolTrue {
				pc = int(i.to)
			}
		case iIsTrue:
			if operandOf(mem, fp, i.b) != boolTrue {
				pc = int(i.to)
			}
		case iIsKind:
			if operandOf(mem, fp, i.b).kind() != int(i.n) {
				pc = int(i.to)
			}
		case iIsDefined:
			if operandOf(mem, fp, i.b) == undefined {
				pc = int(i.to)
			}
		case iIsUndefined:
			if operandOf(mem, fp, i.b) != undefined {
				pc = int(i.to)
			}
		default:
			switch m.rare(r, i, fp) {
			case stop:
				return stop
			case other:
				pc = int(i.to)
			case away:
				pc = m.away
			}
			mem = m.mem
		}
	}
}

// lacks says whether a step has no result, or one that it should not have.
func (i *instr) lacks(v value) bool { return v == undefined || v == boolFalse && i.n == isTrue }

// less says whether a value stands before another.
func (m *machine) less(a, b value) bool {
	if a.kind() == kindInt && b.kind() == kindInt {
		return int64(a) < int64(b)
	}
	return m.compare(a, b) < 0
}

// follow gives what lies below a value at a chain of keys.
func (t *tables) follow(v value, keys []value) value {
	for _, k := range keys {
		if v = t.get(v, k); v == undefined {
			break
		}
	}
	return v
}
