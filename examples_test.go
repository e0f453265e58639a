package hegui_test

import (
	"bytes"
	"context"
	"flag"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"

	"github.com/google/go-cmp/cmp"

	"hegui"
	"hegui/internal/assess"
	"hegui/internal/catalog"
	"hegui/internal/pack"
	"hegui/internal/proposal"
	"hegui/internal/report"
)

var (
	update     = flag.Bool("update", false, "rewrite golden files")
	everything = flag.Bool("everything", false, "try every field where a test takes a sample")
)

// asOf is the date on which the examples are assessed.
const asOf = "2026-11-01"

// aiplus loads the built-in pack once for all tests.
var aiplus = sync.OnceValues(func() (*pack.Pack, error) {
	// Whoever answers, all that these tests say holds.
	return pack.OpenTrusted(context.Background(), hegui.Files, "aiplus", pack.Engine{OPA: os.Getenv("HEGUI_ENGINE") == "opa"})
})

func assessor(t testing.TB) *assess.Assessor {
	t.Helper()
	p, err := aiplus()
	if err != nil {
		t.Fatal(err)
	}
	profile, ok := p.Catalog.Profile("general")
	if !ok {
		t.Fatal("the pack has no profile general")
	}
	return &assess.Assessor{
		Pack: p.Ref, Catalog: p.Catalog, Profile: profile, Form: p.Schema, Evaluator: p.Rules, AsOf: asOf, Engine: "test",
	}
}

func parse(t testing.TB, name string, src []byte) *proposal.Document {
	t.Helper()
	doc, err := proposal.Parse(name, src, proposal.Limits{})
	if err != nil {
		t.Fatal(err)
	}
	return doc
}

func assessment(t testing.TB, name string, src []byte) *assess.Assessment {
	t.Helper()
	as, err := assessor(t).Assess(context.Background(), parse(t, name, src))
	if err != nil {
		t.Fatal(err)
	}
	return as
}

func proposalFile(t testing.TB, example string) (name string, src []byte) {
	t.Helper()
	name = "examples/proposals/" + example + "/proposal.yaml"
	src, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	return name, src
}

// examples says what each example proposal is and must fail, requirement by requirement. The catalogue of requirements fixes
// it; a rule that disagrees is wrong until the list is argued with.
var examples = []struct {
	name    string
	flags   string // that are on, but for "secured"
	fails   []string
	vetoes  []string
	score   string
	verdict assess.Verdict
}{
	{
		name:  "f01-excellent-auto-parts",
		flags: "agent ai_native all annot commercial data_bearing deploy fiscal genai govsoe industry large model multi open openw pi train work work_big",
		score: "100.00", verdict: assess.VerdictPass,
	},
	{
		name:  "f02-typical-county-imaging",
		flags: "all annot data_bearing deploy fiscal govsoe health human_research live model multi people pi train work",
		fails: []string{"DATA-03", "DATA-09", "SAFE-13", "OPEN-02", "ECOS-03"},
		score: "88.83", verdict: assess.VerdictPass,
	},
	{
		name:   "f03-checkbox-smart-city",
		flags:  "agent ai_native all annot commercial compute data_bearing deploy fiscal genai govsoe govuse intl large model multi open people pi public train work work_big",
		fails:  []string{"DATA-01", "DATA-02", "DATA-03", "DATA-04", "DATA-05", "DATA-06", "DATA-07", "DATA-08", "DATA-09", "DATA-10", "SAFE-01", "SAFE-02", "SAFE-03", "SAFE-04", "SAFE-06", "SAFE-07", "SAFE-08", "SAFE-09", "SAFE-11", "SAFE-12", "SAFE-13", "SAFE-15", "EMPL-01", "EMPL-02", "EMPL-03", "EMPL-05", "EMPL-06", "EMPL-07", "EMPL-08", "EMPL-09", "OPEN-01", "OPEN-02", "OPEN-03", "OPEN-05", "OPEN-06", "INNO-02", "INNO-04", "INNO-06", "INCL-06", "COMP-01", "COMP-02", "COMP-06", "TALN-01", "TALN-03", "ECOS-01", "ECOS-02", "ECOS-03", "ECOS-05", "ECOS-06", "FINA-02", "FINA-03", "FINA-04", "GOVN-01", "GOVN-02", "GOVN-03", "GOVN-04"},
		vetoes: []string{"DATA-07", "SAFE-04", "SAFE-09", "EMPL-01"},
		score:  "4.27", verdict: assess.VerdictFail,
	},
	{
		name:   "f05-privacy-ai-xueban",
		flags:  "all annot commercial data_bearing deploy edu genai live micro model multi pi public recsys train vuln xborder",
		fails:  []string{"DATA-07", "SAFE-04", "SAFE-05", "SAFE-09", "SAFE-10", "SAFE-11", "SAFE-14", "INCL-01", "INCL-02", "INCL-05", "GOVN-02"},
		vetoes: []string{"DATA-07", "SAFE-04", "SAFE-05", "SAFE-09", "SAFE-10", "SAFE-14"},
		score:  "76.68", verdict: assess.VerdictFail,
	},
	{
		name:  "f06-tiny-orchard-pest",
		flags: "all annot commercial data_bearing deploy industry micro model multi open pi train work",
		fails: []string{"DATA-10", "OPEN-06"},
		score: "95.32", verdict: assess.VerdictPass,
	},
	{
		name:  "f07-welfare-fall-detection",
		flags: "all annot data_bearing deploy elder human_research live micro model open pi terminal train vuln work",
		fails: []string{"SAFE-06", "FINA-02"},
		score: "95.73", verdict: assess.VerdictPass,
	},
	{
		name:  "f08-open-foundation-model",
		flags: "all annot commercial compute data_bearing deploy fiscal genai intl large model multi open openw pi public train",
		fails: []string{"DATA-09", "COMP-01"},
		score: "96.22", verdict: assess.VerdictPass,
	},
	{
		name:  "f09-good-compute-qingyang",
		flags: "all commercial compute deploy facility govsoe large",
		score: "100.00", verdict: assess.VerdictPass,
	},
	{
		name:  "f11-pilot-base-equipment",
		flags: "all annot commercial data_bearing deploy fiscal govsoe industry intl large model multi open pilotbase platform train work",
		fails: []string{"OPEN-05", "GOVN-04"},
		score: "97.48", verdict: assess.VerdictPass,
	},
	{
		name:   "f12-ai-customer-service",
		flags:  "agent all annot commercial data_bearing deploy exit_big genai industry large model people pi public train work work_big",
		fails:  []string{"SAFE-08", "EMPL-01", "EMPL-02", "EMPL-03", "EMPL-04", "EMPL-06", "EMPL-09", "INNO-03"},
		vetoes: []string{"EMPL-01", "EMPL-04"},
		score:  "80.88", verdict: assess.VerdictFail,
	},
	{
		name:  "f13-hotline-12345",
		flags: "agent all annot data_bearing deploy fiscal genai govsoe govuse impdata model people pi public train work work_big",
		fails: []string{"SAFE-12", "ECOS-02"},
		score: "96.71", verdict: assess.VerdictPass,
	},
	{
		name:  "f14-ai4s-materials",
		flags: "all data_bearing fiscal model multi open openw research train",
		fails: []string{"DATA-10"},
		score: "97.16", verdict: assess.VerdictPass,
	},
	{
		name:  "f12r-ai-customer-service-fixed",
		flags: "agent all annot commercial data_bearing deploy exit_big genai industry large model people pi public train work work_big",
		score: "100.00", verdict: assess.VerdictPass,
	},
	{
		name:  "f05r-privacy-ai-xueban-fixed",
		flags: "all annot commercial data_bearing deploy edu genai human_research live micro model multi pi public recsys train vuln",
		score: "100.00", verdict: assess.VerdictPass,
	},
	{
		name:  "e15-english-wind-gearbox",
		flags: "all annot commercial data_bearing deploy industry model multi open train work",
		fails: []string{"DATA-05", "EMPL-06"}, score: "94.66", verdict: assess.VerdictPass,
	},
}

func TestExamplesFailExactlyWhatTheyShould(t *testing.T) {
	t.Parallel()
	for _, ex := range examples {
		t.Run(ex.name, func(t *testing.T) {
			t.Parallel()
			name, src := proposalFile(t, ex.name)
			as := assessment(t, name, src)
			var fails, vetoes []string
			for i := range as.Results {
				r := &as.Results[i]
				switch r.Status {
				case assess.StatusFail:
					fails = append(fails, r.Requirement)
				case assess.StatusPass, assess.StatusNotApplicable:
				default:
					t.Errorf("%s is %s: %s", r.Requirement, r.Status, r.Error)
				}
				if r.Vetoes {
					vetoes = append(vetoes, r.Requirement)
				}
			}
			if diff := cmp.Diff(fails, ex.fails); diff != "" {
				t.Errorf("fails (-got +want):\n%s%s", diff, explain(as))
			}
			if diff := cmp.Diff(vetoes, ex.vetoes); diff != "" {
				t.Errorf("vetoes (-got +want):\n%s", diff)
			}
			if len(as.Form) != 0 {
				t.Errorf("%d defects of form: %+v", len(as.Form), as.Form)
			}
			if got := flagsOf(as); got != ex.flags {
				t.Errorf("flags:\n got %s\nwant %s", got, ex.flags)
			}
			if got := as.Decision.Score.String(); got != ex.score {
				t.Errorf("score %s, want %s", got, ex.score)
			}
			if as.Decision.Verdict != ex.verdict {
				t.Errorf("verdict %s, want %s", as.Decision.Verdict, ex.verdict)
			}
		})
	}
}

// flagsOf names the flags that are on. Whether money is secured says nothing of the kind of proposal.
func flagsOf(as *assess.Assessment) string {
	var on []string
	for _, f := range as.Flags {
		if f.On && f.Name != "secured" {
			on = append(on, f.Name)
		}
	}
	return strings.Join(on, " ")
}

// explain lists findings, for messages of failing tests.
func explain(as *assess.Assessment) string {
	var b strings.Builder
	for _, r := range as.Results {
		for _, f := range r.Findings {
			b.WriteString(r.Requirement + " " + f.Code + " " + f.Path.String() + "\n")
		}
	}
	return b.String()
}

func TestTheFakerComesLastAlthoughItTicksTheMostBoxes(t *testing.T) {
	t.Parallel()
	type entry struct {
		name  string
		score assess.Score
		boxes int
	}
	var all []entry
	for _, ex := range examples {
		name, src := proposalFile(t, ex.name)
		doc := parse(t, name, src)
		all = append(all, entry{ex.name, assessment(t, name, src).Decision.Score, ticked(doc.Root())})
	}
	const faker = "f03-checkbox-smart-city"
	i := slices.IndexFunc(all, func(e entry) bool { return e.name == faker })
	for _, e := range all {
		if e.name == faker {
			continue
		}
		if e.score <= all[i].score {
			t.Errorf("%s scores %s, not above the faker's %s", e.name, e.score, all[i].score)
		}
		if e.boxes >= all[i].boxes {
			t.Errorf("%s ticks %d boxes, not fewer than the faker's %d", e.name, e.boxes, all[i].boxes)
		}
	}
}

// ticked counts the booleans that are true, but for strata[].target: that says which stratum the scenario is about and
// promises nothing.
func ticked(v *proposal.Value) int {
	n := 0
	switch v.Kind() {
	case proposal.Bool:
		if v.Bool() {
			n++
		}
	case proposal.Sequence:
		for _, item := range v.Items() {
			n += ticked(item)
		}
	case proposal.Mapping:
		for _, f := range v.Fields() {
			if f.Key != "target" {
				n += ticked(f.Value)
			}
		}
	}
	return n
}

// TestGoldenResults holds the whole JSON result of each example.
func TestGoldenResults(t *testing.T) {
	t.Parallel()
	for _, ex := range examples {
		t.Run(ex.name, func(t *testing.T) {
			t.Parallel()
			name, src := proposalFile(t, ex.name)
			got := resultJSON(t, assessment(t, name, src))
			golden(t, filepath.Join("examples/proposals", ex.name, "expected.json"), got)
		})
	}
}

func resultJSON(t testing.TB, as *assess.Assessment) []byte {
	t.Helper()
	var b bytes.Buffer
	a := assessor(t)
	// The digest of the pack changes with every change of the pack; the golden files are about the result.
	as.Pack.Digest = "…"
	seq := func(yield func(*assess.Assessment, error) bool) { yield(as, nil) }
	if err := report.Write(&b, report.JSON, seq, report.Options{Catalog: a.Catalog, Profile: a.Profile}); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func golden(t *testing.T, file string, got []byte) {
	t.Helper()
	if *update {
		if err := os.WriteFile(file, got, 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	want, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(string(got), string(want)); diff != "" {
		t.Errorf("%s differs (-got +want); `make generate` rewrites it:\n%s", file, diff)
	}
}

// Every message of a real result is complete in both languages: no placeholder is left.
func TestMessagesOfExamplesAreComplete(t *testing.T) {
	t.Parallel()
	for _, ex := range examples {
		name, src := proposalFile(t, ex.name)
		checkMessages(t, assessment(t, name, src))
	}
}

func checkMessages(t *testing.T, as *assess.Assessment) {
	t.Helper()
	c := assessor(t).Catalog
	for i := range as.Results {
		for _, f := range as.Results[i].Findings {
			message, remedy := report.Describe(c, &f)
			for _, s := range []string{message.ZH, message.EN, remedy.ZH, remedy.EN} {
				if s == "" || strings.ContainsAny(s, "{}") {
					t.Errorf("%s: %s %s: text %q", as.File, f.Requirement, f.Code, s)
				}
			}
		}
	}
}

// TestGoldenReports holds what a person reads in a terminal, in both languages, and on a narrow one.
func TestGoldenReports(t *testing.T) {
	t.Parallel()
	for _, ex := range examples {
		name, src := proposalFile(t, ex.name)
		as := assessment(t, name, src)
		for file, o := range map[string]report.Options{
			"report.zh.txt": {Lang: catalog.ZH, Width: 80},
			"report.en.txt": {Lang: catalog.EN, Width: 100},
		} {
			var b bytes.Buffer
			a := assessor(t)
			o.Catalog, o.Profile = a.Catalog, a.Profile
			if err := report.Write(&b, report.Text, func(yield func(*assess.Assessment, error) bool) { yield(as, nil) }, o); err != nil {
				t.Fatal(err)
			}
			golden(t, filepath.Join("examples/proposals", ex.name, file), b.Bytes())
		}
	}
}
