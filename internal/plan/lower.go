package plan

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"

	"github.com/open-policy-agent/opa/v1/ast"
	"github.com/open-policy-agent/opa/v1/ir"
)

// ErrUnsupported says that a policy has something that cannot be run here; the error that wraps it names it. Such a
// policy is for OPA's own evaluator.
var ErrUnsupported = errors.New("not supported by compiled plans")

// Lower turns a plan of OPA's planner and the documents below data into a program. In a strict program the fault of a
// built-in ends the run, as topdown's strict mode does; otherwise its result is undefined. The error wraps
// [ErrUnsupported].
func Lower(ctx context.Context, policy *ir.Policy, data ast.Object, strict bool) (*Program, error) {
	l := &lowering{
		policy: policy, program: &Program{strict: strict}, funcs: map[string]int{}, builtins: map[string]int{},
		constants: map[value]operand{}, paths: map[string]int{},
	}
	plain(policy)
	if err := checkData(policy, data); err != nil {
		return nil, err
	}
	l.collectStrings(data)
	l.program.data = l.program.tables.fromAST(data)
	for i, f := range policy.Funcs.Funcs {
		l.funcs[f.Name] = i
	}
	for _, f := range policy.Funcs.Funcs {
		fn, err := l.function(f.Name, len(f.Params), f.Params, f.Blocks)
		if err != nil {
			return nil, fmt.Errorf("%s: %w", f.Name, err)
		}
		fn.path = f.Path
		l.program.funcs = append(l.program.funcs, fn)
	}
	for _, p := range policy.Plans.Plans {
		fn, err := l.function(p.Name, 2, []ir.Local{ir.Input, ir.Data}, p.Blocks)
		if err != nil {
			return nil, fmt.Errorf("plan %s: %w", p.Name, err)
		}
		l.program.plans = append(l.program.plans, plan{name: p.Name, locals: fn.locals, code: fn.code})
	}
	l.program.fold(ctx)
	l.program.improve()
	return l.program, nil
}

// lowering is the state of one Lower.
type lowering struct {
	policy    *ir.Policy
	program   *Program
	funcs     map[string]int
	builtins  map[string]int
	constants map[value]operand
	paths     map[string]int
}

// collectStrings makes the table of the program's strings, in order, each once.
func (l *lowering) collectStrings(data ast.Object) {
	all := []string{}
	for _, s := range l.policy.Static.Strings {
		all = append(all, s.Value)
	}
	for _, f := range l.policy.Funcs.Funcs {
		all = append(all, f.Path...) // dynamic calls look them up
	}
	ast.WalkTerms(ast.NewTerm(data), func(t *ast.Term) bool {
		if s, ok := t.Value.(ast.String); ok {
			all = append(all, string(s))
		}
		return false
	})
	slices.Sort(all)
	l.program.tables.setStatic(slices.Compact(all))
}

// setStatic makes strings, sorted and each once, the program's own.
func (t *tables) setStatic(all []string) {
	t.strings, t.static = all, len(all)
	t.known = make(map[string]value, len(all))
	for i, s := range all {
		t.known[s] = at(kindString, i)
	}
}

// checkData refuses what plans do differently from OPA's evaluator: a `with` that replaces data, and documents with a
// key that a number stands for in a reference, too.
func checkData(policy *ir.Policy, data ast.Object) error {
	var err error
	eachStmt(policy, func(s ir.Stmt) {
		if w, ok := s.(*ir.WithStmt); ok && w.Local == ir.Data {
			err = fmt.Errorf("with data: %w", ErrUnsupported)
		}
	})
	ast.WalkTerms(ast.NewTerm(data), func(t *ast.Term) bool {
		if o, ok := t.Value.(ast.Object); ok {
			for _, k := range o.Keys() {
				if key, ok := k.Value.(ast.String); ok && key != "" && strings.Trim(string(key), "0123456789") == "" {
					err = fmt.Errorf("the key %q in data: %w", string(key), ErrUnsupported)
				}
			}
		}
		return false
	})
	return err
}

// constant gives the operand of a constant.
func (l *lowering) constant(v value) operand {
	if o, ok := l.constants[v]; ok {
		return o
	}
	l.program.consts = append(l.program.consts, v)
	o := operand(^(len(l.program.consts) - 1))
	l.constants[v] = o
	return o
}

func (l *lowering) valueOf(o operand) value { return l.program.consts[^o] }

func isConst(o operand) bool { return o < 0 }

// builtin gives the number of a built-in. One that needs what only OPA's evaluator has is not supported.
func (l *lowering) builtin(name string) (int, error) {
	if i, ok := l.builtins[name]; ok {
		return i, nil
	}
	if _, ok := natives[name]; !ok && !fromOPA(name) {
		return 0, fmt.Errorf("built-in %s: %w", name, ErrUnsupported)
	}
	l.builtins[name] = len(l.program.names)
	l.program.names = append(l.program.names, name)
	return l.builtins[name], nil
}

// isTest says whether a built-in answers true or false.
func (l *lowering) isTest(n int) bool { return natives[l.program.names[n]].test }

// path gives the number of a chain of constant keys below the input.
func (l *lowering) path(operands []operand) int {
	var id strings.Builder
	keys := make([]value, len(operands))
	for i, o := range operands {
		keys[i] = l.valueOf(o)
		fmt.Fprintf(&id, "%d ", keys[i])
	}
	if n, ok := l.paths[id.String()]; ok {
		return n
	}
	n := len(l.program.paths)
	l.paths[id.String()] = n
	l.program.paths = append(l.program.paths, keys)
	return n
}
