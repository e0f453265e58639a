package rules

import (
	"context"
	"fmt"
	"maps"
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
	Uncovered []Problem // lines of rules that no test evaluates
	Lines     int       // lines of rules that could be evaluated
	Covered   int
}

// TestCase is one named case.
type TestCase struct {
	Package string // "data.aiplus.rules.data_03_test"
	Name    string // "test_fails_on/share_sum"
	File    string
	Line    int
	Failure string // empty when it passed
}

// testTimeout ends one test that does not end by itself; generous, because machines that run tests are busy.
const testTimeout = time.Minute

// Test runs every test_ rule of the modules with OPA's tester, under the same capabilities, schemas and data as the
// rules themselves, and measures which lines of the rules were evaluated. Modules must include the tests.
func Test(ctx context.Context, cfg Config) (*TestReport, error) {
	modules, compiler, err := prepare(cfg)
	if err != nil {
		return nil, err
	}
	store := inmem.NewFromObjectWithOpts(map[string]any{cfg.Pack: cfg.Data}, inmem.OptReturnASTValuesOnRead(true))
	coverage := cover.New()
	runner := tester.NewRunner().
		SetCompiler(compiler).
		SetStore(store).
		SetModules(modules).
		SetCoverageQueryTracer(coverage).
		SetCoverageRuns(nil).
		SetTimeout(testTimeout).
		RaiseBuiltinErrors(true)
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
	for r := range results {
		report.add(r)
	}
	slices.SortFunc(report.Cases, func(a, b TestCase) int {
		if c := strings.Compare(a.Package, b.Package); c != 0 {
			return c
		}
		return strings.Compare(a.Name, b.Name)
	})
	report.cover(coverage.Report(modules))
	return report, nil
}

// add takes in one test rule: its cases when it is a table, else itself.
func (t *TestReport) add(r *tester.Result) {
	base := TestCase{Package: r.Package, Name: r.Name}
	if r.Location != nil {
		base.File, base.Line = r.Location.File, r.Location.Row
	}
	switch {
	case r.Error != nil:
		base.Failure = r.Error.Error()
	case len(r.SubResults) > 0:
		for _, name := range slices.Sorted(maps.Keys(r.SubResults)) {
			c := base
			c.Name += "/" + name
			if r.SubResults[name].Fail {
				c.Failure = "the case is not true"
			}
			t.Cases = append(t.Cases, c)
		}
		return
	case r.Fail:
		base.Failure = "the test is not true"
	}
	t.Cases = append(t.Cases, base)
}

func (t *TestReport) cover(report cover.Report) {
	for _, file := range slices.Sorted(maps.Keys(report.Files)) {
		if strings.HasSuffix(file, "_test.rego") {
			continue
		}
		f := report.Files[file]
		t.Lines += f.CoveredLines + f.NotCoveredLines
		t.Covered += f.CoveredLines
		for _, r := range f.NotCovered {
			t.Uncovered = append(t.Uncovered, Problem{
				File: file, Line: r.Start.Row, Message: fmt.Sprintf("lines %d to %d are not evaluated by any test", r.Start.Row, r.End.Row),
			})
		}
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
