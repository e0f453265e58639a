package rules

import (
	"cmp"
	"errors"
	"fmt"
	"maps"
	"slices"
	"strings"

	"github.com/open-policy-agent/opa/v1/ast"

	"hegui/internal/catalog"
)

// Lint is one kind of remark: what is wrong and how it is mended. Both are formats of the remark's values.
type Lint struct {
	ID              string
	Message, Repair catalog.Text
}

// Remark is one thing about a pack that does not keep it from loading.
type Remark struct {
	File            string
	Line            int    // 0 when it is on no line
	Lint            string // id of the lint
	Message, Repair catalog.Text
}

// At gives the remark of a lint at a place, with the values of its texts.
func (l *Lint) At(file string, line int, values ...any) Remark {
	return Remark{
		File: file, Line: line, Lint: l.ID,
		Message: catalog.Text{ZH: fill(l.Message.ZH, values), EN: fill(l.Message.EN, values)},
		Repair:  catalog.Text{ZH: fill(l.Repair.ZH, values), EN: fill(l.Repair.EN, values)},
	}
}

// fill formats a text; one that takes no value stays as it is.
func fill(format string, values []any) string {
	if !strings.Contains(format, "%") {
		return format
	}
	return fmt.Sprintf(format, values...)
}

// LintReport is what the Rego of a pack shows without being evaluated.
type LintReport struct {
	Remarks []Remark // sorted by file and line
	Facts   Facts
}

// LintSources reads the Rego of a pack, tests included, and gives what is doubtful about it and what it refers to. Nothing
// is evaluated. Files that do not parse are left out: Compile says why. The sources must include all of the pack.
func LintSources(cfg Config) (report *LintReport, err error) {
	defer recovered(&err)
	a, err := analyse(cfg)
	if err != nil {
		return nil, err
	}
	for _, f := range a.files {
		a.lintFormat(f)
		a.lintCalls(f)
		a.lintNames(f)
		a.lintFolder(f)
	}
	a.lintPackages()
	if !a.broken { // what a broken file refers to is not known
		a.lintUnused()
		a.lintFlags()
	}
	slices.SortStableFunc(a.remarks, compareRemarks)
	return &LintReport{Remarks: slices.Compact(a.remarks), Facts: a.facts()}, nil
}

// LintTests compiles the rules together with their tests, which no loading does, and gives what is wrong. Sources that do
// not compile without the tests give nothing: Compile says why.
func LintTests(cfg Config) (remarks []Remark, err error) {
	defer recovered(&err)
	modules, compiler, err := prepare(cfg)
	var bad *CompileError
	switch {
	case errors.As(err, &bad):
	case err != nil:
		return nil, err
	default:
		if compiler.Compile(modules); compiler.Failed() {
			bad = compileError(compiler.Errors)
		}
	}
	var out []Remark
	if bad != nil {
		for _, p := range bad.Problems {
			if isTestFile(p.File) {
				out = append(out, lintTestCompile.At(p.File, p.Line, p.Message))
			}
		}
	}
	return out, nil
}

// recovered makes a panic of OPA an error, as Compile does.
func recovered(err *error) {
	if r := recover(); r != nil {
		*err = fmt.Errorf("OPA failed: %v", r)
	}
}

func compareRemarks(a, b Remark) int {
	return cmp.Or(strings.Compare(a.File, b.File), a.Line-b.Line, strings.Compare(a.Lint, b.Lint), strings.Compare(a.Message.EN, b.Message.EN))
}

// analysis is the Rego of a pack as it is written: parsed and not compiled, so that names are those that people wrote.
type analysis struct {
	pack     string
	files    []*source // sorted by name
	packages map[string]*regoPackage
	remarks  []Remark
	broken   bool // a file does not parse
}

// source is one parsed file.
type source struct {
	name, text string
	module     *ast.Module
	pkg        *regoPackage
	imports    map[string][]string // by the name that the file uses: the path below data
	test       bool
}

// regoPackage is one package with its rules by name. A test package is one of its own.
type regoPackage struct {
	path  string // "aiplus.rules.data_03"
	files []*source
	rules map[string][]*ast.Rule
}

// rulesOf gives the rules of a name; a package that is not there has none.
func (p *regoPackage) rulesOf(name string) []*ast.Rule {
	if p == nil {
		return nil
	}
	return p.rules[name]
}

func isTestFile(name string) bool { return strings.HasSuffix(name, "_test.rego") }

func analyse(cfg Config) (*analysis, error) {
	caps, err := Capabilities()
	if err != nil {
		return nil, err
	}
	a := &analysis{pack: cfg.Pack, packages: map[string]*regoPackage{}}
	for _, src := range cfg.Modules {
		m, err := ast.ParseModuleWithOpts(src.File, src.Text, ast.ParserOptions{ProcessAnnotation: true, Capabilities: caps, RegoVersion: ast.RegoV1})
		if err != nil || m == nil {
			a.broken = a.broken || !isTestFile(src.File)
			continue
		}
		f := &source{name: src.File, text: src.Text, module: m, test: isTestFile(src.File), imports: map[string][]string{}}
		name := strings.Join(wordsOf(m.Package.Path[1:]), ".")
		p := a.packages[name]
		if p == nil {
			p = &regoPackage{path: name, rules: map[string][]*ast.Rule{}}
			a.packages[name] = p
		}
		f.pkg, p.files = p, append(p.files, f)
		for _, imp := range m.Imports {
			ref, ok := imp.Path.Value.(ast.Ref)
			if ok && ref[0].Equal(ast.DefaultRootDocument) {
				f.imports[string(imp.Name())] = wordsOf(ref[1:])
			}
		}
		for _, r := range m.Rules {
			p.rules[ruleNameOf(r)] = append(p.rules[ruleNameOf(r)], r)
		}
		a.files = append(a.files, f)
	}
	slices.SortFunc(a.files, func(x, y *source) int { return strings.Compare(x.name, y.name) })
	return a, nil
}

// wordsOf gives the steps of a reference up to the first that is not written out.
func wordsOf(ref ast.Ref) []string {
	var out []string
	for _, t := range ref {
		s, ok := t.Value.(ast.String)
		if !ok {
			break
		}
		out = append(out, string(s))
	}
	return out
}

// ruleNameOf gives the first name of a rule: "outcomes" of outcomes.applies[id].
func ruleNameOf(r *ast.Rule) string {
	if v, ok := r.Head.Ref()[0].Value.(ast.Var); ok {
		return string(v)
	}
	return ""
}

// expand gives what a reference of a file leads to below data, as far as it is written out; ok is false when it leads to a
// local variable, to input or to a built-in.
func (a *analysis) expand(f *source, ref ast.Ref) (words []string, ok bool) {
	head, isVar := ref[0].Value.(ast.Var)
	if !isVar {
		return nil, false
	}
	if head == "data" {
		return wordsOf(ref[1:]), true
	}
	if path, ok := f.imports[string(head)]; ok {
		return slices.Concat(path, wordsOf(ref[1:])), true
	}
	if f.pkg.rules[string(head)] != nil {
		return slices.Concat(strings.Split(f.pkg.path, "."), []string{string(head)}, wordsOf(ref[1:])), true
	}
	return nil, false
}

// ruleAt splits a path below data into a package and the name of one of its rules; nil when there is no such rule.
func (a *analysis) ruleAt(words []string) (p *regoPackage, name string, rest int) {
	for n := len(words) - 1; n > 0; n-- {
		p := a.packages[strings.Join(words[:n], ".")]
		if p != nil && p.rules[words[n]] != nil {
			return p, words[n], n + 1
		}
	}
	return nil, "", 0
}

// eachRef visits every reference and every name in a part of a module. A name alone is a reference of one step.
func eachRef(x any, visit func(ast.Ref, *ast.Location)) {
	ast.WalkTerms(x, func(t *ast.Term) bool {
		switch v := t.Value.(type) {
		case ast.Ref:
			visit(v, t.Location)
		case ast.Var:
			visit(ast.Ref{t}, t.Location)
		}
		return false
	})
}

// eachCall visits every call in a part of a module, operators included, with the name of what is called.
func eachCall(x any, visit func(name string, call []*ast.Term, at *ast.Location)) {
	ast.NewGenericVisitor(func(x any) bool {
		switch x := x.(type) {
		case *ast.Expr:
			if terms, ok := x.Terms.([]*ast.Term); ok && len(terms) > 0 {
				visit(terms[0].String(), terms, x.Location)
			}
		case *ast.Term:
			if call, ok := x.Value.(ast.Call); ok {
				visit(call[0].String(), call, x.Location)
			}
		}
		return false
	}).Walk(x)
}

func (a *analysis) remark(l *Lint, f *source, at *ast.Location, values ...any) {
	line := 0
	if at != nil {
		line = at.Row
	}
	a.remarks = append(a.remarks, l.At(f.name, line, values...))
}

// sortedPackages lists the packages by name.
func (a *analysis) sortedPackages() []*regoPackage {
	out := slices.Collect(maps.Values(a.packages))
	slices.SortFunc(out, func(x, y *regoPackage) int { return strings.Compare(x.path, y.path) })
	return out
}

// kind gives what a package is for by the name of its folder: "rules", "checks", "flags", "lib", … and "" for the pack's
// own package.
func (a *analysis) kind(p *regoPackage) string {
	words := strings.Split(p.path, ".")
	if words[0] != a.pack {
		return words[0]
	}
	if len(words) == 1 {
		return ""
	}
	return words[1]
}

// tested gives the package that a test package is about.
func tested(p string) string { return strings.TrimSuffix(p, "_test") }

// folderOf gives the package that the folder of a file asks for.
func folderOf(name string) string {
	folder := strings.TrimPrefix(name[:max(strings.LastIndex(name, "/"), 0)], "rego/")
	return strings.ReplaceAll(folder, "/", ".")
}
