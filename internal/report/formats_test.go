package report

import (
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"strings"
	"testing"

	"github.com/joshdk/go-junit"

	"hegui/internal/assess"
	"hegui/internal/catalog"
)

// many gives a number of proposals with everything in them, as one file each.
func many(n int) []sampleCase {
	out := make([]sampleCase, n)
	for i := range out {
		out[i] = everything(fmt.Sprintf("p%03d.yaml", i), "甲")
	}
	return out
}

// What a CI server counts is what the verdicts and statuses say.
func TestJUnitOutcomes(t *testing.T) {
	t.Parallel()
	suites, err := junit.Ingest([]byte(written(t, JUnit, catalog.EN, samples(), unreadable("x.yaml", "甲"))))
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, s := range suites {
		line := s.Name + ":"
		for _, c := range s.Tests {
			if c.Status != junit.StatusPassed {
				name, _, _ := strings.Cut(c.Name, " ")
				line += fmt.Sprintf(" %s=%s", name, c.Status)
			}
		}
		got = append(got, line)
	}
	want := []string{
		"all.yaml: verdict=failed DATA-01=failed DATA-02=failed DATA-03=skipped SAFE-01=failed SAFE-02=skipped",
		"pass.yaml: SAFE-02=skipped",
		"folder/待复核 1.yaml: verdict=skipped DATA-03=skipped SAFE-02=skipped",
		"waived.yaml: SAFE-01=skipped SAFE-02=skipped",
		"broken.yaml: verdict=error DATA-01=error SAFE-02=skipped",
		"x.yaml: unreadable=error",
		"x.yaml: unreadable=error",
	}
	if strings.Join(got, "\n") != strings.Join(want, "\n") {
		t.Errorf("got\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
}

// GitHub shows ten annotations of each level: the weightiest come, and a notice says how many do not.
func TestGitHubShowsTheWeightiest(t *testing.T) {
	t.Parallel()
	for _, tc := range []struct {
		name                      string
		cases                     []sampleCase
		errors, warnings, notices int
		last                      string
	}{
		{"few are all shown", many(1), 4, 3, 3, "title=Likely slip"},
		{"many are cut to ten of each", many(12), 10, 10, 10, "::38 more errors, 26 more warnings and 27 more notices"},
		{"a pass is a notice", []sampleCase{samplePass()}, 0, 0, 1, "title=PASS 100.00 / 100"},
	} {
		t.Run(tc.name, func(t *testing.T) {
			t.Parallel()
			got := written(t, GitHub, catalog.EN, tc.cases, nil)
			for level, want := range map[string]int{"error": tc.errors, "warning": tc.warnings, "notice": tc.notices} {
				if n := strings.Count(got, "::"+level+" "); n != want {
					t.Errorf("got %d of level %s, want %d:\n%s", n, level, want, got)
				}
			}
			lines := strings.Split(strings.TrimSuffix(got, "\n"), "\n")
			if !strings.Contains(lines[len(lines)-1], tc.last) {
				t.Errorf("got the last line %q, want %q in it", lines[len(lines)-1], tc.last)
			}
		})
	}
	// A light proposal first, then one that fails: its verdict comes before all else.
	got := written(t, GitHub, catalog.EN, []sampleCase{sampleBroken(), everything("all.yaml", "甲")}, nil)
	var titles []string
	for _, l := range strings.Split(got, "\n") {
		if strings.HasPrefix(l, "::error ") {
			title, _, _ := strings.Cut(l[strings.Index(l, "title=")+len("title="):], "::")
			titles = append(titles, strings.Fields(title)[0])
		}
	}
	if got, want := strings.Join(titles, " "), "ERROR FAIL Defect SAFE-01 SAFE-01 DATA-01"; got != want {
		t.Errorf("got the order %q, want %q", got, want)
	}
}

// A comment stays under GitHub's limit, ends between two parts, and says what is left out.
func TestMarkdownStaysUnderTheLimit(t *testing.T) {
	t.Parallel()
	for _, n := range []int{1, 2, 20, 100, 1000} {
		t.Run(fmt.Sprint(n), func(t *testing.T) {
			t.Parallel()
			for _, lang := range []catalog.Lang{catalog.ZH, catalog.EN} {
				got := written(t, Markdown, lang, many(n), nil)
				if size := mdSize(got); size > markdownLimit {
					t.Errorf("got %d characters", size)
				}
				if open, closed := strings.Count(got, "<details>"), strings.Count(got, "</details>"); open != closed {
					t.Errorf("got %d parts that begin and %d that end", open, closed)
				}
				shown := strings.Count(got, "\n## "+wordsIn(lang).verdict[assess.VerdictFail]) // a heading per proposal
				cut := fmt.Sprintf(" %d ", n-shown)
				lines := strings.Split(strings.TrimSpace(got), "\n")
				last := lines[len(lines)-1]
				switch truncated := strings.HasPrefix(last, "**"); {
				case n >= 100 && (!truncated || !strings.Contains(last, cut)):
					t.Errorf("got the last line %q, want %q in it", last, cut)
				case n <= 20 && (truncated || shown < n-1): // the heading of a single one is the first line
					t.Errorf("got %d of %d proposals and %q although there is room", shown, n, last)
				}
				if table, _, _ := strings.Cut(got, "\n## "+wordsIn(lang).verdict[assess.VerdictFail]); mdSize(table) > markdownLimit/2+300 {
					t.Errorf("the table takes %d characters, and leaves too few", mdSize(table))
				}
				if n > 1 && !strings.HasPrefix(got, "## hegui\n") {
					t.Errorf("got %.40q first, want the table", got)
				}
			}
		})
	}
}

// One requirement with very many findings and one very long text leave room for the others.
func TestMarkdownKeepsRoomForEveryRequirement(t *testing.T) {
	t.Parallel()
	c := everything("x.yaml", strings.Repeat("长", 20000))
	first := c.rules.Outcomes["data_01"]
	for i := range 2000 {
		first.Findings = append(first.Findings, stated("few", at("data", i), "甲"))
	}
	c.rules.Outcomes["data_01"] = first
	got := written(t, Markdown, catalog.EN, []sampleCase{c}, nil)
	for _, want := range []string{"<b>DATA-01 ", "<b>DATA-02 ", "<b>DATA-03 ", "<b>SAFE-01 ", "… and 1981 more\n"} {
		if !strings.Contains(got, want) {
			t.Errorf("%q is missing", want)
		}
	}
}

// Every result names its rule, has a fingerprint that no other of its file has, and says whether it is suppressed.
func TestSARIFResultsReferToRules(t *testing.T) {
	t.Parallel()
	src := written(t, SARIF, catalog.EN, samples(), unreadable("x.yaml", "甲"))
	run := decodeSARIF(t, src)
	seen := map[string]bool{}
	for i, r := range run.Results {
		if id, _, _ := strings.Cut(r.RuleID, "/"); run.Tool.Driver.Rules[r.RuleIndex].ID != id {
			t.Errorf("result %d of rule %s points at rule %s", i, r.RuleID, run.Tool.Driver.Rules[r.RuleIndex].ID)
		}
		key := r.Locations[0].PhysicalLocation.ArtifactLocation.URI + " " + r.Fingerprints["hegui/v1"]
		if r.Fingerprints["hegui/v1"] == "" || seen[key] {
			t.Errorf("result %d: fingerprint %q is empty or not its own", i, key)
		}
		seen[key] = true
	}
	if got, want := strings.Count(src, `"suppressions":[`), len(run.Results); got != want {
		t.Errorf("%d of %d results say whether they are suppressed", got, want)
	}
	if strings.Contains(src, "helpUri") || strings.Contains(src, "informationUri") {
		t.Error("an address is given, and there is none")
	}
}

// GitLab tells issues apart by their fingerprints, over all files.
func TestGitLabFingerprintsAreUnique(t *testing.T) {
	t.Parallel()
	var issues []gitlabIssue
	if err := json.Unmarshal([]byte(written(t, GitLab, catalog.EN, append(samples(), many(3)...), unreadable("x.yaml", "甲"))), &issues); err != nil {
		t.Fatal(err)
	}
	seen := map[string]bool{}
	for _, i := range issues {
		if seen[i.Fingerprint] {
			t.Errorf("%+v shares its fingerprint", i)
		}
		seen[i.Fingerprint] = true
	}
}

// No proposal at all is a whole report too.
func TestEmptyReportsAreWhole(t *testing.T) {
	t.Parallel()
	for f, want := range map[Format]string{
		NDJSON: "", GitHub: "", GitLab: "[\n]\n", Markdown: "No proposals.\n",
		JUnit: "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites name=\"hegui\">\n</testsuites>\n",
	} {
		if got := written(t, f, catalog.EN, nil, nil); got != want {
			t.Errorf("%s: got %q, want %q", f, got, want)
		}
	}
	if run := decodeSARIF(t, written(t, SARIF, catalog.EN, nil, nil)); len(run.Results) != 0 || !run.Invocations[0].ExecutionSuccessful {
		t.Errorf("got %+v, want no results", run)
	}
}

// A refusal by the parser is for the author, a missing file for whoever runs hegui.
func TestSARIFExecutionIsSuccessfulUnlessFilesAreMissing(t *testing.T) {
	t.Parallel()
	parse := unreadable("x.yaml", "甲")[:1]
	missing := []*Unreadable{{File: "y.yaml", Err: fs.ErrNotExist}}
	for _, tc := range []struct {
		name       string
		bad        []*Unreadable
		successful bool
		results    int
	}{{"refused", parse, true, 1}, {"missing", missing, false, 0}} {
		run := decodeSARIF(t, written(t, SARIF, catalog.EN, nil, tc.bad))
		if got := run.Invocations[0].ExecutionSuccessful; got != tc.successful || len(run.Results) != tc.results {
			t.Errorf("%s: got %v and %d results, want %v and %d", tc.name, got, len(run.Results), tc.successful, tc.results)
		}
	}
}

var errFull = errors.New("disk full")

// full takes some bytes and then no more.
type full struct{ room int }

func (f *full) Write(p []byte) (int, error) {
	if f.room -= len(p); f.room < 0 {
		return 0, errFull
	}
	return len(p), nil
}

// An error of the writer comes out of every format, wherever the room ends.
func TestErrorsOfTheWriterAreReturned(t *testing.T) {
	t.Parallel()
	first := everything("x.yaml", "甲")
	as := first.assess(t)
	for _, f := range Formats() {
		whole := len(written(t, f, catalog.EN, []sampleCase{first}, nil))
		for _, room := range []int{0, 1, whole / 2, whole - 1} {
			o := Options{Catalog: sampleCatalog(), Profile: sampleProfile(), Engine: "test", Lang: catalog.EN}
			seq := func(yield func(*assess.Assessment, error) bool) { yield(as, nil) }
			if err := Write(&full{room}, f, seq, o); !errors.Is(err, errFull) {
				t.Errorf("%s with room for %d of %d bytes: got %v, want %v", f, room, whole, err, errFull)
			}
		}
	}
}
