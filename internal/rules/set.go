// Package rules compiles a pack's Rego under a reduced set of built-ins and evaluates it. Start at [Compile]; the
// [Set] it returns is the [hegui/internal/assess.Evaluator] of a pack.
package rules

import (
	"errors"
	"fmt"
	"maps"
	"slices"
	"strings"

	"github.com/open-policy-agent/opa/v1/ast"
	"github.com/open-policy-agent/opa/v1/storage"
	"github.com/open-policy-agent/opa/v1/storage/inmem"
)

// Source is one Rego file of a pack.
type Source struct {
	File string // path, for messages
	Text string
}

// Config is what a pack gives to compile its rules.
type Config struct {
	Pack    string         // id of the pack and name of its Rego package, "aiplus"
	Modules []Source       // without tests
	Schemas map[string]any // decoded JSON Schemas by name, for annotations like schema.proposal
	Data    map[string]any // documents below data.<pack>, such as "thresholds"
	Limits  Limits
}

// Limits cap what one evaluation may return. The zero value means [DefaultLimits]; [ForeignLimits] are for packs that
// anybody may have written.
type Limits struct {
	Findings int // of one requirement

	// What follows is no limit when it is 0, as for packs that are built in.
	Text    int // bytes of one text in the arguments of a finding
	Result  int // bytes of all findings of one proposal
	Rego    int // bytes of all modules
	Rules   int // in all modules
	Nesting int // brackets inside brackets
	Regex   int // instructions of a pattern that is written out
}

// DefaultLimits are the caps for built-in packs: 2,000 findings per proposal, far above any real one.
func DefaultLimits() Limits { return Limits{Findings: 2000} }

// ForeignLimits are the caps for packs that anybody may have written: above the built-in one, which has 2,972 rules in
// 0.6 MB, and far below what a compiler cannot end in time. A report says each text of a finding three times, as a value
// and in a message of either language, so that it stays near 4 MiB.
func ForeignLimits() Limits {
	return Limits{Findings: 2000, Text: 4 << 10, Result: 1 << 20, Rego: 2 << 20, Rules: 5000, Nesting: 200, Regex: maxPatternSize}
}

// Set is the compiled rules of one pack, safe for concurrent use.
type Set struct {
	pack     string
	stems    []string // requirements that have a rule, sorted
	modules  map[string]*ast.Module
	compiler *ast.Compiler
	store    storage.Store
	limits   Limits
	data     map[string]any // below data, for tests
}

// CompileError lists everything that makes rules invalid, each with file and line.
type CompileError struct{ Problems []Problem }

// Problem is one fault in a Rego file.
type Problem struct {
	File    string
	Line    int
	Message string
}

func (e *CompileError) Error() string {
	lines := make([]string, len(e.Problems))
	for i, p := range e.Problems {
		lines[i] = fmt.Sprintf("%s:%d: %s", p.File, p.Line, p.Message)
	}
	return strings.Join(lines, "\n")
}

// Compile parses and compiles rules: strictly, typed against the schemas that their annotations name, and without any
// built-in beyond the allow-list. Faults in the Rego are a *CompileError. A panic of OPA's compiler is an error too: it
// is known for none, and a pack may come from anybody.
func Compile(cfg Config) (set *Set, err error) {
	defer func() {
		if r := recover(); r != nil {
			set, err = nil, fmt.Errorf("OPA's compiler failed: %v", r)
		}
	}()
	if err := checkSize(cfg); err != nil {
		return nil, err
	}
	modules, compiler, err := prepare(cfg)
	if err != nil {
		return nil, err
	}
	if err := checkPlaces(modules, cfg); err != nil {
		return nil, err
	}
	if err := checkPatterns(modules, cfg.Limits.Regex); err != nil {
		return nil, err
	}
	compiler.Compile(modules)
	if compiler.Failed() {
		return nil, compileError(compiler.Errors)
	}
	if err := checkDocuments(compiler.Modules, cfg.Pack, cfg.Data); err != nil {
		return nil, err
	}
	limits := cfg.Limits
	if limits.Findings == 0 {
		limits = DefaultLimits()
	}
	s := &Set{
		pack: cfg.Pack, modules: modules, compiler: compiler, limits: limits, data: map[string]any{cfg.Pack: cfg.Data},
		// The documents are never written, so reads need no copy.
		store: inmem.NewFromObjectWithOpts(map[string]any{cfg.Pack: cfg.Data}, inmem.OptReturnASTValuesOnRead(true)),
	}
	stems := map[string]bool{}
	for _, m := range modules {
		if stem, ok := s.stemOf(m); ok {
			stems[stem] = true
		}
	}
	s.stems = slices.Sorted(maps.Keys(stems))
	return s, nil
}

// has says whether the pack states a document at data.<pack>.<path>.
func (s *Set) has(path ...string) bool {
	ref := ast.Ref{ast.DefaultRootDocument, ast.StringTerm(s.pack)}
	for _, p := range path {
		ref = append(ref, ast.StringTerm(p))
	}
	return len(s.compiler.GetRules(ref)) > 0
}

// HasReading says whether the pack has rules for an alternative reading.
func (s *Set) HasReading(reading, alternative string) bool {
	return s.has("readings", reading, "alternatives", alternative)
}

// Stems lists the requirements that have a rule, sorted: "data_03".
func (s *Set) Stems() []string { return slices.Clone(s.stems) }

// FileOf gives the file of a requirement's rule, "" when there is none.
func (s *Set) FileOf(stem string) string {
	for _, file := range slices.Sorted(maps.Keys(s.modules)) {
		if got, ok := s.stemOf(s.modules[file]); ok && got == stem {
			return file
		}
	}
	return ""
}

// Defines says whether a requirement's rule has a statement of that name ("applies", "findings", "credit", "manual").
func (s *Set) Defines(stem, name string) bool {
	for _, m := range s.modules {
		if got, ok := s.stemOf(m); !ok || got != stem {
			continue
		}
		for _, r := range m.Rules {
			if r.Head.Ref()[0].Value.Compare(ast.Var(name)) == 0 {
				return true
			}
		}
	}
	return false
}

// stemOf gives the requirement whose rule a module holds: the last part of data.<pack>.rules.<stem>.
func (s *Set) stemOf(m *ast.Module) (string, bool) {
	path := m.Package.Path
	if len(path) != 4 || !path[1].Equal(ast.StringTerm(s.pack)) || !path[2].Equal(ast.StringTerm("rules")) {
		return "", false
	}
	stem, ok := path[3].Value.(ast.String)
	return string(stem), ok
}

// maxCompileErrors is how many faults one compilation names: all of an honest mistake, and an end for a hostile pack.
const maxCompileErrors = 200

// prepare parses the modules and makes a compiler for them, which has not run yet.
func prepare(cfg Config) (map[string]*ast.Module, *ast.Compiler, error) {
	caps, err := Capabilities()
	if err != nil {
		return nil, nil, err
	}
	modules, err := parse(cfg.Modules, caps)
	if err != nil {
		return nil, nil, err
	}
	untypeDocuments(modules)
	set := ast.NewSchemaSet()
	for _, name := range slices.Sorted(maps.Keys(cfg.Schemas)) {
		if err := CheckSchema(cfg.Schemas[name]); err != nil {
			return nil, nil, fmt.Errorf("schema %s: %w", name, err)
		}
		set.Put(ast.MustParseRef("schema."+name), cfg.Schemas[name])
	}
	compiler := ast.NewCompiler().
		WithStrict(true).
		WithCapabilities(caps).
		WithSchemas(set).
		WithUseTypeCheckAnnotations(true).
		WithEnablePrintStatements(false).
		SetErrorLimit(maxCompileErrors)
	return modules, compiler, nil
}

func parse(sources []Source, caps *ast.Capabilities) (map[string]*ast.Module, error) {
	modules := make(map[string]*ast.Module, len(sources))
	var problems []Problem
	for _, src := range sources {
		m, err := ast.ParseModuleWithOpts(src.File, src.Text, ast.ParserOptions{
			ProcessAnnotation: true, Capabilities: caps, RegoVersion: ast.RegoV1,
		})
		if err != nil {
			var errs ast.Errors
			if !errors.As(err, &errs) {
				return nil, fmt.Errorf("parse %s: %w", src.File, err)
			}
			problems = append(problems, compileError(errs).Problems...)
			continue
		}
		modules[src.File] = m
	}
	if len(problems) > 0 {
		return nil, &CompileError{Problems: problems}
	}
	return modules, checkAnnotations(modules)
}

func compileError(errs ast.Errors) *CompileError {
	e := &CompileError{}
	for _, err := range errs {
		p := Problem{Message: err.Message}
		if err.Location != nil {
			p.File, p.Line = err.Location.File, err.Location.Row
		}
		if err.Details != nil {
			p.Message += ": " + strings.Join(err.Details.Lines(), " ")
		}
		if name, ok := strings.CutPrefix(err.Message, "undefined function "); ok {
			if why := refused(name); why != nil {
				p.Message += ": this built-in is not allowed, because " + why.EN
			}
		}
		e.Problems = append(e.Problems, p)
	}
	return e
}

// Thresholds lists the thresholds that a requirement's rule reads itself, sorted.
func (s *Set) Thresholds(stem string) []string {
	found := map[string]bool{}
	for _, m := range s.modules {
		if got, ok := s.stemOf(m); !ok || got != stem {
			continue
		}
		ast.WalkRefs(s.compiler.Modules[m.Package.Location.File], func(ref ast.Ref) bool {
			if len(ref) > 3 && ref[0].Equal(ast.DefaultRootDocument) && ref[2].Equal(ast.StringTerm("thresholds")) {
				if name, ok := ref[3].Value.(ast.String); ok {
					found[string(name)] = true
				}
			}
			return false
		})
	}
	return slices.Sorted(maps.Keys(found))
}
