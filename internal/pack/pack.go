// Package pack loads a funder's policy: source document, catalog, rules, profiles and the schema of proposals. A pack
// that contradicts itself is refused with every fault named by file and line. Start at [Open].
package pack

import (
	"context"
	"fmt"
	"io"
	"io/fs"
	"slices"
	"strings"

	"hegui/internal/assess"
	"hegui/internal/catalog"
	"hegui/internal/rules"
)

// Pack is one loaded policy, ready to assess with and safe for concurrent use.
type Pack struct {
	Ref     assess.PackRef
	Catalog *catalog.Catalog
	Rules   Rules
	Schema  *Schema

	// Isolated says that the rules run in processes of their own, which have their own deadline; Processes is how many
	// proposals they evaluate at the same time.
	Isolated  bool
	Processes int

	uses func() map[string][]*catalog.Requirement // by pattern of a field
}

// Rules are the compiled rules of a pack. [rules.Set] implements it in this process, package sandbox in one of its own;
// implementations are safe for concurrent use.
type Rules interface {
	assess.Evaluator
	Stems() []string                     // requirements that have a rule, sorted
	FileOf(stem string) string           // of a requirement's rule, "" when there is none
	Defines(stem, statement string) bool // whether a rule has a statement of that name
	Thresholds(stem string) []string     // those that a rule reads itself, sorted
	HasReading(reading, alternative string) bool
}

// Close ends the process of an isolated pack; it may be used all the same, and starts one anew then.
func (p *Pack) Close() {
	if c, ok := p.Rules.(io.Closer); ok {
		_ = c.Close()
	}
}

// Problem is one reason why a pack is invalid.
type Problem struct {
	File    string
	Line    int // 0 when the fault is not on a line
	Message string
	Text    catalog.Text // the message in both languages
	Repair  catalog.Text // what to do
}

func (p Problem) String() string {
	if p.Line == 0 {
		return p.File + ": " + p.Message
	}
	return fmt.Sprintf("%s:%d: %s", p.File, p.Line, p.Message)
}

// InvalidError lists everything that makes a pack invalid.
type InvalidError struct {
	Pack     string
	Problems []Problem
}

func (e *InvalidError) Error() string {
	lines := make([]string, 0, len(e.Problems)+1)
	lines = append(lines, fmt.Sprintf("pack %s is invalid:", e.Pack))
	for _, p := range e.Problems {
		lines = append(lines, "  "+p.String())
	}
	return strings.Join(lines, "\n")
}

// NotFoundError says that a file system has no pack of that id.
type NotFoundError struct {
	Pack  string
	Known []string // packs that are there, sorted
}

func (e *NotFoundError) Error() string {
	return fmt.Sprintf("no pack %q here; there are: %s", e.Pack, strings.Join(e.Known, ", "))
}

// List gives the ids of the packs in a file system, sorted: the folders below policies/.
func List(fsys fs.FS) ([]string, error) {
	entries, err := fs.ReadDir(fsys, "policies")
	if err != nil {
		return nil, fmt.Errorf("list packs: %w", err)
	}
	var ids []string
	for _, e := range entries {
		if e.IsDir() {
			ids = append(ids, e.Name())
		}
	}
	return ids, nil
}

// Open loads a pack: policies/<id>/, rego/<id>/, rego/lib/ and the source document that it names. It returns
// *NotFoundError, *InvalidError with every fault found, or an error of the file system.
func Open(fsys fs.FS, id string) (*Pack, error) {
	return OpenWith(fsys, id, compileHere)
}

// compileHere compiles rules to run in this process.
func compileHere(cfg rules.Config) (Rules, error) { return rules.Compile(cfg) }

// OpenWith does the same with rules that are compiled in another way, such as in another process. compile gives faults of
// the Rego as *[rules.CompileError].
func OpenWith(fsys fs.FS, id string, compile func(rules.Config) (Rules, error)) (*Pack, error) {
	files, err := read(fsys, id)
	if err != nil {
		return nil, err
	}
	l := &loader{id: id, files: files, compiler: compile}
	p := l.load()
	if len(l.problems) > 0 {
		return nil, l.invalid()
	}
	return p, nil
}

// Thresholds gives those that the rule of a requirement compares with, sorted by name.
func (p *Pack) Thresholds(r *catalog.Requirement) []catalog.Threshold {
	names := p.Rules.Thresholds(r.Stem())
	used := []catalog.Threshold{}
	for _, t := range p.Catalog.Thresholds {
		if slices.Contains(names, t.Name) {
			used = append(used, t)
		}
	}
	return used
}

// TestOptions say which tests run and what is told about them; see [rules.TestOptions].
type TestOptions = rules.TestOptions

// TestReport is what a run of tests gave; see [rules.TestReport].
type TestReport = rules.TestReport

// TestCase is one case of a test; see [rules.TestCase].
type TestCase = rules.TestCase

// ParseRun checks what selects tests; see [rules.ParseRun].
func ParseRun(s string) error {
	_, err := rules.ParseRun(s)
	return err
}

// Test runs the tests of a pack's rules; see [rules.Test]. A pack that does not load is *InvalidError.
func Test(ctx context.Context, fsys fs.FS, id string) (*rules.TestReport, error) {
	return RunTests(ctx, fsys, id, TestOptions{Coverage: true})
}

// RunTests is Test with options. Tests that do not compile make the pack a *InvalidError here, though it loads.
func RunTests(ctx context.Context, fsys fs.FS, id string, o TestOptions) (*TestReport, error) {
	files, err := read(fsys, id)
	if err != nil {
		return nil, err
	}
	l := newLoader(id, files)
	if l.load(); len(l.problems) > 0 {
		return nil, l.invalid()
	}
	report, err := rules.RunTests(ctx, rules.Config{Pack: id, Modules: l.modules(true), Schemas: l.loadSchemas(), Data: l.data}, o)
	if l.refuse(err) {
		return nil, l.invalid()
	}
	return report, err
}
