package rules

import (
	"maps"
	"slices"
	"strings"

	"github.com/open-policy-agent/opa/v1/ast"
)

// TestRule is one test as it is written: a test by itself, or a table of named cases.
type TestRule struct {
	Part     string // the part of the pack that it tests, such as "rules.data_03"; see [Part]
	Name     string // "test_passes"
	File     string
	Line     int
	Table    bool     // it has cases, each with a name
	Cases    []string // their names, sorted; empty for a test that is no table
	Computed bool     // a table whose names come up only when it runs; Cases has those that are written out
}

// ListTests reads the tests of a pack without running them, by file and line. The names of cases are those that a run
// reports, as far as they are written out: keys of an object or items of a list that the test goes through. Modules may
// hold rules and tests alike. Faults in the Rego are a *CompileError.
func ListTests(pack string, modules []Source) ([]TestRule, error) {
	caps, err := Capabilities()
	if err != nil {
		return nil, err
	}
	parsed, err := parse(modules, caps)
	if err != nil {
		return nil, err
	}
	var tests []TestRule
	for _, file := range slices.Sorted(maps.Keys(parsed)) {
		m := parsed[file]
		part, ok := below(pack, m)
		if !ok || !strings.HasSuffix(part, "_test") {
			continue
		}
		tests = append(tests, testsOf(strings.TrimSuffix(part, "_test"), file, m)...)
	}
	return tests, nil
}

// below gives the package of a module without the pack's name: "rules.data_03" of data.aiplus.rules.data_03.
func below(pack string, m *ast.Module) (string, bool) {
	path := m.Package.Path
	if len(path) < 3 || !path[1].Equal(ast.StringTerm(pack)) {
		return "", false
	}
	var names []string
	for _, term := range path[2:] {
		name, ok := term.Value.(ast.String)
		if !ok {
			return "", false
		}
		names = append(names, string(name))
	}
	return strings.Join(names, "."), true
}

// testsOf lists the tests of one module, in their order. A table that is written in several rules is one test.
func testsOf(part, file string, m *ast.Module) []TestRule {
	var tests []TestRule
	for _, r := range m.Rules {
		ref := r.Head.Ref()
		name, ok := ref[0].Value.(ast.Var)
		if !ok || !strings.HasPrefix(string(name), "test_") {
			continue
		}
		i := slices.IndexFunc(tests, func(t TestRule) bool { return t.Name == string(name) })
		if i < 0 {
			i = len(tests)
			tests = append(tests, TestRule{Part: part, Name: string(name), File: file, Line: r.Loc().Row})
		}
		if len(ref) == 1 {
			continue
		}
		cases, whole := namesOf(m, r.Body, ref[1:])
		t := &tests[i]
		t.Table, t.Computed = true, t.Computed || !whole
		t.Cases = append(t.Cases, cases...)
		slices.Sort(t.Cases)
		t.Cases = slices.Compact(t.Cases)
	}
	return tests
}

// namesOf gives the names that the cases of a table have, and whether these are all.
func namesOf(m *ast.Module, body ast.Body, key ast.Ref) (names []string, whole bool) {
	if len(key) != 1 {
		return nil, false
	}
	switch k := key[0].Value.(type) {
	case ast.String: // test_passes["a case"] if …
		return []string{string(k)}, true
	case ast.Var:
		for _, e := range body {
			decl, ok := e.Terms.(*ast.SomeDecl)
			if !ok || len(decl.Symbols) != 1 {
				continue
			}
			call, ok := decl.Symbols[0].Value.(ast.Call)
			if !ok || len(call) < 3 {
				continue
			}
			collection := written(m, call[len(call)-1])
			switch {
			case len(call) == 4 && call[1].Value.Compare(k) == 0: // some name, _ in …
				return keysOf(collection)
			case call[len(call)-2].Value.Compare(k) == 0: // some name in …, some _, name in …
				return itemsOf(collection)
			}
		}
	}
	return nil, false
}

// written follows a name to the value that the module writes for it; nil when it is computed.
func written(m *ast.Module, term *ast.Term) ast.Value {
	name, ok := term.Value.(ast.Var)
	if !ok {
		return term.Value
	}
	var found ast.Value
	for _, r := range m.Rules {
		ref := r.Head.Ref()
		if ref[0].Value.Compare(name) != 0 {
			continue
		}
		if found != nil || len(ref) > 1 || len(r.Head.Args) > 0 || r.Head.Value == nil || !r.Body.Equal(ast.NewBody(ast.NewExpr(ast.BooleanTerm(true)))) {
			return nil
		}
		found = r.Head.Value.Value
	}
	return found
}

func keysOf(v ast.Value) ([]string, bool) {
	switch v := v.(type) {
	case ast.Object:
		return literals(v.Keys())
	case *ast.Array:
		var names []string
		for i := range v.Len() {
			names = append(names, ast.InternedTerm(i).String())
		}
		return names, true
	}
	return nil, false
}

func itemsOf(v ast.Value) ([]string, bool) {
	var items []*ast.Term
	switch v := v.(type) {
	case ast.Set:
		items = v.Slice()
	case *ast.Array:
		v.Foreach(func(t *ast.Term) { items = append(items, t) })
	case ast.Object:
		for _, k := range v.Keys() {
			items = append(items, v.Get(k))
		}
	default:
		return nil, false
	}
	return literals(items)
}

// literals names terms as a run does: text without quotes, everything else as it is written.
func literals(terms []*ast.Term) (names []string, whole bool) {
	whole = true
	for _, t := range terms {
		switch v := t.Value.(type) {
		case ast.String:
			names = append(names, string(v))
		case ast.Number, ast.Boolean, ast.Null:
			names = append(names, t.String())
		default:
			if !t.IsGround() {
				whole = false
				continue
			}
			names = append(names, t.String())
		}
	}
	return names, whole
}

// Part is one Rego package of a pack.
type Part struct {
	Name        string   // its package below the pack's: "rules.data_03", "checks.evidence", "flags"
	Files       []string // sorted
	Title       string   // from the package's annotation, as all below
	Description string
	TitleZH     string   // custom.title_zh
	DescribedZH string   // custom.description_zh
	Uses        []string // names of other parts that it reads itself, sorted
	Thresholds  []string // that it reads itself, sorted
}

// Parts lists the packages of the pack, sorted by name; those of the libraries and tests are not among them.
func (s *Set) Parts() []Part {
	byName := map[string]*Part{}
	for _, file := range slices.Sorted(maps.Keys(s.rego().modules)) {
		name, ok := below(s.cfg.Pack, s.rego().modules[file])
		if !ok {
			continue
		}
		p := byName[name]
		if p == nil {
			p = &Part{Name: name}
			byName[name] = p
		}
		p.Files = append(p.Files, file)
		p.annotate(s.rego().modules[file].Annotations)
	}
	parts := make([]Part, 0, len(byName))
	for _, name := range slices.Sorted(maps.Keys(byName)) {
		p := byName[name]
		for _, file := range p.Files {
			ast.WalkRefs(s.rego().compiler.Modules[file], func(ref ast.Ref) bool {
				p.read(s.cfg.Pack, ref, byName)
				return false
			})
		}
		slices.Sort(p.Uses)
		slices.Sort(p.Thresholds)
		p.Uses, p.Thresholds = slices.Compact(p.Uses), slices.Compact(p.Thresholds)
		parts = append(parts, *p)
	}
	return parts
}

// annotate takes what the annotation of a package says.
func (p *Part) annotate(annotations []*ast.Annotations) {
	for _, a := range annotations {
		if a.Scope != "package" || a.Title == "" {
			continue // of a package in several files, one says what it is
		}
		custom := func(key string) string { s, _ := a.Custom[key].(string); return strings.TrimSpace(s) }
		p.Title, p.Description = strings.TrimSpace(a.Title), strings.TrimSpace(a.Description)
		p.TitleZH, p.DescribedZH = custom("title_zh"), custom("description_zh")
	}
}

// read notes the part or the threshold that a reference leads to.
func (p *Part) read(pack string, ref ast.Ref, parts map[string]*Part) {
	if len(ref) < 3 || !ref[0].Equal(ast.DefaultRootDocument) || !ref[1].Equal(ast.StringTerm(pack)) {
		return
	}
	if ref[2].Equal(ast.StringTerm("thresholds")) && len(ref) > 3 {
		if name, ok := ref[3].Value.(ast.String); ok {
			p.Thresholds = append(p.Thresholds, string(name))
		}
		return
	}
	name, found := "", ""
	for _, term := range ref[2:] {
		step, ok := term.Value.(ast.String)
		if !ok {
			break
		}
		name = strings.TrimPrefix(name+"."+string(step), ".")
		if _, ok := parts[name]; ok {
			found = name
		}
	}
	if found != "" && found != p.Name {
		p.Uses = append(p.Uses, found)
	}
}
