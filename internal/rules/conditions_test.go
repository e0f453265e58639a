package rules_test

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"testing"

	"hegui/internal/rules"
)

// viewed compiles one rule of a pack and gives its bodies.
func viewed(t *testing.T, rule string) *rules.Set {
	t.Helper()
	set, err := rules.Compile(rules.Config{
		Pack: "mini",
		Modules: []rules.Source{
			{File: "mini.rego", Text: entry},
			{File: "flags.rego", Text: noFlags},
			{File: "rego/lib/fields.rego", Text: "package lib.fields\n\nabsent(doc, paths) := {path |\n\tsome path in paths\n\tobject.get(doc, path, null) in {null, \"\", [], {}}\n}\n"},
			{File: "a.rego", Text: "package mini.rules.a\n\nimport data.lib.fields\nimport data.mini.thresholds\n\ndefault applies := false\n\napplies if count(fields.absent({}, [])) < thresholds.least.value\n\n" + rule},
		},
		Data: map[string]any{"thresholds": map[string]any{"least": map[string]any{"value": 40}}},
	})
	if err != nil {
		t.Fatal(err)
	}
	return set
}

// What stands in a body is seen as a condition of a field, however the rule goes about it; what is beyond the view is opaque.
func TestBodiesShowTheirConditions(t *testing.T) {
	t.Parallel()
	finding := func(body string) string {
		return "findings contains {\"code\": \"x\", \"path\": [], \"args\": {}} if {\n" + body + "\n}\n"
	}
	for _, tc := range []struct{ name, rule, want string }{
		{"a threshold", finding("input.proposal.a.b < thresholds.least.value"), "a.b < 40"},
		{"a value in a variable", finding("n := input.proposal.a\n\tn < 3"), "a < 3"},
		{"a constant on the left", finding("3 <= input.proposal.a"), "a >= 3"},
		{"a value that is missing", finding("not input.proposal.a"), "not a true"},
		{"a value of a list", finding("input.proposal.a in {\"x\", \"y\"}"), "a in x,y"},
		{"an item of a list", finding("some i, s in input.proposal.list\n\ts.amount > 5"), "list[].amount > 5"},
		{"a number of items", finding("count(input.proposal.list) == 0"), "#list == 0"},
		{"a helper that is one condition", finding("_small") + "\n_small if input.proposal.a < 7\n", "a < 7"},
		{"its opposite", finding("not _small") + "\n_small if input.proposal.a < 7\n", "not a < 7"},
		{"a helper with two ways to hold", finding("_small") + "\n_small if input.proposal.a < 7\n\n_small if input.proposal.b\n", "opaque"},
		{"a name for a field", finding("_a > 1") + "\n_a := input.proposal.a\n", "a > 1"},
		{"arithmetic", finding("input.proposal.a * 100 < 30"), "a defined; opaque"},
		{"a function", finding("startswith(input.proposal.a, \"x\")"), "a defined; opaque"},
		{"what is asked of every item", finding("every s in input.proposal.list { s.amount > 1 }"), "list defined; opaque"},
		{"another document", finding("input.proposal.a < 3 with input.proposal as {\"a\": 1}"), "opaque; opaque"},
		{"paths that lead to nothing", "findings contains {\"code\": \"x\", \"path\": path, \"args\": {}} if {\n\tsome path in fields.absent(input.proposal, _needed)\n}\n\n_needed contains [\"a\", \"b\"]\n", "a.b absent"},
	} {
		t.Run(tc.name, func(t *testing.T) {
			t.Parallel()
			for _, b := range viewed(t, tc.rule).Bodies() {
				if b.Stem != "a" || b.Name != "findings" {
					continue
				}
				if b.Code != "x" && !strings.Contains(tc.want, "absent") || b.File != "a.rego" || b.Line < 10 {
					t.Errorf("got %s at %s:%d", b.Code, b.File, b.Line)
				}
				if got := written(b.Conditions); got != tc.want {
					t.Errorf("got %q, want %q", got, tc.want)
				}
				return
			}
			t.Error("no body")
		})
	}
}

func written(conditions []rules.Condition) string {
	var out []string
	for _, c := range conditions {
		text := "opaque"
		if c.Op != rules.OpOpaque {
			text = c.Field + " " + string(c.Op)
			if c.Count {
				text = "#" + text
			}
			var values []string
			for _, v := range c.Values {
				values = append(values, v.Text)
			}
			text = strings.TrimSpace(text + " " + strings.Join(values, ","))
			if c.Not {
				text = "not " + text
			}
		}
		out = append(out, text)
	}
	return strings.Join(out, "; ")
}

// Bodies with the same conditions have the same shape, whatever their variables are called, and others have not.
func TestShapeTellsBodiesApart(t *testing.T) {
	t.Parallel()
	set := viewed(t, `findings contains {"code": "a", "path": [], "args": {}} if sum([s.amount | some s in input.proposal.list]) < 5

findings contains {"code": "b", "path": [], "args": {}} if sum([other.amount | some other in input.proposal.list]) < 5

findings contains {"code": "c", "path": [], "args": {}} if sum([s.amount | some s in input.proposal.list]) > 5
`)
	shapes := map[string]string{}
	for _, b := range set.Bodies() {
		if b.Name == "findings" {
			shapes[b.Code] = b.Shape
		}
	}
	if len(shapes) != 3 || shapes["a"] != shapes["b"] || shapes["a"] == shapes["c"] || shapes["a"] == "" {
		t.Errorf("got %q", fmt.Sprint(shapes))
	}
}

// Every body that holds is named, also the second of two ways to state the same.
func TestStatedNamesTheBodiesThatHold(t *testing.T) {
	t.Parallel()
	set := viewed(t, "findings contains {\"code\": \"x\", \"path\": [], \"args\": {}} if input.proposal.a < 5\n\n"+
		"findings contains {\"code\": \"x\", \"path\": [], \"args\": {}} if input.proposal.a < 6\n\n"+
		"findings contains {\"code\": \"x\", \"path\": [], \"args\": {}} if input.proposal.a > 6\n")
	var lines []int
	for _, b := range set.Bodies() {
		if b.Name == "findings" {
			lines = append(lines, b.Line)
		}
	}
	stated, err := set.Stated(context.Background(), input(t, "a: 3"))
	if err != nil {
		t.Fatal(err)
	}
	for i, want := range []bool{true, true, false} {
		if got := stated[rules.Place{File: "a.rego", Line: lines[i]}]; got != want {
			t.Errorf("body in line %d: %v, want %v", lines[i], got, want)
		}
	}
}

func TestWhatRulesRead(t *testing.T) {
	t.Parallel()
	plain := viewed(t, "findings contains 1 if input.proposal.a < 7\n")
	if plain.ReadsProfile() {
		t.Error("the rule does not read the profile")
	}
	if got := plain.Numbers(); !slices.Contains(got, "7") || !slices.Contains(got, "40") {
		t.Errorf("got %v", got)
	}
	for _, rule := range []string{"findings contains 1 if input.profile == \"x\"\n", "findings contains k if some k, _ in input\n"} {
		if !viewed(t, rule).ReadsProfile() {
			t.Errorf("it may read the profile: %s", rule)
		}
	}
}
