package rules

import (
	"context"
	"fmt"
	"maps"
	"regexp"
	"slices"
	"strings"
	"time"

	"github.com/open-policy-agent/opa/v1/ast"
	"github.com/open-policy-agent/opa/v1/cover"
	"github.com/open-policy-agent/opa/v1/storage"
	"github.com/open-policy-agent/opa/v1/storage/inmem"
	"github.com/open-policy-agent/opa/v1/tester"
)

// TestReport is what a run of a pack's own tests gave.
type TestReport struct {
	Cases     []TestCase
	Files     []FileCoverage // of rules, sorted; empty when coverage was not asked for
	Uncovered []Problem      // lines of rules that no test evaluates
	Lines     int            // lines of rules that could be evaluated
	Covered   int
}

// FileCoverage says which lines of a file tests evaluate.
type FileCoverage struct {
	File           string
	Lines, Covered int
	Uncovered      [][2]int // first and last line, in order
}

// TestCase is one named case.
type TestCase struct {
	Package  string // "data.aiplus.rules.data_03_test"
	Name     string // "test_fails_on/share_sum"
	File     string
	Line     int
	Failure  string        // empty when it passed
	Why      *Mismatch     // what was not true, when it could be found out
	Skipped  bool          // its name begins with todo_
	Output   string        // what print wrote, for all cases of a table at once
	Duration time.Duration // of the whole table; 0 for all but its first case
}

// TestOptions say which tests run and what is told about them. The zero value runs all, and measures nothing.
type TestOptions struct {
	Run      string // which tests: see [ParseRun]
	Coverage bool
	Trace    bool // give failing cases a trace of their evaluation
	// Progress is told after each test (tables are one) how many are done, of how many. It may be nil, and is called from one
	// goroutine.
	Progress func(done, total int)
}

// Selection says which tests run.
type Selection struct{ test, name *regexp.Regexp }

// ParseRun reads what selects tests: an expression for the full name of a test, data.aiplus.rules.data_03_test.test_fails, and after the first slash, when there is one, an expression for the name of its case. Empty expressions select all.
func ParseRun(s string) (Selection, error) {
	test, name, _ := strings.Cut(s, "/")
	var out Selection
	var err error
	if out.test, err = regexp.Compile(test); err != nil {
		return out, err
	}
	out.name, err = regexp.Compile(name)
	return out, err
}

// testTimeout ends one test that does not end by itself; generous, because machines that run tests are busy.
const testTimeout = time.Minute

// Test runs every test_ rule of the modules with OPA's tester, under the same capabilities, schemas and data as the
// rules themselves, and measures which lines of the rules were evaluated. Modules must include the tests.
func Test(ctx context.Context, cfg Config) (*TestReport, error) {
	return RunTests(ctx, cfg, TestOptions{Coverage: true})
}

// RunTests is Test with options. Tests that do not compile are a *CompileError; an ended context is its error.
func RunTests(ctx context.Context, cfg Config, o TestOptions) (*TestReport, error) {
	selected, err := ParseRun(o.Run)
	if err != nil {
		return nil, fmt.Errorf("select tests: %w", err)
	}
	modules, compiler, err := prepare(cfg)
	if err != nil {
		return nil, err
	}
	compiler.WithEnablePrintStatements(true) // rules print nothing, and who looks for a fault may
	store := inmem.NewFromObjectWithOpts(map[string]any{cfg.Pack: cfg.Data}, inmem.OptReturnASTValuesOnRead(true))
	coverage := cover.New()
	runner := tester.NewRunner().
		SetCompiler(compiler).
		SetStore(store).
		SetModules(modules).
		SetTimeout(testTimeout).
		RaiseBuiltinErrors(true).
		Filter(selected.test.String())
	if o.Coverage {
		runner.SetCoverageQueryTracer(coverage).SetCoverageRuns(nil)
	}
	txn, err := store.NewTransaction(ctx, storage.WriteParams)
	if err != nil {
		return nil, fmt.Errorf("open the data of the pack: %w", err)
	}
	defer store.Abort(ctx, txn)
	results, err := runner.RunTests(ctx, txn)
	if err != nil {
		if errs, ok := err.(ast.Errors); ok {
			return nil, compileError(errs)
		}
		return nil, fmt.Errorf("run tests: %w", err)
	}
	report := &TestReport{}
	done, total := 0, countTests(modules, selected)
	asker := &explainer{compiler: compiler, modules: modules, store: store, txn: txn, trace: o.Trace}
	for r := range results {
		if done++; o.Progress != nil {
			o.Progress(done, total)
		}
		for _, c := range casesOf(r) {
			if !selected.name.MatchString(caseName(c.Name)) {
				continue
			}
			if c.Failure != "" && r.Error == nil {
				c.Why = asker.explain(ctx, r, c.Name)
			}
			report.Cases = append(report.Cases, c)
		}
	}
	if ctx.Err() != nil {
		return nil, ctx.Err()
	}
	slices.SortFunc(report.Cases, func(a, b TestCase) int {
		if c := strings.Compare(a.Package, b.Package); c != 0 {
			return c
		}
		return strings.Compare(a.Name, b.Name)
	})
	if o.Coverage {
		report.cover(coverage.Report(modules))
	}
	return report, nil
}

// caseName gives the part of a name that stands for a case, "" when the test is no table.
func caseName(name string) string {
	_, name, _ = strings.Cut(name, "/")
	return name
}

// countTests counts the rules that will run as tests.
func countTests(modules map[string]*ast.Module, selected Selection) int {
	n := 0
	for _, m := range modules {
		for _, r := range m.Rules {
			name := ruleNameOf(r)
			if (strings.HasPrefix(name, testPrefix) || strings.HasPrefix(name, skippedPrefix)) && selected.test.MatchString(m.Package.Path.String()+"."+name) {
				n++
			}
		}
	}
	return n
}

// casesOf gives the cases of one test rule: those of its table when it is one, else itself.
func casesOf(r *tester.Result) []TestCase {
	base := TestCase{Package: r.Package, Name: r.Name, Skipped: r.Skip, Output: string(r.Output), Duration: r.Duration}
	if r.Location != nil {
		base.File, base.Line = r.Location.File, r.Location.Row
	}
	switch {
	case r.Error != nil:
		base.Failure = r.Error.Error()
	case len(r.SubResults) > 0:
		var out []TestCase
		for path, sub := range r.SubResults.Iter {
			if len(sub.SubResults) > 0 {
				continue
			}
			c := base
			c.Name += "/" + strings.Join(path, "/")
			if sub.Fail {
				c.Failure = "the case is not true"
			}
			out = append(out, c)
			base.Duration, base.Output = 0, ""
		}
		return out
	case r.Fail:
		base.Failure = "the test is not true"
	}
	return []TestCase{base}
}

func (t *TestReport) cover(report cover.Report) {
	for _, file := range slices.Sorted(maps.Keys(report.Files)) {
		if isTestFile(file) {
			continue
		}
		f := report.Files[file]
		c := FileCoverage{File: file, Lines: f.CoveredLines + f.NotCoveredLines, Covered: f.CoveredLines}
		for _, r := range f.NotCovered { // a line may hold several, and the next may follow
			if n := len(c.Uncovered); n > 0 && r.Start.Row <= c.Uncovered[n-1][1]+1 {
				c.Uncovered[n-1][1] = max(c.Uncovered[n-1][1], r.End.Row)
				continue
			}
			c.Uncovered = append(c.Uncovered, [2]int{r.Start.Row, r.End.Row})
		}
		for _, r := range c.Uncovered {
			t.Uncovered = append(t.Uncovered, Problem{
				File: file, Line: r[0], Message: fmt.Sprintf("lines %d to %d are not evaluated by any test", r[0], r[1]),
			})
		}
		t.Files = append(t.Files, c)
		t.Lines += c.Lines
		t.Covered += c.Covered
	}
}

// Failures lists the cases that did not pass.
func (t *TestReport) Failures() []TestCase {
	var out []TestCase
	for _, c := range t.Cases {
		if c.Failure != "" {
			out = append(out, c)
		}
	}
	return out
}
