package hegui_test

import (
	"bytes"
	"encoding/json"
	"encoding/xml"
	"fmt"
	"os"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/santhosh-tekuri/jsonschema/v6"

	"hegui/internal/assess"
	"hegui/internal/catalog"
	"hegui/internal/report"
)

// summary is what every format says of a proposal: the verdict, the score, and how many requirements have each status
// that is not a pass. A format that does not tell a status leaves it at -1.
type summary struct {
	verdict                      string
	score                        string
	fail, partial, manual, error int
	findings                     int // of requirements, -1 when the format words some of them together
}

// TestFormatsAgree holds every format of every example against the assessment it is written from.
func TestFormatsAgree(t *testing.T) {
	t.Parallel()
	for _, ex := range examples {
		t.Run(ex.name, func(t *testing.T) {
			t.Parallel()
			name, src := proposalFile(t, ex.name)
			as := assessment(t, name, src)
			want := summary{verdict: string(as.Decision.Verdict), score: as.Decision.Score.String()}
			for i := range as.Results {
				r := &as.Results[i]
				want.findings += len(r.Findings) + len(r.Manual)
				switch r.Status {
				case assess.StatusFail:
					want.fail++
				case assess.StatusPartial:
					want.partial++
				case assess.StatusManual:
					want.manual++
				case assess.StatusError:
					want.error++
				}
			}
			for format, read := range readers {
				got := read(t, reportOn(t, as, format))
				expected := want
				forget := func(field, value *int) {
					if *field == -1 {
						*value = -1
					}
				}
				forget(&got.fail, &expected.fail)
				forget(&got.partial, &expected.partial)
				forget(&got.manual, &expected.manual)
				forget(&got.error, &expected.error)
				forget(&got.findings, &expected.findings)
				if diff := cmp.Diff(got, expected, cmp.AllowUnexported(summary{})); diff != "" {
					t.Errorf("%s (-got +want):\n%s", format, diff)
				}
			}
		})
	}
	// internal/report reads these with libraries of their own, and holds them against each other.
	elsewhere := []report.Format{report.CSV, report.XLSX, report.HTML}
	for _, f := range report.Formats() {
		if readers[f] == nil && !slices.Contains(elsewhere, f) {
			t.Errorf("nothing reads format %s", f)
		}
	}
}

func reportOn(t *testing.T, as *assess.Assessment, f report.Format) string {
	t.Helper()
	var b bytes.Buffer
	a := assessor(t)
	seq := func(yield func(*assess.Assessment, error) bool) { yield(as, nil) }
	if err := report.Write(&b, f, seq, report.Options{Catalog: a.Catalog, Profile: a.Profile, Lang: catalog.EN, Engine: "test"}); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

// readers get the summary back from a report on one proposal.
var readers = map[report.Format]func(t *testing.T, src string) summary{
	report.Text: func(t *testing.T, src string) summary {
		s := headline(t, src, `(?m)^  (PASS|FAIL|REVIEW|ERROR)  ([0-9.]+) / 100`)
		losses := 0
		if m := regexp.MustCompile(`(?m)^Requirements that lost points: (\d+)$`).FindStringSubmatch(src); m != nil {
			_, _ = fmt.Sscan(m[1], &losses)
		}
		if n := len(regexp.MustCompile(`(?m)^    \w+ · [0-9.]+ points lost`).FindAllString(src, -1)); n != losses {
			t.Errorf("text announces %d losses and lists %d", losses, n)
		}
		s.fail = -1
		return s
	},
	report.JSON: func(t *testing.T, src string) summary {
		var doc struct{ Assessments []jsonResult }
		decode(t, src, &doc)
		return doc.Assessments[0].summary()
	},
	report.NDJSON: func(t *testing.T, src string) summary {
		var line jsonResult
		decode(t, src, &line)
		return line.summary()
	},
	report.SARIF: func(t *testing.T, src string) summary {
		var log struct {
			Runs []struct {
				Results []struct {
					RuleID     string
					Properties struct {
						Verdict, Score string
						Statuses       map[string]int
					}
				}
			}
		}
		decode(t, src, &log)
		results := log.Runs[0].Results
		p := results[0].Properties
		s := summary{
			verdict: p.Verdict, score: p.Score,
			fail: p.Statuses["fail"], partial: p.Statuses["partial"], manual: p.Statuses["manual"], error: p.Statuses["error"],
		}
		for _, r := range results {
			if requirement.MatchString(r.RuleID) {
				s.findings++
			}
		}
		return s
	},
	report.OSCAL: func(t *testing.T, src string) summary {
		type props []struct{ Name, Value string }
		value := func(all props, name string) string {
			for _, p := range all {
				if p.Name == name {
					return p.Value
				}
			}
			return ""
		}
		var doc struct {
			Results struct {
				Results []struct {
					Props                  props
					Observations, Findings []struct{ Props props }
				}
			} `json:"assessment-results"`
		}
		decode(t, src, &doc)
		r := doc.Results.Results[0]
		s := summary{verdict: value(r.Props, "verdict"), score: value(r.Props, "score")}
		for _, f := range r.Findings {
			switch assess.Status(value(f.Props, "status")) {
			case assess.StatusFail:
				s.fail++
			case assess.StatusPartial:
				s.partial++
			case assess.StatusManual:
				s.manual++
			case assess.StatusError:
				s.error++
			}
		}
		for _, o := range r.Observations {
			if value(o.Props, "control-id") != "" {
				s.findings++
			}
		}
		return s
	},
	report.JUnit: func(t *testing.T, src string) summary {
		var doc struct {
			Suites []struct {
				Properties []struct {
					Name  string `xml:"name,attr"`
					Value string `xml:"value,attr"`
				} `xml:"properties>property"`
				Cases []struct {
					Name    string `xml:"name,attr"`
					Failure *struct {
						Type string `xml:"type,attr"`
					} `xml:"failure"`
					Error   *struct{} `xml:"error"`
					Skipped *struct {
						Type string `xml:"type,attr"`
					} `xml:"skipped"`
				} `xml:"testcase"`
			} `xml:"testsuite"`
		}
		if err := xml.Unmarshal([]byte(src), &doc); err != nil {
			t.Fatal(err)
		}
		s := summary{findings: -1}
		for _, p := range doc.Suites[0].Properties {
			switch p.Name {
			case "verdict":
				s.verdict = p.Value
			case "score":
				s.score = p.Value
			}
		}
		for _, c := range doc.Suites[0].Cases {
			switch {
			case c.Name == "verdict":
				if failed := c.Failure != nil || c.Error != nil; failed != (s.verdict == "fail" || s.verdict == "error") {
					t.Errorf("the case of verdict %s: failed is %v", s.verdict, failed)
				}
			case c.Failure != nil && c.Failure.Type == "partial":
				s.partial++
			case c.Failure != nil:
				s.fail++
			case c.Error != nil:
				s.error++
			case c.Skipped != nil && c.Skipped.Type == "manual":
				s.manual++
			}
		}
		return s
	},
	report.GitHub: func(t *testing.T, src string) summary {
		s := headline(t, src, `(?m)^::\w+ file=[^\n]*,title=(PASS|FAIL|REVIEW|ERROR) ([0-9.]+) / 100::`)
		s.fail = -1
		return s
	},
	report.GitLab: func(t *testing.T, src string) summary {
		var issues []struct {
			Description, Severity string
			CheckName             string `json:"check_name"`
		}
		decode(t, src, &issues)
		s := headline(t, issues[0].Description, `^(PASS|FAIL|REVIEW|ERROR),? ([0-9.]+) / 100`)
		s.fail, s.findings = -1, 0
		for _, i := range issues {
			if requirement.MatchString(i.CheckName) {
				s.findings++
			}
		}
		return s
	},
	report.Markdown: func(t *testing.T, src string) summary {
		s := headline(t, src, `^## (PASS|FAIL|REVIEW|ERROR) ([0-9.]+) / 100\n`)
		s.fail = strings.Count(src, "\n<details><summary>")
		if strings.Contains(src, "\n**Truncated**") { // f03 fails more than a comment can hold
			s.fail = -1
		}
		return s
	},
}

var requirement = regexp.MustCompile(`^[A-Z]+-\d+`)

// headline reads verdict and score, and leaves the counts to the caller.
func headline(t *testing.T, src, pattern string) summary {
	t.Helper()
	m := regexp.MustCompile(pattern).FindStringSubmatch(src)
	if m == nil {
		t.Errorf("no verdict in %.200q", src)
		return summary{}
	}
	return summary{verdict: strings.ToLower(m[1]), score: m[2], partial: -1, manual: -1, error: -1, findings: -1}
}

func decode(t *testing.T, src string, v any) {
	t.Helper()
	if err := json.Unmarshal([]byte(src), v); err != nil {
		t.Fatal(err)
	}
}

// jsonResult is what the test reads of an assessment in JSON.
type jsonResult struct {
	Decision struct {
		Score   assess.Score
		Verdict string
	}
	Results []struct {
		Status           string
		Findings, Manual []struct{}
	}
}

func (j *jsonResult) summary() summary {
	s := summary{verdict: j.Decision.Verdict, score: j.Decision.Score.String()}
	for _, r := range j.Results {
		s.findings += len(r.Findings) + len(r.Manual)
		switch r.Status {
		case "fail":
			s.fail++
		case "partial":
			s.partial++
		case "manual":
			s.manual++
		case "error":
			s.error++
		}
	}
	return s
}

// The readings of vague clauses, which the examples' golden files do not hold, are of the schema too.
func TestReadingsAreOfTheSchema(t *testing.T) {
	t.Parallel()
	src, err := os.ReadFile("internal/report/result.schema.json")
	if err != nil {
		t.Fatal(err)
	}
	doc, err := jsonschema.UnmarshalJSON(bytes.NewReader(src))
	if err != nil {
		t.Fatal(err)
	}
	c := jsonschema.NewCompiler()
	if err := c.AddResource("urn:hegui:result:v1", doc); err != nil {
		t.Fatal(err)
	}
	schema, err := c.Compile("urn:hegui:result:v1")
	if err != nil {
		t.Fatal(err)
	}
	for _, example := range []string{"f03-checkbox-smart-city", "f12-ai-customer-service"} {
		name, src := proposalFile(t, example)
		a := assessor(t)
		a.Readings = true
		as, err := a.Assess(t.Context(), parse(t, name, src))
		if err != nil {
			t.Fatal(err)
		}
		v, err := jsonschema.UnmarshalJSON(strings.NewReader(reportOn(t, as, report.JSON)))
		if err != nil {
			t.Fatal(err)
		}
		if err := schema.Validate(v); err != nil {
			t.Errorf("%s: %v", example, err)
		}
		if as.Readings == nil || len(as.Readings.Readings) == 0 {
			t.Errorf("%s: no readings", example)
		}
	}
}
