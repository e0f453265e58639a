package rules

import (
	"slices"

	"github.com/open-policy-agent/opa/v1/ast"
)

// What a rule may say is found without evaluating it: names are followed to what they are bound to, calls to what their
// functions give, lists to their items. What depends on the proposal, or on a built-in that makes texts, is not known, and
// said so.

// maxSteps bounds the work on one finding. Real rules need a few hundred.
const maxSteps = 20000

// scope is where a term stands: its file, the bodies that bind its names, from outside to inside, and the arguments of
// the function that it is in.
type scope struct {
	file   *source
	bodies []ast.Body
	params map[ast.Var]argument
}

// argument is what a parameter stands for; open when it cannot be followed, which matters only where it is used.
type argument struct {
	values []shown
	open   bool
}

func (s *scope) within(body ast.Body) *scope {
	return &scope{file: s.file, bodies: append(slices.Clip(s.bodies), body), params: s.params}
}

// scopeOf takes all bodies of a rule for one scope: a name that two of them bind may be either.
func scopeOf(f *source, r *ast.Rule) *scope {
	s := &scope{file: f}
	ast.WalkBodies(r, func(b ast.Body) bool {
		s.bodies = append(s.bodies, b)
		return false
	})
	return s
}

// shown is one value that a term may have: a term that is written out, or the items of a rule that collects them.
type shown struct {
	term  *ast.Term
	in    *scope
	items []item
}

// item is one entry of a collection; key is nil when it is a position.
type item struct {
	key, value *ast.Term
	in         *scope
}

// values follows one term. It is used once.
type values struct {
	a       *analysis
	steps   int
	unknown *ast.Location // where something is computed that cannot be followed; nil when all was
	file    *source       // of unknown
}

// giveUp notes a term whose value is only known when the rule is evaluated.
func (v *values) giveUp(t *ast.Term, s *scope) {
	if v.unknown != nil {
		return
	}
	if v.unknown, v.file = t.Location, s.file; v.unknown == nil {
		v.unknown = &ast.Location{File: s.file.name}
	}
}

// texts gives every text that a term may have.
func (v *values) texts(t *ast.Term, s *scope) []string {
	var out []string
	for _, x := range v.follow(t, s) {
		if x.term == nil {
			continue
		}
		if text, ok := x.term.Value.(ast.String); ok {
			out = append(out, string(text))
		} else {
			v.giveUp(x.term, x.in)
		}
	}
	return out
}

// follow gives what a term may be.
func (v *values) follow(t *ast.Term, s *scope) []shown {
	if v.steps++; v.steps > maxSteps || t == nil {
		if t != nil {
			v.giveUp(t, s)
		}
		return nil
	}
	switch x := t.Value.(type) {
	case ast.Var:
		return v.name(ast.Ref{t}, t, s)
	case ast.Ref:
		return v.name(x, t, s)
	case ast.Call:
		return v.call(x, t, s)
	default:
		return []shown{{term: t, in: s}}
	}
}

// name follows a name, or a reference that begins with one.
func (v *values) name(ref ast.Ref, t *ast.Term, s *scope) []shown {
	head, ok := ref[0].Value.(ast.Var)
	if !ok {
		v.giveUp(t, s)
		return nil
	}
	if found, bound := v.local(head, s); bound {
		return v.into(found, ref[1:])
	}
	if arg, ok := s.params[head]; ok {
		if arg.open {
			v.giveUp(t, s)
		}
		return v.into(arg.values, ref[1:])
	}
	words, ok := v.a.expand(s.file, ref)
	if !ok {
		v.giveUp(t, s)
		return nil
	}
	p, name, n := v.a.ruleAt(words)
	if p == nil {
		v.giveUp(t, s)
		return nil
	}
	rest := ref[1:]
	if len(ref) > 1 && (head == "data" || s.file.imports[string(head)] != nil) {
		written := len(words) - len(wordsOf(ref[1:])) // steps that the import stands for
		rest = ref[1+n-written:]
	}
	return v.into(v.ruleValue(p, name, nil), rest)
}

// into goes into values: by a key that is written out, or into every item.
func (v *values) into(from []shown, rest ast.Ref) []shown {
	for _, step := range rest {
		var next []shown
		for _, x := range from {
			if key, ok := step.Value.(ast.String); ok {
				next = append(next, v.field(x, string(key))...)
				continue
			}
			for _, it := range v.items(x) {
				next = append(next, v.follow(it.value, it.in)...)
			}
		}
		from = next
	}
	return from
}

// local follows a name to what binds it in the bodies around it.
func (v *values) local(name ast.Var, s *scope) (out []shown, bound bool) {
	for depth := len(s.bodies) - 1; depth >= 0; depth-- {
		outer := &scope{file: s.file, bodies: s.bodies[:depth+1], params: s.params}
		for _, expr := range s.bodies[depth] {
			if found, ok := v.binding(name, expr, outer); ok {
				out, bound = append(out, found...), true
			}
		}
		if bound {
			return out, true
		}
	}
	return nil, false
}

// binding follows a name through one expression: name := …, some name in …, some key, name in …, with patterns.
func (v *values) binding(name ast.Var, expr *ast.Expr, s *scope) ([]shown, bool) {
	if decl, ok := expr.Terms.(*ast.SomeDecl); ok {
		call, ok := decl.Symbols[0].Value.(ast.Call)
		if !ok || len(call) < 3 {
			return nil, false
		}
		list := call[len(call)-1]
		if found, ok := v.pattern(name, call[len(call)-2], func() []shown { return v.itemsOf(list, s) }); ok {
			return found, true
		}
		if len(call) == 4 && call[1].Value.Compare(name) == 0 {
			return v.keysOf(list, s), true
		}
		return nil, false
	}
	if !expr.IsAssignment() && !expr.IsEquality() {
		return nil, false
	}
	return v.pattern(name, expr.Operand(0), func() []shown { return v.follow(expr.Operand(1), s) })
}

// pattern gives the part of a value that a name stands for in a pattern such as [code, field].
func (v *values) pattern(name ast.Var, pattern *ast.Term, value func() []shown) ([]shown, bool) {
	if pattern.Value.Compare(name) == 0 {
		return value(), true
	}
	array, ok := pattern.Value.(*ast.Array)
	if !ok {
		return nil, false
	}
	for i := range array.Len() {
		found, ok := v.pattern(name, array.Elem(i), func() []shown {
			var out []shown
			for _, x := range value() {
				if x.term == nil {
					continue
				}
				if a, ok := x.term.Value.(*ast.Array); ok && i < a.Len() {
					out = append(out, v.follow(a.Elem(i), x.in)...)
				} else {
					v.giveUp(x.term, x.in)
				}
			}
			return out
		})
		if ok {
			return found, true
		}
	}
	return nil, false
}

func (v *values) itemsOf(list *ast.Term, s *scope) []shown {
	var out []shown
	for _, x := range v.follow(list, s) {
		for _, it := range v.items(x) {
			out = append(out, v.follow(it.value, it.in)...)
		}
	}
	return out
}

func (v *values) keysOf(list *ast.Term, s *scope) []shown {
	var out []shown
	for _, x := range v.follow(list, s) {
		for _, it := range v.items(x) {
			if it.key != nil {
				out = append(out, v.follow(it.key, it.in)...)
			}
		}
	}
	return out
}

// items gives what a collection holds.
func (v *values) items(x shown) []item {
	if x.term == nil {
		return x.items
	}
	var out []item
	switch c := x.term.Value.(type) {
	case *ast.Array:
		c.Foreach(func(t *ast.Term) { out = append(out, item{value: t, in: x.in}) })
	case ast.Set:
		c.Foreach(func(t *ast.Term) { out = append(out, item{key: t, value: t, in: x.in}) })
	case ast.Object:
		c.Foreach(func(k, t *ast.Term) { out = append(out, item{key: k, value: t, in: x.in}) })
	case *ast.ArrayComprehension:
		out = append(out, item{value: c.Term, in: x.in.within(c.Body)})
	case *ast.SetComprehension:
		out = append(out, item{key: c.Term, value: c.Term, in: x.in.within(c.Body)})
	case *ast.ObjectComprehension:
		out = append(out, item{key: c.Key, value: c.Value, in: x.in.within(c.Body)})
	case ast.Call: // what object.union and its like give, kept by call
		for _, operand := range c[1:] {
			for _, part := range v.follow(operand, x.in) {
				out = append(out, v.items(part)...)
			}
		}
	default:
		v.giveUp(x.term, x.in)
	}
	return out
}

// field gives what an object holds under a key.
func (v *values) field(x shown, key string) []shown {
	var out []shown
	if x.term != nil {
		switch c := x.term.Value.(type) {
		case ast.Object:
			if t := c.Get(ast.StringTerm(key)); t != nil {
				return v.follow(t, x.in)
			}
			return nil
		case ast.Call:
			return v.fieldOfCall(c, x.in, key)
		case ast.Set, *ast.SetComprehension:
			return []shown{{term: ast.StringTerm(key), in: x.in}} // set["x"] is "x"
		}
	}
	for _, it := range v.items(x) {
		if text, ok := keyText(it.key); !ok || text == key {
			out = append(out, v.follow(it.value, it.in)...)
		}
	}
	return out
}

func keyText(t *ast.Term) (string, bool) {
	if t == nil {
		return "", false
	}
	s, ok := t.Value.(ast.String)
	return string(s), ok
}

// fieldOfCall: of object.union(a, b) the field of b counts, when it has one.
func (v *values) fieldOfCall(c ast.Call, s *scope, key string) []shown {
	for _, operand := range slices.Backward(c[1:]) {
		var out []shown
		for _, x := range v.follow(operand, s) {
			out = append(out, v.field(x, key)...)
		}
		if len(out) > 0 || v.unknown != nil {
			return out
		}
		if c[0].String() == "object.remove" {
			continue
		}
	}
	return nil
}

// call follows a call: of a function of the pack to its values, of built-ins that only pass on to what they pass on.
func (v *values) call(c ast.Call, t *ast.Term, s *scope) []shown {
	ref, ok := c[0].Value.(ast.Ref)
	if !ok {
		v.giveUp(t, s)
		return nil
	}
	if words, ok := v.a.expand(s.file, ref); ok {
		if p, name, n := v.a.ruleAt(words); p != nil && n == len(words) {
			return v.ruleValue(p, name, &called{args: c[1:], in: s})
		}
	}
	switch c[0].String() {
	case "concat":
		return v.joined(c, t, s)
	case "object.union":
		return []shown{{term: t, in: s}}
	case "object.remove", "minus", "and", "sort", "array.slice":
		return v.follow(c[1], s)
	case "or", "array.concat":
		return append(v.follow(c[1], s), v.follow(c[2], s)...)
	case "union":
		return v.itemsOf(c[1], s)
	case "object.get":
		var out []shown
		key, written := keyText(c[2])
		for _, x := range v.follow(c[1], s) {
			if written {
				out = append(out, v.field(x, key)...)
				continue
			}
			for _, it := range v.items(x) {
				out = append(out, v.follow(it.value, it.in)...)
			}
		}
		return append(out, v.follow(c[3], s)...)
	}
	v.giveUp(t, s)
	return nil
}

// called are the arguments of a call, for the parameters of a function.
type called struct {
	args []*ast.Term
	in   *scope
}

// ruleValue gives what a rule of a package may be: its values, or what it collects.
func (v *values) ruleValue(p *regoPackage, name string, by *called) []shown {
	var out []shown
	var collected []item
	for _, f := range p.files {
		for _, r := range f.module.Rules {
			if ruleNameOf(r) != name {
				continue
			}
			for rule := r; rule != nil; rule = rule.Else {
				s := &scope{file: f, bodies: []ast.Body{rule.Body}}
				if by != nil {
					s = v.bound(rule, by, s)
				}
				head := rule.Head
				ref := head.Ref()
				switch {
				case head.Key != nil && head.Value == nil: // name contains …
					it := item{key: head.Key, value: head.Key, in: s}
					if len(ref) > 1 { // name.field contains …
						v.giveUp(head.Key, s)
					}
					collected = append(collected, it)
				case head.Value != nil && len(ref) > 1: // name[key] := …
					value := head.Value
					for _, step := range slices.Backward(ref[2:]) {
						value = ast.ObjectTerm([2]*ast.Term{step, value})
					}
					collected = append(collected, item{key: ref[1], value: value, in: s})
				case head.Value != nil:
					out = append(out, v.follow(head.Value, s)...)
				}
			}
		}
	}
	if collected != nil {
		out = append(out, shown{items: collected})
	}
	return out
}

// bound gives the parameters of a function that are names the arguments of a call.
func (v *values) bound(rule *ast.Rule, by *called, s *scope) *scope {
	s.params = map[ast.Var]argument{}
	for i, p := range rule.Head.Args {
		name, ok := p.Value.(ast.Var)
		if !ok || i >= len(by.args) {
			continue
		}
		own := &values{a: v.a, steps: v.steps + 10} // a function that calls itself ends
		found := own.follow(by.args[i], by.in)
		v.steps = own.steps
		s.params[name] = argument{values: found, open: own.unknown != nil}
	}
	return s
}

// maxJoined bounds how many texts may come of one concat.
const maxJoined = 200

// joined gives what concat makes of a separator and a list that are known.
func (v *values) joined(c ast.Call, t *ast.Term, s *scope) []shown {
	separators, lists := v.texts(c[1], s), v.follow(c[2], s)
	if len(separators) != 1 || len(lists) != 1 || lists[0].term == nil {
		v.giveUp(t, s)
		return nil
	}
	array, ok := lists[0].term.Value.(*ast.Array)
	if !ok {
		v.giveUp(t, s)
		return nil
	}
	all := []string{""}
	for i := range array.Len() {
		var next []string
		for _, end := range v.texts(array.Elem(i), lists[0].in) {
			for _, begin := range all {
				if i > 0 {
					begin += separators[0]
				}
				next = append(next, begin+end)
			}
		}
		if all = next; len(all) > maxJoined {
			v.giveUp(t, s)
			return nil
		}
	}
	var out []shown
	for _, text := range all {
		out = append(out, shown{term: &ast.Term{Value: ast.String(text), Location: t.Location}, in: s})
	}
	return out
}
