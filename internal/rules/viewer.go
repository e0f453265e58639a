package rules

import (
	"slices"
	"strconv"
	"strings"

	"github.com/open-policy-agent/opa/v1/ast"

	"hegui/internal/proposal"
)

func itoa(n int) string { return strconv.Itoa(n) }

// viewer takes one body apart. The compiler has written every step into a variable of its own: what these stand for is put
// back, so that `n := input.proposal.x; n < 3` is a condition of the field x.
type viewer struct {
	set   *Set
	file  string
	terms map[ast.Var]*ast.Term // what variables stand for
	exprs []*ast.Expr           // of each condition, resolved
}

// conditions views a body. Beside the conditions it keeps the expressions they come from.
func (v *viewer) conditions(body ast.Body, depth int) []Condition {
	first := len(v.exprs)
	all := v.view(body, depth)
	exprs := v.exprs[first:]
	v.exprs = v.exprs[:first:first]
	var out []Condition
	for i := range all {
		if !implied(all, i) {
			out = append(out, all[i])
			v.exprs = append(v.exprs, exprs[i])
		}
	}
	return out
}

// implied says whether a condition only says that a field has a value, and another asks more of it or of what is in it.
func implied(all []Condition, i int) bool {
	c := &all[i]
	if c.Op != OpDefined {
		return false
	}
	return slices.ContainsFunc(all, func(o Condition) bool {
		more := o.Op != OpOpaque && o.Op != OpDefined && o.Op != OpAbsent && !o.Not
		inside := o.Field == c.Field || strings.HasPrefix(o.Field, c.Field+".") && !strings.Contains(strings.TrimPrefix(o.Field, c.Field), "[]")
		return more && inside && o.Item == c.Item
	})
}

func (v *viewer) view(body ast.Body, depth int) []Condition {
	var out []Condition
	add := func(e *ast.Expr, c Condition) {
		if e.Location != nil {
			c.File, c.Line = e.Location.File, e.Location.Row
		}
		if c.File == "" {
			c.File = v.file
		}
		resolved := v.resolveExpr(e)
		c.Closed = closed(resolved)
		out = append(out, c)
		v.exprs = append(v.exprs, resolved)
	}
	for _, e := range body {
		switch {
		case len(e.With) > 0 || e.IsEvery():
			add(e, Condition{})
		case e.IsSome(), alwaysTrue(e):
		case e.IsEquality():
			if c, ok := v.define(e); ok {
				if c != nil {
					add(e, *c)
				}
				continue
			}
			add(e, v.compare(e, OpEqual))
		case e.IsCall():
			v.call(e, add)
		default:
			t, ok := e.Terms.(*ast.Term)
			if !ok {
				add(e, Condition{})
				continue
			}
			if inner, ok := v.inline(t, e.Negated, depth); ok {
				out = append(out, inner...)
				continue
			}
			c := v.operand(v.resolve(t))
			c.Op, c.Not = OpTrue, e.Negated
			add(e, orOpaque(c))
		}
	}
	return out
}

func alwaysTrue(e *ast.Expr) bool {
	t, ok := e.Terms.(*ast.Term)
	return ok && !e.Negated && t.Value.Compare(ast.Boolean(true)) == 0
}

// orOpaque takes what is said of no field for opaque.
func orOpaque(c Condition) Condition {
	if c.Field == "" {
		return Condition{}
	}
	return c
}

// define takes `variable = term` for what the variable stands for, once. The condition left over, if any, is that the term
// has a value.
func (v *viewer) define(e *ast.Expr) (*Condition, bool) {
	ops := e.Operands()
	if e.Negated || len(ops) != 2 {
		return nil, false
	}
	for i := range ops {
		name, ok := ops[i].Value.(ast.Var)
		if !ok || isRoot(name) || v.terms[name] != nil || v.mentions(ops[1-i], name) || v.used(name) {
			continue
		}
		term := v.resolve(ops[1-i])
		v.terms[name] = term
		if v.total(term, 0) {
			return nil, true
		}
		c := v.operand(term)
		c.Op = OpDefined
		c = orOpaque(c)
		return &c, true
	}
	return nil, false
}

// used says whether a variable stands in what was viewed already: it has been bound there.
func (v *viewer) used(name ast.Var) bool {
	return slices.ContainsFunc(v.exprs, func(e *ast.Expr) bool { return v.mentions(e, name) })
}

func (v *viewer) mentions(x any, name ast.Var) bool {
	found := false
	ast.WalkVars(x, func(w ast.Var) bool {
		found = found || w == name
		return found
	})
	return found
}

var comparisons = map[string]Op{"lt": OpLess, "lte": OpAtMost, "gt": OpMore, "gte": OpAtLeast, "equal": OpEqual, "neq": OpUnequal}

// call views a call: a comparison, membership, or a function whose result goes into a variable.
func (v *viewer) call(e *ast.Expr, add func(*ast.Expr, Condition)) {
	name := e.Operator().String()
	ops := e.Operands()
	if op, ok := comparisons[name]; ok && len(ops) == 2 {
		add(e, v.compare(e, op))
		return
	}
	if name == "internal.member_2" && len(ops) == 2 {
		c := v.operand(v.resolve(ops[0]))
		values, ok := v.members(v.resolve(ops[1]))
		c.Op, c.Values, c.Not = OpIn, values, e.Negated
		if !ok {
			c.Field = ""
		}
		add(e, orOpaque(c))
		return
	}
	arity := len(ops)
	if b := e.Operator(); v.set.rego().compiler.GetArity(b) >= 0 {
		arity = v.set.rego().compiler.GetArity(b)
	}
	if !e.Negated && arity == len(ops)-1 {
		if out, ok := ops[arity].Value.(ast.Var); ok && v.terms[out] == nil && !v.used(out) {
			args := make([]*ast.Term, 0, arity)
			for _, t := range ops[:arity] {
				args = append(args, v.resolve(t))
			}
			term := ast.NewTerm(ast.Call(append([]*ast.Term{ast.NewTerm(e.Operator())}, args...)))
			v.terms[out] = term
			c := v.operand(term)
			c.Op = OpDefined
			if c.Field != "" || !v.total(term, 0) {
				add(e, orOpaque(c))
			}
			return
		}
	}
	add(e, Condition{})
}

// compare views a comparison of a field with a constant, in either order.
func (v *viewer) compare(e *ast.Expr, op Op) Condition {
	ops := e.Operands()
	if len(ops) != 2 {
		return Condition{}
	}
	left, right := v.resolve(ops[0]), v.resolve(ops[1])
	if v.operand(left).Field == "" {
		left, right = right, left
		op = map[Op]Op{OpLess: OpMore, OpAtMost: OpAtLeast, OpMore: OpLess, OpAtLeast: OpAtMost, OpEqual: OpEqual, OpUnequal: OpUnequal}[op]
	}
	c := v.operand(left)
	value, ok := v.constantOf(right)
	if c.Field == "" || !ok {
		return Condition{}
	}
	c.Op, c.Values, c.Not = op, []Constant{value}, e.Negated
	return c
}

// operand says which field of the proposal a resolved term is, if any: input.proposal.a.b, an item's field, or a count.
func (v *viewer) operand(t *ast.Term) Condition {
	if call, ok := t.Value.(ast.Call); ok {
		if len(call) == 2 && call[0].String() == "count" {
			c := v.operand(call[1])
			c.Count = true
			return c
		}
		return Condition{}
	}
	ref, ok := t.Value.(ast.Ref)
	if !ok || len(ref) < 3 || !ref[0].Equal(ast.InputRootDocument) || !ref[1].Equal(ast.StringTerm("proposal")) {
		return Condition{}
	}
	var c Condition
	var items []string
	for _, step := range ref[2:] {
		switch s := step.Value.(type) {
		case ast.String:
			if c.Field != "" {
				c.Field += "."
			}
			c.Field += string(s)
		case ast.Var:
			if c.Field == "" {
				return Condition{}
			}
			c.Lists = append(c.Lists, c.Field)
			c.Field += "[]"
			items = append(items, string(s))
		default:
			return Condition{}
		}
	}
	c.Item = strings.Join(items, " ")
	return c
}

// constantOf gives the value of a constant or of a threshold.
func (v *viewer) constantOf(t *ast.Term) (Constant, bool) {
	switch x := t.Value.(type) {
	case ast.Number:
		return Constant{Kind: proposal.Number, Text: string(x)}, true
	case ast.String:
		return Constant{Kind: proposal.String, Text: string(x)}, true
	case ast.Boolean:
		return Constant{Kind: proposal.Bool, Text: x.String()}, true
	case ast.Ref:
		return v.threshold(x)
	}
	return Constant{}, false
}

// threshold reads data.<pack>.thresholds.<name>.value.
func (v *viewer) threshold(ref ast.Ref) (Constant, bool) {
	if len(ref) != 5 || !ref[0].Equal(ast.DefaultRootDocument) || !ref[1].Equal(ast.StringTerm(v.set.cfg.Pack)) || !ref[2].Equal(ast.StringTerm("thresholds")) {
		return Constant{}, false
	}
	name, _ := ref[3].Value.(ast.String)
	var value any = map[string]any{v.set.cfg.Pack: v.set.cfg.Data}
	for _, step := range ref[1:] {
		fields, _ := value.(map[string]any)
		key, ok := step.Value.(ast.String)
		if !ok {
			return Constant{}, false
		}
		value = fields[string(key)]
	}
	c, err := ast.InterfaceToValue(value)
	if err != nil {
		return Constant{}, false
	}
	out, ok := v.constantOf(ast.NewTerm(c))
	out.Threshold = string(name)
	return out, ok && out.Kind != proposal.Null
}

// members reads a set or array of constants.
func (v *viewer) members(t *ast.Term) ([]Constant, bool) {
	switch t.Value.(type) {
	case ast.Set, *ast.Array:
	default:
		return nil, false
	}
	var out []Constant
	for _, item := range elements(t.Value) {
		c, ok := v.constantOf(v.resolve(item))
		if !ok {
			return nil, false
		}
		out = append(out, c)
	}
	return out, true
}

// resolve puts what variables and rules without conditions stand for into a term.
func (v *viewer) resolve(t *ast.Term) *ast.Term { return v.resolveDeep(t, 0) }

func (v *viewer) resolveDeep(t *ast.Term, depth int) *ast.Term {
	if depth > 20 {
		return t
	}
	switch x := t.Value.(type) {
	case ast.Var:
		if stands := v.terms[x]; stands != nil {
			return stands
		}
	case ast.Ref:
		ref := make(ast.Ref, 0, len(x))
		head := x[0]
		if name, ok := head.Value.(ast.Var); ok && v.terms[name] != nil {
			head = v.terms[name]
		}
		if inner, ok := head.Value.(ast.Ref); ok {
			ref = append(ref, inner...)
		} else {
			ref = append(ref, head)
		}
		for _, step := range x[1:] {
			ref = append(ref, v.resolveDeep(step, depth+1))
		}
		if alias, rest, ok := v.alias(ref, depth); ok {
			if len(rest) == 0 {
				return alias
			}
			if inner, ok := alias.Value.(ast.Ref); ok {
				return ast.NewTerm(slices.Concat(inner, ast.Ref(rest)))
			}
		}
		return ast.NewTerm(ref)
	}
	return t
}

// alias follows a reference to a rule that only gives another reference or constants a name: `_sources := input.proposal.x`.
func (v *viewer) alias(ref ast.Ref, depth int) (*ast.Term, []*ast.Term, bool) {
	for n := len(ref); n >= 3; n-- {
		rule := v.only(ref[:n])
		if rule == nil {
			continue
		}
		inner := &viewer{set: v.set, file: v.file, terms: map[ast.Var]*ast.Term{}}
		for _, e := range rule.Body {
			if alwaysTrue(e) {
				continue
			}
			if !e.IsEquality() {
				return nil, nil, false
			}
			if _, ok := inner.define(e); !ok {
				return nil, nil, false
			}
		}
		value := inner.resolveDeep(rule.Head.Value, depth+1)
		switch x := value.Value.(type) {
		case ast.Ref:
			return value, ref[n:], x.IsGround()
		case ast.Number, ast.String, ast.Boolean, ast.Set, *ast.Array:
			return value, ref[n:], value.IsGround()
		}
		return nil, nil, false
	}
	return nil, nil, false
}

// only gives the single rule of a complete document of the pack, nil when there are several or none.
func (v *viewer) only(ref ast.Ref) *ast.Rule {
	if !ref.IsGround() || !ref[0].Equal(ast.DefaultRootDocument) {
		return nil
	}
	rules := v.set.rego().compiler.GetRulesExact(ref)
	if len(rules) != 1 {
		return nil
	}
	r := rules[0]
	if r.Default || r.Else != nil || len(r.Head.Args) > 0 || r.Head.Key != nil || r.Head.Value == nil {
		return nil
	}
	return r
}

// inline takes the conditions of a rule of the pack for those of a body that asks for it, `_stated`, when they are its only
// way to be true.
func (v *viewer) inline(t *ast.Term, negated bool, depth int) ([]Condition, bool) {
	ref, ok := v.resolve(t).Value.(ast.Ref)
	if !ok || depth >= maxInline {
		return nil, false
	}
	rule := v.only(ref)
	if rule == nil || rule.Head.Value.Value.Compare(ast.Boolean(true)) != 0 {
		return nil, false
	}
	inner := &viewer{set: v.set, file: rule.Location.File, terms: map[ast.Var]*ast.Term{}}
	got := inner.conditions(rule.Body, depth+1)
	if negated {
		if len(got) != 1 || got[0].Op == OpOpaque || len(got[0].Lists) > 0 {
			return nil, false
		}
		got[0].Not = !got[0].Not
		inner.exprs[0] = inner.exprs[0].Copy()
		inner.exprs[0].Negated = !inner.exprs[0].Negated
	}
	for i := range got { // an item of another rule's iteration is not one of this body's
		if got[i].Item != "" {
			got[i].Item = ref.String() + " " + got[i].Item
		}
	}
	for _, e := range inner.exprs { // nor are its variables
		e = e.Copy()
		_, err := ast.TransformVars(e, func(name ast.Var) (ast.Value, error) {
			if fixed(name) {
				return name, nil
			}
			return ast.Var(ref.String() + " " + string(name)), nil
		})
		if err != nil {
			return nil, false
		}
		v.exprs = append(v.exprs, e)
	}
	return got, true
}

// resolveExpr puts what variables stand for into an expression.
func (v *viewer) resolveExpr(e *ast.Expr) *ast.Expr {
	c := e.Copy()
	switch terms := c.Terms.(type) {
	case *ast.Term:
		c.Terms = v.resolve(terms)
	case []*ast.Term:
		for i := range terms {
			if i > 0 {
				terms[i] = v.resolve(terms[i])
			}
		}
	}
	return c
}
