package mutate

import (
	"errors"
	"fmt"
	"maps"
	"slices"
	"strings"

	"github.com/open-policy-agent/opa/v1/ast"
	"github.com/open-policy-agent/opa/v1/types"

	"hegui/internal/rules"
)

// machine is a compiled pack in which one rule at a time can be exchanged. Compiling a whole pack takes half a second, and
// there are thousands of mutants: so only the changed rule is compiled, and put where the evaluator looks rules up. It is
// not safe for concurrent use; each worker has its own.
type machine struct {
	*rules.Compiled
	source   map[string]string   // text by file
	exports  map[string][]string // names that the rules of a package have, by package
	types    *ast.Compiler       // checks types without the schemas, which take longer to read than all else and know no change
	builtins *ast.Capabilities   // with the functions of the pack, so that a rule can be compiled without them
}

func newMachine(c *rules.Compiled, sources []rules.Source) (*machine, error) {
	m := &machine{
		Compiled: c, source: make(map[string]string, len(sources)), exports: map[string][]string{},
		builtins: &ast.Capabilities{},
	}
	checker := *c.Compiler
	m.types = checker.WithUseTypeCheckAnnotations(false)
	for _, s := range sources {
		m.source[s.File] = s.Text
	}
	*m.builtins = *c.Compiler.Capabilities()
	m.builtins.Builtins = slices.Clone(m.builtins.Builtins)
	functions := map[string]bool{}
	for _, file := range slices.Sorted(maps.Keys(c.Compiler.Modules)) {
		compiled, parsed := c.Compiler.Modules[file], c.Modules[file]
		if len(compiled.Rules) != len(parsed.Rules) {
			return nil, fmt.Errorf("%s: %d rules were compiled to %d", file, len(parsed.Rules), len(compiled.Rules))
		}
		pkg := compiled.Package.Path.String()
		for i, r := range parsed.Rules {
			if name, ok := r.Head.Ref()[0].Value.(ast.Var); ok && !slices.Contains(m.exports[pkg], string(name)) {
				m.exports[pkg] = append(m.exports[pkg], string(name))
			}
			full := compiled.Rules[i].Ref().GroundPrefix().String()
			if len(r.Head.Args) == 0 || functions[full] {
				continue
			}
			functions[full] = true
			args := make([]types.Type, len(r.Head.Args))
			for k := range args {
				args[k] = types.A
			}
			m.builtins.Builtins = append(m.builtins.Builtins, &ast.Builtin{
				Name: full, Decl: types.NewFunction(args, types.A),
			})
		}
	}
	return m, nil
}

// errNotCompiled says that a mutant is no valid rule: it cannot come to be, and tests have no part in that.
var errNotCompiled = errors.New("does not compile")

// compile makes the rule of a mutant. A rule that is left out is nil.
func (m *machine) compile(mu *Mutant) (*ast.Rule, error) {
	if mu.Operator == DropRule {
		return nil, nil
	}
	parsed := m.Modules[mu.File]
	start, end := ruleSpan(parsed, mu.rule, m.source[mu.File])
	changed := apply(m.source[mu.File][start:end], start, mu.edits)
	var text strings.Builder
	fmt.Fprintf(&text, "package %s\n", strings.TrimPrefix(parsed.Package.Path.String(), "data."))
	for _, imp := range parsed.Imports {
		fmt.Fprintln(&text, imp.String())
	}
	text.WriteString(changed)
	caps := m.Compiler.Capabilities()
	module, err := ast.ParseModuleWithOpts(mu.File, text.String(), ast.ParserOptions{Capabilities: caps, RegoVersion: ast.RegoV1})
	if err != nil || len(module.Rules) != 1 {
		return nil, errNotCompiled
	}
	own, _ := module.Rules[0].Head.Ref()[0].Value.(ast.Var)
	for _, name := range m.exports[parsed.Package.Path.String()] {
		if name != string(own) && strings.Contains(changed, name) {
			module.Rules = append(module.Rules, stub(module, name)) // so that the name is one of the package
		}
	}
	compiler := ast.NewCompiler().WithCapabilities(m.builtins).WithSkipStages(
		ast.StageParseMetadataBlocks, ast.StageSetAnnotationSet, ast.StageCheckRuleConflicts, ast.StageCheckUndefinedFuncs,
		ast.StageCheckTypes, ast.StageBuildRuleIndices, ast.StageBuildRequiredCapabilities, ast.StageCheckDeprecatedBuiltins,
	)
	compiler.Compile(map[string]*ast.Module{mu.File: module})
	if compiler.Failed() {
		return nil, errNotCompiled
	}
	base := m.Compiler.Modules[mu.File]
	rule := compiler.Modules[mu.File].Rules[0]
	for r := rule; r != nil; r = r.Else {
		r.Module = base
	}
	if errs := m.types.PassesTypeCheckRules([]*ast.Rule{rule}); len(errs) > 0 {
		return nil, errNotCompiled
	}
	return rule, nil
}

// stub is a rule of a name, so that the name means the rule of the package and no variable.
func stub(module *ast.Module, name string) *ast.Rule {
	head := ast.NewHead(ast.Var(name))
	head.Value = ast.BooleanTerm(true)
	head.SetRef(ast.Ref{ast.VarTerm(name)})
	return &ast.Rule{
		Head: head, Module: module, Location: module.Package.Location,
		Body: ast.NewBody(ast.NewExpr(ast.BooleanTerm(true))),
	}
}

// splice puts a rule in the place of another one, or leaves it out when it is nil, and gives what puts it back.
func (m *machine) splice(was, is *ast.Rule) (restore func(), err error) {
	type swap struct {
		node  *ast.TreeNode
		index ast.RuleIndex
	}
	var done []swap
	ref := was.Ref().GroundPrefix()
	for n := len(ref); n > 0; n-- { // a rule with variables in its name is looked up with all that lie below it
		node := m.Compiler.RuleTree.Find(ref[:n])
		if node == nil || node.Index == nil {
			continue
		}
		all, err := node.Index.AllRules(nil)
		if err != nil {
			return nil, fmt.Errorf("rules of %s: %w", ref[:n], err)
		}
		if other := exchange(all, was, is); other != nil {
			done = append(done, swap{node, node.Index})
			node.Index = other
		}
	}
	if len(done) == 0 {
		return nil, fmt.Errorf("%s: the rule is in no index", was.Location)
	}
	return func() {
		for _, s := range done {
			s.node.Index = s.index
		}
	}, nil
}

// exchange gives the rules of an index with another one in the place of one of them; nil when that one is not among them.
func exchange(all *ast.IndexResult, was, is *ast.Rule) *plainIndex {
	out := *all
	out.EarlyExit = false
	if all.Default == was {
		out.Default = is
		return &plainIndex{out}
	}
	i := slices.Index(all.Rules, was)
	if i < 0 {
		return nil
	}
	out.Rules = slices.Clone(all.Rules)
	out.Else = maps.Clone(all.Else)
	delete(out.Else, was)
	if is == nil {
		out.Rules = slices.Delete(out.Rules, i, i+1)
		return &plainIndex{out}
	}
	out.Rules[i] = is
	for r := is.Else; r != nil; r = r.Else {
		if out.Else == nil {
			out.Else = map[*ast.Rule][]*ast.Rule{}
		}
		out.Else[is] = append(out.Else[is], r)
	}
	return &plainIndex{out}
}

// plainIndex gives all rules whatever is asked: each finds out by itself whether it holds.
type plainIndex struct{ all ast.IndexResult }

func (x *plainIndex) Build([]*ast.Rule) bool { return true }

func (x *plainIndex) Lookup(ast.ValueResolver) (*ast.IndexResult, error) {
	out := x.all
	out.Rules, out.Else = slices.Clone(out.Rules), maps.Clone(out.Else) // the evaluator takes them for itself
	return &out, nil
}

func (x *plainIndex) AllRules(r ast.ValueResolver) (*ast.IndexResult, error) { return x.Lookup(r) }
