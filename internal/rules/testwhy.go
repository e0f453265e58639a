package rules

import (
	"context"
	"slices"
	"strings"

	"github.com/open-policy-agent/opa/v1/ast"
	"github.com/open-policy-agent/opa/v1/storage"
	"github.com/open-policy-agent/opa/v1/tester"
	"github.com/open-policy-agent/opa/v1/topdown"
)

// Mismatch is why a case failed: the expression of its test that was not true, with what its parts were.
type Mismatch struct {
	File string
	Line int
	Expr string // as it is written, on one line

	Compared  bool     // the expression compares; Got and Want are then its sides
	Got, Want string   // as Rego
	Missing   []string // of sets, arrays and objects: what is wanted and did not come
	Extra     []string // what came and is not wanted

	Locals []Local // what the names of the test stood for, in the order in which they are written
	Trace  string  // how the case was evaluated, when it was asked for
}

// Local is one name with its value, as Rego.
type Local struct{ Name, Value string }

// maxTraceEvents bounds the trace of one case; a case of a big rule has some thousands.
const maxTraceEvents = 20000

// explainer evaluates failing tests once more to find out where they fail.
type explainer struct {
	compiler *ast.Compiler
	modules  map[string]*ast.Module // as they are written
	store    storage.Store
	txn      storage.Transaction
	trace    bool

	test  string // whose cases are known
	cases map[string]*attempt
}

// attempt is what a case got to before it failed.
type attempt struct {
	expr   *ast.Expr
	locals *ast.ValueMap
	names  map[ast.Var]topdown.VarMetadata
	trace  []*topdown.Event
}

// explain says why a case of a test failed; nil when that cannot be found out.
func (x *explainer) explain(ctx context.Context, r *tester.Result, name string) *Mismatch {
	test := r.Package + "." + r.Name
	if x.test != test {
		x.test, x.cases = test, x.run(ctx, r)
	}
	a := x.cases[caseName(name)]
	if a == nil || a.expr == nil || a.expr.Location == nil {
		return nil
	}
	m := &Mismatch{File: a.expr.Location.File, Line: a.expr.Location.Row, Expr: oneLine(string(a.expr.Location.Text))}
	x.compare(m, a)
	m.Locals = sortedLocals(a)
	if x.trace {
		var b strings.Builder
		topdown.PrettyTraceWithOpts(&b, a.trace, topdown.PrettyTraceOptions{Locations: true, ExprVariables: true})
		m.Trace = b.String()
	}
	return m
}

// run evaluates a test with a tracer.
func (x *explainer) run(ctx context.Context, r *tester.Result) map[string]*attempt {
	ref, err := ast.ParseRef(r.Package + "." + r.Name)
	if err != nil {
		return nil // a name that OPA made unique: test_x#01
	}
	t := &failureTracer{at: r.Location, keep: x.trace, cases: map[string]*attempt{}}
	body := ast.Body{ast.Equality.Expr(ast.NewTerm(ref), ast.VarTerm("result"))}
	ctx, end := context.WithTimeout(ctx, testTimeout)
	defer end()
	cancel := topdown.NewCancel()
	defer context.AfterFunc(ctx, cancel.Cancel)()
	_, err = topdown.NewQuery(body).WithCompiler(x.compiler).WithStore(x.store).WithTransaction(x.txn).
		WithCancel(cancel).WithQueryTracer(t).Run(ctx)
	if err != nil {
		return nil // the runner has told the error
	}
	return t.cases
}

// failureTracer notes, for every case of a test, the last expression of the test itself that failed.
type failureTracer struct {
	at      *ast.Location
	keep    bool
	query   uint64 // of the test's body
	entered bool
	current string
	cases   map[string]*attempt
}

// Enabled is one of three methods that make it a topdown.QueryTracer.
func (t *failureTracer) Enabled() bool { return true }

// Config asks for the values of names.
func (t *failureTracer) Config() topdown.TraceConfig { return topdown.TraceConfig{PlugLocalVars: true} }

// TraceEvent takes one step of the evaluation.
func (t *failureTracer) TraceEvent(e topdown.Event) {
	if e.Op == topdown.EnterOp {
		if r, ok := e.Node.(*ast.Rule); ok && r.Location != nil && t.at != nil && r.Location.File == t.at.File && r.Location.Row == t.at.Row {
			t.query, t.entered = e.QueryID, true
		}
	}
	if e.Op == topdown.TestCaseOp {
		t.query, t.entered, t.current = e.QueryID, true, caseOf(e.Node)
	}
	if expr, ok := e.Node.(*ast.Expr); ok && e.Op == topdown.RedoOp && e.QueryID == t.query && expr.IsCall() && expr.Operator().String() == ast.InternalTestCase.Name {
		t.current = "" // the case is over; what follows is on the way to the next
	}
	a := t.cases[t.current]
	if a == nil {
		a = &attempt{}
		t.cases[t.current] = a
	}
	if t.keep && len(a.trace) < maxTraceEvents {
		a.trace = append(a.trace, &e)
	}
	if e.Op != topdown.FailOp || !t.entered || e.QueryID != t.query {
		return
	}
	expr, ok := e.Node.(*ast.Expr)
	if !ok || a.expr != nil && expr.Index < a.expr.Index {
		return
	}
	a.expr, a.locals, a.names = expr, e.Locals, e.LocalMetadata
}

// caseOf reads the name of a case from the call that announces it.
func caseOf(n ast.Node) string {
	expr, ok := n.(*ast.Expr)
	if !ok || expr.Operand(0) == nil {
		return ""
	}
	var steps []string
	for _, t := range elements(expr.Operand(0).Value) {
		if s, ok := t.Value.(ast.String); ok {
			steps = append(steps, string(s))
		} else {
			steps = append(steps, t.String())
		}
	}
	return strings.Join(steps, "/")
}

// compare fills in both sides of an expression that compares.
func (x *explainer) compare(m *Mismatch, a *attempt) {
	left, right := a.expr.Operand(0), a.expr.Operand(1)
	if a.expr.Negated || left == nil || right == nil || a.expr.Operand(2) != nil {
		return
	}
	switch a.expr.Operator().String() {
	case "equal", "eq", "assign":
	default:
		return
	}
	got, want := plug(left, a.locals), plug(right, a.locals)
	if got == nil || want == nil {
		return
	}
	if l, r := x.sides(a.expr.Location); expected(l) && !expected(r) {
		got, want = want, got
	}
	m.Compared, m.Got, m.Want = true, got.String(), want.String()
	m.Missing, m.Extra = difference(want, got), difference(got, want)
}

// sides gives both sides of an expression as its author wrote them.
func (x *explainer) sides(at *ast.Location) (left, right *ast.Term) {
	m := x.modules[at.File]
	if m == nil {
		return nil, nil
	}
	ast.WalkExprs(m, func(e *ast.Expr) bool {
		if e.Location != nil && e.Location.Row == at.Row && e.Location.Col == at.Col && e.Operand(1) != nil {
			left, right = e.Operand(0), e.Operand(1)
		}
		return false
	})
	return left, right
}

// expected says whether a side is what a test wants: a value that is written out, or a name that says so.
func expected(t *ast.Term) bool {
	if t == nil {
		return false
	}
	switch v := t.Value.(type) {
	case ast.Var:
		return slices.ContainsFunc([]string{"want", "expected", "exp"}, func(s string) bool { return strings.HasPrefix(string(v), s) })
	case ast.Ref:
		head, ok := v[0].Value.(ast.Var)
		return ok && (head == "tc" || head == "want" || head == "expected")
	case ast.Call:
		return false
	}
	return t.IsGround()
}

// plug gives the value of a term of a compiled test; nil when it is not known.
func plug(t *ast.Term, locals *ast.ValueMap) ast.Value {
	switch v := t.Value.(type) {
	case ast.Var:
		return locals.Get(v)
	case ast.Ref:
		value := locals.Get(v[0].Value)
		for _, step := range v[1:] {
			key := plug(step, locals)
			if value == nil || key == nil {
				return nil
			}
			found, err := value.Find(ast.Ref{ast.NewTerm(key)})
			if err != nil {
				return nil
			}
			value = found
		}
		return value
	}
	if !t.IsGround() {
		return nil
	}
	return t.Value
}

// difference gives what a collection holds that another does not; nothing unless both are of one kind.
func difference(a, b ast.Value) []string {
	var out []string
	switch a := a.(type) {
	case ast.Set:
		if b, ok := b.(ast.Set); ok {
			for _, t := range a.Diff(b).Slice() {
				out = append(out, t.String())
			}
		}
	case *ast.Array:
		if b, ok := b.(*ast.Array); ok {
			rest := elements(b)
			for _, t := range elements(a) {
				if i := slices.IndexFunc(rest, t.Equal); i >= 0 {
					rest = slices.Delete(rest, i, i+1)
				} else {
					out = append(out, t.String())
				}
			}
		}
	case ast.Object:
		if b, ok := b.(ast.Object); ok {
			a.Foreach(func(k, v *ast.Term) {
				if other := b.Get(k); other == nil || !other.Equal(v) {
					out = append(out, k.String()+": "+v.String())
				}
			})
		}
	}
	return out
}

// sortedLocals gives the values of the names that the author of a test wrote, in the order of their places.
func sortedLocals(a *attempt) []Local {
	type local struct {
		Local
		row, col int
	}
	var all []local
	a.locals.Iter(func(k, v ast.Value) bool {
		name, ok := k.(ast.Var)
		meta := a.names[name]
		if !ok || meta.Name == "" || strings.HasPrefix(string(meta.Name), ast.LocalVarPrefix) || meta.Name.IsWildcard() || v == nil || !v.IsGround() {
			return false
		}
		l := local{Local: Local{string(meta.Name), v.String()}}
		if meta.Location != nil {
			l.row, l.col = meta.Location.Row, meta.Location.Col
		}
		all = append(all, l)
		return false
	})
	slices.SortFunc(all, func(x, y local) int {
		if x.row != y.row {
			return x.row - y.row
		}
		if x.col != y.col {
			return x.col - y.col
		}
		return strings.Compare(x.Name, y.Name)
	})
	out := make([]Local, len(all))
	for i := range all {
		out[i] = all[i].Local
	}
	return out
}

// oneLine puts an expression of several lines on one.
func oneLine(s string) string { return strings.Join(strings.Fields(s), " ") }
