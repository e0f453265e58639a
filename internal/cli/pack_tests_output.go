package cli

import (
	"encoding/xml"
	"fmt"
	"io"
	"strings"
	"unicode/utf8"

	"hegui/internal/pack"
	"hegui/internal/report"
)

// longValue is how many characters of a value are shown without -v.
const longValue = 400

// fullName names a case by package and test, without the "data." that all begin with.
func fullName(c *pack.TestCase) string { return strings.TrimPrefix(c.Package, "data.") + "." + c.Name }

func (a *app) packTestText(source packSource, result *pack.TestReport, o testOptions) error {
	w := a.words.pack.test
	var b strings.Builder
	passed, failed, skipped := 0, 0, 0
	for i := range result.Cases {
		c := &result.Cases[i]
		switch {
		case c.Failure != "":
			failed++
			fmt.Fprintf(&b, w.failed, report.Safe(fullName(c)))
			a.failure(&b, source, c, o)
		case c.Skipped:
			skipped++
			fmt.Fprintf(&b, w.skipped, report.Safe(fullName(c)))
		default:
			passed++
			if o.verbose {
				fmt.Fprintf(&b, w.passed, report.Safe(fullName(c)))
				a.printed(&b, c)
			}
		}
	}
	if failed > 0 {
		b.WriteByte('\n')
	}
	fmt.Fprintf(&b, w.summary, passed, failed, skipped)
	if failed > 0 && !o.trace {
		b.WriteString(w.hintMore)
	}
	if o.coverage {
		a.coverage(&b, source, result)
	}
	_, err := io.WriteString(a.env.Stdout, b.String())
	return err
}

// failure writes where a case failed, what came and what was wanted.
func (a *app) failure(b *strings.Builder, source packSource, c *pack.TestCase, o testOptions) {
	w := a.words.pack.test
	why := c.Why
	if why == nil {
		fmt.Fprintf(b, "  %s\n", report.Safe(place(source.path(c.File), c.Line)))
		fmt.Fprintf(b, w.because, report.Safe(c.Failure))
		a.printed(b, c)
		return
	}
	value := func(s string) string {
		s = report.Safe(s)
		if n := utf8.RuneCountInString(s); n > longValue && !o.verbose {
			return string([]rune(s)[:longValue]) + fmt.Sprintf(w.cut, n)
		}
		return s
	}
	fmt.Fprintf(b, "  %s\n", report.Safe(place(source.path(why.File), why.Line)))
	fmt.Fprintf(b, w.notTrue, value(why.Expr))
	if why.Compared {
		fmt.Fprintf(b, w.got, value(why.Got))
		fmt.Fprintf(b, w.want, value(why.Want))
		for _, m := range why.Missing {
			fmt.Fprintf(b, w.missing, value(m))
		}
		for _, e := range why.Extra {
			fmt.Fprintf(b, w.extra, value(e))
		}
	}
	if !why.Compared || o.verbose {
		for _, l := range why.Locals {
			fmt.Fprintf(b, w.local, report.Safe(l.Name), value(l.Value))
		}
	}
	a.printed(b, c)
	if why.Trace != "" {
		b.WriteString(w.trace)
		for _, line := range strings.Split(strings.TrimRight(why.Trace, "\n"), "\n") {
			fmt.Fprintf(b, "    %s\n", report.Safe(strings.TrimRight(line, " ")))
		}
	}
}

func (a *app) printed(b *strings.Builder, c *pack.TestCase) {
	for _, line := range strings.Split(strings.TrimRight(c.Output, "\n"), "\n") {
		if line != "" {
			fmt.Fprintf(b, a.words.pack.test.printed, report.Safe(line))
		}
	}
}

// coverage writes the lines that no test evaluates, by file.
func (a *app) coverage(b *strings.Builder, source packSource, result *pack.TestReport) {
	w := a.words.pack.test
	fmt.Fprintf(b, w.coverage, hundredths(share(result.Covered, result.Lines)), result.Covered, result.Lines)
	for _, f := range result.Files {
		if len(f.Uncovered) == 0 {
			continue
		}
		var lines []string
		for _, l := range f.Uncovered {
			if l[0] == l[1] {
				lines = append(lines, fmt.Sprintf(w.line, l[0]))
			} else {
				lines = append(lines, fmt.Sprintf(w.lines, l[0], l[1]))
			}
		}
		fmt.Fprintf(b, w.uncovered, report.Safe(source.path(f.File)), hundredths(share(f.Covered, f.Lines)), strings.Join(lines, ", "))
	}
}

func (a *app) packTestJSON(source packSource, result *pack.TestReport, o testOptions) error {
	type whyJSON struct {
		Expr    string            `json:"expr"`
		Got     string            `json:"got,omitempty"`
		Want    string            `json:"want,omitempty"`
		Missing []string          `json:"missing,omitempty"`
		Extra   []string          `json:"extra,omitempty"`
		Names   map[string]string `json:"names,omitempty"`
		Trace   string            `json:"trace,omitempty"`
	}
	type caseJSON struct {
		Test   string   `json:"test"`
		Status string   `json:"status"` // pass, fail, skip
		File   string   `json:"file"`
		Line   int      `json:"line"`
		Reason string   `json:"reason,omitempty"`
		Why    *whyJSON `json:"why,omitempty"`
		Output string   `json:"output,omitempty"`
	}
	type fileJSON struct {
		File      string   `json:"file"`
		Lines     int      `json:"lines"`
		Covered   int      `json:"covered"`
		Uncovered [][2]int `json:"uncovered"` // first and last line
	}
	type coverageJSON struct {
		Lines   int        `json:"lines"`
		Covered int        `json:"covered"`
		Files   []fileJSON `json:"files"`
	}
	out := struct {
		Version  string        `json:"version"`
		Pack     string        `json:"pack"`
		Passed   int           `json:"passed"`
		Failed   int           `json:"failed"`
		Skipped  int           `json:"skipped"`
		Cases    []caseJSON    `json:"cases"`
		Coverage *coverageJSON `json:"coverage,omitempty"`
	}{Version: "hegui/pack-test/v1", Pack: source.id}
	for i := range result.Cases {
		c := &result.Cases[i]
		j := caseJSON{Test: fullName(c), Status: "pass", File: source.path(c.File), Line: c.Line, Reason: c.Failure, Output: c.Output}
		switch {
		case c.Failure != "":
			j.Status = "fail"
			out.Failed++
		case c.Skipped:
			j.Status = "skip"
			out.Skipped++
		default:
			out.Passed++
		}
		if w := c.Why; w != nil {
			j.Line = w.Line
			j.Why = &whyJSON{Expr: w.Expr, Got: w.Got, Want: w.Want, Missing: w.Missing, Extra: w.Extra, Trace: w.Trace}
			for _, l := range w.Locals {
				if j.Why.Names == nil {
					j.Why.Names = map[string]string{}
				}
				j.Why.Names[l.Name] = l.Value
			}
		}
		out.Cases = append(out.Cases, j)
	}
	if o.coverage {
		out.Coverage = &coverageJSON{Lines: result.Lines, Covered: result.Covered, Files: []fileJSON{}}
		for _, f := range result.Files {
			out.Coverage.Files = append(out.Coverage.Files, fileJSON{source.path(f.File), f.Lines, f.Covered, append([][2]int{}, f.Uncovered...)})
		}
	}
	return writeJSON(a, out)
}

// packTestJUnit writes a suite per test package, as CI servers read them.
func (a *app) packTestJUnit(source packSource, result *pack.TestReport) error {
	type outcome struct {
		Message string `xml:"message,attr"`
		Details string `xml:",chardata"`
	}
	type testCase struct {
		Class   string   `xml:"classname,attr"`
		Name    string   `xml:"name,attr"`
		Failure *outcome `xml:"failure"`
		Skipped *outcome `xml:"skipped"`
	}
	type suite struct {
		XMLName  xml.Name   `xml:"testsuite"`
		Name     string     `xml:"name,attr"`
		Tests    int        `xml:"tests,attr"`
		Failures int        `xml:"failures,attr"`
		Errors   int        `xml:"errors,attr"`
		Skipped  int        `xml:"skipped,attr"`
		Cases    []testCase `xml:"testcase"`
	}
	all := struct {
		XMLName xml.Name `xml:"testsuites"`
		Name    string   `xml:"name,attr"`
		Suites  []suite
	}{Name: "hegui pack test " + source.id}
	for i := range result.Cases {
		c := &result.Cases[i]
		name := report.Safe(strings.TrimPrefix(c.Package, "data."))
		if n := len(all.Suites); n == 0 || all.Suites[n-1].Name != name {
			all.Suites = append(all.Suites, suite{Name: name})
		}
		s := &all.Suites[len(all.Suites)-1]
		s.Tests++
		t := testCase{Class: name, Name: report.Safe(c.Name)}
		switch {
		case c.Failure != "":
			s.Failures++
			var b strings.Builder
			a.failure(&b, source, c, testOptions{})
			t.Failure = &outcome{Message: report.Safe(c.Failure), Details: b.String()}
		case c.Skipped:
			s.Skipped++
			t.Skipped = &outcome{}
		}
		s.Cases = append(s.Cases, t)
	}
	b, err := xml.MarshalIndent(all, "", "  ")
	if err != nil {
		return err
	}
	_, err = fmt.Fprintf(a.env.Stdout, "%s%s\n", xml.Header, b)
	return err
}
