package sandbox_test

import (
	"bytes"
	"log/slog"
	"maps"
	"os"
	"reflect"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"hegui/internal/pack"
)

// memory keeps plans as a cache does.
type memory struct {
	mu    sync.Mutex
	plans map[string][]byte
}

func (m *memory) Get(key string) []byte {
	m.mu.Lock()
	defer m.mu.Unlock()
	return m.plans[key]
}

func (m *memory) Put(key string, plan []byte) {
	m.mu.Lock()
	defer m.mu.Unlock()
	if m.plans == nil {
		m.plans = map[string][]byte{}
	}
	m.plans[key] = plan
}

// says is what a pack says of two proposals.
func says(t *testing.T, p *pack.Pack) []any {
	t.Helper()
	var out []any
	for _, text := range []string{honest, "measures: [{}]"} {
		as, err := assessor(p).Assess(t.Context(), document(t, text))
		if err != nil {
			t.Fatal(err)
		}
		out = append(out, as)
	}
	return out
}

// The child makes a plan when it is asked to, and uses it again when it is handed it; what it says stays the same.
func TestTheChildMakesAndUsesPlans(t *testing.T) {
	t.Parallel()
	opened := func(e pack.Engine) (*pack.Pack, []any) {
		o := options(t)
		o.Engine = e
		p, err := open(t, skeleton(t), o)
		if err != nil {
			t.Fatal(err)
		}
		return p, says(t, p)
	}
	kept := &memory{}
	quiet := slog.New(slog.DiscardHandler)
	_, want := opened(pack.Engine{OPA: true, Make: true, Plans: kept, Log: quiet})
	if len(kept.plans) > 0 {
		t.Error("there is a plan, though OPA's own evaluator was to answer")
	}
	for _, row := range []struct {
		name    string
		engine  pack.Engine
		planned bool
	}{
		{"not asked to", pack.Engine{Plans: kept, Log: quiet}, false},
		{"asked to", pack.Engine{Make: true, Plans: kept, Log: quiet}, true},
		{"found", pack.Engine{Plans: kept, Log: quiet}, true},
		{"OPA all the same", pack.Engine{OPA: true, Plans: kept, Log: quiet}, false},
	} {
		if p, got := opened(row.engine); p.Planned() != row.planned || !reflect.DeepEqual(got, want) {
			t.Errorf("%s: planned %t, says %+v", row.name, p.Planned(), got)
		}
	}
	for key := range kept.plans {
		kept.plans[key] = []byte("something else\n")
	}
	if p, got := opened(pack.Engine{Plans: kept, Log: quiet}); p.Planned() || !reflect.DeepEqual(got, want) {
		t.Error("a plan that is none is used")
	}
	if p, _ := opened(pack.Engine{Make: true, Plans: kept, Log: quiet}); !p.Planned() || bytes.HasPrefix(slices.Collect(maps.Values(kept.plans))[0], []byte("something")) {
		t.Error("a plan that is none is not replaced")
	}
}

// rule is one that finds something in every proposal when a condition holds.
func rule(condition string) string {
	return "package hostile.rules.main_01\n\ndefault applies := true\n\nfindings contains {\"code\": \"few\", \"path\": [], \"args\": {}} if {\n\t" + condition + "\n}\n"
}

// A plan that lies beside a pack, and says that it is of its rules, is not believed: whoever wrote it need not have asked the
// planner. Only a folder that somebody trusts is believed so much.
func TestAPlanBesideAPackIsNotBelieved(t *testing.T) {
	t.Parallel()
	planOf := func(condition string) (head, program []byte) {
		b, err := pack.PlanFile(t.Context(), with(t, map[string]string{ruleFile: rule(condition)}), "hostile")
		if err != nil {
			t.Fatal(err)
		}
		head, program, _ = bytes.Cut(b, []byte("\n"))
		return head, program
	}
	head, _ := planOf("true")
	_, program := planOf("false")
	files := with(t, map[string]string{ruleFile: rule("true"), pack.PlanName("hostile"): string(head) + "\n" + string(program)})

	trusting, err := pack.Open(files, "hostile")
	if err != nil || !trusting.Planned() {
		t.Fatal("a folder that is trusted", err)
	}
	believed := says(t, trusting)
	p, err := open(t, files, options(t))
	if err != nil {
		t.Fatal(err)
	}
	honestly, err := open(t, with(t, map[string]string{ruleFile: rule("true")}), options(t))
	if err != nil {
		t.Fatal(err)
	}
	want := says(t, honestly)
	if reflect.DeepEqual(believed, want) {
		t.Fatal("the forged plan says the same: this test cannot fail")
	}
	if got := says(t, p); p.Planned() || !reflect.DeepEqual(got, want) {
		t.Errorf("the plan beside the pack is believed: %+v", got)
	}
}

// What cannot be planned, or not in time, is answered by OPA's own evaluator, and the log says why.
func TestWhatCannotBePlannedIsAnsweredByOPA(t *testing.T) {
	t.Parallel()
	unsupported := rule("count(input.as_of) == 0 with data.hostile.x as 1")
	for name, row := range map[string]struct {
		changes map[string]string
		plan    time.Duration
		why     string
	}{
		"unsupported": {changes: map[string]string{ruleFile: unsupported}, why: "with data"},
		"too long":    {plan: time.Nanosecond, why: "timeout"},
	} {
		var log bytes.Buffer
		o := options(t)
		o.Plan = row.plan
		o.Engine = pack.Engine{Make: true, Plans: &memory{}, Log: slog.New(slog.NewTextHandler(&log, nil))}
		p, err := open(t, with(t, row.changes), o)
		if err != nil {
			t.Fatal(name, err)
		}
		if p.Planned() || strings.Count(log.String(), "\n") != 1 || !strings.Contains(log.String(), row.why) {
			t.Errorf("%s: planned %t, log %q", name, p.Planned(), log.String())
		}
		as, err := assessor(p).Assess(t.Context(), document(t, honest))
		if err != nil || as.Results[0].Error != "" {
			t.Errorf("%s: %v, error %v", name, as, err)
		}
	}
}

// The limits hold for plans, too: of a pack that is hostile the child with a plan says what the child without one says.
func TestLimitsHoldForPlans(t *testing.T) {
	t.Parallel()
	rows := map[string]string{"cross_product": rule("some a in numbers.range(1, 3000)\n\tsome b in numbers.range(1, 3000)\n\tsome c in numbers.range(1, 3000)\n\t(a + b) + (c + count(input.as_of)) == 0")}
	for _, name := range []string{"builtin_error", "large_result", "long_message", "two_values", "unknown_code", "credit_above"} {
		text, err := os.ReadFile("testdata/hostile/" + name + ".rego")
		if err != nil {
			t.Fatal(err)
		}
		rows[name] = string(text)
	}
	for name, text := range rows {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			var causes []string
			for _, e := range []pack.Engine{{OPA: true}, {Make: true, Log: slog.New(slog.DiscardHandler)}} {
				o := options(t)
				o.Engine = e
				if name != "cross_product" { // it ends by itself
					o.Eval = 20 * time.Second
				}
				p, err := open(t, with(t, map[string]string{ruleFile: text}), o)
				if err != nil {
					t.Fatal(err)
				}
				if p.Planned() != (e.Make && name != "long_message") { // its plan would hold the message: it is too long
					t.Errorf("planned %t", p.Planned())
				}
				as, err := assessor(p).Assess(t.Context(), document(t, honest))
				if err != nil {
					t.Fatal(err)
				}
				causes = append(causes, string(as.Results[0].Status)+" "+as.Results[0].Error)
			}
			if causes[0] != causes[1] {
				t.Errorf("%q", causes)
			}
		})
	}
}
