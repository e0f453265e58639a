package sandbox_test

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"log/slog"
	"maps"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"sync"
	"testing"
	"time"

	"hegui/internal/assess"
	"hegui/internal/bundle"
	"hegui/internal/catalog"
	"hegui/internal/pack"
	"hegui/internal/proposal"
	"hegui/internal/sandbox"
)

// The test binary is the program whose hidden command is the child.
func TestMain(m *testing.M) {
	if len(os.Args) == 2 && os.Args[1] == sandbox.Command {
		if err := sandbox.Serve(context.Background(), os.Stdin, os.Stdout); err != nil {
			fmt.Fprintln(os.Stderr, err)
			os.Exit(1)
		}
		os.Exit(0)
	}
	os.Exit(m.Run())
}

const (
	deadline = time.Second // of an evaluation, in these tests
	slack    = time.Second // an evaluation ends by then; more where many tests share a processor
)

const ruleFile = "rego/hostile/rules/main_01/measures.rego"

// skeleton gives the files of a pack that works.
func skeleton(t testing.TB) bundle.Files {
	t.Helper()
	files, err := pack.Skeleton(pack.SkeletonOptions{
		ID: "hostile", File: "doc.txt", Document: "标题\n项目单位应当列出措施和负责人。", Title: catalog.Text{ZH: "办法", EN: "Measures"}, Publisher: catalog.Text{ZH: "部门", EN: "Ministry"},
	})
	if err != nil {
		t.Fatal(err)
	}
	return files
}

// with gives them with some changed.
func with(t testing.TB, changes map[string]string) bundle.Files {
	t.Helper()
	files := maps.Clone(skeleton(t))
	for name, text := range changes {
		files[name] = []byte(text)
	}
	return files
}

func options(t testing.TB) sandbox.Options {
	t.Helper()
	program, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	return sandbox.Options{Program: program, Log: slog.New(slog.DiscardHandler), Now: time.Now, Eval: deadline, Load: 30 * time.Second, Deaths: 100}
}

func open(t testing.TB, files bundle.Files, o sandbox.Options) (*pack.Pack, error) {
	t.Helper()
	p, err := sandbox.Open(t.Context(), files, "hostile", o)
	if err == nil {
		t.Cleanup(p.Close)
	}
	return p, err
}

func document(t testing.TB, text string) *proposal.Document {
	t.Helper()
	doc, err := proposal.Parse("p.yaml", []byte(text), proposal.Limits{})
	if err != nil {
		t.Fatal(err)
	}
	return doc
}

func assessor(p *pack.Pack) *assess.Assessor {
	return &assess.Assessor{Pack: p.Ref, Catalog: p.Catalog, Profile: &p.Catalog.Profiles[0], Form: p.Schema, Evaluator: p.Rules, AsOf: "2026-11-01", Engine: "test"}
}

const honest = "project: {id: P-1, title: 项目}\nmeasures:\n  - {id: M1, text: 1.50, owner: 王芳}\n  - {id: M2, text: 核查, owner: 李强}\n"

// Rows R1, R2, R4, R9 and R13: each pack of testdata/hostile says in its head what becomes of its requirement.
func TestHostileRulesBecomeErrorsInTime(t *testing.T) {
	files, err := filepath.Glob("testdata/hostile/*.rego")
	if err != nil || len(files) < 15 {
		t.Fatal("no packs", len(files), err)
	}
	good, err := open(t, skeleton(t), options(t))
	if err != nil {
		t.Fatal(err)
	}
	want, err := assessor(good).Assess(t.Context(), document(t, honest))
	if err != nil {
		t.Fatal(err)
	}
	for _, file := range files {
		t.Run(filepath.Base(file), func(t *testing.T) {
			text, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			_, says, _ := strings.Cut(string(text), "# says: ")
			says, _, _ = strings.Cut(says, "\n")
			o := options(t)
			if says != "timeout" { // it ends by itself; on a busy machine not within a second
				o.Eval = time.Minute
			}
			p, err := open(t, with(t, map[string]string{ruleFile: string(text)}), o)
			if err != nil {
				t.Fatal(err)
			}
			var beside sync.WaitGroup
			beside.Go(func() { // honest work goes on, with the same result
				got, err := assessor(good).Assess(t.Context(), document(t, honest))
				if err != nil || !reflect.DeepEqual(got, want) {
					t.Errorf("beside it an honest pack says %v, error %v", got, err)
				}
			})
			begun := time.Now()
			as, err := assessor(p).Assess(t.Context(), document(t, honest))
			took := time.Since(begun)
			beside.Wait()
			if err != nil {
				t.Fatal(err)
			}
			r := as.Results[0]
			if (r.Status == assess.StatusError) != (says != "few") || as.Decision.Verdict == assess.VerdictPass || as.Decision.Score != 0 {
				t.Errorf("status %s, verdict %s, score %s", r.Status, as.Decision.Verdict, as.Decision.Score)
			}
			if said := r.Error; says != "few" && !strings.Contains(said, says) {
				t.Errorf("the error is %q, want %q in it", said, says)
			}
			if took > o.Eval+slack {
				t.Errorf("it took %s", took)
			}
		})
	}
}

// Rows R2, R3, R5, R6, R7, R10, R14 and R15: these packs do not even load, and what is said names the cause.
func TestHostilePacksAreRefusedByName(t *testing.T) {
	t.Parallel()
	rule := func(body string) map[string]string {
		return map[string]string{ruleFile: "package hostile.rules.main_01\n\ndefault applies := true\n\nfindings contains {\"code\": \"few\", \"path\": [], \"args\": {}} if {\n\t" + body + "\n}\n"}
	}
	more := func(name, text string) map[string]string { return map[string]string{name: text} }
	type refusal struct {
		name    string
		changes map[string]string
		says    string
	}
	var rows []refusal
	for name, call := range map[string]string{
		"bits.lsh": "bits.lsh(1, 1000000000) > 0", "graph.reachable_paths": "graph.reachable_paths({}, []) == set()",
		"strings.render_template": `strings.render_template("", {}) == ""`, "indexof_n": `indexof_n("", "a") == []`,
		"json.patch": "json.patch({}, []) == {}", "graphql.is_valid": `graphql.is_valid("", "")`,
		"json.match_schema":  `json.match_schema({}, {"$ref": "file:///etc/passwd"})`,
		"json.verify_schema": `json.verify_schema({"$ref": "file:///etc/passwd"})`,
		"net.cidr_expand":    `net.cidr_expand("0.0.0.0/0") == set()`, "yaml.unmarshal": `yaml.unmarshal("") == null`,
		"crypto.x509.parse_certificates": `crypto.x509.parse_certificates("") == []`, "json.unmarshal": `json.unmarshal("[]") == []`,
	} {
		rows = append(rows, refusal{"R2 " + name, rule(call), name})
	}
	for name, call := range map[string]string{
		"http.send":          `http.send({"method": "get", "url": "http://127.0.0.1:1"}).status_code == 200`,
		"net.lookup_ip_addr": `net.lookup_ip_addr("localhost") == set()`, "opa.runtime": "opa.runtime().env == {}",
	} {
		rows = append(rows, refusal{"R7 " + name, rule(call), name})
	}
	for name, call := range map[string]string{
		"time.now_ns": "time.now_ns() > 0", "rand.intn": `rand.intn("a", 2) == 1`, "uuid.rfc4122": `uuid.rfc4122("") == ""`,
	} {
		rows = append(rows, refusal{"R14 " + name, rule(call), name})
	}
	for name, body := range map[string]string{
		"with": "json.is_valid(\"{}\") with json.is_valid as http.send", "with a network": "count(\"\") == 0 with count as net.lookup_ip_addr",
		"with a clock": "abs(1) == 1 with abs as time.now_ns", "with a function of its own": "count(\"\") == 0 with count as _f",
		"as a value": "f := http.send\n\tf({})", "through data": "data.http.send({})",
	} {
		rows = append(rows, refusal{"R3 " + name, rule(body), ".rego:"})
	}
	rows = append(rows,
		refusal{"R5 20,000 rules", more("rego/hostile/many/many.rego", "package hostile.many\n\n"+strings.Repeat("p contains 1\n\n", 20_000)), "there are more than 5000 rules"},
		refusal{"R5 6,000 rules", more("rego/hostile/many/many.rego", "package hostile.many\n\n"+strings.Repeat("p contains 1\n\n", 6_000)), "more than 5000"},
		refusal{"R5 rules on one line each other's", more("rego/hostile/many/many.rego", "package hostile.many\n\n"+strings.Repeat(" p contains 1\n\n", 6_000)), "more than 5000"},
		refusal{"R5 a module of 2 MB", map[string]string{"rego/hostile/a/a.rego": "package hostile.a\n\n#" + strings.Repeat("x", 1<<20-100), "rego/hostile/b/b.rego": "package hostile.b\n\n#" + strings.Repeat("x", 1<<20-100), "rego/hostile/c/c.rego": "package hostile.c\n\n#" + strings.Repeat("x", 1<<20-100)}, "more than 2097152"},
		refusal{"R5 20,000 brackets", rule(strings.Repeat("(", 20_000) + "1" + strings.Repeat(")", 20_000) + " == 1"), "nested deeper than 200"},
		refusal{"R6 file in an annotation", more("rego/hostile/x/x.rego", "# METADATA\n# scope: package\n# schemas:\n#   - input.proposal: {\"$ref\": \"file:///etc/passwd\"}\npackage hostile.x\n"), "does not lead to a definition"},
		refusal{"R6 address in an annotation", more("rego/hostile/x/x.rego", "# METADATA\n# scope: package\n# schemas:\n#   - input.proposal: {\"$ref\": \"http://127.0.0.1:1/x\"}\npackage hostile.x\n"), "does not lead to a definition"},
		refusal{"R6 file in the schema", more("policies/hostile/schema/proposal.json", `{"$ref": "file:///etc/passwd"}`), "does not lead to a definition"},
		refusal{"R6 dynamic reference in the schema", more("policies/hostile/schema/proposal.json", `{"$dynamicRef": "http://127.0.0.1:1/x"}`), "does not lead to a definition"},
		refusal{"R6 definitions that refer to each other", more("policies/hostile/schema/proposal.json", `{"$defs": {"a": {"$ref": "#/$defs/a"}}, "$ref": "#/$defs/a"}`), "refers to itself"},
		refusal{"R6 definitions that double", more("policies/hostile/schema/proposal.json", doubling(20)), "larger than"},
		refusal{"R10 package of the program", more("rego/hostile/x/x.rego", "package hegui\n"), "outside data.hostile"},
		refusal{"R10 package of another pack", more("rego/hostile/x/x.rego", "package aiplus.rules.data_03\n"), "outside data.hostile"},
		refusal{"R10 package of the system", more("rego/hostile/x/x.rego", "package system.authz\n"), "outside data.hostile"},
		refusal{"R10 library outside", more("rego/lib/x/x.rego", "package hostile.x\n"), "outside data.lib"},
		refusal{"R10 package in the place of a document", more("rego/hostile/x/x.rego", "package hostile.thresholds\n\nmeasures_min := {\"value\": 0}\n"), "in the place of the document data.hostile.thresholds"},
		refusal{"R10 rule in the place of a document", more("rego/hostile/x/x.rego", "package hostile\n\nthresholds := {}\n"), "in the place of the document data.hostile.thresholds"},
		refusal{"R10 a requirement twice", more("rego/hostile/x/x.rego", "package hostile.rules.main_01\n\nfindings := set()\n"), "rego/hostile/rules/main_01 and in rego/hostile/x"},
		refusal{"R15 a pattern of 4,000 instructions", rule("regex.match(`^(?:[a-z]{1,20}x){40}$`, input.as_of)"), "more than 1000"},
		refusal{"R15 the same by name", map[string]string{ruleFile: "package hostile.rules.main_01\n\ndefault applies := true\n\n_p := `^(?:[a-z]{1,20}x){40}$`\n\nfindings contains {\"code\": \"few\", \"path\": [], \"args\": {}} if regex.match(_p, input.as_of)\n"}, "more than 1000"},
		refusal{"a bomb of YAML", more("policies/hostile/terms.yaml", laughs()), "policies/hostile"},
	)
	for _, row := range rows {
		t.Run(row.name, func(t *testing.T) {
			t.Parallel()
			_, err := open(t, with(t, row.changes), options(t))
			var invalid *pack.InvalidError
			if !errors.As(err, &invalid) || !strings.Contains(err.Error(), row.says) {
				t.Errorf("got %v, want %q in it", err, row.says)
			}
		})
	}
}

func doubling(levels int) string {
	var out strings.Builder
	out.WriteString(`{"type": "object", "$ref": "#/$defs/d0", "$defs": {`)
	for i := range levels {
		fmt.Fprintf(&out, `"d%d": {"type": "object", "properties": {"a": {"$ref": "#/$defs/d%d"}, "b": {"$ref": "#/$defs/d%d"}}}, `, i, i+1, i+1)
	}
	fmt.Fprintf(&out, `"d%d": {"type": "string"}}}`, levels)
	return out.String()
}

func laughs() string {
	var out strings.Builder
	out.WriteString("a0: &a0 [lol, lol, lol, lol, lol, lol, lol, lol, lol, lol]\n")
	for i := range 9 {
		fmt.Fprintf(&out, "a%d: &a%d [%s]\n", i+1, i+1, strings.TrimSuffix(strings.Repeat(fmt.Sprintf("*a%d, ", i), 10), ", "))
	}
	return out.String()
}

// A pack that takes too long to load is refused by the deadline, whatever it is that takes long.
func TestAPackThatDoesNotLoadInTimeIsRefused(t *testing.T) {
	t.Parallel()
	o := options(t)
	o.Load = time.Millisecond
	begun := time.Now()
	_, err := open(t, skeleton(t), o)
	var invalid *pack.InvalidError
	if !errors.As(err, &invalid) || !strings.Contains(err.Error(), "timeout") {
		t.Errorf("got %v", err)
	}
	if took := time.Since(begun); took > slack {
		t.Errorf("it took %s", took)
	}
}

func TestWithoutAProgramNothingIsIsolated(t *testing.T) {
	t.Parallel()
	o := options(t)
	o.Program = ""
	if _, err := open(t, skeleton(t), o); !errors.Is(err, sandbox.ErrNoProgram) {
		t.Errorf("got %v", err)
	}
}

// The child says what the rules say in this process, number for number and character for character.
func TestTheChildSaysWhatThisProcessSays(t *testing.T) {
	t.Parallel()
	here, err := pack.Open(skeleton(t), "hostile")
	if err != nil {
		t.Fatal(err)
	}
	there, err := open(t, skeleton(t), options(t))
	if err != nil {
		t.Fatal(err)
	}
	if there.Ref != here.Ref || !there.Isolated || there.Rules.FileOf("main_01") != here.Rules.FileOf("main_01") || !there.Rules.Defines("main_01", "findings") {
		t.Errorf("%v and %v", there.Ref, here.Ref)
	}
	for _, text := range []string{honest, "{}", "project: {id: 1}", "measures: [{id: M1, owner: 😀 \"x\" <b>}]\nproject: {id: P}", "measures: [{}]", "measures:\n  - {text: a}\n  - {text: }\n"} {
		want, err := assessor(here).Assess(t.Context(), document(t, text))
		if err != nil {
			t.Fatal(err)
		}
		got, err := assessor(there).Assess(t.Context(), document(t, text))
		if err != nil || !reflect.DeepEqual(got, want) {
			t.Errorf("%q: got %+v, want %+v, error %v", text, got, want, err)
		}
	}
}

// Row R18: a pack whose process keeps dying is left alone, and tried again after a while. The log is told of each death.
func TestAPackWhoseProcessKeepsDyingIsPaused(t *testing.T) {
	t.Parallel()
	text, err := os.ReadFile("testdata/hostile/memory_doubling.rego")
	if err != nil {
		t.Fatal(err)
	}
	var mu sync.Mutex
	now := time.Date(2026, 11, 1, 0, 0, 0, 0, time.UTC)
	o := options(t)
	var log bytes.Buffer
	o.Log = slog.New(slog.NewTextHandler(&log, nil))
	o.Deaths, o.Eval = 2, 30*time.Second
	o.Now = func() time.Time { mu.Lock(); defer mu.Unlock(); return now }
	p, err := open(t, with(t, map[string]string{ruleFile: string(text)}), o)
	if err != nil {
		t.Fatal(err)
	}
	says := func() string {
		as, err := assessor(p).Assess(t.Context(), document(t, honest))
		if err != nil {
			t.Fatal(err)
		}
		cause, _, _ := strings.Cut(as.Results[0].Error, ":")
		return cause
	}
	got := []string{says(), says(), says()}
	mu.Lock()
	now = now.Add(6 * time.Second)
	mu.Unlock()
	got = append(got, says(), says())
	if want := []string{"memory", "memory", "paused", "memory", "paused"}; !reflect.DeepEqual(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
	if n := strings.Count(log.String(), "cause="); n != 3 {
		t.Errorf("%d deaths are logged: %s", n, &log)
	}
}

// After the death of a child the next proposal is assessed as if nothing had happened; a quiet parent does not log it.
func TestTheNextProposalGetsANewChild(t *testing.T) {
	t.Parallel()
	text := `package hostile.rules.main_01

default applies := true

findings contains {"code": "missing", "path": [], "args": {}} if {
	input.proposal.project.id == "bad"
	some a in numbers.range(1, 3000)
	some b in numbers.range(1, 3000)
	some c in numbers.range(1, 3000)
	(a + b) + c == 0
}
`
	o := options(t)
	var log bytes.Buffer
	o.Log, o.Quiet = slog.New(slog.NewTextHandler(&log, nil)), true
	o.Workers = 1
	p, err := open(t, with(t, map[string]string{ruleFile: text}), o)
	if err != nil {
		t.Fatal(err)
	}
	var got []assess.Status
	for _, id := range []string{"good", "bad", "good", "bad", "good"} {
		as, err := assessor(p).Assess(t.Context(), document(t, "project: {id: "+id+", title: t}\nmeasures: []\n"))
		if err != nil {
			t.Fatal(err)
		}
		got = append(got, as.Results[0].Status)
	}
	if want := []assess.Status{"pass", "error", "pass", "error", "pass"}; !reflect.DeepEqual(got, want) {
		t.Errorf("got %v, want %v", got, want)
	}
	if strings.Contains(log.String(), "was ended") {
		t.Errorf("logged: %s", &log)
	}
}

// A caller who leaves gets away at once, and the child that works for it is not thrown away.
func TestACallerMayLeave(t *testing.T) {
	t.Parallel()
	text, err := os.ReadFile("testdata/hostile/cross_product.rego")
	if err != nil {
		t.Fatal(err)
	}
	p, err := open(t, with(t, map[string]string{ruleFile: string(text)}), options(t))
	if err != nil {
		t.Fatal(err)
	}
	ctx, cancel := context.WithTimeout(t.Context(), 50*time.Millisecond)
	defer cancel()
	begun := time.Now()
	_, err = p.Rules.Eval(ctx, assess.Input{Proposal: document(t, honest), AsOf: "2026-11-01", Profile: "general"})
	if took := time.Since(begun); !errors.Is(err, context.DeadlineExceeded) || took > 500*time.Millisecond {
		t.Errorf("%v after %s", err, took)
	}
}

// What is no frame ends the child instead of making it do anything.
func TestTheChildTakesNothingButFrames(t *testing.T) {
	t.Parallel()
	program, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	for name, in := range map[string]string{
		"nothing": "", "a length beyond the limit": "\xff\xff\xff\xff", "no JSON": "\x00\x00\x00\x03abc", "cut off": "\x00\x00\x00\x09{}", "no question": "\x00\x00\x00\x02{}",
	} {
		var out bytes.Buffer
		code := run(t, program, strings.NewReader(in), &out)
		if quiet := name == "nothing" || name == "no question"; quiet != (code == 0) {
			t.Errorf("%s: exit code %d", name, code)
		}
		if strings.Contains(out.String(), "evaluation") {
			t.Errorf("%s: it said %q", name, out.String())
		}
	}
}
