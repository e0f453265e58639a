package plan

import "github.com/open-policy-agent/opa/v1/ir"

// eachLocal visits the locals that a statement itself names, what it reads before what it writes. What adds to a
// collection, or looks at the old value, reads.
func eachLocal(s ir.Stmt, visit func(x *ir.Local, write bool)) {
	for _, o := range operands(s) {
		if x, ok := o.Value.(ir.Local); ok {
			visit(&x, false)
			o.Value = x
		}
	}
	switch s := s.(type) {
	case *ir.ReturnLocalStmt:
		visit(&s.Source, false)
	case *ir.ResultSetAddStmt:
		visit(&s.Value, false)
	case *ir.IsDefinedStmt:
		visit(&s.Source, false)
	case *ir.IsUndefinedStmt:
		visit(&s.Source, false)
	case *ir.ArrayAppendStmt:
		visit(&s.Array, false)
	case *ir.SetAddStmt:
		visit(&s.Set, false)
	case *ir.ObjectInsertStmt:
		visit(&s.Object, false)
	case *ir.ObjectInsertOnceStmt:
		visit(&s.Object, false)
	case *ir.WithStmt:
		visit(&s.Local, false)
	case *ir.AssignVarOnceStmt:
		visit(&s.Target, false)
	case *ir.AssignIntStmt:
		visit(&s.Target, true)
	case *ir.CallStmt:
		visit(&s.Result, true)
	case *ir.CallDynamicStmt:
		for i := range s.Args {
			visit(&s.Args[i], false)
		}
		visit(&s.Result, true)
	case *ir.DotStmt:
		visit(&s.Target, true)
	case *ir.LenStmt:
		visit(&s.Target, true)
	case *ir.ScanStmt:
		visit(&s.Source, false)
		visit(&s.Key, true)
		visit(&s.Value, true)
	case *ir.AssignVarStmt:
		visit(&s.Target, true)
	case *ir.ResetLocalStmt:
		visit(&s.Target, true)
	case *ir.MakeNullStmt:
		visit(&s.Target, true)
	case *ir.MakeNumberIntStmt:
		visit(&s.Target, true)
	case *ir.MakeNumberRefStmt:
		visit(&s.Target, true)
	case *ir.MakeArrayStmt:
		visit(&s.Target, true)
	case *ir.MakeObjectStmt:
		visit(&s.Target, true)
	case *ir.MakeSetStmt:
		visit(&s.Target, true)
	case *ir.ObjectMergeStmt:
		visit(&s.A, false)
		visit(&s.B, false)
		visit(&s.Target, true)
	}
}

// rename gives each block of a function locals of its own. The planner numbers them anew in every block, which makes one
// local of many; only one that a block reads before it has written it carries something over from another block.
func rename(params []ir.Local, blocks []*ir.Block) {
	shared := map[ir.Local]bool{}
	for _, p := range params {
		shared[p] = true
	}
	unused := ir.Local(0)
	for _, b := range blocks {
		written := map[ir.Local]bool{}
		eachIn([]*ir.Block{b}, func(s ir.Stmt) {
			eachLocal(s, func(x *ir.Local, write bool) {
				unused = max(unused, *x+1)
				if write {
					written[*x] = true
				} else if !written[*x] {
					shared[*x] = true
				}
			})
		})
	}
	for _, b := range blocks {
		own := map[ir.Local]ir.Local{}
		eachIn([]*ir.Block{b}, func(s ir.Stmt) {
			eachLocal(s, func(x *ir.Local, _ bool) {
				if shared[*x] {
					return
				}
				to, ok := own[*x]
				if !ok {
					to = unused
					own[*x] = to
					unused++
				}
				*x = to
			})
		})
	}
}
