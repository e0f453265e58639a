package mutate

import (
	"context"
	"errors"
	"fmt"
	"maps"
	"path"
	"slices"
	"strings"
	"time"

	"github.com/open-policy-agent/opa/v1/ast"
	"github.com/open-policy-agent/opa/v1/storage"
	"github.com/open-policy-agent/opa/v1/topdown"
)

// test is one test rule of a pack.
type test struct {
	name    string // "data.aiplus.rules.data_03_test.test_fails"
	file    string
	query   ast.Body
	limit   time.Duration // after which it counts as endless
	entered map[ruleKey]bool
}

// ruleKey names a rule of a pack: the same in each worker's machine.
type ruleKey struct {
	file  string
	index int
}

// caseCall is what a test calls to announce a case. It stands in the place of OPA's own, which needs a tracer, and a tracer
// slows down every step of an evaluation.
var caseCall = ast.Ref{ast.VarTerm("hegui"), ast.StringTerm("test_case")}

// answer is the variable that a test's value is bound to.
const answer = ast.Var("answer")

// tests lists the test rules of a machine, by name, and makes them announce their cases through caseCall.
func (m *machine) tests() []*test {
	byName := map[string]*test{}
	for _, file := range slices.Sorted(maps.Keys(m.Compiler.Modules)) {
		module := m.Compiler.Modules[file]
		for _, r := range module.Rules {
			ref, ok := testRef(r)
			if !ok {
				continue
			}
			ast.WalkExprs(r.Body, func(e *ast.Expr) bool {
				if e.IsCall() && e.Operator().Equal(ast.Interned.Refs.InternalTestCase) {
					e.Terms.([]*ast.Term)[0] = ast.NewTerm(caseCall.Copy())
				}
				return false
			})
			full := module.Package.Path.Extend(ref)
			byName[full.String()] = &test{
				name: full.String(), file: file,
				query: ast.NewBody(ast.Equality.Expr(ast.NewTerm(answer), ast.NewTerm(full))),
			}
		}
	}
	out := make([]*test, 0, len(byName))
	for _, name := range slices.Sorted(maps.Keys(byName)) {
		out = append(out, byName[name])
	}
	return out
}

// testRef gives the name of a test rule without the names of its cases.
func testRef(r *ast.Rule) (ast.Ref, bool) {
	ref := r.Head.Ref().GroundPrefix()
	for i, t := range ref {
		name := strings.Trim(t.Value.String(), `"`)
		if strings.HasPrefix(name, "test_") {
			return ref[:i+1], true
		}
	}
	return nil, false
}

// reaching gives the names of the tests that refer to any of the rules, directly or by others.
func (m *machine) reaching(changed []*ast.Rule) map[string]bool {
	found := map[string]bool{}
	visited := map[*ast.Rule]bool{}
	for len(changed) > 0 {
		last := len(changed) - 1
		r := changed[last]
		changed = changed[:last]
		if visited[r] {
			continue
		}
		visited[r] = true
		if ref, ok := testRef(r); ok {
			found[r.Module.Package.Path.Extend(ref).String()] = true
		}
		if r.Else != nil {
			changed = append(changed, r.Else)
		}
		for d := range m.Compiler.Graph.Dependents(r) {
			if rule, ok := d.(*ast.Rule); ok {
				changed = append(changed, rule)
			}
		}
	}
	return found
}

// errEndless says that a test did not end in the time that it was given.
var errEndless = errors.New("the test does not end")

// run says whether a test passes, as OPA's tester would: it is true, so is each case that it announces, and no built-in
// function fails. An error is errEndless, or that of the context.
func (m *machine) run(ctx context.Context, t *test, store storage.Store, tracer topdown.QueryTracer) (bool, error) {
	limited, stop := context.WithTimeout(ctx, t.limit)
	defer stop()
	cancel := topdown.NewCancel()
	defer context.AfterFunc(limited, cancel.Cancel)()
	txn, err := store.NewTransaction(ctx)
	if err != nil {
		return false, fmt.Errorf("open the data of the pack: %w", err)
	}
	defer store.Abort(ctx, txn)
	var faults []topdown.Error
	var cases []*ast.Array
	q := topdown.NewQuery(t.query).WithCompiler(m.Compiler).WithStore(store).WithTransaction(txn).WithCancel(cancel).
		WithBuiltinErrorList(&faults).WithBuiltins(map[string]*topdown.Builtin{
		caseCall.String(): {
			Decl: ast.InternalTestCase,
			Func: func(_ topdown.BuiltinContext, operands []*ast.Term, iter func(*ast.Term) error) error {
				if a, ok := operands[0].Value.(*ast.Array); ok {
					cases = append(cases, a)
				}
				return iter(ast.InternedTerm(true))
			},
		},
	})
	if tracer != nil {
		q = q.WithQueryTracer(tracer).WithIndexing(false).WithEarlyExit(false)
	}
	var value ast.Value
	err = q.Iter(limited, func(r topdown.QueryResult) error {
		if t, ok := r[answer]; ok {
			value = t.Value
		}
		return nil
	})
	switch {
	case ctx.Err() != nil:
		return false, ctx.Err()
	case topdown.IsCancel(err):
		return false, errEndless
	case err != nil || len(faults) > 0:
		return false, nil // the test fails: so says OPA's tester
	}
	return value != nil && allTrue(value) && announced(value, cases), nil
}

// allTrue says whether a test, or each case of a table, is true.
func allTrue(v ast.Value) bool {
	switch v := v.(type) {
	case ast.Boolean:
		return bool(v)
	case ast.Object:
		return !v.Until(func(_, value *ast.Term) bool { return !allTrue(value.Value) })
	}
	return false
}

// announced says whether each announced case is among those that are true.
func announced(v ast.Value, cases []*ast.Array) bool {
	for _, c := range cases {
		at := v
		for i := range c.Len() {
			o, ok := at.(ast.Object)
			if !ok {
				return false
			}
			next := o.Get(c.Elem(i))
			if next == nil {
				return false
			}
			at = next.Value
		}
	}
	return true
}

// entries notes the rules that an evaluation enters.
type entries struct {
	keys    map[*ast.Rule]ruleKey
	entered map[ruleKey]bool
}

func (e *entries) Enabled() bool { return true }

func (e *entries) Config() topdown.TraceConfig { return topdown.TraceConfig{} }

func (e *entries) TraceEvent(event topdown.Event) {
	if event.Op != topdown.EnterOp {
		return
	}
	if r, ok := event.Node.(*ast.Rule); ok {
		if k, ok := e.keys[r]; ok {
			e.entered[k] = true
		}
	}
}

// keys names each compiled rule; what stands after an `else` goes by the name of the whole.
func (m *machine) keys() map[*ast.Rule]ruleKey {
	out := map[*ast.Rule]ruleKey{}
	for file, module := range m.Compiler.Modules {
		for i, r := range module.Rules {
			for ; r != nil; r = r.Else {
				out[r] = ruleKey{file, i}
			}
		}
	}
	return out
}

// The least time that a test is given, and how much longer than without a mutant it may take.
const (
	leastLimit  = 2 * time.Second
	limitFactor = 50
)

// baseline runs one test of the unchanged pack: it must pass. It notes which rules the test enters when no rule is left out
// because an index knows that it does not hold, since a mutant may change just that.
func (m *machine) baseline(ctx context.Context, t *test, store storage.Store, keys map[*ast.Rule]ruleKey, now func() time.Time) error {
	e := &entries{keys: keys, entered: map[ruleKey]bool{}}
	t.limit = time.Minute
	began := now()
	ok, err := m.run(ctx, t, store, e)
	if err != nil {
		return fmt.Errorf("%s: %w", t.name, err)
	}
	if !ok {
		return fmt.Errorf("%s fails without any change: mutants tell nothing before the tests pass", t.name)
	}
	t.entered, t.limit = e.entered, max(leastLimit, limitFactor*now().Sub(began))
	return nil
}

// candidates lists the tests that can see a change of rules: those that enter one of them. First come those of the same
// folder, then those that evaluate less.
func candidates(tests []*test, changed func(map[ruleKey]bool) bool, file string) []*test {
	var out []*test
	for _, t := range tests {
		if changed(t.entered) {
			out = append(out, t)
		}
	}
	dir := path.Dir(file)
	slices.SortStableFunc(out, func(a, b *test) int {
		if near, other := path.Dir(a.file) == dir, path.Dir(b.file) == dir; near != other {
			if near {
				return -1
			}
			return 1
		}
		return len(a.entered) - len(b.entered)
	})
	return out
}
