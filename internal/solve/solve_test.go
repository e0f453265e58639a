package solve_test

import (
	"context"
	"errors"
	"fmt"
	"maps"
	"slices"
	"strings"
	"testing"
	"time"

	"hegui/internal/assess"
	"hegui/internal/pack"
	"hegui/internal/proposal"
	"hegui/internal/solve"
)

const day = "2026-11-01"

func run(t *testing.T, p *pack.Pack, o solve.Options) *solve.Report {
	t.Helper()
	o.AsOf, o.Now, o.Seed = day, time.Now, 1
	if o.Corpus == 0 {
		o.Corpus = 300
	}
	r, err := solve.Run(t.Context(), p, o)
	if err != nil {
		t.Fatal(err)
	}
	if !r.Complete {
		t.Fatal("the run is not complete")
	}
	return r
}

// with changes rules of the harmless pack.
func with(changes planted) planted {
	rules := harmless()
	maps.Copy(rules, changes)
	return rules
}

// Nothing is named in a pack that has no fault, and its profile is satisfied without any example to begin with.
func TestHarmlessPack(t *testing.T) {
	t.Parallel()
	r := run(t, open(t, harmless()), solve.Options{})
	if len(r.Conflicts) > 0 || len(r.Implied) > 0 || len(r.Unreachable) > 0 || len(r.Unsatisfied) > 0 {
		t.Errorf("named without reason:\n%s", said(r))
	}
	if p := r.Profiles[0]; !p.Satisfiable || !p.Minimal || p.Excluded != nil {
		t.Errorf("got %+v", p)
	}
}

// Every planted fault is named, with its rule, file and line, and with how far it is proven; nothing else is.
func TestPlantedFaultsAreNamed(t *testing.T) {
	t.Parallel()
	low := func(stem, least string) string {
		return `findings contains {"code": "x", "path": ["budget"], "args": {}} if input.proposal.budget < ` + least + "\n"
	}
	sum := func(least string) string {
		return `findings contains {"code": "x", "path": ["parts"], "args": {"min": 10}} if sum([part.amount | some part in input.proposal.parts]) < ` + least + "\n"
	}
	for _, tc := range []struct {
		name  string
		rules planted
		want  []string
	}{
		{
			"two rules that leave a field no value",
			with(planted{"d_02": `findings contains {"code": "x", "path": ["share"], "args": {}} if input.proposal.share >= 30` + "\n"}),
			[]string{
				"conflict exact D-01, D-02: rego/small/rules/d_01/rule.rego:9 not share is true; rego/small/rules/d_01/rule.rego:11 share < 40 (share_min); rego/small/rules/d_02/rule.rego:7 share >= 30",
				"profile general excluded D-01, D-02",
			},
		},
		{
			"a rule that leaves a field no value by itself",
			with(planted{"d_02": `findings contains {"code": "x", "path": ["budget"], "args": {}} if not input.proposal.budget

findings contains {"code": "x", "path": ["budget"], "args": {}} if input.proposal.budget < 30

findings contains {"code": "x", "path": ["budget"], "args": {}} if input.proposal.budget > 20
`}),
			[]string{
				"conflict exact D-02: rego/small/rules/d_02/rule.rego:7 not budget is true; rego/small/rules/d_02/rule.rego:9 budget < 30; rego/small/rules/d_02/rule.rego:11 budget > 20",
				"profile general excluded D-02",
				"unsatisfied D-02",
			},
		},
		{
			"a list that must have items, none of which is right",
			with(planted{
				"d_02": `findings contains {"code": "x", "path": ["parts"], "args": {}} if not _some

_some if count(input.proposal.parts) > 0
`,
				"d_03": `findings contains {"code": "x", "path": ["parts", i], "args": {}} if {
	some i, part in input.proposal.parts
	part.amount <= 5
}

findings contains {"code": "x", "path": ["parts", i], "args": {}} if {
	some i, part in input.proposal.parts
	not part.amount
}

findings contains {"code": "x", "path": ["parts", i], "args": {}} if {
	some i, _ in input.proposal.parts
	input.proposal.parts[i].amount > 5
}
`,
			}),
			[]string{"conflict exact D-02, D-03: rego/small/rules/d_02/rule.rego:9 not count(parts) > 0; rego/small/rules/d_03/rule.rego:9 parts[].amount <= 5; rego/small/rules/d_03/rule.rego:14 not parts[].amount is true; rego/small/rules/d_03/rule.rego:19 parts[].amount > 5", "profile general excluded D-02, D-03"},
		},
		{
			"a threshold below another",
			with(planted{"d_05": low("d_05", "100"), "d_06": low("d_06", "50")}),
			[]string{"implied exact D-06 by D-05: rego/small/rules/d_06/rule.rego:7"},
		},
		{
			"the same opaque rule twice",
			with(planted{"d_05": sum("10")}),
			[]string{"implied exact same mutual D-03 by D-05: rego/small/rules/d_03/rule.rego:7"},
		},
		{
			"a sum below another, which nothing but trying can tell",
			with(planted{"d_05": sum("5")}),
			[]string{"implied tried D-05 by D-03: rego/small/rules/d_05/rule.rego:7"},
		},
		{
			"sums that exclude each other, which nothing but trying can tell",
			with(planted{"d_05": `findings contains {"code": "x", "path": ["parts"], "args": {"max": 4}} if sum([part.amount | some part in input.proposal.parts]) > 5` + "\n"}),
			[]string{"conflict tried D-03, D-05: rego/small/rules/d_03/rule.rego:7; rego/small/rules/d_05/rule.rego:7"},
		},
		{
			"a word that the schema does not allow",
			with(planted{"d_05": `findings contains {"code": "x", "path": ["kind"], "args": {}} if input.proposal.kind == "final draft"` + "\n"}),
			[]string{"unreachable exact schema rego/small/rules/d_05/rule.rego:7"},
		},
		{
			"one such word among others",
			with(planted{"d_05": `findings contains {"code": "x", "path": ["note"], "args": {}} if {
	input.proposal.kind in {"final", "sketch"}
	input.proposal.note == "late"
}
`}),
			[]string{`unreachable exact schema "sketch" rego/small/rules/d_05/rule.rego:8`},
		},
		{
			"a number above the highest that the schema allows",
			with(planted{"d_05": `findings contains {"code": "x", "path": ["share"], "args": {}} if input.proposal.share > 100` + "\n"}),
			[]string{"unreachable exact schema rego/small/rules/d_05/rule.rego:7"},
		},
		{
			"conditions that exclude each other",
			with(planted{"d_05": `findings contains {"code": "x", "path": ["budget"], "args": {}} if {
	input.proposal.budget < 10
	input.proposal.note
	input.proposal.budget > 20
}
`}),
			[]string{"unreachable exact rego/small/rules/d_05/rule.rego:7: rego/small/rules/d_05/rule.rego:8 budget < 10; rego/small/rules/d_05/rule.rego:10 budget > 20"},
		},
		{
			"a condition that nothing tried meets",
			with(planted{"d_05": `findings contains {"code": "x", "path": ["note"], "args": {}} if startswith(input.proposal.note, "zzz")` + "\n"}),
			[]string{"unreachable tried rego/small/rules/d_05/rule.rego:7"},
		},
	} {
		t.Run(tc.name, func(t *testing.T) {
			t.Parallel()
			got := said(run(t, open(t, tc.rules), solve.Options{Search: 60}))
			lines := strings.Split(strings.TrimSpace(got), "\n")
			for _, want := range tc.want {
				if !slices.ContainsFunc(lines, func(line string) bool { return strings.HasPrefix(line, want) }) {
					t.Errorf("not named: %s\ngot:\n%s", want, got)
				}
			}
			for _, line := range lines {
				if strings.Contains(line, " exact ") && !slices.ContainsFunc(tc.want, func(want string) bool { return strings.HasPrefix(line, want) }) {
					t.Errorf("named without reason: %s", line)
				}
			}
		})
	}
}

// What looks like a contradiction and is none is not called one.
func TestNoContradictionWithoutProof(t *testing.T) {
	t.Parallel()
	for _, tc := range []struct{ name, first, second string }{
		{"two iterations over one list", `findings contains {"code": "x", "path": ["parts"], "args": {}} if {
	some a in input.proposal.parts
	some b in input.proposal.parts
	a.amount < 5
	b.amount > 5
}
`, `findings contains {"code": "x", "path": ["parts"], "args": {}} if not input.proposal.parts` + "\n"},
		{"a field that may be missing", `findings contains {"code": "x", "path": ["budget"], "args": {}} if input.proposal.budget < 40` + "\n",
			`findings contains {"code": "x", "path": ["budget"], "args": {}} if input.proposal.budget >= 30` + "\n"},
		{"a boundary that both allow", `findings contains {"code": "x", "path": ["budget"], "args": {}} if input.proposal.budget < 40

findings contains {"code": "x", "path": ["budget"], "args": {}} if not input.proposal.budget
`, `findings contains {"code": "x", "path": ["budget"], "args": {}} if input.proposal.budget > 40` + "\n"},
	} {
		t.Run(tc.name, func(t *testing.T) {
			t.Parallel()
			r := run(t, open(t, with(planted{"d_05": tc.first, "d_06": tc.second})), solve.Options{StopCompare: true})
			if len(r.Conflicts) > 0 || !r.Profiles[0].Satisfiable {
				t.Errorf("got\n%s%+v", said(r), r.Profiles[0])
			}
			for _, u := range r.Unreachable {
				t.Errorf("%s:%d is reachable", u.File, u.Line)
			}
		})
	}
}

// The skeleton passes when it is assessed, and fails without any single field or item.
func TestSkeletonIsMinimal(t *testing.T) {
	t.Parallel()
	p := open(t, harmless())
	r := run(t, p, solve.Options{StopCompare: true, Examples: []solve.Source{{
		Name: "rich", Text: []byte("kind: final\nshare: 60\nnote: more than needed\nbudget: 3\nparts:\n  - {amount: 4, name: a}\n  - {amount: 12}\n"),
	}}})
	checkSkeleton(t, p, &r.Profiles[0])
	if want := "kind: final\nparts:\n  - amount: 12\nshare: 60\n"; r.Profiles[0].Skeleton != want {
		t.Errorf("got\n%s", r.Profiles[0].Skeleton)
	}
}

// checkSkeleton assesses a skeleton, and every proposal with one part less.
func checkSkeleton(t *testing.T, p *pack.Pack, found *solve.Profile) {
	t.Helper()
	if !found.Satisfiable || !found.Minimal {
		t.Fatalf("%s: not satisfied or not minimal: %+v", found.ID, found)
	}
	profile, _ := p.Catalog.Profile(found.ID)
	a := assess.Assessor{Pack: p.Ref, Catalog: p.Catalog, Profile: profile, Form: p.Schema, Evaluator: p.Rules, AsOf: day}
	full := func(doc *proposal.Document) bool {
		as, err := a.Assess(t.Context(), doc)
		if err != nil {
			t.Fatal(err)
		}
		return as.Decision.Score == 10000 && as.Decision.Verdict == assess.VerdictPass && as.Decision.Applicable > 0
	}
	doc, err := proposal.Parse("skeleton", []byte(found.Skeleton), proposal.Limits{})
	if err != nil {
		t.Fatal(err)
	}
	if !full(doc) {
		t.Error("the skeleton does not reach 100.00")
	}
	for _, path := range fieldsOf(doc.Root(), nil) { // an item that is dropped would move the others: fields suffice here
		if full(doc.Without([]proposal.Path{path})) {
			t.Errorf("%s can be dropped", path)
		}
	}
}

func fieldsOf(v *proposal.Value, at proposal.Path) []proposal.Path {
	var out []proposal.Path
	for _, f := range v.Fields() {
		p := at.Append(proposal.Key(f.Key))
		out = append(append(out, p), fieldsOf(f.Value, p)...)
	}
	for i, item := range v.Items() {
		out = append(out, fieldsOf(item, at.Append(proposal.Index(i)))...)
	}
	return out
}

// The same seed finds the same.
func TestRunIsDeterministic(t *testing.T) {
	t.Parallel()
	p := open(t, harmless())
	first, second := run(t, p, solve.Options{}), run(t, p, solve.Options{})
	for _, r := range []*solve.Report{first, second} {
		r.Seconds = 0
		for i := range r.Profiles {
			r.Profiles[i].Seconds = 0
		}
	}
	if a, b := fmt.Sprintf("%+v", first), fmt.Sprintf("%+v", second); a != b {
		t.Errorf("%s\n%s", a, b)
	}
}

// An interrupted run gives what it knows: what is exact needs no proposal.
func TestInterruptedRunGivesWhatIsKnown(t *testing.T) {
	t.Parallel()
	p := open(t, with(planted{"d_02": `findings contains {"code": "x", "path": ["share"], "args": {}} if input.proposal.share >= 30` + "\n"}))
	r, err := solve.Run(canceled(t), p, solve.Options{AsOf: day, Now: time.Now})
	if err != nil {
		t.Fatal(err)
	}
	if r.Complete || len(r.Conflicts) != 1 {
		t.Errorf("got %+v", r)
	}
}

// canceled is a context that has ended.
func canceled(t *testing.T) context.Context {
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	return ctx
}

func TestUnknownProfile(t *testing.T) {
	t.Parallel()
	_, err := solve.Run(t.Context(), open(t, harmless()), solve.Options{AsOf: day, Now: time.Now, Profiles: []string{"nosuch"}})
	if !errors.Is(err, solve.ErrNoProfile) {
		t.Errorf("got %v", err)
	}
}

// said writes a report as lines.
func said(r *solve.Report) string {
	var b strings.Builder
	conditions := func(cs []solve.Condition) string {
		var parts []string
		for _, c := range cs {
			parts = append(parts, strings.TrimSpace(fmt.Sprintf("%s:%d %s", c.File, c.Line, c.Text)))
		}
		return strings.Join(parts, "; ")
	}
	for _, c := range r.Conflicts {
		fmt.Fprintf(&b, "conflict %s %s: %s\n", c.Proof, strings.Join(c.Requirements, ", "), conditions(c.Conditions))
	}
	for _, p := range r.Profiles {
		if p.Excluded != nil {
			fmt.Fprintf(&b, "profile %s excluded %s\n", p.ID, strings.Join(p.Excluded.Requirements, ", "))
		}
	}
	for _, m := range r.Implied {
		kind := string(m.Proof)
		if m.Same {
			kind += " same"
		}
		if m.Mutual {
			kind += " mutual"
		}
		fmt.Fprintf(&b, "implied %s %s by %s: %s\n", kind, m.Requirement, m.By, conditions(m.Bodies))
	}
	for _, u := range r.Unreachable {
		kind := string(u.Proof)
		if u.Schema {
			kind += " schema"
		}
		if u.Value != "" {
			kind += fmt.Sprintf(" %q", u.Value)
		}
		fmt.Fprintf(&b, "unreachable %s %s:%d: %s\n", kind, u.File, u.Line, conditions(u.Conditions))
	}
	for _, id := range r.Unsatisfied {
		fmt.Fprintf(&b, "unsatisfied %s\n", id)
	}
	return b.String()
}
