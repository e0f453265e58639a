package rules_test

import (
	"errors"
	"testing"

	"github.com/google/go-cmp/cmp"

	"hegui/internal/rules"
)

func TestCasesAreNamedAsARunNamesThem(t *testing.T) {
	t.Parallel()
	for _, tc := range []struct {
		name, test string
		want       rules.TestRule
	}{
		{"a test by itself", "test_x if true", rules.TestRule{}},
		{"keys of an object that is written out", `test_x[name] if {
			some name, v in {"b c": 1, "a": 2}
			v
		}`, rules.TestRule{Table: true, Cases: []string{"a", "b c"}}},
		{"keys of an object with a name", `_table := {"b": input.x, "a": f(2)}
			f(x) := x
			test_x[name] if some name, _ in _table`, rules.TestRule{Table: true, Cases: []string{"a", "b"}}},
		{"items of a set", `test_x[name] if some name in {"b", "a", 3}`, rules.TestRule{Table: true, Cases: []string{"3", "a", "b"}}},
		{"items of an array", `test_x[name] if some name in ["b", "a"]`, rules.TestRule{Table: true, Cases: []string{"a", "b"}}},
		{"values of an object", `test_x[name] if some _, name in {"k": "v"}`, rules.TestRule{Table: true, Cases: []string{"v"}}},
		{"indexes of an array", `test_x[i] if some i, _ in ["b", "a"]`, rules.TestRule{Table: true, Cases: []string{"0", "1"}}},
		{"a key that is written out", `test_x["one case"] if true`, rules.TestRule{Table: true, Cases: []string{"one case"}}},
		{"a table in several rules", `test_x["b"] if true
			test_x[name] if some name in ["a", "b"]`, rules.TestRule{Table: true, Cases: []string{"a", "b"}}},
		{"an empty table", `test_x[name] if some name in []`, rules.TestRule{Table: true}},
		{"names that are computed", `test_x[name] if some name in object.keys(input)`, rules.TestRule{Table: true, Computed: true}},
		{"keys of a table that is computed", `_table := {name: 1 | some name in input.names}
			test_x[name] if some name, _ in _table`, rules.TestRule{Table: true, Computed: true}},
		{"a table with a condition", `_table := {"a": 1} if input.x
			test_x[name] if some name, _ in _table`, rules.TestRule{Table: true, Computed: true}},
		{"two keys", `test_x[a][b] if {
			some a in ["x"]
			some b in ["y"]
		}`, rules.TestRule{Table: true, Computed: true}},
		{"a name put together", `test_x[name] if name := concat("", ["a", "b"])`, rules.TestRule{Table: true, Computed: true}},
	} {
		t.Run(tc.name, func(t *testing.T) {
			t.Parallel()
			tests, err := rules.ListTests("mini", []rules.Source{
				{File: "b_test.rego", Text: "package mini.rules.b_test\n\n" + tc.test + "\n"},
				{File: "b.rego", Text: "package mini.rules.b\n\ntest_no if true\n"},
				{File: "lib_test.rego", Text: "package lib.dates_test\n\ntest_no if true\n"},
			})
			if err != nil || len(tests) != 1 {
				t.Fatalf("got %+v and %v, want one test", tests, err)
			}
			got := tests[0]
			if got.Part != "rules.b" || got.Name != "test_x" || got.File != "b_test.rego" || got.Line < 3 {
				t.Errorf("got %+v", got)
			}
			got.Part, got.Name, got.File, got.Line = "", "", "", 0
			if diff := cmp.Diff(got, tc.want); diff != "" {
				t.Errorf("(-got +want):\n%s", diff)
			}
		})
	}
}

func TestTestsThatCannotBeParsedAreAnError(t *testing.T) {
	t.Parallel()
	_, err := rules.ListTests("mini", []rules.Source{{File: "x_test.rego", Text: "package mini.x_test\n\ntest_x if {\n"}})
	var bad *rules.CompileError
	if !errors.As(err, &bad) || bad.Problems[0].File != "x_test.rego" {
		t.Errorf("got %v", err)
	}
}

func TestPartsSayWhatTheyReadAndWhatTheyAreCalled(t *testing.T) {
	t.Parallel()
	set, err := rules.Compile(rules.Config{Pack: "mini", Modules: []rules.Source{
		{File: "mini.rego", Text: entry}, {File: "flags.rego", Text: noFlags},
		{File: "rego/lib/dates.rego", Text: "package lib.dates\n\nx := 1\n"},
		{File: "c.rego", Text: "# METADATA\n# title: Counts\n# description: How many.\n# custom:\n#   title_zh: 数目\n#   description_zh: 有多少。\npackage mini.checks.counts\n\nimport data.mini.thresholds\n\nmany if input.n > thresholds.n_min.value\n"},
		{File: "c2.rego", Text: "package mini.checks.counts\n\nfew if not many\n"},
		{File: "a.rego", Text: "package mini.rules.a\n\nimport data.mini.checks.counts\n\ndefault applies := true\n\nfindings contains {\"code\": \"x\", \"path\": [], \"args\": {}} if counts.few\n"},
	}, Data: map[string]any{"thresholds": map[string]any{"n_min": map[string]any{"value": 1}}}})
	if err != nil {
		t.Fatal(err)
	}
	want := []rules.Part{
		{Name: "checks.counts", Files: []string{"c.rego", "c2.rego"}, Title: "Counts", Description: "How many.", TitleZH: "数目", DescribedZH: "有多少。", Thresholds: []string{"n_min"}},
		{Name: "flags", Files: []string{"flags.rego"}},
		{Name: "rules.a", Files: []string{"a.rego"}, Uses: []string{"checks.counts"}},
	}
	if diff := cmp.Diff(set.Parts(), want); diff != "" {
		t.Errorf("(-got +want):\n%s", diff)
	}
}
