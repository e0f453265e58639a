package plan

import "github.com/open-policy-agent/opa/v1/ir"

// operands gives what a statement itself reads, the statements inside it left out.
func operands(s ir.Stmt) []*ir.Operand {
	switch s := s.(type) {
	case *ir.CallStmt:
		out := make([]*ir.Operand, len(s.Args))
		for i := range s.Args {
			out[i] = &s.Args[i]
		}
		return out
	case *ir.CallDynamicStmt:
		out := make([]*ir.Operand, len(s.Path))
		for i := range s.Path {
			out[i] = &s.Path[i]
		}
		return out
	case *ir.DotStmt:
		return []*ir.Operand{&s.Source, &s.Key}
	case *ir.LenStmt:
		return []*ir.Operand{&s.Source}
	case *ir.AssignVarStmt:
		return []*ir.Operand{&s.Source}
	case *ir.AssignVarOnceStmt:
		return []*ir.Operand{&s.Source}
	case *ir.EqualStmt:
		return []*ir.Operand{&s.A, &s.B}
	case *ir.NotEqualStmt:
		return []*ir.Operand{&s.A, &s.B}
	case *ir.IsArrayStmt:
		return []*ir.Operand{&s.Source}
	case *ir.IsObjectStmt:
		return []*ir.Operand{&s.Source}
	case *ir.IsSetStmt:
		return []*ir.Operand{&s.Source}
	case *ir.ArrayAppendStmt:
		return []*ir.Operand{&s.Value}
	case *ir.SetAddStmt:
		return []*ir.Operand{&s.Value}
	case *ir.ObjectInsertStmt:
		return []*ir.Operand{&s.Key, &s.Value}
	case *ir.ObjectInsertOnceStmt:
		return []*ir.Operand{&s.Key, &s.Value}
	case *ir.WithStmt:
		return []*ir.Operand{&s.Value}
	}
	return nil
}

// plain makes operands that were read from JSON, where they are pointers, like those that the planner makes.
func plain(policy *ir.Policy) {
	eachStmt(policy, func(s ir.Stmt) {
		for _, o := range operands(s) {
			switch v := o.Value.(type) {
			case *ir.Local:
				o.Value = *v
			case *ir.StringIndex:
				o.Value = *v
			case *ir.Bool:
				o.Value = *v
			}
		}
	})
}

func eachStmt(policy *ir.Policy, visit func(ir.Stmt)) {
	for _, f := range policy.Funcs.Funcs {
		eachIn(f.Blocks, visit)
	}
	for _, p := range policy.Plans.Plans {
		eachIn(p.Blocks, visit)
	}
}

func eachIn(blocks []*ir.Block, visit func(ir.Stmt)) {
	for _, b := range blocks {
		for _, s := range b.Stmts {
			visit(s)
			eachIn(inner(s), visit)
		}
	}
}

// inner gives the blocks inside a statement.
func inner(s ir.Stmt) []*ir.Block {
	switch s := s.(type) {
	case *ir.BlockStmt:
		return s.Blocks
	case *ir.ScanStmt:
		return []*ir.Block{s.Block}
	case *ir.NotStmt:
		return []*ir.Block{s.Block}
	case *ir.WithStmt:
		return []*ir.Block{s.Block}
	}
	return nil
}

// mentions says whether a statement names a local; of one that has statements inside it, or that is rare, it says so
// without looking.
func mentions(s ir.Stmt, x ir.Local) bool {
	switch s := s.(type) {
	case *ir.MakeArrayStmt, *ir.MakeSetStmt, *ir.MakeObjectStmt, *ir.ArrayAppendStmt, *ir.SetAddStmt, *ir.ObjectInsertStmt:
		if target(s) == x {
			return true
		}
	case *ir.MakeNumberIntStmt:
		return s.Target == x
	case *ir.MakeNumberRefStmt:
		return s.Target == x
	case *ir.MakeNullStmt:
		return s.Target == x
	case *ir.AssignVarStmt:
		if s.Target == x {
			return true
		}
	case *ir.DotStmt:
		if s.Target == x {
			return true
		}
	case *ir.CallStmt:
		if s.Result == x {
			return true
		}
	default:
		return true
	}
	for _, o := range operands(s) {
		if o.Value == x {
			return true
		}
	}
	return false
}
