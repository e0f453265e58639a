package rules

import (
	"errors"
	"fmt"
	"slices"
	"strings"

	"github.com/open-policy-agent/opa/v1/ast"

	"hegui/internal/assess"
	"hegui/internal/catalog"
	"hegui/internal/proposal"
)

// statements are the four names a rule may state; see the entrypoint `outcomes` of a pack.
var statements = []string{"applies", "findings", "credit", "manual"}

// outcomes reads the entrypoint's document: statement → stem → value. A rule that it does not mention is an error of
// that rule.
func (s *Set) outcomes(v ast.Value) (map[string]assess.Outcome, error) {
	doc, ok := v.(ast.Object)
	if !ok {
		return nil, errors.New("the entrypoint is not an object")
	}
	all := make(map[string]assess.Outcome, len(s.stems))
	for _, stem := range s.stems {
		parts := make(map[string]ast.Value, len(statements))
		for _, name := range statements {
			if byStem := doc.Get(ast.StringTerm(name)); byStem != nil {
				if o, ok := byStem.Value.(ast.Object); ok {
					if part := o.Get(ast.StringTerm(stem)); part != nil {
						parts[name] = part.Value
					}
				}
			}
		}
		all[stem] = s.outcome(parts)
	}
	return all, nil
}

// readings reads what alternative readings say: reading → alternative → stem → {"applies", "findings"}.
func (s *Set) readings(v ast.Value) (map[string]map[string]map[string]assess.Outcome, error) {
	out := map[string]map[string]map[string]assess.Outcome{}
	err := eachField(v, func(reading string, alternatives ast.Value) error {
		out[reading] = map[string]map[string]assess.Outcome{}
		return eachField(alternatives, func(alternative string, outcomes ast.Value) error {
			byStem := map[string]assess.Outcome{}
			out[reading][alternative] = byStem
			return eachField(outcomes, func(stem string, statements ast.Value) error {
				parts := map[string]ast.Value{}
				err := eachField(statements, func(name string, part ast.Value) error {
					parts[name] = part
					return nil
				})
				byStem[stem] = s.outcome(parts)
				return err
			})
		})
	})
	if err != nil {
		return nil, fmt.Errorf("alternatives: %w", err)
	}
	return out, nil
}

// eachField visits the fields of an object, in the order of their keys.
func eachField(v ast.Value, visit func(key string, value ast.Value) error) error {
	o, ok := v.(ast.Object)
	if !ok {
		return fmt.Errorf("%s instead of an object", ast.ValueName(v))
	}
	for _, k := range o.Keys() {
		key, ok := k.Value.(ast.String)
		if !ok {
			return errors.New("a field without a name")
		}
		if err := visit(string(key), o.Get(k).Value); err != nil {
			return fmt.Errorf("%s: %w", key, err)
		}
	}
	return nil
}

// outcome checks the shape of what one rule said. Anything but the contract is an error: silence never passes.
func (s *Set) outcome(parts map[string]ast.Value) assess.Outcome {
	var o assess.Outcome
	applies, ok := parts["applies"].(ast.Boolean)
	if !ok {
		return assess.Outcome{Err: "the rule does not say whether it applies"}
	}
	o.Applies = bool(applies)
	if _, ok := parts["findings"]; !ok {
		return assess.Outcome{Err: "the rule states no findings, not even an empty set"}
	}
	var err error
	if o.Findings, err = s.findings(parts["findings"]); err != nil {
		return assess.Outcome{Err: "findings: " + err.Error()}
	}
	if v, ok := parts["manual"]; ok {
		if o.Manual, err = s.findings(v); err != nil {
			return assess.Outcome{Err: "manual: " + err.Error()}
		}
	}
	if v, ok := parts["credit"]; ok {
		n, isNumber := v.(ast.Number)
		credit, whole := n.Int()
		if !isNumber || !whole {
			return assess.Outcome{Err: "the credit is not a whole number"}
		}
		o.Credit, o.HasCredit = credit, true
	}
	return o
}

func (s *Set) findings(v ast.Value) ([]assess.RawFinding, error) {
	set, ok := v.(ast.Set)
	if !ok {
		return nil, fmt.Errorf("%s instead of a set", ast.ValueName(v))
	}
	if set.Len() > s.limits.Findings {
		return nil, fmt.Errorf("%d, more than the limit of %d", set.Len(), s.limits.Findings)
	}
	out := make([]assess.RawFinding, 0, set.Len())
	for _, t := range set.Slice() {
		f, err := finding(t.Value)
		if err != nil {
			return nil, err
		}
		for key, a := range f.Args {
			if size := argSize(a); s.limits.Text > 0 && size > s.limits.Text {
				return nil, fmt.Errorf("%s: argument %q has %d bytes, more than %d", f.Code, key, size, s.limits.Text)
			}
		}
		out = append(out, f)
	}
	return out, nil
}

// finding reads {"code", "path", "args", "related"?}.
func finding(v ast.Value) (assess.RawFinding, error) {
	var f assess.RawFinding
	o, ok := v.(ast.Object)
	if !ok {
		return f, fmt.Errorf("%s instead of an object", ast.ValueName(v))
	}
	code, ok := valueAt(o, "code").(ast.String)
	if !ok {
		return f, errors.New("a finding without a code")
	}
	f.Code = string(code)
	var err error
	if f.Path, err = path(valueAt(o, "path")); err != nil {
		return f, fmt.Errorf("%s: %w", f.Code, err)
	}
	if related := valueAt(o, "related"); related != nil {
		for _, t := range elements(related) {
			p, err := path(t.Value)
			if err != nil {
				return f, fmt.Errorf("%s: related: %w", f.Code, err)
			}
			f.Related = append(f.Related, p)
		}
	}
	if args := valueAt(o, "args"); args != nil {
		o, ok := args.(ast.Object)
		if !ok {
			return f, fmt.Errorf("%s: args are not an object", f.Code)
		}
		if o.Len() > 0 {
			f.Args = make(catalog.Args, o.Len())
		}
		for _, k := range o.Keys() {
			key, ok := k.Value.(ast.String)
			if !ok {
				return f, fmt.Errorf("%s: an argument without a name", f.Code)
			}
			if f.Args[string(key)], err = arg(o.Get(k).Value); err != nil {
				return f, fmt.Errorf("%s: argument %q: %w", f.Code, string(key), err)
			}
		}
	}
	return f, nil
}

// arg reads an argument. Text is copied, here and in paths: it may be a part of the proposal's source, which an assessment
// that is kept must not keep.
func arg(v ast.Value) (catalog.Arg, error) {
	switch v := v.(type) {
	case ast.Number:
		return catalog.Arg{Number: strings.Clone(string(v))}, nil
	case ast.String:
		return catalog.Arg{Text: strings.Clone(string(v))}, nil
	case ast.Object:
		if term, ok := valueAt(v, "term").(ast.String); ok {
			return catalog.Arg{Term: string(term)}, nil
		}
	case *ast.Array, ast.Set:
		list := catalog.Arg{List: []catalog.Arg{}}
		for _, t := range elements(v) {
			item, err := arg(t.Value)
			if err != nil {
				return item, err
			}
			list.List = append(list.List, item)
		}
		return list, nil
	}
	return catalog.Arg{}, fmt.Errorf("%s is not a number, text, term or list", ast.ValueName(v))
}

func path(v ast.Value) (proposal.Path, error) {
	a, ok := v.(*ast.Array)
	if !ok {
		return nil, errors.New("the path is not an array")
	}
	p := make(proposal.Path, 0, a.Len())
	for i := range a.Len() {
		switch step := a.Elem(i).Value.(type) {
		case ast.String:
			p = append(p, proposal.Key(strings.Clone(string(step))))
		case ast.Number:
			n, ok := step.Int()
			if !ok || n < 0 {
				return nil, fmt.Errorf("%s is not an index", step)
			}
			p = append(p, proposal.Index(n))
		default:
			return nil, fmt.Errorf("%s in a path", ast.ValueName(step))
		}
	}
	return p, nil
}

// readFlags reads data.<pack>.flags: what turned each flag on, and the guards that fired.
func readFlags(ev *assess.Evaluation, because, guards ast.Value) error {
	byFlag, ok := because.(ast.Object)
	if !ok {
		return errors.New("because is not an object")
	}
	ev.Because = make(map[string][]proposal.Path, byFlag.Len())
	for _, k := range byFlag.Keys() {
		name, ok := k.Value.(ast.String)
		if !ok {
			return errors.New("a flag without a name")
		}
		var paths []proposal.Path
		for _, t := range elements(byFlag.Get(k).Value) {
			p, err := path(t.Value)
			if err != nil {
				return fmt.Errorf("because.%s: %w", name, err)
			}
			paths = append(paths, p)
		}
		slices.SortFunc(paths, proposal.Path.Compare)
		ev.Because[string(name)] = paths
	}
	for _, t := range elements(guards) {
		f, err := finding(t.Value)
		if err != nil {
			return fmt.Errorf("guards: %w", err)
		}
		flag, ok := valueAt(t.Value, "flag").(ast.String)
		if !ok {
			return errors.New("a guard without a flag")
		}
		ev.Guards = append(ev.Guards, assess.RawGuard{Flag: string(flag), RawFinding: f})
	}
	return nil
}

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

// toTerm converts a proposal's value. A null or empty text counts as absent, so that `key:` and a missing key are the
// same defect; inside a sequence it stays, so that indexes keep their meaning.
func toTerm(v *proposal.Value) *ast.Term {
	switch v.Kind() {
	case proposal.Bool:
		return ast.InternedTerm(v.Bool())
	case proposal.Number:
		return ast.NewTerm(ast.Number(v.Text()))
	case proposal.String:
		return ast.StringTerm(v.Text())
	case proposal.Sequence:
		items := make([]*ast.Term, len(v.Items()))
		for i, item := range v.Items() {
			items[i] = toTerm(item)
		}
		return ast.ArrayTerm(items...)
	case proposal.Mapping:
		fields := make([][2]*ast.Term, 0, len(v.Fields()))
		for _, f := range v.Fields() {
			if !absent(f.Value) {
				fields = append(fields, [2]*ast.Term{ast.StringTerm(f.Key), toTerm(f.Value)})
			}
		}
		return ast.ObjectTerm(fields...)
	default:
		return ast.NullTerm()
	}
}

func absent(v *proposal.Value) bool {
	return v.Kind() == proposal.Null || v.Kind() == proposal.String && v.Text() == ""
}
