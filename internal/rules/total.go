package rules

import (
	"slices"

	"github.com/open-policy-agent/opa/v1/ast"
)

// totals are built-ins that give a value or an error, never nothing; an error is no pass either.
var totals = []string{
	"array.concat", "ceil", "concat", "count", "div", "floor", "minus", "mul", "object.get", "object.union", "plus", "round",
	"sprintf", "sum",
}

// total says whether a resolved term always has a value: then nothing depends on it.
func (v *viewer) total(t *ast.Term, depth int) bool {
	if depth > maxInline {
		return false
	}
	switch x := t.Value.(type) { // a variable inside is bound elsewhere, which is a condition of its own there
	case ast.Number, ast.String, ast.Boolean, ast.Null, ast.Var, *ast.ArrayComprehension, *ast.SetComprehension, *ast.ObjectComprehension:
		return true
	case *ast.Array, ast.Set:
		for _, item := range elements(t.Value) {
			if !v.total(item, depth+1) {
				return false
			}
		}
		return true
	case ast.Object:
		ok := true
		x.Foreach(func(k, value *ast.Term) {
			ok = ok && v.total(k, depth+1) && v.total(value, depth+1)
		})
		return ok
	case ast.Ref:
		if x.Equal(ast.Ref{ast.InputRootDocument, ast.StringTerm("proposal")}) {
			return true
		}
		if _, ok := v.threshold(x); ok {
			return true
		}
		if len(x) == 2 && len(elements(x[0].Value)) > 0 { // some field in ["kind", "amount"]
			_, each := x[1].Value.(ast.Var)
			return each
		}
		return v.partial(x) != nil || v.totalRule(x, depth)
	case ast.Call:
		name, ok := x[0].Value.(ast.Ref)
		return ok && (slices.Contains(totals, name.String()) || v.totalRule(name, depth))
	}
	return false
}

// partial gives the rules of a set that the pack states by `contains`: it is there even when it is empty.
func (v *viewer) partial(ref ast.Ref) []*ast.Rule {
	if !ref.IsGround() || !ref[0].Equal(ast.DefaultRootDocument) {
		return nil
	}
	rules := v.set.rego().compiler.GetRulesExact(ref)
	for _, r := range rules {
		if r.Head.RuleKind() != ast.MultiValue {
			return nil
		}
	}
	return rules
}

// totalRule says whether a document or function has a single definition, for any arguments, without conditions.
func (v *viewer) totalRule(ref ast.Ref, depth int) bool {
	if !ref.IsGround() || !ref[0].Equal(ast.DefaultRootDocument) {
		return false
	}
	rules := v.set.rego().compiler.GetRulesExact(ref)
	if len(rules) != 1 || rules[0].Default || rules[0].Head.Key != nil {
		return false
	}
	for _, arg := range rules[0].Head.Args {
		if _, ok := arg.Value.(ast.Var); !ok {
			return false
		}
	}
	inner := &viewer{set: v.set, file: v.file, terms: map[ast.Var]*ast.Term{}}
	for _, e := range rules[0].Body {
		switch {
		case alwaysTrue(e):
		case e.Negated || len(e.With) > 0:
			return false
		case e.IsEquality():
			if c, ok := inner.define(e); !ok || c != nil {
				return false
			}
		case e.IsCall():
			quiet := true
			inner.call(e, func(*ast.Expr, Condition) { quiet = false })
			if !quiet {
				return false
			}
		default:
			return false
		}
	}
	return true
}
