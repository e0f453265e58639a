package editor

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"hegui/internal/catalog"
	"hegui/internal/proposal"
)

// What is offered at the cursor. The text is as somebody left it while typing.
func TestComplete(t *testing.T) {
	t.Parallel()
	const ids = "kpis:\n  - {id: K1, name_zh: 漏检率}\n  - id: K2\n    name_zh: \"调机时间\"\nevidence:\n  - id: EV-01\n    title_zh: 合同\n"
	for _, tc := range []struct {
		name, text string
		want       []string // "kind label", the first of what is offered; nil for nothing
		all        bool     // and nothing else
	}{
		{"the sections, in an empty text", "‸", []string{"field apiVersion", "field kind", "field meta", "field project"}, false},
		{"required sections before others", "apiVersion: hegui/v1\nkind: Proposal\nmeta:\nproject:\napplicant:\n‸", []string{"field scenarios", "field kpis"}, false},
		{"what begins with what is typed", "pro‸", []string{"field project"}, true},
		{"whatever its case", "PRO‸", []string{"field project"}, true},
		{"by its Chinese name", "项目概‸", []string{"field project"}, true},
		{"fields of a section", "project:\n  ‸", []string{"field type", "field id", "field title_zh"}, false},
		{"that are not there yet, before or after", "project:\n  type: dataset\n  ‸\n  id: abcd\n", []string{"field title_zh", "field summary_zh"}, false},
		{"while the first one is typed", "project:\n  t‸\n  title_zh: x\n", []string{"field type", "field trl", "field title_en"}, true},
		{"below an item's first key", "kpis:\n  - id: K1\n    na‸", []string{"field name_zh"}, true},
		{"at the first key of an item", "kpis:\n  - na‸", []string{"field name_zh"}, true},
		{"deep below", "project:\n  trl:\n    current: 6\n    ‸", []string{"field target"}, true},
		{"in a section after a deeper one", "project:\n  trl:\n    current: 6\n  reg‸", []string{"field region"}, true},
		{"where a list stands at the column of its key", "kpis:\n- id: K1\n  na‸", []string{"field name_zh"}, true},
		{"in braces", "project:\n  trl: {cur‸", []string{"field current"}, true},
		{"in braces over lines", "project:\n  trl: {\n    current: 6,\n    ‸\n  }\n", []string{"field target"}, true},
		{"a key before its value", "project:\n  ti‸: x\n", []string{"field title_zh", "field title_en"}, true},
		{"a key in quotes", "project:\n  \"title_‸\": x\n", []string{"field title_zh", "field title_en"}, true},
		{"the words of a field", "project:\n  type: ‸", []string{"value application", "value foundation_model"}, false},
		{"the words that begin so", "project:\n  type: open‸", []string{"value open_source"}, true},
		{"in quotes", "project:\n  type: \"open‸\"", []string{"value open_source"}, true},
		{"on the line after the key", "project:\n  type:\n    open‸", []string{"value open_source"}, true},
		{"true and false", "declarations:\n  truthful: ‸", []string{"value true", "value false"}, true},
		{"a date", "meta:\n  submitted_on: ‸", []string{"snippet 2026-10-15"}, true},
		{"a code of the right form", "project:\n  region: {province_gb2260: ‸}", []string{"snippet 330100"}, true},
		{"ids that are written elsewhere", ids + "plan:\n  milestones:\n    - kpi_ids: [‸]", []string{"reference K1", "reference K2"}, true},
		{"but not twice in one list", ids + "plan:\n  milestones:\n    - kpi_ids: [K1, ‸]", []string{"reference K2"}, true},
		{"in a list of lines", ids + "plan:\n  milestones:\n    - kpi_ids:\n        - K1\n        - ‸", []string{"reference K2"}, true},
		{"without a dash", ids + "project:\n  problem:\n    evidence:\n      ‸", []string{"reference - EV-01"}, true},
		{"without brackets", ids + "project:\n  problem:\n    evidence: ‸", []string{"reference EV-01"}, true},
		{"before they are written", "project:\n  problem:\n    evidence: [E‸]\nevidence:\n  - {id: EV-07}\n", []string{"reference EV-07"}, true},
		{"a section by its key, and partners", "partners:\n  - {id: P1, name: 研究院}\nplan:\n  work_packages:\n    - lead: ‸", []string{"reference applicant", "reference P1"}, true},
		{"another item", "kpis:\n  - id: K1\n  ‸", []string{"snippet - "}, true},
		{"the first item", "kpis:\n  ‸", []string{"snippet - "}, true},
		{"with CRLF", "project:\r\n  trl:\r\n    current: 6\r\n    ‸\r\n", []string{"field target"}, true},
		{"after Chinese and emoji", "project:\n  trl: {x: \"标题😀\", cur‸}", []string{"field current"}, true},
		{"nothing in a comment", "project:\n  # ty‸", nil, true},
		{"nothing after a comment", "project: # ty‸", nil, true},
		{"nothing in free text", "project:\n  title_zh: 汽车‸", nil, true},
		{"nothing in a block of text", "project:\n  summary_zh: |\n    ty‸\n", nil, true},
		{"nothing in an unknown section", "stuff:\n  ‸", nil, true},
		{"nothing for what nothing begins with", "project:\n  zzz‸", nil, true},
		{"nothing below a value", "project:\n  id: abcd\n    ‸", nil, true},
		{"after a quote that nobody closes", "project:\n  title_zh: \"汽车\n  trl:\n    cur‸", []string{"field current"}, true},
		{"after a bracket that nobody closes", "project:\n  problem: {evidence: [EV-01\n  trl:\n    cur‸", []string{"field current"}, true},
	} {
		t.Run(tc.name, func(t *testing.T) {
			t.Parallel()
			text, pos := at(t, tc.text)
			var got []string
			for _, c := range text.Complete(pos, catalog.ZH) {
				got = append(got, fmt.Sprintf("%s %s", c.Kind, c.Label))
			}
			if tc.all && !slices.Equal(got, tc.want) || !tc.all && (len(got) <= len(tc.want) || !slices.Equal(got[:len(tc.want)], tc.want)) {
				t.Errorf("got %q, want %q", got, tc.want)
			}
		})
	}
}

// The text after the first completion is taken.
func TestCompletionsAreInserted(t *testing.T) {
	t.Parallel()
	for _, tc := range []struct{ name, text, want string }{
		{"a field, ready for its value", "project:\n  sta‸", "project:\n  stage: "},
		{"a field with its only value", "api‸", "apiVersion: hegui/v1"},
		{"a section with what it needs", "project:\n  tr‸", "project:\n  trl:\n    current: \n    target: "},
		{"a list with its first item", "project:\n  policy‸", "project:\n  policy_alignment:\n    - clause_id: \n      contribution_zh: \n      kpi_ids:\n        - "},
		{"in an item of a list", "kpis:\n  - id: K1\n    na‸", "kpis:\n  - id: K1\n    name_zh: "},
		{"in braces", "project: {tr‸}", "project: {trl: {}}"},
		{"a key that has a value", "project:\n  tit‸l: x", "project:\n  title_zh: x"},
		{"a key in quotes", "project:\n  \"tit‸l\": x", "project:\n  \"title_zh\": x"},
		{"a word", "project:\n  type: fou‸", "project:\n  type: foundation_model"},
		{"digits that are text, in quotes", "project:\n  region:\n    province_gb2260: ‸", "project:\n  region:\n    province_gb2260: \"330100\""},
		{"and not in two", "project:\n  region:\n    province_gb2260: \"‸\"", "project:\n  region:\n    province_gb2260: \"330100\""},
		{"one of a list, in brackets", "evidence: [{id: EV-01}]\nproject:\n  problem:\n    evidence: ‸", "evidence: [{id: EV-01}]\nproject:\n  problem:\n    evidence: [EV-01]"},
		{"with the line breaks of the text", "meta:\r\n  language: zh\r\nproject:\r\n  tr‸", "meta:\r\n  language: zh\r\nproject:\r\n  trl:\r\n    current: \r\n    target: "},
		{"after a mark", "\ufeffapi‸", "\ufeffapiVersion: hegui/v1"},
	} {
		t.Run(tc.name, func(t *testing.T) {
			t.Parallel()
			text, pos := at(t, tc.text)
			got := text.Complete(pos, catalog.EN)
			if len(got) == 0 {
				t.Fatal("nothing is offered")
			}
			if got := apply(t, text, got[0].Edit); got != tc.want {
				t.Errorf("got %q, want %q", got, tc.want)
			}
		})
	}
}

// In an example cut off after any of its keys, taking a field gives a text that parses.
func TestCompletedTextParses(t *testing.T) {
	t.Parallel()
	text := examples(t)["f01-excellent-auto-parts"]
	lines := strings.SplitAfter(text, "\n")
	tried := 0
	for n := 20; n < len(lines); n += 37 {
		whole := strings.Join(lines[:n], "")
		last := lines[n-1]
		indent := last[:len(last)-len(strings.TrimLeft(last, " "))]
		if _, err := proposal.Parse("", []byte(whole), proposal.Limits{}); err != nil {
			continue // inside a text of several lines
		}
		open, pos := at(t, whole+indent+cursor)
		for _, c := range open.Complete(pos, catalog.ZH) {
			if c.Kind != Field {
				continue
			}
			tried++
			if _, err := proposal.Parse("", []byte(apply(t, open, c.Edit)), proposal.Limits{}); err != nil {
				t.Errorf("line %d, %s: %v", n, c.Label, err)
			}
		}
	}
	if tried < 100 {
		t.Errorf("only %d completions", tried)
	}
}

// Each completion says what it is in the language asked for.
func TestCompletionsHaveWords(t *testing.T) {
	t.Parallel()
	text, pos := at(t, "project:\n  problem:\n    affected‸")
	for lang, want := range map[catalog.Lang][2]string{
		catalog.ZH: {"受影响人数（人）", "整数"},
		catalog.EN: {"people affected (people)", "a whole number"},
	} {
		got := text.Complete(pos, lang)
		if len(got) != 1 || got[0].Detail != want[0] || !strings.HasPrefix(got[0].Documentation, want[1]) {
			t.Errorf("%s: got %+v", lang, got)
		}
	}
	refs, pos := at(t, "evidence:\n  - id: EV-01\n    title_zh: 合同\nproject:\n  problem:\n    evidence: [‸]\n")
	if got := refs.Complete(pos, catalog.ZH); len(got) != 1 || got[0].Detail != "合同" {
		t.Errorf("got %+v", got)
	}
}

// A word is written so that a proposal reads the same word.
func TestScalarText(t *testing.T) {
	t.Parallel()
	for word, want := range map[string]string{
		"public": "public", "zh-en": "zh-en", "EV-01": "EV-01", "hegui/v1": "hegui/v1", "2026-10-15": "2026-10-15", "中文": "中文",
		"true": `"true"`, "null": `"null"`, "330100": `"330100"`, "": `""`, "a: b": `"a: b"`, "a #b": `"a #b"`, "[x]": `"[x]"`, " a": `" a"`,
		`a"b\`: `"a\"b\\"`, "a\nb": `"a\nb"`, "4-04-05-05": `"4-04-05-05"`, "a,b": `"a,b"`,
	} {
		if got := scalarText(word); got != want {
			t.Errorf("%q: got %s, want %s", word, got, want)
		}
		for _, form := range []string{"a: %s", "a: [%s]"} {
			doc, err := proposal.Parse("", []byte(fmt.Sprintf(form, want)), proposal.Limits{})
			if err != nil {
				t.Errorf("%q: %v", word, err)
				continue
			}
			v, _ := doc.Root().Get("a")
			if v.Kind() == proposal.Sequence {
				v = v.Items()[0]
			}
			if v.Kind() != proposal.String || v.Text() != word {
				t.Errorf("%q: a proposal reads %q", word, v.Text())
			}
		}
	}
}
