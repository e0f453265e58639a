package report

import (
	"bytes"
	"encoding/json"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"net/url"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
	"unicode"

	"github.com/joshdk/go-junit"
	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/extension"
	"github.com/yuin/goldmark/renderer/html"

	"hegui/internal/assess"
	"hegui/internal/catalog"
)

// payloads are texts that try to be more than text in some format. Each stands in the title, the id of the project, a
// key, the values of messages, the words of a waiver, the error of a rule and the name of the file.
var payloads = []string{
	"::error file=x,line=1::injected", "\n::error::injected", "\r\n::add-mask::x", "a\u0085::warning::x", "%0A::error::injected", "x,line=9,title=y::z",
	"##[error]x", "##vso[task.complete]x", "\x1b[2K\rsection_start:0:x", "\x1b]52;c;eA==\a", "\u202egnihton", "a\u200bb", "\ufeffx", "\ufffe\uffff", "\x00", "\x7f", "\u2028x",
	"<script>alert(1)</script>", "</summary></details><img src=x onerror=alert(1)>", "<!-- x", "]]><failure/>", "\"><failure message=\"", "&lt;b&gt; &#64;x &copy;",
	"[x](javascript:alert(1))", "![x](https://evil.example/x.png)", "[x]: https://evil.example", "[x][y] [z]", "<https://evil.example>", "https://evil.example www.evil.example a@evil.example",
	"@octocat @org/team", "#123 GH-123 org/repo#5 !7 ~bug $1 &2 %3 [issue:4]", "fixes #1", "0123456789abcdef0123456789abcdef01234567 abcdef1", ":bomb: :a:b:c:",
	"| a | b |", "a\\|b\\", "```\nx\n```", "`a``b`", "~~~", "# h", "> q", "- [x] l", "1. l", "1) l", "+ l", "---", "===", "***x*** __y__ ~~z~~", "$\\sqrt{x}$", "    code", "<details>", "a  \nb", "\\[x\\](y)",
	"{0} {1} {{2}} {name}", "](1) [a](1)", "../../../etc/passwd", "/etc/passwd", "C:\\x\\y", "javascript:alert(1)", "file:///etc/passwd", "//evil.example/x", "a b#c?d=e%2e%2e", "data:text/html,x", "..", "...",
}

// hostile gives the sample with a payload wherever a text of the proposal goes.
func hostile(t *testing.T, f Format, lang catalog.Lang, payload string) string {
	t.Helper()
	var b bytes.Buffer
	out, err := New(&b, f, Options{Catalog: sampleCatalog(), Profile: sampleProfile(), Engine: "test", Lang: lang})
	if err != nil {
		t.Fatal(err)
	}
	for _, a := range hostileAssessments(t, payload) {
		if err := out.Add(a); err != nil {
			t.Fatal(err)
		}
	}
	for _, u := range []*Unreadable{
		{File: payload, Err: fmt.Errorf("open %s: %w", payload, io.ErrUnexpectedEOF)},
		{File: payload, Err: errors.New(payload)},
	} {
		if err := out.Skip(u); err != nil {
			t.Fatal(err)
		}
	}
	if err := out.Close(); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

func hostileAssessments(t *testing.T, payload string) []*assess.Assessment {
	t.Helper()
	var out []*assess.Assessment
	waived, broken := sampleWaived(), sampleBroken()
	waived.waivers[0].Reason, waived.waivers[0].Approver = payload, payload
	broken.rules.Outcomes = map[string]assess.Outcome{"data_01": {Err: payload}}
	for _, c := range []sampleCase{everything("x.yaml", payload), waived, broken} {
		a := c.assess(t)
		a.File, a.Title, a.Project = payload, payload, payload
		out = append(out, a)
	}
	return out
}

// forHostile runs a test for each payload beside the same report with a harmless text.
func forHostile(t *testing.T, f Format, check func(t *testing.T, payload, got, harmless string)) {
	t.Helper()
	t.Parallel()
	harmless := hostile(t, f, catalog.EN, "harmless")
	for _, payload := range payloads {
		t.Run(fmt.Sprintf("%q", payload), func(t *testing.T) {
			got := hostile(t, f, catalog.EN, payload)
			for _, r := range got {
				if unicode.IsControl(r) && r != '\n' || unicode.Is(unicode.Cf, r) || r == '\u2028' {
					t.Fatalf("a report holds %U:\n%s", r, got)
				}
			}
			check(t, payload, got, harmless)
		})
	}
}

// command is how the runner reads a line of standard output (actions/runner, ActionCommand.TryParseV2).
var command = regexp.MustCompile(`^\s*::([a-z-]+)(?: ([^:]*))?::(.*)$`)

func TestHostileTextInjectsNoWorkflowCommand(t *testing.T) {
	forHostile(t, GitHub, func(t *testing.T, payload, got, harmless string) {
		lines, want := strings.Split(got, "\n"), strings.Split(harmless, "\n")
		if len(lines) != len(want) {
			t.Fatalf("got %d lines, want %d:\n%s", len(lines), len(want), got)
		}
		for i, l := range lines[:len(lines)-1] {
			m := command.FindStringSubmatch(l)
			if m == nil || m[1] != command.FindStringSubmatch(want[i])[1] {
				t.Fatalf("line %d: got %q, want something like %q", i, l, want[i])
			}
			var keys []string
			for _, property := range strings.Split(m[2], ",") {
				key, value, _ := strings.Cut(property, "=")
				keys = append(keys, key)
				if file := readProperty(value); key == "file" && file != Safe(slashed(payload)) {
					t.Errorf("line %d is about file %q, want %q", i, file, Safe(slashed(payload)))
				}
			}
			message, shown := readData(m[3]), strings.TrimSpace(Safe(payload))
			if strings.Contains(want[i], "/ 100::harmless") && !strings.HasPrefix(message, shown) {
				t.Errorf("line %d reads %q, want %q first", i, message, shown)
			}
			if got, want := strings.Count(message, "\n"), strings.Count(want[i], "%0A"); got != want {
				t.Errorf("line %d has a message of %d lines, want %d: %q", i, got+1, want+1, message)
			}
			if !slices.Equal(keys, []string{"file", "line", "col", "title"}) {
				t.Errorf("line %d has properties %q", i, keys)
			}
		}
	})
}

// How the runner reads what commands escape (actions/runner, ActionCommand.UnescapeData, UnescapeProperty).
func readData(s string) string {
	return strings.ReplaceAll(strings.ReplaceAll(strings.ReplaceAll(s, "%0D", "\r"), "%0A", "\n"), "%25", "%")
}

func readProperty(s string) string {
	return readData(strings.ReplaceAll(strings.ReplaceAll(s, "%3A", ":"), "%2C", ","))
}

// A report of another format that is printed into a log gives no server a command either.
func TestNoLineOfOtherFormatsIsAWorkflowCommand(t *testing.T) {
	t.Parallel()
	for _, f := range []Format{Text, NDJSON, SARIF, JUnit, GitLab, Markdown, OSCAL} {
		for _, payload := range payloads {
			for _, l := range strings.Split(hostile(t, f, catalog.ZH, payload), "\n") {
				// The JSON formats hold values as they are, and are read by programs.
				if command.MatchString(l) || f != NDJSON && f != OSCAL && regexp.MustCompile(`##\w*\[`).MatchString(l) {
					t.Errorf("%s: %q", f, l)
				}
			}
		}
	}
}

func TestHostileTextStaysTextInSARIF(t *testing.T) {
	forHostile(t, SARIF, func(t *testing.T, payload, got, harmless string) {
		run, want := decodeSARIF(t, got), decodeSARIF(t, harmless)
		if len(run.Results) != len(want.Results) {
			t.Fatalf("got %d results, want %d", len(run.Results), len(want.Results))
		}
		check := func(text string) {
			if rest := strings.NewReplacer("{{", "", "}}", "").Replace(text); strings.ContainsAny(rest, "{}") {
				t.Errorf("message %q holds a placeholder", text)
			}
			if strings.Contains(text, "](") {
				t.Errorf("message %q holds a link", text)
			}
		}
		for i, r := range run.Results {
			if w := want.Results[i]; r.RuleID != w.RuleID || r.Level != w.Level || r.Kind != w.Kind {
				t.Errorf("result %d: got %s %s %s, want %s %s %s", i, r.RuleID, r.Level, r.Kind, w.RuleID, w.Level, w.Kind)
			}
			check(r.Message.Text)
			for _, l := range slices.Concat(r.Locations, r.RelatedLocations) {
				checkArtifact(t, run, l.PhysicalLocation.ArtifactLocation, payload)
			}
		}
		for _, n := range run.Invocations[0].Notifications {
			check(n.Message.Text)
			checkArtifact(t, run, n.Locations[0].PhysicalLocation.ArtifactLocation, payload)
		}
	})
}

// checkArtifact holds a reference to a file against what it may be: relative to a known base, inside it, and, when it is
// resolved, the file itself.
func checkArtifact(t *testing.T, run sarifRun, a sarifArtifact, file string) {
	t.Helper()
	u, err := url.Parse(a.URI)
	if err != nil || u.Scheme != "" || u.Host != "" || u.RawQuery != "" || u.Fragment != "" || strings.HasPrefix(a.URI, "/") {
		t.Errorf("%q is no relative reference: %v", a.URI, err)
	}
	if slices.Contains(strings.Split(u.Path, "/"), "..") {
		t.Errorf("%q leads out of its base", a.URI)
	}
	base, ok := run.Bases[a.URIBaseID]
	if !ok || base.Description.Text == "" {
		t.Errorf("base %q is not described", a.URIBaseID)
	}
	var ups int
	_, _ = fmt.Sscanf(a.URIBaseID, "PARENT%d", &ups)
	name := strings.Repeat("../", ups) + u.Path
	if a.URIBaseID == sarifRoot {
		name = "/" + name
	}
	if got, want := filepath.Clean(name), filepath.Clean(file); got != want {
		t.Errorf("%q with base %s is %q, want %q", a.URI, a.URIBaseID, got, want)
	}
}

func TestHostileTextStaysTextInJUnit(t *testing.T) {
	forHostile(t, JUnit, func(t *testing.T, payload, got, harmless string) {
		suites, err := junit.Ingest([]byte(got))
		if err != nil {
			t.Fatal(err)
		}
		want, err := junit.Ingest([]byte(harmless))
		if err != nil {
			t.Fatal(err)
		}
		if len(suites) != len(want) {
			t.Fatalf("got %d suites, want %d", len(suites), len(want))
		}
		for i := range suites {
			if suites[i].Totals != want[i].Totals {
				t.Errorf("suite %d: got %+v, want %+v", i, suites[i].Totals, want[i].Totals)
			}
			if suites[i].Name != strings.TrimSpace(Safe(payload)) && suites[i].Name != Safe(payload) {
				t.Errorf("got name %q, want %q", suites[i].Name, Safe(payload))
			}
		}
		sameElements(t, got, harmless)
	})
}

func TestHostileTextStaysTextInGitLab(t *testing.T) {
	forHostile(t, GitLab, func(t *testing.T, payload, got, harmless string) {
		var issues, want []gitlabIssue
		if err := errors.Join(json.Unmarshal([]byte(got), &issues), json.Unmarshal([]byte(harmless), &want)); err != nil {
			t.Fatal(err)
		}
		if len(issues) != len(want) {
			t.Fatalf("got %d issues, want %d", len(issues), len(want))
		}
		for i := range issues {
			if issues[i].CheckName != want[i].CheckName || issues[i].Severity != want[i].Severity {
				t.Errorf("issue %d: got %+v, want %+v", i, issues[i], want[i])
			}
		}
	})
}

// beyond is what platforms make of plain text outside code: mentions, references, addresses, commits, emoji.
var beyond = regexp.MustCompile(`(?i)[@#!~$&%]\w|\bGH-\d|\[issue:|://|\bwww\.|\b[0-9a-f]{7,40}\b|:[\w+-]+:`)

func TestHostileTextStaysTextInMarkdown(t *testing.T) {
	render := goldmark.New(goldmark.WithExtensions(extension.GFM), goldmark.WithRendererOptions(html.WithUnsafe(), html.WithXHTML()))
	convert := func(t *testing.T, s string) string {
		var b bytes.Buffer
		if err := render.Convert([]byte(s), &b); err != nil {
			t.Fatal(err)
		}
		return "<html>" + b.String() + "</html>"
	}
	forHostile(t, Markdown, func(t *testing.T, payload, got, harmless string) {
		page := convert(t, got)
		sameElements(t, page, convert(t, harmless))
		text := prose(t, page)
		if found := beyond.FindString(text); found != "" {
			t.Errorf("%q is more than text to a platform, in:\n%s", found, text)
		}
	})
}

// sameElements compares what is markup in two documents: elements and the names of their attributes.
func sameElements(t *testing.T, got, want string) {
	t.Helper()
	g, w := elements(t, got), elements(t, want)
	for i := range min(len(g), len(w)) {
		if g[i] != w[i] {
			t.Fatalf("element %d: got %s, want %s, in:\n%s", i, g[i], w[i], got)
		}
	}
	if len(g) != len(w) {
		t.Fatalf("got %d elements, want %d:\n%s", len(g), len(w), got)
	}
}

func elements(t *testing.T, doc string) []string {
	t.Helper()
	var out []string
	walkXML(t, doc, func(token xml.Token, _ int) {
		switch e := token.(type) {
		case xml.StartElement:
			name := e.Name.Local
			for _, a := range e.Attr {
				name += " " + a.Name.Local
			}
			out = append(out, name)
		case xml.Comment, xml.Directive:
			out = append(out, fmt.Sprintf("%T", e))
		}
	})
	return out
}

// prose gives the text of a page that is not code.
func prose(t *testing.T, page string) string {
	var b strings.Builder
	walkXML(t, page, func(token xml.Token, code int) {
		if text, ok := token.(xml.CharData); ok && code == 0 {
			b.Write(text)
		}
	})
	return b.String()
}

func walkXML(t *testing.T, doc string, visit func(token xml.Token, code int)) {
	t.Helper()
	d := xml.NewDecoder(strings.NewReader(doc))
	d.Entity = xml.HTMLEntity
	code := 0
	for {
		token, err := d.Token()
		if errors.Is(err, io.EOF) {
			return
		}
		if err != nil {
			t.Fatalf("%v in:\n%s", err, doc)
		}
		switch e := token.(type) {
		case xml.StartElement:
			if e.Name.Local == "code" {
				code++
			}
		case xml.EndElement:
			if e.Name.Local == "code" {
				code--
			}
		}
		visit(token, code)
	}
}

// A line of the JSON formats is one object, whatever is in it, and the text comes out as it went in.
func TestHostileTextComesBackFromNDJSON(t *testing.T) {
	t.Parallel()
	for _, payload := range payloads {
		got := hostile(t, NDJSON, catalog.EN, payload)
		if n := strings.Count(got, "\n"); n != 5 {
			t.Errorf("%q: got %d lines, want 5", payload, n)
		}
		for _, l := range strings.Split(strings.TrimSuffix(got, "\n"), "\n") {
			var v struct{ File string }
			if err := json.Unmarshal([]byte(l), &v); err != nil || v.File != payload {
				t.Errorf("got %q, want %q: %v", v.File, payload, err)
			}
		}
	}
}

// sarifRun is what the tests read of a report.
type sarifRun struct {
	Tool struct {
		Driver struct {
			Rules []sarifRule `json:"rules"`
		} `json:"driver"`
	} `json:"tool"`
	Results []struct {
		RuleID           string            `json:"ruleId"`
		RuleIndex        int               `json:"ruleIndex"`
		Kind             string            `json:"kind"`
		Level            string            `json:"level"`
		Message          sarifText         `json:"message"`
		Locations        []sarifLocation   `json:"locations"`
		RelatedLocations []sarifLocation   `json:"relatedLocations"`
		Fingerprints     map[string]string `json:"partialFingerprints"`
	} `json:"results"`
	Bases       map[string]sarifBase `json:"originalUriBaseIds"`
	Invocations []sarifInvocation    `json:"invocations"`
}

func decodeSARIF(t *testing.T, s string) sarifRun {
	t.Helper()
	var log struct{ Runs []sarifRun }
	if err := json.Unmarshal([]byte(s), &log); err != nil {
		t.Fatalf("%v in:\n%s", err, s)
	}
	return log.Runs[0]
}
