package mutate_test

import (
	"context"
	"encoding/json"
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"hegui/internal/mutate"
	"hegui/internal/pack"
	"hegui/internal/rules"
)

// rule is a small rule: a team of at least two, none of them older than the threshold, each with a role that is known.
const rule = `package mini.rules.team

import data.mini.lib

default applies := false

applies if input.proposal.team

findings contains "small" if count(input.proposal.team) < 2

findings contains "old" if {
	some person in input.proposal.team
	lib.old(person)
}

findings contains "role" if {
	some person in input.proposal.team
	not person.role in {"lead", "member"}
}
`

const lib = `package mini.lib

import data.mini.thresholds

old(person) if person.age > thresholds.age_max.value
`

// tests kill every mutant of the rule, of what it asks and of the threshold.
const tests = `package mini.rules.team_test

import data.mini.rules.team

_said(people) := findings if {
	findings := team.findings with input.proposal as {"team": people}
}

_a := {"age": 65, "role": "lead"}

_b := {"age": 30, "role": "member"}

test_applies if team.applies with input.proposal as {"team": [_a]}

test_applies_not if team.applies == false with input.proposal as {}

test_says[name] if {
	some name, tc in {
		"two are enough": {"people": [_a, _b], "says": set()},
		"one is not": {"people": [_a], "says": {"small"}},
		"nobody": {"people": [], "says": {"small"}},
		"one year too old": {"people": [_a, {"age": 66, "role": "member"}], "says": {"old"}},
		"no role that is known": {"people": [_a, {"age": 30, "role": "guest"}], "says": {"role"}},
	}
	_said(tc.people) == tc.says
}
`

func sources(files map[string]string) *pack.Sources {
	src := &pack.Sources{
		ThresholdFile: "thresholds.yaml", ThresholdLine: map[string]int{"age_max": 2},
		Config: rules.Config{Pack: "mini", Data: map[string]any{
			"thresholds": map[string]any{"age_max": map[string]any{"value": json.Number("65")}},
		}},
	}
	for _, name := range []string{"lib/lib.rego", "rules/team/team.rego", "rules/team/team_test.rego"} {
		src.Config.Modules = append(src.Config.Modules, rules.Source{File: name, Text: files[name]})
	}
	return src
}

func mini() map[string]string {
	return map[string]string{"lib/lib.rego": lib, "rules/team/team.rego": rule, "rules/team/team_test.rego": tests}
}

func run(t *testing.T, files map[string]string, o mutate.Options) *mutate.Report {
	t.Helper()
	o.Now = time.Now
	r, err := mutate.Run(context.Background(), sources(files), o)
	if err != nil {
		t.Fatal(err)
	}
	return r
}

// outcomes lists the mutants of a report as a person would: where, what, and what became of it.
func outcomes(r *mutate.Report) []string {
	var out []string
	for _, m := range r.Results {
		out = append(out, m.ID+" | "+m.Before+" => "+m.After+" | "+string(m.Outcome))
	}
	return out
}

func TestEveryMutantOfAWellTestedPackIsKilled(t *testing.T) {
	t.Parallel()
	want := []string{
		"lib/lib.rego:5:16 drop | person.age > thresholds.age_max.value =>  | killed",
		"lib/lib.rego:5:27 boundary | person.age > thresholds.age_max.value => person.age >= thresholds.age_max.value | killed",
		"lib/lib.rego:5:27 negation | person.age > thresholds.age_max.value => person.age <= thresholds.age_max.value | killed",
		"rules/team/team.rego:5:20 default | false => true | killed",
		"rules/team/team.rego:7:12 not | input.proposal.team => not input.proposal.team | killed",
		"rules/team/team.rego:7:12 drop | input.proposal.team =>  | killed",
		`rules/team/team.rego:9:1 drop_rule | findings contains "small" if count(input.proposal.team) < 2 =>  | killed`,
		"rules/team/team.rego:9:30 drop | count(input.proposal.team) < 2 =>  | killed",
		"rules/team/team.rego:9:57 boundary | count(input.proposal.team) < 2 => count(input.proposal.team) <= 2 | killed",
		"rules/team/team.rego:9:57 negation | count(input.proposal.team) < 2 => count(input.proposal.team) >= 2 | killed",
		"rules/team/team.rego:9:59 constant | count(input.proposal.team) < 2 => count(input.proposal.team) < 3 | killed",
		"rules/team/team.rego:9:59 constant 2 | count(input.proposal.team) < 2 => count(input.proposal.team) < 1 | killed",
		"rules/team/team.rego:9:59 constant 3 | count(input.proposal.team) < 2 => count(input.proposal.team) < 4 | killed",
		`rules/team/team.rego:11:1 drop_rule | findings contains "old" if { some person in input.proposal.team lib.old(person) } =>  | killed`,
		"rules/team/team.rego:12:2 drop | some person in input.proposal.team =>  | discarded",
		"rules/team/team.rego:12:2 quantifier | some person in input.proposal.team lib.old(person) => every person in input.proposal.team { lib.old(person) } | killed",
		"rules/team/team.rego:13:2 not | lib.old(person) => not lib.old(person) | killed",
		"rules/team/team.rego:13:2 drop | lib.old(person) =>  | killed",
		`rules/team/team.rego:16:1 drop_rule | findings contains "role" if { some person in input.proposal.team not person.role in {"lead", "member"} } =>  | killed`,
		"rules/team/team.rego:17:2 drop | some person in input.proposal.team =>  | discarded",
		`rules/team/team.rego:17:2 quantifier | some person in input.proposal.team not person.role in {"lead", "member"} => every person in input.proposal.team { not person.role in {"lead", "member"} } | killed`,
		`rules/team/team.rego:18:2 not | not person.role in {"lead", "member"} => person.role in {"lead", "member"} | killed`,
		`rules/team/team.rego:18:2 drop | not person.role in {"lead", "member"} =>  | killed`,
		`rules/team/team.rego:18:22 word | not person.role in {"lead", "member"} => not person.role in {"lead~", "member"} | killed`,
		`rules/team/team.rego:18:30 word | not person.role in {"lead", "member"} => not person.role in {"lead", "member~"} | killed`,
		"thresholds.yaml:2:3 threshold | 65 => 66 | killed",
		"thresholds.yaml:2:3 threshold 2 | 65 => 64 | killed",
	}
	for _, workers := range []int{1, 2} {
		r := run(t, mini(), mutate.Options{Workers: workers})
		if diff := cmp.Diff(outcomes(r), want); diff != "" {
			t.Errorf("%d workers (-got +want):\n%s", workers, diff)
		}
		if r.Total.Rate() != 10000 || r.Total.Discarded != 2 || r.Partial {
			t.Errorf("%d workers: %+v, partial %v", workers, r.Total, r.Partial)
		}
	}
}

// A test that loses a case no longer kills what only that case killed.
func TestAWeakenedTestIsCaught(t *testing.T) {
	t.Parallel()
	for _, tc := range []struct {
		lost string // the case that is taken away
		want []string
	}{
		{`"one year too old"`, []string{
			"rules/team/team.rego:11:1 drop_rule", "thresholds.yaml:2:3 threshold",
		}},
		{`"one is not"`, []string{"rules/team/team.rego:9:59 constant 2"}},
	} {
		t.Run(tc.lost, func(t *testing.T) {
			t.Parallel()
			files := mini()
			var kept []string
			for line := range strings.Lines(tests) {
				if !strings.Contains(line, tc.lost) {
					kept = append(kept, line)
				}
			}
			files["rules/team/team_test.rego"] = strings.Join(kept, "")
			var got []string
			for _, m := range run(t, files, mutate.Options{}).Survivors() {
				got = append(got, m.ID)
			}
			if !slices.Equal(got, tc.want) {
				t.Errorf("survivors are %q, want %q", got, tc.want)
			}
		})
	}
}

func TestARuleThatNoTestEvaluatesIsUnseen(t *testing.T) {
	t.Parallel()
	files := mini()
	files["lib/lib.rego"] = lib + "\nyoung(person) if person.age < 30\n"
	r := run(t, files, mutate.Options{Files: regexp.MustCompile("^lib/")})
	if r.Total.Unseen != 6 || r.Total.Survived != 6 || r.Total.Killed != 3 {
		t.Errorf("got %+v", r.Total)
	}
}

// A mutant that is equivalent does not count; an entry that names no survivor is reported.
func TestEquivalentMutants(t *testing.T) {
	t.Parallel()
	files := mini()
	files["lib/lib.rego"] = lib + "\nold(person) if person.age > 100\n"
	list, err := mutate.ReadEquivalents([]byte(`
- file: lib/lib.rego
  rule: old
  before: person.age > 100
  after: person.age >= 100
  reason: {en: whoever is 100 is older than 65}
- file: lib/lib.rego
  rule: old
  before: person.age > thresholds.age_max.value
  after: person.age >= thresholds.age_max.value
  reason: {en: this is not true}
- file: rules/team/team.rego
  rule: gone
  before: a
  after: b
  reason: {en: not in this run}
`))
	if err != nil {
		t.Fatal(err)
	}
	r := run(t, files, mutate.Options{Files: regexp.MustCompile("^lib/"), Equivalents: list})
	if r.Total.Equivalent != 1 {
		t.Errorf("got %+v", r.Total)
	}
	if len(r.Stale) != 1 || r.Stale[0].Line != 7 {
		t.Errorf("stale entries: %+v, want that of line 7", r.Stale)
	}
}

func TestListOfEquivalentMutantsIsStrict(t *testing.T) {
	t.Parallel()
	for text, want := range map[string]string{
		"- {file: a, rule: b, before: c, after: d}":                            "line 1: reason.en",
		"- {file: a, rule: b, after: d, reason: {en: x}}":                      "line 1: file, rule and before",
		"- {file: a, rule: b, before: c, line: 3, reason: {en: x}}":            "field line not found",
		"- &e {file: a, rule: b, before: c, reason: {en: x}}\n- *e":            "line 2: the mutant is listed twice",
		"- {file: a, rule: b, before: c, reason: {zh: 等价, en: x}}\n- nonsense": "line 2",
	} {
		if _, err := mutate.ReadEquivalents([]byte(text)); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%s: got %v, want %q", text, err, want)
		}
	}
	if list, err := mutate.ReadEquivalents(nil); err != nil || len(list) != 0 {
		t.Errorf("nothing: %v, %v", list, err)
	}
}

func TestASampleIsTheSameForASeed(t *testing.T) {
	t.Parallel()
	first := outcomes(run(t, mini(), mutate.Options{Sample: 5, Seed: 1}))
	if len(first) != 5 {
		t.Errorf("%d mutants of 5", len(first))
	}
	if diff := cmp.Diff(first, outcomes(run(t, mini(), mutate.Options{Sample: 5, Seed: 1}))); diff != "" {
		t.Errorf("the same seed draws others:\n%s", diff)
	}
	if cmp.Equal(first, outcomes(run(t, mini(), mutate.Options{Sample: 5, Seed: 2}))) {
		t.Error("another seed draws the same")
	}
}

// What is done counts when the time is over or the run is interrupted.
func TestARunThatEndsEarlyIsPartial(t *testing.T) {
	t.Parallel()
	ctx, stop := context.WithCancel(context.Background())
	defer stop()
	done := 0
	r, err := mutate.Run(ctx, sources(mini()), mutate.Options{Now: time.Now, Each: func(mutate.Outcome) {
		if done++; done == 3 {
			stop()
		}
	}})
	if err != nil || !r.Partial || len(r.Results) < 3 || len(r.Results) > 4 {
		t.Errorf("interrupted: %+v, %v", r, err)
	}
	now := time.Unix(0, 0)
	r, err = mutate.Run(context.Background(), sources(mini()), mutate.Options{
		Limit: time.Hour, Now: func() time.Time { return now },
		Each: func(mutate.Outcome) { now = now.Add(40 * time.Minute) },
	})
	if err != nil || !r.Partial || len(r.Results) != 2 {
		t.Errorf("after an hour: %+v, %v", r, err)
	}
}

func TestTestsMustPassBeforeAnythingIsMutated(t *testing.T) {
	t.Parallel()
	files := mini()
	files["lib/lib.rego"] = strings.Replace(lib, ">", ">=", 1)
	_, err := mutate.Run(context.Background(), sources(files), mutate.Options{Now: time.Now})
	if err == nil || !strings.Contains(err.Error(), "data.mini.rules.team_test.test_says fails without any change") {
		t.Errorf("got %v", err)
	}
	files = mini()
	files["rules/team/team_test.rego"] = "package mini.rules.team_test\n"
	if _, err := mutate.Run(context.Background(), sources(files), mutate.Options{Now: time.Now}); err == nil || !strings.Contains(err.Error(), "no tests") {
		t.Errorf("got %v", err)
	}
}
