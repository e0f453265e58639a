package rules

import (
	"bytes"
	"regexp"
	"regexp/syntax"
	"strings"

	"github.com/open-policy-agent/opa/v1/ast"
	"github.com/open-policy-agent/opa/v1/format"
)

// maxPatternSize is how many instructions the program of a pattern may have. One costs 7 to 9 ns for each byte of the text
// (rule R15 of the reliability sheet), so that 1,000 stay below 0.6 s on the longest text that a proposal may hold.
const maxPatternSize = 1000

// Format gives Rego as `opa fmt` writes it. What does not parse is a *CompileError.
func Format(file string, src []byte) ([]byte, error) {
	out, err := format.SourceWithOpts(file, src, format.Opts{RegoVersion: ast.RegoV1})
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

var (
	floatVerb = regexp.MustCompile(`%[-+# 0]*[0-9]*(?:\.[0-9]+)?[eEfFgG]`)

	// patternAt says which argument of a built-in is a pattern.
	patternAt = map[string]int{"regex.match": 1, "regex.find_n": 1, "regex.split": 1, "regex.replace": 2, "regex.is_valid": 1}
)

// lintCalls looks at what is called. Tests may format and walk: they run once, on what their author wrote.
func (a *analysis) lintCalls(f *source) {
	eachCall(f.module, func(name string, call []*ast.Term, at *ast.Location) {
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
			if _, ok := operand(call, 1).(ast.String); !ok {
				a.remark(&lintSeparator, f, at, call[1].String())
			}
		case patternAt[name] > 0 && len(call) > patternAt[name]:
			a.lintPattern(f, call[patternAt[name]], at)
		}
	})
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

func operand(call []*ast.Term, i int) ast.Value {
	if i < len(call) {
		return call[i].Value
	}
	return nil
}

// lintPattern looks at the pattern of a regular expression. A name for one text, written beside it, is as good as the text.
func (a *analysis) lintPattern(f *source, pattern *ast.Term, at *ast.Location) {
	text, ok := pattern.Value.(ast.String)
	if v, isVar := pattern.Value.(ast.Var); isVar {
		if rules := f.pkg.rules[string(v)]; len(rules) == 1 && rules[0].Head.Value != nil && len(rules[0].Head.Args) == 0 {
			text, ok = rules[0].Head.Value.Value.(ast.String)
		}
	}
	if !ok {
		if !f.test {
			a.remark(&lintPatternComputed, f, at, pattern.String())
		}
		return
	}
	parsed, err := syntax.Parse(string(text), syntax.Perl)
	if err != nil {
		a.remark(&lintPatternInvalid, f, at, err.Error())
		return
	}
	program, err := syntax.Compile(parsed.Simplify())
	if err == nil && len(program.Inst) > maxPatternSize {
		a.remark(&lintPatternSize, f, at, len(program.Inst), maxPatternSize)
	}
}
