package rules

import (
	"fmt"
	"maps"
	"regexp/syntax"
	"slices"
	"strings"

	"github.com/open-policy-agent/opa/v1/ast"

	"hegui/internal/assess"
	"hegui/internal/catalog"
)

// checkSize holds the text of the modules against the limits, before OPA's parser sees it: it has no deadline.
func checkSize(cfg Config) error {
	total, rules, e := 0, 0, &CompileError{}
	for _, m := range cfg.Modules {
		total += len(m.Text)
		if line := nestedDeeper(m.Text, cfg.Limits.Nesting); line > 0 {
			e.Problems = append(e.Problems, Problem{m.File, line, fmt.Sprintf("brackets are nested deeper than %d", cfg.Limits.Nesting)})
		}
		for l := range strings.Lines(m.Text) {
			if c := l[0]; c >= 'a' && c <= 'z' || c == '_' || c >= 'A' && c <= 'Z' { // a rule begins at the margin, or nearly all do
				rules++
			}
		}
	}
	if most := cfg.Limits.Rego; most > 0 && total > most {
		e.Problems = append(e.Problems, Problem{File: "rego/" + cfg.Pack, Message: fmt.Sprintf("the rules have %d bytes, more than %d", total, most)})
	}
	// Beginnings of lines are a quick estimate, so that they refuse only what is far beyond; checkPlaces counts.
	if most := cfg.Limits.Rules; most > 0 && rules > 4*most {
		e.Problems = append(e.Problems, Problem{File: "rego/" + cfg.Pack, Message: fmt.Sprintf("there are more than %d rules", most)})
	}
	if len(e.Problems) > 0 {
		return e
	}
	return nil
}

// nestedDeeper gives the line at which brackets are nested deeper than a limit, 0 when they are not. Brackets in texts and
// comments count, too: no honest module comes near.
func nestedDeeper(text string, most int) int {
	depth, line := 0, 1
	for i := range len(text) {
		switch text[i] {
		case '\n':
			line++
		case '(', '[', '{':
			if depth++; most > 0 && depth > most {
				return line
			}
		case ')', ']', '}':
			depth = max(0, depth-1)
		}
	}
	return 0
}

// checkPlaces refuses modules that are not where they belong: a pack states nothing outside its own name, nothing in place
// of its documents, and no requirement twice. It counts the rules, too.
func checkPlaces(modules map[string]*ast.Module, cfg Config) error {
	e := &CompileError{}
	folders, rules := map[string]string{}, 0
	for _, file := range slices.Sorted(maps.Keys(modules)) {
		m := modules[file]
		fault := func(format string, args ...any) {
			e.Problems = append(e.Problems, Problem{file, m.Package.Location.Row, fmt.Sprintf(format, args...)})
		}
		rules += len(m.Rules)
		var names []string
		for _, t := range m.Package.Path[1:] {
			s, _ := t.Value.(ast.String)
			names = append(names, string(s))
		}
		owner := cfg.Pack
		if strings.HasPrefix(file, "rego/lib/") {
			owner = "lib"
		}
		if len(names) == 0 || names[0] != owner {
			fault("package %s is outside data.%s, which is all that this file may state", m.Package.Path, owner)
			continue
		}
		if len(names) > 1 && owner == cfg.Pack {
			if _, taken := cfg.Data[names[1]]; taken {
				fault("package %s is in the place of the document data.%s.%s", m.Package.Path, cfg.Pack, names[1])
			}
		}
		if len(names) == 1 && owner == cfg.Pack {
			for _, r := range m.Rules {
				if name, ok := r.Head.Ref()[0].Value.(ast.Var); ok {
					if _, taken := cfg.Data[string(name)]; taken {
						fault("rule %s is in the place of the document data.%s.%[1]s", name, cfg.Pack)
					}
				}
			}
		}
		if len(names) == 3 && names[1] == "rules" {
			dir := file[:max(0, strings.LastIndexByte(file, '/'))]
			if other, ok := folders[names[2]]; ok && other != dir {
				fault("requirement %s has rules in %s and in %s", names[2], other, dir)
			}
			folders[names[2]] = dir
		}
	}
	if most := cfg.Limits.Rules; most > 0 && rules > most {
		e.Problems = append(e.Problems, Problem{File: "rego/" + cfg.Pack, Message: fmt.Sprintf("there are %d rules, more than %d", rules, most)})
	}
	if len(e.Problems) > 0 {
		return e
	}
	return nil
}

// patternAt says which argument of a built-in is a pattern.
var patternAt = map[string]int{"regex.find_n": 0, "regex.is_valid": 0, "regex.match": 0, "regex.replace": 1, "regex.split": 0}

// checkPatterns refuses patterns that are written out and cost too much: a program is not interrupted while it matches. One
// that is put together while the rules run cannot be told beforehand; the deadline of the process ends it.
func checkPatterns(modules map[string]*ast.Module, most int) error {
	if most == 0 {
		return nil
	}
	e := &CompileError{}
	for _, file := range slices.Sorted(maps.Keys(modules)) {
		m := modules[file]
		fault := func(loc *ast.Location, format string, args ...any) {
			e.Problems = append(e.Problems, Problem{file, loc.Row, fmt.Sprintf(format, args...)})
		}
		check := func(name string, args []*ast.Term, loc *ast.Location) {
			at, ok := patternAt[name]
			if !ok || len(args) <= at {
				return
			}
			if n := instructions(constantText(m, args[at])); n > most {
				fault(loc, "%s: the pattern compiles to %d instructions, more than %d; split it", name, n, most)
			}
		}
		ast.NewGenericVisitor(func(x any) bool {
			switch x := x.(type) {
			case *ast.Expr:
				if x.IsCall() {
					check(x.Operator().String(), x.Operands(), x.Location)
				}
				for _, w := range x.With {
					if ref, ok := w.Target.Value.(ast.Ref); ok && !ref.HasPrefix(ast.InputRootRef) && !ref.HasPrefix(ast.DefaultRootRef) {
						fault(x.Location, "with %s: built-ins are replaced in tests only", ref)
					}
				}
			case *ast.Term:
				if call, ok := x.Value.(ast.Call); ok {
					check(call[0].String(), call[1:], x.Location)
				}
			}
			return false
		}).Walk(m)
	}
	if len(e.Problems) > 0 {
		return e
	}
	return nil
}

// constantText gives a text that is written out, there or as the value of a rule of the same file; "" when it is not.
func constantText(m *ast.Module, t *ast.Term) string {
	switch v := t.Value.(type) {
	case ast.String:
		return string(v)
	case ast.Var:
		for _, r := range m.Rules {
			if len(r.Head.Args) == 0 && r.Head.Name == v && r.Head.Value != nil {
				if s, ok := r.Head.Value.Value.(ast.String); ok {
					return string(s)
				}
			}
		}
	}
	return ""
}

// instructions gives the size of a pattern's program; one that does not compile has none, and fails when it is used.
func instructions(pattern string) int {
	re, err := syntax.Parse(pattern, syntax.Perl)
	if err != nil {
		return 0
	}
	prog, err := syntax.Compile(re.Simplify())
	if err != nil {
		return 0
	}
	return len(prog.Inst)
}

// cap turns outcomes that say too much into errors.
func (l Limits) cap(ev *assess.Evaluation) {
	if l.Result == 0 {
		return
	}
	left := l.Result
	for _, stem := range slices.Sorted(maps.Keys(ev.Outcomes)) {
		o := ev.Outcomes[stem]
		left -= sizeOf(o.Findings) + sizeOf(o.Manual)
		if left < 0 {
			ev.Outcomes[stem] = assess.Outcome{Err: fmt.Sprintf("the findings of the pack have more than %d bytes; %d of this rule are left out", l.Result, len(o.Findings)+len(o.Manual))}
			left = 0
		}
	}
	for list, size := range map[string]int{"hints": sizeOf(ev.Hints), "guards": len(ev.Guards)} {
		if size > left {
			for stem := range ev.Outcomes {
				ev.Outcomes[stem] = assess.Outcome{Err: fmt.Sprintf("the %s of the pack have more than %d bytes", list, l.Result)}
			}
			ev.Hints, ev.Guards, ev.Readings = nil, nil, nil
		}
	}
}

func sizeOf(findings []assess.RawFinding) int {
	n := 0
	for _, f := range findings {
		n += 64 + len(f.Code) + 16*len(f.Path)
		for key, a := range f.Args {
			n += len(key) + argSize(a)
		}
		for _, p := range f.Related {
			n += 16 * len(p)
		}
		for _, s := range f.Path {
			key, _ := s.Key()
			n += len(key)
		}
	}
	return n
}

func argSize(a catalog.Arg) int {
	n := 16 + len(a.Number) + len(a.Term) + len(a.Text)
	for _, item := range a.List {
		n += argSize(item)
	}
	return n
}
