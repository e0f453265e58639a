package rules

import (
	"bytes"
	"regexp"
	"regexp/syntax"
	"strings"

	"github.com/open-policy-agent/opa/v1/ast"
	"github.com/open-policy-agent/opa/v1/format"
)

// maxPatternSize is how many instructions the program of a pattern may have: beyond it lint remarks, and a foreign pack is
// refused. One costs 7 to 9 ns for each byte of the text
// (row R15 of docs/packs-under-attack.md), so that 1,000 stay below 0.6 s on the longest text that a proposal may hold.
const maxPatternSize = 1000

// Format gives Rego as `opa fmt` writes it. What does not parse is a *CompileError.
func Format(file string, src []byte) (out []byte, err error) {
	defer recovered(&err)
	out, err = format.SourceWithOpts(file, src, format.Opts{RegoVersion: ast.RegoV1})
	if err == nil {
		return out, nil
	}
	if errs, ok := err.(ast.Errors); ok {
		return nil, compileError(errs)
	}
	return nil, err
}

// lintFormat compares a file with what `opa fmt` makes of it and names the first line that differs.
func (a *analysis) lintFormat(f *source) {
	out, err := Format(f.name, []byte(f.text))
	if err != nil || bytes.Equal(out, []byte(f.text)) {
		return
	}
	was, is := strings.Split(f.text, "\n"), strings.Split(string(out), "\n")
	line := 0
	for line < len(was)-1 && line < len(is) && was[line] == is[line] {
		line++
	}
	a.remarks = append(a.remarks, lintUnformatted.At(f.name, line+1))
}

var floatVerb = regexp.MustCompile(`%[-+# 0]*[0-9]*(?:\.[0-9]+)?[eEfFgG]`)

// lintCalls looks at what is called. Tests may format and walk: they run once, on what their author wrote.
func (a *analysis) lintCalls(f *source) {
	for _, r := range f.module.Rules {
		s := scopeOf(f, r)
		eachCall(r, func(name string, call []*ast.Term, at *ast.Location) { a.lintCall(s, name, call, at) })
	}
	if f.test {
		return
	}
	ast.WalkTerms(f.module, func(t *ast.Term) bool {
		if _, ok := t.Value.(*ast.TemplateString); ok {
			a.remark(&lintFormats, f, t.Location, `$"…"`)
		}
		return false
	})
}

func (a *analysis) lintCall(s *scope, name string, call []*ast.Term, at *ast.Location) {
	f := s.file
	switch {
	case name == "sprintf":
		if !f.test {
			a.remark(&lintFormats, f, at, "sprintf")
		}
		if s, ok := operand(call, 1).(ast.String); ok {
			if verb := floatVerb.FindString(string(s)); verb != "" {
				a.remark(&lintFloatVerb, f, at, verb)
			}
		}
	case name == "walk" && !f.test:
		a.remark(&lintWalk, f, at)
	case name == "concat" && !f.test:
		if _, ok := operand(call, 1).(ast.String); !ok && len(call) > 1 {
			a.remark(&lintSeparator, f, at, call[1].String())
		}
	default:
		if i, ok := patternAt[name]; ok && len(call) > i+1 { // behind the name
			a.lintPattern(s, call[i+1], at)
		}
	}
}

func operand(call []*ast.Term, i int) ast.Value {
	if i < len(call) {
		return call[i].Value
	}
	return nil
}

// lintPattern looks at the pattern of a regular expression. Names, and texts that are put together from what is written
// out, are as good as one text.
func (a *analysis) lintPattern(s *scope, pattern *ast.Term, at *ast.Location) {
	v := &values{a: a}
	patterns := v.texts(pattern, s)
	if v.unknown != nil || len(patterns) == 0 {
		if !s.file.test {
			a.remark(&lintPatternComputed, s.file, at, pattern.String())
		}
		return
	}
	for _, text := range patterns {
		if _, err := syntax.Parse(text, syntax.Perl); err != nil {
			a.remark(&lintPatternInvalid, s.file, at, err.Error())
			continue
		}
		if n := instructions(text); n > maxPatternSize {
			a.remark(&lintPatternSize, s.file, at, n, maxPatternSize)
		}
	}
}
