package rules_test

import (
	"slices"
	"testing"

	"hegui/internal/rules"
)

// The codes that a rule may raise are known without running it, wherever they are written out; where they are not, the place
// is given.
func TestWhichCodesARuleMayRaise(t *testing.T) {
	t.Parallel()
	const checks = `package mini.checks.c

weak(x) := {{"code": "inner", "path": [x], "args": {}} | x > 1}

all contains {"code": "from_check", "path": [], "args": {}}
`
	for _, tc := range []struct {
		name, rule string
		want       []string
		computed   int // line of what cannot be followed; 0 when all can
	}{
		{"written out", `findings contains {"code": "a", "path": []} if input.x`, []string{"a"}, 0},
		{"in a variable", "findings contains {\"code\": code} if {\n\tcode := \"a\"\n}", []string{"a"}, 0},
		{"from a list", "findings contains {\"code\": code} if {\n\tsome code in [\"a\", \"b\"]\n}", []string{"a", "b"}, 0},
		{"from the keys of an object", "findings contains {\"code\": code} if {\n\tsome code, _ in {\"a\": 1, \"b\": 2}\n}", []string{"a", "b"}, 0},
		{"from pairs", "findings contains {\"code\": code} if {\n\tsome [code, _] in [[\"a\", 1], [\"b\", 2]]\n}", []string{"a", "b"}, 0},
		{"looked up", "_codes := {\"x\": \"a\", \"y\": \"b\"}\n\nfindings contains {\"code\": _codes[input.x]}", []string{"a", "b"}, 0},
		{"looked up by name", "_codes := {\"x\": \"a\", \"y\": \"b\"}\n\nfindings contains {\"code\": _codes.x}", []string{"a"}, 0},
		{"of a function with an else", "_code(n) := \"a\" if {\n\tn > 1\n} else := \"b\"\n\nfindings contains {\"code\": _code(input.n)}", []string{"a", "b"}, 0},
		{"joined", "_code(kind) := concat(\"_\", [kind, \"weak\"])\n\nfindings contains {\"code\": _code(\"a\")}", []string{"a_weak"}, 0},
		{"of a check, replaced", "import data.mini.checks.c\n\nfindings contains object.union(x, {\"code\": \"a\"}) if some x in c.weak(1)", []string{"a"}, 0},
		{"of a check, as they are", "import data.mini.checks.c\n\nfindings contains x if some x in c.weak(1)\n\nfindings contains y if some y in c.all", []string{"from_check", "inner"}, 0},
		{"of a union", "findings := _a | _b\n\n_a contains {\"code\": \"a\"}\n\n_b contains {\"code\": \"b\"}", []string{"a", "b"}, 0},
		{"of manual, too", `manual contains {"code": "m"}`, []string{"m"}, 0},
		{"not known", "findings contains {\"code\": input.x}\n\nfindings contains {\"code\": \"a\"}", []string{"a"}, 3},
		{"made by a built-in", "findings contains {\"code\": lower(\"A\")}", nil, 3},
		{"in a circle", "_a := _b\n\n_b := _a\n\nfindings contains {\"code\": _a}", nil, 3},
	} {
		t.Run(tc.name, func(t *testing.T) {
			t.Parallel()
			report, err := rules.LintSources(rules.Config{Pack: "mini", Modules: []rules.Source{
				{File: "rego/mini/checks/c/c.rego", Text: checks},
				{File: "rego/mini/rules/a/a.rego", Text: "package mini.rules.a\n\n" + tc.rule + "\n"},
			}})
			if err != nil {
				t.Fatal(err)
			}
			codes := report.Facts.Codes["a"]
			line := 0
			if codes.Computed != nil {
				line = codes.Computed.Line
			}
			if got := codes.Sorted(); !slices.Equal(got, tc.want) || line != tc.computed {
				t.Errorf("got %v, computed at line %d; want %v, %d", got, line, tc.want, tc.computed)
			}
		})
	}
}

// Patterns are followed like codes: what is put together from what is written out is known.
func TestPatterns(t *testing.T) {
	t.Parallel()
	for _, tc := range []struct{ name, rule, want string }{
		{"written out", "_x if regex.match(`a+`, input.x)", ""},
		{"a name", "_p := `a+`\n\n_x if regex.match(_p, input.x)", ""},
		{"put together", "_x if {\n\tsome unit in [\"a\", \"b\"]\n\tregex.match(concat(\"\", [`[0-9]+`, unit]), input.x)\n}", ""},
		{"of the proposal", "_x if regex.match(input.pattern, input.x)", "computed-pattern"},
		{"of a parameter", "_x(p) if regex.match(p, input.x)", "computed-pattern"},
		{"too large", "_x if regex.match(`a{500}b{600}`, input.x)", "large-pattern"},
		{"none", "_x if regex.match(`[`, input.x)", "invalid-pattern"},
		{"in the second place", "_x := regex.replace(input.x, `[`, \"\")", "invalid-pattern"},
	} {
		report, err := rules.LintSources(rules.Config{Pack: "mini", Modules: []rules.Source{
			{File: "rego/mini/rules/a/a.rego", Text: "package mini.rules.a\n\n" + tc.rule + "\n"},
		}})
		if err != nil {
			t.Fatal(err)
		}
		got := ""
		for _, r := range report.Remarks {
			if r.Lint == "computed-pattern" || r.Lint == "large-pattern" || r.Lint == "invalid-pattern" {
				got = r.Lint
			}
		}
		if got != tc.want {
			t.Errorf("%s: got %q, want %q", tc.name, got, tc.want)
		}
	}
}
