package editor

import (
	"maps"
	"slices"
	"strings"
	"testing"

	"hegui/internal/assess"
	"hegui/internal/catalog"
	"hegui/internal/proposal"
)

const formed = "apiVersion: hegui/v1\nkind: Proposal\n"

// One diagnostic of each kind, where it stands and what it says.
func TestDiagnostics(t *testing.T) {
	t.Parallel()
	for _, tc := range []struct {
		name, text     string
		code, path     string
		severity       Severity
		marked         string // the text of its range
		message        string // in English, its beginning
		edit, editedTo string // the text of its edit, and a part of the text after it
	}{
		{"no text", "", "E_EMPTY", "", Error, "", "the file has no content", "", ""},
		{"text that cannot be parsed", formed + "project: {id: [}\n", "E_SYNTAX", "", Error, "[}", "the bracket [ is not closed", "", ""},
		{"a mark that is not allowed, where an editor counts it", "a😀: b\u0085c\n", "E_LINE_BREAK", "", Error, "\u0085c", "", "", ""},
		{"a lone CR", "a: b\rc: d\n", "E_LINE_BREAK", "", Error, "\r", "", "", ""},
		{"a key that is misspelt", formed + "project: {titel_zh: x}\n", "misspelt_key", "project.titel_zh", Error, "titel_zh", "there is no field", "title_zh", "{title_zh: x}"},
		{"after Chinese and emoji", formed + "project: {title_zh: \"汽车😀\", trll: {current: 1}}\n", "misspelt_key", "project.trll", Error, "trll", "there is no field", "trl", "\"汽车😀\", trl: {"},
		{"with CRLF", "apiVersion: hegui/v1\r\nkind: Proposal\r\nproject:\r\n  trll: {current: 1}\r\n", "misspelt_key", "project.trll", Error, "trll", "there is no field", "trl", "\r\n  trl: {"},
		{"a key in quotes", formed + "project: {\"titel_zh\": x}\n", "misspelt_key", "project.titel_zh", Error, "\"titel_zh\"", "there is no field", "title_zh", "{title_zh: x}"},
		{"a misspelt key whose right form is there", formed + "project: {titel_zh: x, title_zh: y}\n", "misspelt_key", "project.titel_zh", Error, "titel_zh", "", "", ""},
		{"a number in Chinese", formed + "applicant: {employees: 三百}\n", "number_numeral", "applicant.employees", Error, "employees", "", "300", "{employees: 300}"},
		{"a number in full width", formed + "applicant: {employees: ３００}\n", "number_full_width", "applicant.employees", Error, "employees", "", "300", "{employees: 300}"},
		{"a number with words, which may hide a unit", formed + "applicant: {employees: 约300人}\n", "number_words", "applicant.employees", Error, "employees", "", "", ""},
		{"a word of another case", formed + "meta: {language: ZH}\n", "not_allowed", "meta.language", Error, "language", "", "zh", "{language: zh}"},
		{"a word that is like no other", formed + "meta: {language: klingon}\n", "not_allowed", "meta.language", Error, "language", "", "", ""},
		{"a missing field with one value, at the first key", "kind: Proposal\nmeta: {language: zh}\n", "missing_key", "apiVersion", Error, "kind", "required field", "\napiVersion: hegui/v1", "zh}\napiVersion: hegui/v1\n"},
		{"a missing section", formed, "missing_key", "meta", Error, "apiVersion", "required field", "\nmeta:\n  submitted_on: \n  language: \n  confidentiality: ", "Proposal\nmeta:\n"},
		{"a missing field that only its author knows", formed + "meta:\n  language: zh\n", "missing_key", "meta.submitted_on", Error, "meta", "required field", "", ""},
	} {
		t.Run(tc.name, func(t *testing.T) {
			t.Parallel()
			text := Open(openPack(t), "proposal.yaml", tc.text)
			a := assessment(t, text)
			for _, d := range text.Diagnostics(a, catalog.EN) {
				if d.Code != tc.code || d.Path != tc.path {
					continue
				}
				marked := tc.text[text.lines.offset(d.Range.Start):text.lines.offset(d.Range.End)]
				if d.Severity != tc.severity || marked != tc.marked || !strings.HasPrefix(d.Message, tc.message) {
					t.Errorf("got %s %q %q, want %s %q %q", d.Severity, marked, d.Message, tc.severity, tc.marked, tc.message)
				}
				switch {
				case d.Edit == nil && tc.edit != "":
					t.Error("there is no repair")
				case d.Edit != nil && d.Edit.Text != tc.edit:
					t.Errorf("repair %q, want %q", d.Edit.Text, tc.edit)
				case d.Edit != nil && !strings.Contains(apply(t, text, *d.Edit), tc.editedTo):
					t.Errorf("repaired to %q", apply(t, text, *d.Edit))
				case d.Edit != nil:
					repaired := assessment(t, Open(openPack(t), "proposal.yaml", apply(t, text, *d.Edit)))
					if repaired == nil || slices.ContainsFunc(repaired.Form, func(f assess.Finding) bool { return f.Fingerprint == d.finding.Fingerprint }) {
						t.Errorf("the finding stays after %q", d.Edit.Text)
					}
				}
				return
			}
			t.Errorf("there is no diagnostic %s at %q", tc.code, tc.path)
		})
	}
}

// Every finding of every example is one diagnostic of its severity, and every range is a part of the text.
func TestDiagnosticsAreTheAssessment(t *testing.T) {
	t.Parallel()
	for name, src := range examples(t) {
		text := Open(openPack(t), name, src)
		a := assessment(t, text)
		want := map[Severity]int{}
		count := func(s Severity, n int) {
			if n > 0 {
				want[s] += n
			}
		}
		count(Error, len(a.Form))
		count(Hint, len(a.Guards)+len(a.Hints))
		count(Information, len(a.Warnings))
		for _, r := range a.Results {
			vetoing := 0
			for _, f := range r.Findings {
				if r.Vetoes && f.Basis != catalog.BasisDefault {
					vetoing++
				}
			}
			count(Error, vetoing)
			count(Warning, len(r.Findings)-vetoing)
			count(Information, len(r.Manual))
			if r.Status == assess.StatusError {
				count(Error, 1)
			}
		}
		for _, lang := range languages {
			got := map[Severity]int{}
			last := Position{}
			for _, d := range text.Diagnostics(a, lang) {
				got[d.Severity]++
				start, end := text.lines.offset(d.Range.Start), text.lines.offset(d.Range.End)
				if start >= end || text.lines.position(start) != d.Range.Start || text.lines.position(end) != d.Range.End {
					t.Errorf("%s: %s %s: range %v is no part of the text", name, d.Code, d.Path, d.Range)
				}
				if d.Range.Start.Line < last.Line || d.Range.Start.Line == last.Line && d.Range.Start.Character < last.Character {
					t.Errorf("%s: %s %s at %v stands after %v", name, d.Code, d.Path, d.Range.Start, last)
				}
				last = d.Range.Start
				if d.Message == "" || d.Requirement != "" && d.Quote == "" || d.Severity == Warning && d.Points == "" {
					t.Errorf("%s: %s %s says too little: %+v", name, d.Code, d.Path, d)
				}
				if p, err := proposal.ParsePath(d.Path); d.Path != "" {
					at, _ := text.Document()
					if pos := text.lines.position(text.lines.parserOffset(at.Locate(p))); err != nil || pos != d.Range.Start {
						t.Errorf("%s: %s %s is not where the report says (%v)", name, d.Code, d.Path, err)
					}
				}
			}
			if !maps.Equal(got, want) {
				t.Errorf("%s: got %v, want %v", name, got, want)
			}
		}
	}
}

// A repair gives a text that parses, and in which the finding is gone; what else it finds is new, or was there before.
// Tried on the examples as they are, and with one part of each left out.
func TestRepairs(t *testing.T) {
	t.Parallel()
	tried, codes, seen := 0, map[string]int{}, map[string]bool{}
	check := func(name, src string) {
		text := Open(openPack(t), name, src)
		if _, err := text.Document(); err != nil {
			return
		}
		before := assessment(t, text)
		for _, d := range text.Diagnostics(before, catalog.ZH) {
			if d.Edit == nil || seen[d.Code+d.Path+d.Edit.Text] {
				continue
			}
			seen[d.Code+d.Path+d.Edit.Text] = true
			tried++
			codes[d.Code]++
			repaired := Open(openPack(t), name, apply(t, text, *d.Edit))
			if _, err := repaired.Document(); err != nil {
				t.Errorf("%s: %s %s: %v", name, d.Code, d.Path, err)
				continue
			}
			after := assessment(t, repaired)
			if slices.ContainsFunc(findings(after), func(f assess.Finding) bool {
				return f.Requirement == d.Requirement && f.Code == d.Code && f.Path.String() == d.Path
			}) {
				t.Errorf("%s: %s %s %s stays after %q", name, d.Requirement, d.Code, d.Path, d.Edit.Text)
			}
		}
	}
	all := examples(t)
	for name, src := range all {
		check(name, src)
	}
	const name = "f01-excellent-auto-parts"
	for _, section := range newOutline(all[name]).root.children {
		check(name+" without "+section.path().String(), without(all[name], section))
		for i, part := range section.children {
			if _, key := part.step.Key(); key && part.kind != scalar && i%6 == 0 {
				check(name+" without "+part.path().String(), without(all[name], part))
			}
		}
	}
	t.Logf("%d repairs: %v", tried, codes)
	if codes["missing"] < 10 || codes["missing_key"] < 10 {
		t.Errorf("too few repairs to say anything: %v", codes)
	}
}

// without leaves the lines of a node out.
func without(text string, n *node) string {
	l := newLines(text)
	last := l.lineAt(n.reach())
	end := len(text)
	if last+1 < len(l.starts) {
		end = l.starts[last+1]
	}
	return text[:l.starts[l.lineAt(n.keyStart)]] + text[end:]
}

func findings(a *assess.Assessment) []assess.Finding {
	out := slices.Clone(a.Form)
	for _, r := range a.Results {
		out = append(out, r.Findings...)
	}
	return out
}

// A waived requirement costs nothing, and one whose rule failed says so where the text begins.
func TestDiagnosticsOfUnusualResults(t *testing.T) {
	t.Parallel()
	text := Open(openPack(t), "proposal.yaml", "# a comment\n"+formed)
	a := assessment(t, text)
	for i := range a.Results {
		r := &a.Results[i]
		switch {
		case i == 0:
			*r = assess.Result{Requirement: r.Requirement, Status: assess.StatusError, Weight: r.Weight, Error: "the rule gave no outcome"}
		case len(r.Findings) > 0:
			r.Waiver = &assess.Waiver{}
		}
	}
	failed, waived := 0, 0
	for _, d := range text.Diagnostics(a, catalog.ZH) {
		switch {
		case d.Code == "error":
			failed++
			if d.Severity != Error || d.Range.Start != (Position{1, 0}) || !strings.Contains(d.Message, "无法评估") {
				t.Errorf("got %+v", d)
			}
		case d.Requirement != "":
			waived++
			if d.Severity == Warning || d.Severity == Error || d.Points != "" {
				t.Errorf("got %+v", d)
			}
		}
	}
	if failed != 1 || waived == 0 {
		t.Errorf("got %d failed and %d waived", failed, waived)
	}
}
