package rules

import (
	"slices"
	"strings"

	"github.com/open-policy-agent/opa/v1/ast"
)

const (
	testPrefix    = "test_"
	skippedPrefix = "todo_test_"
)

// lintNames holds the convention that helpers begin with an underscore and stay in their package.
func (a *analysis) lintNames(f *source) {
	kind, seen := a.kind(f.pkg), map[string]bool{}
	for _, r := range f.module.Rules {
		name := ruleNameOf(r)
		switch {
		case f.test && strings.HasPrefix(name, skippedPrefix):
			a.remark(&lintSkipped, f, r.Location, name)
		case f.test && strings.HasPrefix(name, testPrefix):
			a.lintTwice(f, r, name)
		case seen[name] || strings.HasPrefix(name, "_"):
		case f.test:
			a.remark(&lintTestHelper, f, r.Location, name)
		case kind == "rules" && !slices.Contains(statements, name):
			a.remark(&lintHelper, f, r.Location, name)
		}
		seen[name] = true
	}
	eachRef(f.module, func(ref ast.Ref, at *ast.Location) {
		words, ok := a.expand(f, ref)
		if !ok {
			return
		}
		p, name, _ := a.ruleAt(words)
		if p != nil && strings.HasPrefix(name, "_") && p != f.pkg && tested(f.pkg.path) != p.path {
			a.remark(&lintPrivate, f, at, name, p.path)
		}
	})
}

// lintTwice finds a test of a name that the package has already. Tables share a name on purpose: they have cases.
func (a *analysis) lintTwice(f *source, r *ast.Rule, name string) {
	all := f.pkg.rules[name]
	if len(r.Head.Ref()) == 1 && len(all) > 1 && all[0] != r && !r.Default {
		a.remark(&lintTwice, f, r.Location, name, all[0].Location.Row)
	}
}

// lintFolder holds the convention that a file lies in the folder of its package, where editors and readers look for it.
func (a *analysis) lintFolder(f *source) {
	want := folderOf(f.name)
	if f.test && f.pkg.path == want+"_test" || !f.test && f.pkg.path == want {
		return
	}
	if f.test {
		want += "_test"
	}
	a.remark(&lintFolder, f, f.module.Package.Location, f.pkg.path, want)
}

// lintPackages looks for what a package has to have: a title and a description, tests, and the schemas of the pack.
func (a *analysis) lintPackages() {
	for _, p := range a.sortedPackages() {
		f := p.files[0]
		if f.test {
			continue
		}
		title, description, schemas := false, false, false
		for _, file := range p.files {
			for _, note := range file.module.Annotations {
				if note.Scope != "package" && note.Scope != "subpackages" {
					continue
				}
				title = title || note.Title != ""
				description = description || note.Description != ""
				schemas = schemas || note.Scope == "subpackages" && len(note.Schemas) > 0
			}
		}
		at := f.module.Package.Location
		switch {
		case !title && !description:
			a.remark(&lintUnannotated, f, at, p.path)
		case !title:
			a.remark(&lintAnnotation, f, at, p.path, "title")
		case !description:
			a.remark(&lintAnnotation, f, at, p.path, "description")
		}
		if p.path == a.pack && !schemas {
			a.remark(&lintSchemas, f, at, p.path)
		}
		if !a.hasTests(p) {
			a.remark(&lintUntested, f, at, p.path)
		}
	}
	if a.packages[a.pack] == nil && len(a.files) > 0 {
		a.remarks = append(a.remarks, lintSchemas.At("rego/"+a.pack+"/"+a.pack+".rego", 0, a.pack))
	}
}

func (a *analysis) hasTests(p *regoPackage) bool {
	if a.kind(p) == "rules" {
		return true // the loader asks for more
	}
	tests := a.packages[p.path+"_test"]
	if tests == nil {
		return false
	}
	for name := range tests.rules {
		if strings.HasPrefix(name, testPrefix) {
			return true
		}
	}
	return false
}

// lintUnused finds rules that nothing but tests refers to. What hegui asks for by name is used: statements, alternatives,
// flags, hints and all of the pack's own package. A library may have functions for packs that are not here.
func (a *analysis) lintUnused() {
	used := map[*ast.Rule]bool{}
	for _, f := range a.files {
		if f.test {
			continue
		}
		for _, r := range f.module.Rules {
			own := ruleNameOf(r)
			eachRef(r, func(ref ast.Ref, _ *ast.Location) {
				words, ok := a.expand(f, ref)
				if !ok {
					return
				}
				p, name, _ := a.ruleAt(words)
				if p == nil || p == f.pkg && name == own {
					return // a rule's own head
				}
				for _, rule := range p.rules[name] {
					used[rule] = true
				}
			})
		}
	}
	for _, f := range a.files {
		if f.test {
			continue
		}
		seen := map[string]bool{}
		for _, r := range f.module.Rules {
			if name := ruleNameOf(r); !used[r] && !seen[name] && !a.asked(f.pkg, name) {
				seen[name] = true
				a.remark(&lintUnused, f, r.Location, name)
			}
		}
	}
}

// lintFlags finds what rules read of the flags and nothing defines. OPA takes that for a document that is not there yet, so
// that a misspelt flag is never on, and says nothing.
func (a *analysis) lintFlags() {
	for _, f := range a.files {
		if f.test {
			continue
		}
		eachRef(f.module, func(ref ast.Ref, at *ast.Location) {
			words, ok := a.expand(f, ref)
			if ok && len(words) > 2 && words[0] == a.pack && words[1] == "flags" && !a.flagged(words) {
				a.remark(&lintFlag, f, at, strings.Join(words[1:], "."))
			}
		})
	}
}

// flagged says whether a path below data.<pack>.flags leads to a rule or into a package. The paths that turn a flag on stand
// one step below because.
func (a *analysis) flagged(words []string) bool {
	if words[2] == "because" && len(words) > 3 {
		for _, r := range a.packages[a.pack+".flags"].rulesOf("because") {
			if name, ok := second(r.Head.Ref()); !ok || name == words[3] {
				return true
			}
		}
		return false
	}
	if p, _, _ := a.ruleAt(words); p != nil {
		return true
	}
	below := strings.Join(words[:3], ".")
	return slices.ContainsFunc(a.sortedPackages(), func(p *regoPackage) bool { return p.path == below || strings.HasPrefix(p.path, below+".") })
}

// asked says whether a rule is read from outside the Rego.
func (a *analysis) asked(p *regoPackage, name string) bool {
	private := strings.HasPrefix(name, "_")
	switch a.kind(p) {
	case "":
		return true
	case "rules":
		return slices.Contains(statements, name)
	case "readings":
		return name == "alternatives"
	case "hints":
		return name == "found"
	case "flags", "lib":
		return !private
	}
	return false
}
