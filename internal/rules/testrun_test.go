package rules_test

import (
	"context"
	"errors"
	"slices"
	"strings"
	"testing"

	"hegui/internal/rules"
)

const underTest = `package mini.rules.a

findings contains {"code": "few"} if input.n < 3

findings contains {"code": "many"} if {
	input.n > 7
}
`

const tests = `package mini.rules.a_test

import data.mini.rules.a

_codes(n) := codes if {
	codes := {f.code | some f in a.findings} with input.n as n
}

_table := {
	"two are few": {"n": 2, "codes": {"few"}},
	"three are enough": {"n": 3, "codes": {"few", "thin"}},
	"four are enough": {"n": 4, "codes": set()},
}

test_codes[name] if {
	some name, tc in _table
	_codes(tc.n) == tc.codes
}

test_passes if count(a.findings) == 0 with input.n as 5

test_fails if {
	want := 2
	print("asked for", want)
	want == count(a.findings) with input.n as 1
}

todo_test_later if false
`

func runTests(t *testing.T, o rules.TestOptions) *rules.TestReport {
	t.Helper()
	report, err := rules.RunTests(context.Background(), rules.Config{Pack: "mini", Modules: []rules.Source{
		{File: "a.rego", Text: underTest}, {File: "a_test.rego", Text: tests},
	}, Data: map[string]any{}}, o)
	if err != nil {
		t.Fatal(err)
	}
	return report
}

// A failing case says where it failed, what came and what was wanted.
func TestAFailureSaysWhatCameAndWhatWasWanted(t *testing.T) {
	t.Parallel()
	report := runTests(t, rules.TestOptions{Trace: true})
	failures := report.Failures()
	if len(failures) != 2 || len(report.Cases) != 6 {
		t.Fatalf("got %d failures of %d cases", len(failures), len(report.Cases))
	}
	table, plain := failures[0], failures[1]
	if w := table.Why; table.Name != "test_codes/three are enough" || w == nil || w.Line != 17 || w.Expr != "_codes(tc.n) == tc.codes" ||
		w.Got != "set()" || w.Want != `{"few", "thin"}` || !slices.Equal(w.Missing, []string{`"few"`, `"thin"`}) || w.Extra != nil {
		t.Errorf("got %+v, %+v", table, w)
	}
	if w := plain.Why; plain.Name != "test_fails" || w == nil || w.Line != 25 || w.Got != "1" || w.Want != "2" || plain.Output != "asked for 2\n" {
		t.Errorf("got %+v, %+v", plain, w)
	}
	if trace := table.Why.Trace; !strings.Contains(trace, "Fail") || strings.Contains(trace, "two are few") {
		t.Errorf("the trace is not of the failing case alone:\n%s", trace)
	}
	names := []string{}
	for _, l := range table.Why.Locals {
		names = append(names, l.Name)
	}
	if !slices.Equal(names, []string{"name", "tc"}) {
		t.Errorf("got locals %v", table.Why.Locals)
	}
}

func TestWhichTestsRun(t *testing.T) {
	t.Parallel()
	for _, tc := range []struct {
		run  string
		want []string
	}{
		{"", []string{"test_codes/four are enough", "test_codes/three are enough", "test_codes/two are few", "test_fails", "test_passes", "todo_test_later"}},
		{"test_passes$", []string{"test_passes"}},
		{`a_test\.test_codes/^four`, []string{"test_codes/four are enough"}},
		{"nothing", nil},
	} {
		told, of := 0, 0
		report := runTests(t, rules.TestOptions{Run: tc.run, Progress: func(done, total int) { told, of = done, total }})
		var got []string
		for _, c := range report.Cases {
			got = append(got, c.Name)
		}
		if !slices.Equal(got, tc.want) || told != of || (of > 0) != (len(tc.want) > 0) {
			t.Errorf("%q: got %v, told %d of %d, want %v", tc.run, got, told, of, tc.want)
		}
	}
}

func TestCoverageNamesTheLines(t *testing.T) {
	t.Parallel()
	report := runTests(t, rules.TestOptions{Coverage: true, Run: "test_passes$"})
	if len(report.Files) != 1 || report.Files[0].File != "a.rego" || report.Files[0].Covered >= report.Files[0].Lines || len(report.Files[0].Uncovered) == 0 {
		t.Errorf("got %+v", report.Files)
	}
}

func TestAnInterruptedRunIsAnError(t *testing.T) {
	t.Parallel()
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	_, err := rules.RunTests(ctx, rules.Config{Pack: "mini", Modules: []rules.Source{
		{File: "a.rego", Text: underTest}, {File: "a_test.rego", Text: tests},
	}, Data: map[string]any{}}, rules.TestOptions{})
	if !errors.Is(err, context.Canceled) {
		t.Errorf("got %v", err)
	}
}
