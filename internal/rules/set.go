// Package rules compiles a pack's Rego under a reduced set of built-ins and evaluates it. Start at [Compile]; the
// [Set] it returns is the [hegui/internal/assess.Evaluator] of a pack.
package rules

import (
	"errors"
	"fmt"
	"maps"
	"slices"
	"strings"
	"sync"
	"sync/atomic"

	"github.com/open-policy-agent/opa/v1/ast"
	"github.com/open-policy-agent/opa/v1/storage"
	"github.com/open-policy-agent/opa/v1/storage/inmem"

	"hegui/internal/plan"
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

	// Plan is what [Set.PlanFile] gave for these rules; one that was made of other rules, or by another version, is ignored,
	// and so is nil. Whoever gives it vouches that it was not tampered with.
	Plan []byte
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

// Set is the rules of one pack, safe for concurrent use. When a plan answers for them, the Rego itself is compiled only
// if something asks for it.
type Set struct {
	cfg    Config
	limits Limits
	facts  facts
	fast   *plan.Evaluator // nil: only OPA's own evaluator answers

	once sync.Once
	all  *compiled

	fallbacks atomic.Int64
}

// compiled is the Rego of a pack, ready for OPA's evaluator.
type compiled struct {
	modules  map[string]*ast.Module
	compiler *ast.Compiler
	store    storage.Store
}

// facts are what is known of rules without looking at them again.
type facts struct {
	Stems      []string            // requirements that have a rule, sorted
	Files      map[string]string   // by stem
	States     map[string][]string // which statements a rule has, by stem
	Thresholds map[string][]string // which thresholds a rule reads itself, sorted, by stem
	Readings   map[string][]string // alternatives by reading, sorted
	Hints      bool                // the pack has hints
	Asks       bool                // the pack says what alternative readings change
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
	if s, ok := planned(cfg); ok {
		return s, nil
	}
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
	s := newSet(cfg)
	s.all = &compiled{
		modules: modules, compiler: compiler,
		// The documents are never written, so reads need no copy.
		store: inmem.NewFromObjectWithOpts(map[string]any{cfg.Pack: cfg.Data}, inmem.OptReturnASTValuesOnRead(true)),
	}
	s.facts = s.look()
	return s, nil
}

func newSet(cfg Config) *Set {
	limits := cfg.Limits
	if limits.Findings == 0 {
		limits = DefaultLimits()
	}
	cfg.Plan = nil // half a megabyte that is read once
	return &Set{cfg: cfg, limits: limits}
}

// rego gives the compiled Rego. It compiles when a plan stood for it: then it has compiled before, for the plan.
func (s *Set) rego() *compiled {
	s.once.Do(func() {
		if s.all != nil {
			return
		}
		cfg := s.cfg
		cfg.Plan = nil
		other, err := Compile(cfg)
		if err != nil {
			panic(fmt.Sprintf("the rules of %s have a plan and do not compile: %v", cfg.Pack, err))
		}
		s.all = other.all
	})
	return s.all
}

// look finds out what the facts are.
func (s *Set) look() facts {
	f := facts{
		Files: map[string]string{}, States: map[string][]string{}, Thresholds: map[string][]string{}, Readings: map[string][]string{},
		Hints: s.has("hints", "found"), Asks: s.has("alternatives"),
	}
	modules := s.all.modules
	for _, file := range slices.Sorted(maps.Keys(modules)) {
		stem, ok := s.stemOf(modules[file])
		if !ok {
			continue
		}
		if _, seen := f.Files[stem]; !seen {
			f.Files[stem] = file
			f.Stems = append(f.Stems, stem)
		}
		for _, r := range modules[file].Rules {
			if name, ok := r.Head.Ref()[0].Value.(ast.Var); ok && slices.Contains(statements, string(name)) {
				f.States[stem] = append(f.States[stem], string(name))
			}
		}
		f.Thresholds[stem] = append(f.Thresholds[stem], s.thresholdsIn(file)...)
	}
	for _, m := range s.all.compiler.Modules {
		for _, r := range m.Rules {
			// data.<pack>.readings.<reading>.alternatives.<alternative>
			ref := r.Ref()
			if len(ref) < 6 || !ref[1].Equal(ast.StringTerm(s.cfg.Pack)) || !ref[2].Equal(ast.StringTerm("readings")) || !ref[4].Equal(ast.StringTerm("alternatives")) {
				continue
			}
			reading, ok := ref[3].Value.(ast.String)
			alternative, named := ref[5].Value.(ast.String)
			if ok && named {
				f.Readings[string(reading)] = append(f.Readings[string(reading)], string(alternative))
			}
		}
	}
	slices.Sort(f.Stems)
	for _, lists := range []map[string][]string{f.States, f.Thresholds, f.Readings} {
		for key, list := range lists {
			slices.Sort(list)
			lists[key] = slices.Compact(list)
		}
	}
	return f
}

// has says whether the pack states a document at data.<pack>.<path>.
func (s *Set) has(path ...string) bool {
	ref := ast.Ref{ast.DefaultRootDocument, ast.StringTerm(s.cfg.Pack)}
	for _, p := range path {
		ref = append(ref, ast.StringTerm(p))
	}
	return len(s.rego().compiler.GetRules(ref)) > 0
}

// HasReading says whether the pack has rules for an alternative reading.
func (s *Set) HasReading(reading, alternative string) bool {
	return slices.Contains(s.facts.Readings[reading], alternative)
}

// Stems lists the requirements that have a rule, sorted: "data_03".
func (s *Set) Stems() []string { return slices.Clone(s.facts.Stems) }

// FileOf gives the file of a requirement's rule, "" when there is none.
func (s *Set) FileOf(stem string) string { return s.facts.Files[stem] }

// Defines says whether a requirement's rule has a statement of that name ("applies", "findings", "credit", "manual").
func (s *Set) Defines(stem, name string) bool { return slices.Contains(s.facts.States[stem], name) }

// Thresholds lists the thresholds that a requirement's rule reads itself, sorted.
func (s *Set) Thresholds(stem string) []string { return slices.Clone(s.facts.Thresholds[stem]) }

// stemOf gives the requirement whose rule a module holds: the last part of data.<pack>.rules.<stem>.
func (s *Set) stemOf(m *ast.Module) (string, bool) {
	path := m.Package.Path
	if len(path) != 4 || !path[1].Equal(ast.StringTerm(s.cfg.Pack)) || !path[2].Equal(ast.StringTerm("rules")) {
		return "", false
	}
	stem, ok := path[3].Value.(ast.String)
	return string(stem), ok
}

// thresholdsIn lists the thresholds that a file reads.
func (s *Set) thresholdsIn(file string) []string {
	var found []string
	ast.WalkRefs(s.all.compiler.Modules[file], func(ref ast.Ref) bool {
		if len(ref) > 3 && ref[0].Equal(ast.DefaultRootDocument) && ref[2].Equal(ast.StringTerm("thresholds")) {
			if name, ok := ref[3].Value.(ast.String); ok {
				found = append(found, string(name))
			}
		}
		return false
	})
	return found
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
