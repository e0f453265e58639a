package plan

import (
	"fmt"

	"github.com/open-policy-agent/opa/v1/ir"
)

// body is the state of lowering one function: what is known of its locals.
type body struct {
	*lowering
	writes  map[ir.Local]int     // statements that assign it
	changes map[ir.Local]int     // statements that add to it
	checked map[ir.Local]bool    // asked whether it is defined, or assigned in a way that asks
	stands  map[ir.Local]operand // what to read instead: a constant, or the local that it was assigned from
	err     error
}

// function lowers the blocks of a function or a plan.
func (l *lowering) function(name string, params int, locals []ir.Local, blocks []*ir.Block) (function, error) {
	b := &body{
		lowering: l, writes: map[ir.Local]int{}, changes: map[ir.Local]int{}, checked: map[ir.Local]bool{},
		stands: map[ir.Local]operand{},
	}
	for i, p := range locals {
		if int(p) != i && i < 2 {
			return function{}, fmt.Errorf("parameter %d is local %d: %w", i, p, ErrUnsupported)
		}
		b.writes[p]++
	}
	rename(locals, blocks)
	eachIn(blocks, b.count)
	b.stands[ir.Data] = l.constant(l.program.data)
	code := make([]block, 0, len(blocks))
	for _, ib := range blocks {
		code = append(code, b.block(ib))
	}
	if b.err != nil {
		return function{}, b.err
	}
	fn := function{name: name, params: params, code: code}
	t := tidier{no: l.constant(boolFalse), tests: l.isTest, path: l.path}
	t.function(&fn)
	renumber(&fn, locals)
	return fn, nil
}

// count notes how a statement uses locals.
func (b *body) count(s ir.Stmt) {
	switch s := s.(type) {
	case *ir.CallStmt:
		b.writes[s.Result]++
	case *ir.CallDynamicStmt:
		b.writes[s.Result]++
	case *ir.DotStmt:
		b.writes[s.Target]++
	case *ir.LenStmt:
		b.writes[s.Target]++
	case *ir.ScanStmt:
		b.writes[s.Key]++
		b.writes[s.Value]++
	case *ir.AssignIntStmt:
		b.writes[s.Target]++
	case *ir.AssignVarStmt:
		b.writes[s.Target]++
	case *ir.AssignVarOnceStmt:
		b.writes[s.Target]++
		b.checked[s.Target] = true
	case *ir.ResetLocalStmt:
		b.checked[s.Target] = true
	case *ir.MakeNullStmt:
		b.writes[s.Target]++
	case *ir.MakeNumberIntStmt:
		b.writes[s.Target]++
	case *ir.MakeNumberRefStmt:
		b.writes[s.Target]++
	case *ir.MakeArrayStmt:
		b.writes[s.Target]++
	case *ir.MakeObjectStmt:
		b.writes[s.Target]++
	case *ir.MakeSetStmt:
		b.writes[s.Target]++
	case *ir.IsDefinedStmt:
		b.checked[s.Source] = true
	case *ir.IsUndefinedStmt:
		b.checked[s.Source] = true
	case *ir.ArrayAppendStmt:
		b.changes[s.Array]++
	case *ir.ObjectInsertStmt:
		b.changes[s.Object]++
	case *ir.ObjectInsertOnceStmt:
		b.changes[s.Object] += 1000 // never folded
	case *ir.ObjectMergeStmt:
		b.writes[s.Target]++
	case *ir.SetAddStmt:
		b.changes[s.Set]++
	case *ir.WithStmt:
		b.writes[s.Local]++
	}
}

// once says whether a local is assigned by one statement, which always comes before it is read.
func (b *body) once(x ir.Local) bool { return b.writes[x] == 1 && !b.checked[x] }

// read gives the operand of a value of the plan.
func (b *body) read(o ir.Operand) operand {
	switch v := o.Value.(type) {
	case ir.Local:
		return b.local(v)
	case ir.StringIndex:
		return b.constant(b.program.tables.known[b.policy.Static.Strings[v].Value])
	case ir.Bool:
		return b.constant(boolean(bool(v)))
	}
	b.fail(fmt.Errorf("operand %T: %w", o.Value, ErrUnsupported))
	return 0
}

func (b *body) local(x ir.Local) operand {
	if o, ok := b.stands[x]; ok {
		return o
	}
	return operand(x)
}

func (b *body) fail(err error) {
	if b.err == nil {
		b.err = err
	}
}

// define lets a local stand for a constant if it can, and otherwise assigns it.
func (b *body) define(out *block, x ir.Local, c operand) {
	if b.once(x) {
		b.stands[x] = c
		return
	}
	*out = append(*out, op{code: opAssign, a: c, b: operand(x)})
}

// block lowers one block.
func (b *body) block(ib *ir.Block) block {
	made := b.made(ib.Stmts)
	var out block
	for i, s := range ib.Stmts {
		b.stmt(&out, s, made[i])
		if n := len(out); n > 0 && (out[n-1].code == opBreak || out[n-1].code == opReturn) {
			break // what follows is never reached
		}
	}
	return out
}

// making is what a statement has to do with a collection that is made in one piece.
type making struct {
	kind opcode // opArray, opSet or opObject where it is finished; opInvalid where it is only prepared
	adds []ir.Stmt
}

// made finds the collections that a block makes and fills by itself: the first statement and those that add are left
// out, and where the last one stood the whole is made.
func (b *body) made(stmts []ir.Stmt) map[int]*making {
	out := map[int]*making{}
	for i, s := range stmts {
		var target ir.Local
		var kind opcode
		switch s := s.(type) {
		case *ir.MakeArrayStmt:
			target, kind = s.Target, opArray
		case *ir.MakeSetStmt:
			target, kind = s.Target, opSet
		case *ir.MakeObjectStmt:
			target, kind = s.Target, opObject
		default:
			continue
		}
		if !b.once(target) {
			continue
		}
		at, adds := []int{i}, []ir.Stmt{}
		for j := i + 1; j < len(stmts) && len(adds) < b.changes[target]; j++ {
			if b.addsTo(stmts[j], target) {
				at, adds = append(at, j), append(adds, stmts[j])
			} else if mentions(stmts[j], target) {
				break
			}
		}
		if len(adds) != b.changes[target] {
			continue
		}
		for _, j := range at {
			out[j] = &making{}
		}
		out[at[len(at)-1]] = &making{kind: kind, adds: adds}
	}
	return out
}

// addsTo says whether a statement adds to a collection, in a way that can wait until the collection is made.
func (b *body) addsTo(s ir.Stmt, target ir.Local) bool {
	steady := func(o ir.Operand) bool {
		x, ok := o.Value.(ir.Local)
		return !ok || x != target && (b.once(x) || b.writes[x] == 1)
	}
	switch s := s.(type) {
	case *ir.ArrayAppendStmt:
		return s.Array == target && steady(s.Value)
	case *ir.SetAddStmt:
		return s.Set == target && steady(s.Value)
	case *ir.ObjectInsertStmt:
		_, text := s.Key.Value.(ir.StringIndex)
		return s.Object == target && text && steady(s.Value)
	}
	return false
}
