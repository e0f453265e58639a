package mutate

import (
	"strings"

	"github.com/open-policy-agent/opa/v1/ast"
)

// some finds the mutants of `some x in xs`: it is left out, and it becomes `every x in xs` over the conditions after it.
func (f *finder) some(body ast.Body, i int, decl *ast.SomeDecl) {
	expr := body[i]
	for _, s := range decl.Symbols {
		call, ok := s.Value.(ast.Call)
		if !ok {
			return // declares names only
		}
		f.terms(call[len(call)-1], expr.Location)
	}
	f.drop(expr)
	if i == len(body)-1 {
		return
	}
	start, end := span(expr.Location)
	next, _ := span(body[i+1].Location)
	_, last := span(body[len(body)-1].Location)
	if !strings.HasPrefix(f.text[start:], "some ") || next < end || last > len(f.text) {
		return
	}
	f.within(Quantifier, expr.Location, expr.Location, []edit{
		{start, start + len("some"), "every"}, {end, next, " {\n"}, {last, last, "\n}"},
	})
}

// every finds the mutants of `every x in xs {…}`: it is left out, it becomes `some x in xs` with the same conditions, and
// those of the conditions.
func (f *finder) every(expr *ast.Expr, every *ast.Every) {
	f.terms(every.Domain, expr.Location)
	f.body(every.Body)
	f.drop(expr)
	start, end := span(expr.Location)
	text := f.text[start:end]
	if len(every.Body) == 0 || !strings.HasPrefix(text, "every ") || !strings.HasSuffix(text, "}") {
		return
	}
	first, _ := span(every.Body[0].Location)
	_, last := span(every.Body[len(every.Body)-1].Location)
	open := strings.LastIndexByte(f.text[start:first], '{')
	if open < 0 {
		return
	}
	before, after := "some", ""
	if strings.HasSuffix(strings.TrimRight(f.text[:start], " \n\t"), " if") { // a body without braces holds one condition
		before, after = "{\nsome", "\n}"
	}
	f.within(Quantifier, expr.Location, expr.Location, []edit{
		{start, start + len("every"), before}, {start + open, first, "\n"}, {last, end, after},
	})
}
