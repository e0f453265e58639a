package mutate

import (
	"slices"
	"strings"

	"github.com/open-policy-agent/opa/v1/ast"
)

// finder lists the mutants of one module. Changes are made to the text, so that a report shows what a person would write,
// and what is tested is what the parser makes of it.
type finder struct {
	file    string
	text    string
	mutants []*Mutant
	seen    map[edit]bool

	index int    // of the rule at hand
	name  string // of the rule at hand
}

// sites lists the mutants of a module, in the order of the text.
func sites(file, text string, module *ast.Module) []*Mutant {
	f := &finder{file: file, text: text, seen: map[edit]bool{}}
	same := map[string]int{}
	for _, r := range module.Rules {
		if !r.Default {
			same[r.Head.Ref().GroundPrefix().String()]++
		}
	}
	for i, r := range module.Rules {
		ref := r.Head.Ref().GroundPrefix()
		f.index, f.name = i, ref.String()
		if r.Default {
			f.flip(r.Head.Value)
		} else if same[f.name] > 1 {
			start, end := span(r.Location)
			m := f.add(DropRule, r.Location, []edit{{start, end, ""}})
			if m != nil {
				m.Before, m.After = collapse(f.text[start:end]), ""
			}
		}
		f.rule(r)
	}
	slices.SortStableFunc(f.mutants, func(a, b *Mutant) int {
		if a.Line != b.Line {
			return a.Line - b.Line
		}
		return a.Column - b.Column
	})
	return f.mutants
}

func span(loc *ast.Location) (start, end int) { return loc.Offset, loc.Offset + len(loc.Text) }

// ruleSpan is where a rule of a module stands, with what is left until the next one: the parser gives only the first word
// of a default, and leaves out what comes after an `else`.
func ruleSpan(module *ast.Module, i int, text string) (start, end int) {
	start, end = module.Rules[i].Location.Offset, len(text)
	for _, r := range module.Rules {
		if next := r.Location.Offset; next > start {
			end = min(end, next)
		}
	}
	return start, end
}

// add takes in a mutant; what it shows is the smallest piece of text that holds its edits. nil when there is one already.
func (f *finder) add(op Operator, loc *ast.Location, edits []edit) *Mutant {
	if f.seen[edits[0]] {
		return nil
	}
	f.seen[edits[0]] = true
	m := &Mutant{
		File: f.file, Line: loc.Row, Column: loc.Col, Operator: op, Rule: f.name, rule: f.index, edits: edits,
	}
	f.mutants = append(f.mutants, m)
	return m
}

// within takes in a mutant that is shown as a change of a condition.
func (f *finder) within(op Operator, at *ast.Location, shown *ast.Location, edits []edit) {
	if m := f.add(op, at, edits); m != nil {
		start, end := span(shown)
		start, end = min(start, edits[0].start), max(end, edits[len(edits)-1].end)
		m.Before = collapse(f.text[start:end])
		m.After = collapse(apply(f.text[start:end], start, edits))
	}
}

// flip is the other value of a default.
func (f *finder) flip(value *ast.Term) {
	start, end := span(value.Location)
	switch f.text[start:end] {
	case "true":
		f.within(Default, value.Location, value.Location, []edit{{start, end, "false"}})
	case "false":
		f.within(Default, value.Location, value.Location, []edit{{start, end, "true"}})
	}
}

func (f *finder) rule(r *ast.Rule) {
	for ; r != nil; r = r.Else {
		for _, arg := range r.Head.Args {
			f.word(arg, arg.Location)
		}
		f.terms(r.Head, headLine(f.text, r))
		f.body(r.Body)
	}
}

// headLine is the part of a rule that its head's changes are shown in: its first line.
func headLine(text string, r *ast.Rule) *ast.Location {
	loc := *r.Location
	if i := strings.IndexByte(text[loc.Offset:], '\n'); i >= 0 {
		loc.Text = []byte(text[loc.Offset : loc.Offset+i])
	}
	return &loc
}

// terms finds numbers and comparisons in what is no condition, and the conditions of comprehensions in it.
func (f *finder) terms(x any, shown *ast.Location) {
	vis := ast.NewGenericVisitor(func(x any) bool {
		switch x := x.(type) {
		case *ast.ArrayComprehension:
			f.terms(x.Term, x.Term.Location)
			f.body(x.Body)
			return true
		case *ast.SetComprehension:
			f.terms(x.Term, x.Term.Location)
			f.body(x.Body)
			return true
		case *ast.ObjectComprehension:
			f.terms(x.Key, x.Key.Location)
			f.terms(x.Value, x.Value.Location)
			f.body(x.Body)
			return true
		case *ast.Term:
			if n, ok := x.Value.(ast.Number); ok {
				f.number(x, string(n), shown)
			}
		case ast.Call:
			f.comparison(x, shown)
		}
		return false
	})
	vis.Walk(x)
}

// body finds the mutants of conditions, one after the other.
func (f *finder) body(body ast.Body) {
	for i, expr := range body {
		if expr.Location == nil || len(expr.Location.Text) == 0 || expr.Generated {
			continue
		}
		f.condition(body, i)
	}
}

func (f *finder) condition(body ast.Body, i int) {
	expr := body[i]
	start, end := span(expr.Location)
	if start < 0 || end > len(f.text) || f.text[start:end] != string(expr.Location.Text) {
		return // made by the parser
	}
	if f.text[start:end] == "true" {
		return
	}
	for _, w := range expr.With {
		f.terms(w.Value, expr.Location)
	}
	switch terms := expr.Terms.(type) {
	case *ast.SomeDecl:
		f.some(body, i, terms)
		return
	case *ast.Every:
		f.every(expr, terms)
		return
	case *ast.Term:
		f.terms(terms, expr.Location)
	case []*ast.Term:
		if !f.comparison(terms, expr.Location) {
			f.negate(expr)
		}
		for _, t := range terms[1:] {
			f.terms(t, expr.Location)
		}
		if !expr.IsAssignment() { // what it assigns is used, or the pack would not compile
			f.drop(expr)
		}
		return
	}
	f.negate(expr)
	f.drop(expr)
}

// drop leaves a condition out: one that is true stands in its place.
func (f *finder) drop(expr *ast.Expr) {
	start, end := span(expr.Location)
	if m := f.add(Drop, expr.Location, []edit{{start, end, "true"}}); m != nil {
		m.Before, m.After = collapse(f.text[start:end]), ""
	}
}

// negate adds `not` to a condition or takes it away.
func (f *finder) negate(expr *ast.Expr) {
	start, end := span(expr.Location)
	text := f.text[start:end]
	if rest, ok := strings.CutPrefix(text, "not "); ok {
		f.within(Not, expr.Location, expr.Location, []edit{{start, end - len(rest), ""}})
		return
	}
	if expr.Negated || expr.IsAssignment() || expr.IsEquality() {
		return
	}
	f.within(Not, expr.Location, expr.Location, []edit{{start, start, "not "}})
}

// comparators are what each comparator becomes: its neighbour, and its opposite.
var comparators = map[string]struct {
	sign      string
	neighbour string
	opposite  string
}{
	"lt":    {"<", "<=", ">="},
	"lte":   {"<=", "<", ">"},
	"gt":    {">", ">=", "<="},
	"gte":   {">=", ">", "<"},
	"equal": {"==", "", "!="},
	"neq":   {"!=", "", "=="},
}

// comparison finds the mutants of a comparison and of the texts that it compares with. It says whether it is one whose
// opposite is among them.
func (f *finder) comparison(terms []*ast.Term, shown *ast.Location) bool {
	op := terms[0]
	if len(terms) != 3 || op.Location == nil {
		return false
	}
	name := op.Value.String()
	if name == "internal.member_2" {
		f.word(terms[1], shown)
		f.words(terms[2], shown)
		return false
	}
	c, ok := comparators[name]
	start := op.Location.Offset
	if !ok || !strings.HasPrefix(f.text[start:], c.sign) {
		return false
	}
	end := start + len(c.sign)
	if c.neighbour != "" {
		f.within(Boundary, op.Location, shown, []edit{{start, end, c.neighbour}})
	}
	f.within(Negation, op.Location, shown, []edit{{start, end, c.opposite}})
	f.word(terms[1], shown)
	f.word(terms[2], shown)
	return true
}

// words finds the texts of a list or set that something is looked for in.
func (f *finder) words(t *ast.Term, shown *ast.Location) {
	switch v := t.Value.(type) {
	case *ast.Array:
		v.Foreach(func(t *ast.Term) { f.word(t, shown) })
	case ast.Set:
		v.Foreach(func(t *ast.Term) { f.word(t, shown) })
	}
}

// word makes another text of a text.
func (f *finder) word(t *ast.Term, shown *ast.Location) {
	if _, ok := t.Value.(ast.String); !ok || t.Location == nil {
		return
	}
	start, end := span(t.Location)
	if end > len(f.text) || end-start < 2 || (f.text[start] != '"' && f.text[start] != '`') || f.text[start] != f.text[end-1] {
		return
	}
	f.within(Word, t.Location, shown, []edit{{end - 1, end - 1, "~"}})
}

// number makes other numbers of a number.
func (f *finder) number(t *ast.Term, n string, shown *ast.Location) {
	if t.Location == nil {
		return
	}
	start, end := t.Location.Offset, t.Location.Offset+len(n)
	if end > len(f.text) || f.text[start:end] != n {
		return
	}
	for _, other := range neighbours(n) {
		f.within(Constant, t.Location, shown, []edit{{start, end, other}})
	}
}
