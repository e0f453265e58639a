package plan

import (
	"fmt"
	"slices"

	"github.com/open-policy-agent/opa/v1/ir"
)

// stmt lowers one statement.
func (b *body) stmt(out *block, s ir.Stmt, m *making) {
	emit := func(o op) { *out = append(*out, o) }
	if m != nil {
		b.make(out, s, m)
		return
	}
	switch s := s.(type) {
	case *ir.NopStmt:
	case *ir.BlockStmt:
		o := op{code: opBlock}
		for _, ib := range s.Blocks {
			o.body = append(o.body, b.block(ib))
		}
		emit(o)
	case *ir.BreakStmt:
		emit(op{code: opBreak, n: int(s.Index)})
	case *ir.ReturnLocalStmt:
		emit(op{code: opReturn, a: b.local(s.Source)})
	case *ir.ResultSetAddStmt:
		emit(op{code: opResult, a: b.local(s.Value)})
	case *ir.ScanStmt:
		emit(op{code: opScan, a: b.local(s.Source), b: operand(s.Key), c: operand(s.Value), body: []block{b.block(s.Block)}})
	case *ir.NotStmt:
		emit(op{code: opNot, body: []block{b.block(s.Block)}})
	case *ir.WithStmt:
		b.with(out, s)
	case *ir.CallStmt:
		b.call(out, s)
	case *ir.CallDynamicStmt:
		o := op{code: opCallDynamic, a: operand(s.Result), n: 3}
		for _, p := range s.Path {
			o.args = append(o.args, b.read(p))
		}
		if len(s.Args) != 2 || s.Args[0] != ir.Input || s.Args[1] != ir.Data {
			b.fail(fmt.Errorf("dynamic call of other arguments: %w", ErrUnsupported))
		}
		emit(o)
	case *ir.DotStmt:
		b.dot(out, s)
	case *ir.AssignVarStmt:
		b.assign(out, s)
	case *ir.AssignVarOnceStmt:
		emit(op{code: opAssignOnce, a: b.read(s.Source), b: operand(s.Target)})
	case *ir.AssignIntStmt:
		emit(op{code: opAssign, a: b.constant(small(int(s.Value))), b: operand(s.Target)})
	case *ir.ResetLocalStmt:
		emit(op{code: opReset, a: operand(s.Target)})
	case *ir.LenStmt:
		emit(op{code: opLength, a: b.read(s.Source), b: operand(s.Target)})
	case *ir.MakeNullStmt:
		b.define(out, s.Target, b.constant(null))
	case *ir.MakeNumberIntStmt:
		b.define(out, s.Target, b.constant(small(int(s.Value))))
	case *ir.MakeNumberRefStmt:
		b.define(out, s.Target, b.constant(b.program.tables.number(b.policy.Static.Strings[s.Index].Value)))
	case *ir.MakeArrayStmt:
		emit(op{code: opArray, a: operand(s.Target)})
	case *ir.MakeSetStmt:
		emit(op{code: opSet, a: operand(s.Target)})
	case *ir.MakeObjectStmt:
		emit(op{code: opObject, a: operand(s.Target)})
	case *ir.ArrayAppendStmt:
		emit(op{code: opAppend, a: b.grows(s.Array), b: b.read(s.Value)})
	case *ir.SetAddStmt:
		emit(op{code: opAdd, a: b.grows(s.Set), b: b.read(s.Value)})
	case *ir.ObjectInsertStmt:
		emit(op{code: opInsert, a: b.grows(s.Object), b: b.read(s.Key), c: b.read(s.Value)})
	case *ir.ObjectInsertOnceStmt:
		emit(op{code: opInsertOnce, a: b.grows(s.Object), b: b.read(s.Key), c: b.read(s.Value)})
	case *ir.ObjectMergeStmt:
		emit(op{code: opMerge, a: b.local(s.A), b: b.local(s.B), c: operand(s.Target)})
	case *ir.EqualStmt:
		emit(op{code: opEqual, a: b.read(s.A), b: b.read(s.B)})
	case *ir.NotEqualStmt:
		emit(op{code: opUnequal, a: b.read(s.A), b: b.read(s.B)})
	case *ir.IsArrayStmt:
		emit(op{code: opIsArray, a: b.read(s.Source)})
	case *ir.IsObjectStmt:
		emit(op{code: opIsObject, a: b.read(s.Source)})
	case *ir.IsSetStmt:
		emit(op{code: opIsSet, a: b.read(s.Source)})
	case *ir.IsDefinedStmt:
		emit(op{code: opIsDefined, a: b.local(s.Source)})
	case *ir.IsUndefinedStmt:
		emit(op{code: opIsUndefined, a: b.local(s.Source)})
	default:
		b.fail(fmt.Errorf("statement %T: %w", s, ErrUnsupported))
	}
}

// grows gives the local of a collection that is added to. It is never a constant: those are shared.
func (b *body) grows(x ir.Local) operand {
	o := b.local(x)
	if isConst(o) {
		b.fail(fmt.Errorf("local %d is constant and added to: %w", x, ErrUnsupported))
	}
	return o
}

// make makes a collection in one piece: once for all when it is constant.
func (b *body) make(out *block, s ir.Stmt, m *making) {
	if m.kind == opInvalid {
		return
	}
	o := op{code: m.kind, a: operand(target(s))}
	fixed := true
	for _, add := range m.adds {
		for _, part := range parts(add) {
			x := b.read(part)
			fixed = fixed && isConst(x)
			o.args = append(o.args, x)
		}
	}
	if m.kind == opObject {
		b.sortFields(&o)
	}
	if !fixed {
		*out = append(*out, o)
		return
	}
	values := make([]value, len(o.args))
	for i, x := range o.args {
		values[i] = b.valueOf(x)
	}
	b.stands[target(s)] = b.constant(b.program.tables.collection(m.kind, values))
}

// collection makes an array, a set, or an object of keys in order.
func (t *tables) collection(kind opcode, parts []value) value {
	switch kind {
	case opArray:
		return t.newArray(parts)
	case opSet:
		var members []value
		for _, v := range parts {
			if i, found := t.search(members, v); !found {
				members = slices.Insert(members, i, v)
			}
		}
		return t.newSet(members)
	}
	var o object
	for i := 0; i < len(parts); i += 2 {
		o.keys, o.vals = append(o.keys, parts[i]), append(o.vals, parts[i+1])
	}
	return t.newObject(o)
}

// sortFields brings the keys of an object, all of them constant texts, in order; of two that are the same the last one
// counts.
func (b *body) sortFields(o *op) {
	type field struct{ key, val operand }
	var fields []field
	for i := 0; i < len(o.args); i += 2 {
		f := field{o.args[i], o.args[i+1]}
		if j := slices.IndexFunc(fields, func(g field) bool { return g.key == f.key }); j >= 0 {
			fields[j] = f
		} else {
			fields = append(fields, f)
		}
	}
	slices.SortFunc(fields, func(x, y field) int { return b.program.tables.compare(b.valueOf(x.key), b.valueOf(y.key)) })
	o.args = o.args[:0]
	for _, f := range fields {
		o.args = append(o.args, f.key, f.val)
	}
}

// target gives the collection that a statement makes or adds to.
func target(s ir.Stmt) ir.Local {
	switch s := s.(type) {
	case *ir.MakeArrayStmt:
		return s.Target
	case *ir.MakeSetStmt:
		return s.Target
	case *ir.MakeObjectStmt:
		return s.Target
	case *ir.ArrayAppendStmt:
		return s.Array
	case *ir.SetAddStmt:
		return s.Set
	case *ir.ObjectInsertStmt:
		return s.Object
	}
	return ir.Unused
}

// parts gives what a statement adds.
func parts(s ir.Stmt) []ir.Operand {
	switch s := s.(type) {
	case *ir.ArrayAppendStmt:
		return []ir.Operand{s.Value}
	case *ir.SetAddStmt:
		return []ir.Operand{s.Value}
	case *ir.ObjectInsertStmt:
		return []ir.Operand{s.Key, s.Value}
	}
	return nil
}

// dot lowers x[key]. What is below constant data is looked up now.
func (b *body) dot(out *block, s *ir.DotStmt) {
	src, key := b.read(s.Source), b.read(s.Key)
	if !isConst(src) || !isConst(key) {
		*out = append(*out, op{code: opDot, a: src, b: key, c: operand(s.Target)})
		return
	}
	v := b.program.tables.get(b.valueOf(src), b.valueOf(key))
	if v == undefined {
		*out = append(*out, op{code: opBreak})
		return
	}
	b.define(out, s.Target, b.constant(v))
}

// assign lowers t := s: t is another name of s where neither ever changes.
func (b *body) assign(out *block, s *ir.AssignVarStmt) {
	src := b.read(s.Source)
	steady := isConst(src) || b.writes[ir.Local(src)] == 1 && !b.checked[ir.Local(src)]
	if steady && b.once(s.Target) {
		b.stands[s.Target] = src
		return
	}
	*out = append(*out, op{code: opAssign, a: src, b: operand(s.Target)})
}

func (b *body) call(out *block, s *ir.CallStmt) {
	o := op{a: operand(s.Result)}
	for _, a := range s.Args {
		o.args = append(o.args, b.read(a))
	}
	if fn, ok := b.funcs[s.Func]; ok {
		o.code, o.n = opCall, fn
	} else {
		n, err := b.builtin(s.Func)
		if err != nil {
			b.fail(err)
		}
		o.code, o.n = opBuiltin, n
	}
	*out = append(*out, o)
}

func (b *body) with(out *block, s *ir.WithStmt) {
	o := op{code: opWith, a: operand(s.Local), b: b.read(s.Value), body: []block{b.block(s.Block)}}
	for _, i := range s.Path {
		o.args = append(o.args, b.constant(b.program.tables.known[b.policy.Static.Strings[i].Value]))
	}
	*out = append(*out, o)
}
