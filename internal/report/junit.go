package report

import (
	"encoding/xml"
	"fmt"
	"io"
	"strings"

	"hegui/internal/assess"
)

// junitWriter writes test results as CI servers read them: a suite per proposal, a case for its verdict and one per
// requirement. Nothing is kept: the totals, which servers add up themselves, stand on the suites only.
type junitWriter struct {
	phrasing
	w io.Writer
}

// The shape that Jenkins' schema junit-10.xsd asks for.
type (
	junitSuite struct {
		XMLName    xml.Name        `xml:"testsuite"`
		Name       string          `xml:"name,attr"`
		Tests      int             `xml:"tests,attr"`
		Failures   int             `xml:"failures,attr"`
		Errors     int             `xml:"errors,attr"`
		Skipped    int             `xml:"skipped,attr"`
		Properties []junitProperty `xml:"properties>property"`
		Cases      []junitCase     `xml:"testcase"`
	}
	junitProperty struct {
		Name  string `xml:"name,attr"`
		Value string `xml:"value,attr"`
	}
	junitCase struct {
		Class   string        `xml:"classname,attr"`
		Name    string        `xml:"name,attr"`
		Failure *junitOutcome `xml:"failure"`
		Error   *junitOutcome `xml:"error"`
		Skipped *junitOutcome `xml:"skipped"`
	}
	junitOutcome struct {
		Type    string `xml:"type,attr"`
		Message string `xml:"message,attr"`
		Details string `xml:",chardata"`
	}
)

// junitFile is the class of cases that are about a whole file; their names are the same in both languages, so that a
// server knows them again.
const junitFile = "hegui"

func newJUnit(w io.Writer, o Options) (*junitWriter, error) {
	_, err := io.WriteString(w, xml.Header+"<testsuites name=\"hegui\">\n")
	return &junitWriter{newPhrasing(o), w}, err
}

func (j *junitWriter) Add(a *assess.Assessment) error {
	suite := junitSuite{
		Name: Safe(a.File),
		Properties: []junitProperty{
			{"verdict", string(a.Decision.Verdict)}, {"score", a.Decision.Score.String()},
			{"pack", a.Pack.ID + " " + a.Pack.Version}, {"profile", a.Profile}, {"as_of", a.AsOf},
			{"project", Safe(a.Project)}, {"title", Safe(a.Title)}, {"sha256", a.SHA256},
		},
		Cases: []junitCase{j.verdict(a)},
	}
	for i := range a.Results {
		suite.Cases = append(suite.Cases, j.requirement(a, i))
	}
	return j.suite(&suite)
}

func (j *junitWriter) Skip(u *Unreadable) error {
	problem, remedy := unreadableText(u, j.o.Lang)
	code, at := unreadableAt(u)
	file := Safe(u.File)
	return j.suite(&junitSuite{Name: file, Cases: []junitCase{{
		Class: junitFile, Name: ruleUnreadable,
		Error: &junitOutcome{code, Safe(problem), detail(fmt.Sprintf(j.formats.place, file, at.Line, at.Column, ""), problem, remedy)},
	}}})
}

func (j *junitWriter) Close() error {
	_, err := io.WriteString(j.w, "</testsuites>\n")
	return err
}

// suite counts the cases and writes them.
func (j *junitWriter) suite(s *junitSuite) error {
	s.Tests = len(s.Cases)
	for i := range s.Cases {
		switch c := &s.Cases[i]; {
		case c.Failure != nil:
			s.Failures++
		case c.Error != nil:
			s.Errors++
		case c.Skipped != nil:
			s.Skipped++
		}
	}
	b, err := xml.MarshalIndent(s, "  ", "  ")
	if err != nil {
		return fmt.Errorf("encode result: %w", err)
	}
	_, err = fmt.Fprintf(j.w, "%s\n", b)
	return err
}

// verdict is a case that fails when the proposal does. A review is skipped: a person decides.
func (j *junitWriter) verdict(a *assess.Assessment) junitCase {
	out := junitCase{Class: junitFile, Name: ruleVerdict}
	why := &junitOutcome{
		Type:    string(a.Decision.Verdict),
		Message: fmt.Sprintf(j.formats.verdict, j.words.verdict[a.Decision.Verdict], a.Decision.Score),
		Details: detail(j.reasonTexts(a)...),
	}
	switch a.Decision.Verdict {
	case assess.VerdictPass:
	case assess.VerdictReview:
		out.Skipped = why
	case assess.VerdictError:
		out.Error = why
	default:
		why.Details = detail(append(j.reasonTexts(a), j.lines(a, a.Form)...)...)
		out.Failure = why
	}
	return out
}

func (j *junitWriter) requirement(a *assess.Assessment, i int) junitCase {
	r, req := &a.Results[i], &j.c.Requirements[i]
	out := junitCase{Class: req.Dimension, Name: Safe(fmt.Sprintf("%s %s", req.ID, req.Title.In(j.o.Lang)))}
	why := &junitOutcome{Type: string(r.Status), Message: j.lossText(a, r)}
	switch {
	case r.Status == assess.StatusPass:
	case r.Status == assess.StatusNotApplicable:
		why.Message = Safe(fmt.Sprintf(j.formats.because, j.words.status[r.Status], strings.Join(j.inTheWay(a, r), j.words.comma)))
		out.Skipped = why
	case r.Waiver != nil:
		why.Message, why.Details = Safe(j.waiverText(r.Waiver)), detail(j.lines(a, r.Findings)...)
		why.Type = "waived"
		out.Skipped = why
	case r.Status == assess.StatusManual:
		why.Details = detail(j.lines(a, r.Manual)...)
		out.Skipped = why
	case r.Status == assess.StatusError:
		why.Details = detail(r.Error)
		out.Error = why
	default:
		quote := fmt.Sprintf(j.formats.helpQuote, req.Quote.Sentence, req.Quote.Text)
		why.Details = detail(append([]string{quote}, append(j.lines(a, r.Findings), j.lines(a, r.Manual)...)...)...)
		out.Failure = why
	}
	return out
}

// lines writes findings: place, message and remedy, a line each.
func (j *junitWriter) lines(a *assess.Assessment, findings []assess.Finding) []string {
	var out []string
	for _, n := range j.notes(findings) {
		text := n.message
		if n.byDefault() {
			text += " †"
		}
		p := lineOf(n.Position)
		out = append(out, fmt.Sprintf(j.formats.place, a.File, p.Line, p.Column, n.Path), text, n.remedy)
	}
	return out
}

// detail joins lines, each harmless and in one line. Characters that XML does not allow are gone with it.
func detail(lines ...string) string {
	var out []string
	for _, l := range lines {
		if l != "" {
			out = append(out, strings.TrimRight(Safe(l), " "))
		}
	}
	if len(out) == 0 {
		return ""
	}
	return "\n" + strings.Join(out, "\n") + "\n"
}
