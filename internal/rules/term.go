package rules

import "github.com/open-policy-agent/opa/v1/ast"

// valueAt gives a field of an object, nil when v is no object or has no such field.
func valueAt(v ast.Value, key string) ast.Value {
	if o, ok := v.(ast.Object); ok {
		if t := o.Get(ast.StringTerm(key)); t != nil {
			return t.Value
		}
	}
	return nil
}

// elements lists an array or a set (sets in OPA's total order), nothing for other values.
func elements(v ast.Value) []*ast.Term {
	switch v := v.(type) {
	case *ast.Array:
		out := make([]*ast.Term, v.Len())
		for i := range out {
			out[i] = v.Elem(i)
		}
		return out
	case ast.Set:
		return v.Slice()
	}
	return nil
}
