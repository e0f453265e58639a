package editor

import (
	"strings"
	"testing"

	"hegui/internal/catalog"
)

// What is said at the cursor, in both languages.
func TestHover(t *testing.T) {
	t.Parallel()
	for _, tc := range []struct {
		name, text string
		marked     string // the text it is about; "" for nothing to say
		zh, en     []string
	}{
		{"a key", formed + "project:\n  prob‸lem:\n    affected_people: 3\n", "problem", []string{"**拟解决的问题** `project.problem`", "必填"}, []string{"**problem** `project.problem`", "required"}},
		{"a value is of its field", formed + "project:\n  problem:\n    affected_people: 3‸\n", "3",
			[]string{"**受影响人数**", "整数 · 不小于 0 · 单位：人", "在此情形下须填：", "**用到此项的要求**", `**INCL\-01**`, "“需聚焦民生领域突出问题”", "请人工核对"},
			[]string{"**people affected**", "a whole number · at least 0 · unit: people", "needed when: ", "**Requirements that use this field**", "a person should check: "}},
		{"the words of a field", formed + "meta: {langu‸age: zh}\n", "language", []string{"可填：`zh`、`en`、`zh-en`"}, []string{"one of: `zh`, `en`, `zh-en`"}},
		{"what a field refers to", formed + "plan:\n  milestones:\n    - kpi_ids: [‸K1]\n", "K1", []string{"填写以下各处的编号或名称：`kpis`"}, []string{"an id or name from: `kpis`"}},
		{"a finding on the field", formed + "meta: {langu‸age: klingon}\n", "language", []string{"**此处的问题**", "- **格式** ", "klingon", "修改："}, []string{"**Findings here**", "- **form** ", "Repair: "}},
		{"a key that nobody knows", formed + "stu‸ff: 1\n", "stuff", []string{"- **格式** "}, []string{"- **form** "}},
		{"while the text does not parse", formed + "project: {tr‸l: [\n", "trl", []string{"**技术就绪水平**"}, []string{"**technology readiness level**"}},
		{"the error where the text does not parse", formed + "meta:\n  language: z‸h\n  language: en\n  lang", "zh", []string{"**填报语言**"}, []string{"**language**"}},
		{"after Chinese and emoji", formed + "project: {title_zh: \"汽车😀\", st‸age: pilot}\n", "stage", []string{"**所处阶段**"}, []string{"**maturity stage at submission**"}},
		{"nothing between keys", formed + "‸\nmeta: {}\n", "", nil, nil},
		{"nothing in a comment", formed + "# comm‸ent\n", "", nil, nil},
		{"nothing without text", "‸", "", nil, nil},
	} {
		t.Run(tc.name, func(t *testing.T) {
			t.Parallel()
			text, pos := at(t, tc.text)
			a := assessment(t, text)
			for lang, want := range map[catalog.Lang][]string{catalog.ZH: tc.zh, catalog.EN: tc.en} {
				got := text.Hover(pos, a, lang)
				marked := text.lines.text[text.lines.offset(got.Range.Start):text.lines.offset(got.Range.End)]
				if marked != tc.marked || (got.Contents == "") != (tc.marked == "") {
					t.Errorf("got %q about %q, want it about %q", got.Contents, marked, tc.marked)
				}
				for _, part := range want {
					if !strings.Contains(got.Contents, part) {
						t.Errorf("%s: %q is not in:\n%s", lang, part, got.Contents)
					}
				}
			}
		})
	}
}

// What the applicant wrote is shown as it is and cannot become markup.
func TestHoverIsInert(t *testing.T) {
	t.Parallel()
	text, pos := at(t, formed+"meta: {langu‸age: \"<img src=x onerror=alert(1)> [a](javascript:b) **x** `y`\"}\n")
	got := text.Hover(pos, assessment(t, text), catalog.EN).Contents
	for _, active := range []string{"<img", "[a](", "**x", " `y"} {
		if strings.Contains(strings.ReplaceAll(got, `\`+active[:1], "·"), active) {
			t.Errorf("%q is alive in:\n%s", active, got)
		}
	}
	if !strings.Contains(got, `\<img src\=x`) {
		t.Errorf("the value is not shown:\n%s", got)
	}
}

// Text for Markdown: what has a meaning is escaped, what cannot be seen is made visible.
func TestMarkdown(t *testing.T) {
	t.Parallel()
	for in, want := range map[string]string{
		"汽车":          "汽车",
		"a*b_c":       `a\*b\_c`,
		"<b>&amp;":    `\<b\>\&amp;`,
		"a\nb":        "a b",
		"a\u202eb":    "a\ufffdb",
		"\x1b[31m":    "\ufffd\\[31m",
		"www.a.b @me": `www\.a\.b \@me`,
		"1. x":        `1\. x`,
	} {
		if got := markdown(in); got != want {
			t.Errorf("%q: got %q, want %q", in, got, want)
		}
	}
	for in, want := range map[string]string{"a": "`a`", "": "", "a`b\nc": "`a'b c`"} {
		if got := code(in); got != want {
			t.Errorf("%q: got %q, want %q", in, got, want)
		}
	}
}
