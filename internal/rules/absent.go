package rules

import (
	"slices"

	"github.com/open-policy-agent/opa/v1/ast"
)

// absentShape is what lib.fields.absent says: which of some paths lead to nothing. Only a function that says exactly this is
// taken apart.
const absentShape = `{v3 | v3 = paths[v4]; object.get(doc, v3, null, v5); internal.member_2(v5, {null, "", [], {}})}`

// expand takes a body that finds the absent ones among listed paths for one body each: `some path in
// fields.absent(input.proposal, _needed)` holds when one of the bodies of _needed does and its path leads to nothing. It is
// false when the body is another, or a path cannot be read.
func (v *viewer) expand(b Body) ([]Body, bool) {
	var at = -1
	var ref ast.Ref
	for i := range b.Conditions {
		if b.Conditions[i].Op != OpOpaque {
			return nil, false
		}
		needed, ok := v.absentees(v.exprs[i])
		if !ok || at >= 0 {
			return nil, false
		}
		at, ref = i, needed
	}
	if at < 0 {
		return nil, false
	}
	var out []Body
	for _, r := range v.partial(ref) {
		inner := &viewer{set: v.set, file: r.Location.File, terms: map[ast.Var]*ast.Term{}}
		conditions := inner.conditions(r.Body, 1)
		for _, p := range inner.paths(r.Head.Key) {
			c := inner.operand(ast.NewTerm(append(ast.Ref{ast.InputRootDocument, ast.StringTerm("proposal")}, p...)))
			if c.Field == "" {
				continue
			}
			c.Op, c.File, c.Line, c.Text = OpAbsent, r.Location.File, r.Location.Row, "absent "+c.Field
			one := b
			one.File, one.Line = r.Location.File, r.Location.Row
			one.Conditions = append(slices.Clone(conditions), c)
			names := map[ast.Var]string{}
			for i, e := range inner.exprs {
				one.Conditions[i].Text = renamed(e, names)
			}
			one.Shape = ""
			for i := range one.Conditions {
				one.Shape += one.Conditions[i].Text + "\n"
			}
			out = append(out, one)
		}
	}
	return out, true
}

// absentees says which set of paths an expression takes the absent ones of.
func (v *viewer) absentees(e *ast.Expr) (ast.Ref, bool) {
	var call ast.Call
	ast.WalkTerms(e, func(t *ast.Term) bool {
		if c, ok := t.Value.(ast.Call); ok && call == nil {
			call = c
		}
		return call != nil
	})
	if e.Negated || len(call) != 3 || !call[0].Equal(ast.NewTerm(ast.MustParseRef("data.lib.fields.absent"))) ||
		!call[1].Equal(ast.NewTerm(ast.Ref{ast.InputRootDocument, ast.StringTerm("proposal")})) {
		return nil, false
	}
	rules := v.set.rego().compiler.GetRulesExact(ast.MustParseRef("data.lib.fields.absent"))
	if len(rules) != 1 || !v.saysAbsent(rules[0]) {
		return nil, false
	}
	ref, ok := call[2].Value.(ast.Ref)
	return ref, ok && v.partial(ref) != nil
}

// saysAbsent says whether a function is the one that absentShape describes.
func (v *viewer) saysAbsent(r *ast.Rule) bool {
	var comprehension *ast.Term
	ast.WalkTerms(r, func(t *ast.Term) bool {
		if _, ok := t.Value.(*ast.SetComprehension); ok && comprehension == nil {
			comprehension = t
		}
		return comprehension != nil
	})
	names := map[ast.Var]string{}
	for i, name := range []string{"doc", "paths"} {
		if len(r.Head.Args) != 2 {
			return false
		}
		arg, _ := r.Head.Args[i].Value.(ast.Var)
		names[arg] = name
	}
	return comprehension != nil && renamed(comprehension, names) == absentShape
}

// paths gives what a head like ["finance", "sources", i, field] stands for, once for each value that a variable takes from a
// list of constants.
func (v *viewer) paths(key *ast.Term) [][]*ast.Term {
	steps := elements(v.resolve(key).Value)
	if len(steps) == 0 {
		return nil
	}
	out := [][]*ast.Term{nil}
	for _, step := range steps {
		choices := v.choices(v.resolve(step))
		var longer [][]*ast.Term
		for _, p := range out {
			for _, c := range choices {
				longer = append(longer, append(slices.Clone(p), c))
			}
		}
		out = longer
	}
	return out
}

// choices gives the values of one step: a constant, an index, or each member of a list of constants.
func (v *viewer) choices(t *ast.Term) []*ast.Term {
	switch x := t.Value.(type) {
	case ast.String, ast.Var:
		return []*ast.Term{t}
	case ast.Ref: // ["kind", "amount"][v]
		if len(x) == 2 {
			return elements(x[0].Value)
		}
	}
	return nil
}
