package rules_test

import (
	"context"
	"errors"
	"strings"
	"testing"
	"time"

	"hegui/internal/assess"
	"hegui/internal/proposal"
	"hegui/internal/rules"
)

const entry = `package mini

outcomes.applies[id] := data.mini.rules[id].applies

outcomes.findings[id] := data.mini.rules[id].findings

outcomes.credit[id] := data.mini.rules[id].credit

outcomes.manual[id] := data.mini.rules[id].manual
`

const noFlags = "package mini.flags\n\nbecause.all contains []\n\nguards := set()\n"

const good = "default applies := true\n\nfindings contains {\"code\": \"x\", \"path\": [\"a\", 0], \"args\": {}} if input.proposal.a[0] == 1\n"

// compile makes a set of rules a and b with the given bodies.
func compile(t *testing.T, a, b string) *rules.Set {
	t.Helper()
	set, err := rules.Compile(rules.Config{Pack: "mini", Modules: []rules.Source{
		{File: "mini.rego", Text: entry}, {File: "flags.rego", Text: noFlags},
		{File: "a.rego", Text: "package mini.rules.a\n\n" + a}, {File: "b.rego", Text: "package mini.rules.b\n\n" + b},
	}, Data: map[string]any{"thresholds": map[string]any{}}})
	if err != nil {
		t.Fatal(err)
	}
	return set
}

func input(t *testing.T, src string) assess.Input {
	t.Helper()
	doc, err := proposal.Parse("p.yaml", []byte(src), proposal.Limits{})
	if err != nil {
		t.Fatal(err)
	}
	return assess.Input{Proposal: doc, AsOf: "2026-11-01", Profile: "general"}
}

func TestEval(t *testing.T) {
	t.Parallel()
	ev, err := compile(t, good, good).Eval(context.Background(), input(t, "a: [1]"))
	if err != nil {
		t.Fatal(err)
	}
	o := ev.Outcomes["a"]
	if !o.Applies || len(o.Findings) != 1 || o.Findings[0].Code != "x" || o.Findings[0].Path.String() != "a[0]" || o.Err != "" {
		t.Errorf("got %+v", o)
	}
}

// Silence is never a pass, and the fault of one rule does not hide another: rule b always gives its finding.
func TestAFaultyRuleIsAnErrorAndTheOthersAreNot(t *testing.T) {
	t.Parallel()
	for _, tc := range []struct{ name, rule, want string }{
		{"nothing at all", "x := 1\n", "does not say whether it applies"},
		{"applies is undefined", "applies if input.proposal.nothing\n\nfindings contains 1 if false\n", "does not say whether it applies"},
		{"applies is no boolean", "applies := \"yes\"\n\nfindings contains 1 if false\n", "does not say whether it applies"},
		{"no findings", "default applies := true\n", "states no findings"},
		{"findings are no set", "default applies := true\n\nfindings := []\n", "instead of a set"},
		{"a finding that is no object", "default applies := true\n\nfindings contains 1\n", "instead of an object"},
		{"a finding without a code", "default applies := true\n\nfindings contains {\"path\": [], \"args\": {}}\n", "without a code"},
		{"a finding without a path", "default applies := true\n\nfindings contains {\"code\": \"x\", \"args\": {}}\n", "path is not an array"},
		{"a path with an object", "default applies := true\n\nfindings contains {\"code\": \"x\", \"path\": [{}], \"args\": {}}\n", "object in a path"},
		{"a path with a negative index", "default applies := true\n\nfindings contains {\"code\": \"x\", \"path\": [-1], \"args\": {}}\n", "not an index"},
		{"an argument that is a boolean", "default applies := true\n\nfindings contains {\"code\": \"x\", \"path\": [], \"args\": {\"a\": true}}\n", `argument "a": boolean`},
		{"a credit with a fraction", good + "\ncredit := 0.5\n", "credit is not a whole number"},
		{"two values for one rule", "default applies := true\n\napplies := false if input.proposal.a\n\napplies := true if input.proposal.a\n\nfindings contains 1 if false\n", "conflict"},
		{"a built-in that fails", "default applies := true\n\nfindings contains {\"code\": \"x\", \"path\": [], \"args\": {\"n\": n}} if n := to_number(\"x\")\n", "to_number"},
		{"a division by zero", "default applies := true\n\nfindings contains {\"code\": \"x\", \"path\": [], \"args\": {\"n\": n}} if n := 1 / 0\n", "divide by zero"},
		{"more findings than allowed", "default applies := true\n\nfindings contains {\"code\": \"x\", \"path\": [i], \"args\": {}} if some i in numbers.range(0, 2000)\n", "more than the limit of 2000"},
	} {
		t.Run(tc.name, func(t *testing.T) {
			t.Parallel()
			ev, err := compile(t, tc.rule, good).Eval(context.Background(), input(t, "a: [1]"))
			if err != nil {
				t.Fatal(err)
			}
			if got := ev.Outcomes["a"].Err; !strings.Contains(got, tc.want) {
				t.Errorf("got error %q, want %q", got, tc.want)
			}
			if b := ev.Outcomes["b"]; b.Err != "" || len(b.Findings) != 1 {
				t.Errorf("the other rule gave %+v", b)
			}
		})
	}
}

// The context ends an evaluation that a rule does not end.
func TestEvalHonoursTheDeadline(t *testing.T) {
	t.Parallel()
	endless := "default applies := true\n\nfindings contains {\"code\": \"x\", \"path\": [], \"args\": {\"n\": n}} if {\n\tr := numbers.range(1, 3000)\n\tn := count([1 | some a in r; some b in r; some c in r; a * b == c + 0.5])\n}\n"
	set := compile(t, endless, good)
	ctx, cancel := context.WithTimeout(context.Background(), 50*time.Millisecond)
	defer cancel()
	if _, err := set.Eval(ctx, input(t, "a: [1]")); !errors.Is(err, context.DeadlineExceeded) {
		t.Errorf("got %v, want the deadline", err)
	}
}

// Flags that cannot be evaluated make every requirement an error: they decide what applies.
func TestFaultyFlagsAreAnErrorOfEveryRule(t *testing.T) {
	t.Parallel()
	set, err := rules.Compile(rules.Config{Pack: "mini", Modules: []rules.Source{
		{File: "mini.rego", Text: entry},
		{File: "flags.rego", Text: "package mini.flags\n\nbecause.all contains 1 if to_number(\"x\")\n\nguards := set()\n"},
		{File: "a.rego", Text: "package mini.rules.a\n\n" + good},
	}})
	if err != nil {
		t.Fatal(err)
	}
	ev, err := set.Eval(context.Background(), input(t, "a: [1]"))
	if err != nil {
		t.Fatal(err)
	}
	if got := ev.Outcomes["a"].Err; !strings.Contains(got, "flags could not be evaluated") {
		t.Errorf("got %q", got)
	}
}

// Empty values are missing ones; inside a list they keep their place.
func TestEmptyValuesCountAsMissing(t *testing.T) {
	t.Parallel()
	rule := "default applies := true\n\nfindings contains {\"code\": k, \"path\": [], \"args\": {}} if some k, _ in input.proposal\n"
	ev, err := compile(t, rule, good).Eval(context.Background(), input(t, "a: [null, 1]\nb:\nc: ''\nd: ~\ne: 0\nf: false\n"))
	if err != nil {
		t.Fatal(err)
	}
	var keys []string
	for _, f := range ev.Outcomes["a"].Findings {
		keys = append(keys, f.Code)
	}
	if got := strings.Join(keys, " "); got != "a e f" {
		t.Errorf("rules see %q, want a, e and f", got)
	}
}

func TestCompileReportsEveryFaultWithItsLine(t *testing.T) {
	t.Parallel()
	_, err := rules.Compile(rules.Config{Pack: "mini", Modules: []rules.Source{
		{File: "a.rego", Text: "package mini.rules.a\n\nx := opa.runtime()\n\ny := net.lookup_ip_addr(\"x\")\n"},
	}})
	var bad *rules.CompileError
	if !errors.As(err, &bad) {
		t.Fatalf("got %v", err)
	}
	for _, want := range []string{"a.rego:3: undefined function opa.runtime", "a.rego:5: undefined function net.lookup_ip_addr"} {
		if !strings.Contains(err.Error(), want) {
			t.Errorf("got %v, want %s", err, want)
		}
	}
}
