package report

import (
	"bytes"
	"context"
	"fmt"
	"strings"
	"testing"

	"hegui/internal/assess"
	"hegui/internal/catalog"
	"hegui/internal/proposal"
)

// sampleYAML is a small proposal. The hostile tests put their text where {} stands.
const sampleYAML = `project:
  id: '{id}'
  title_zh: '{title}'
data:
  datasets:
    - id: D1
      share_pct: 12
safety:
  drill: false
open:
  licence: ''
`

// tableCatalog is a pack in small: every kind of result can be made with it.
func tableCatalog() *catalog.Catalog {
	both := func(zh, en string) catalog.Text { return catalog.Text{ZH: zh, EN: en} }
	when := func(flags ...string) catalog.Condition {
		c, err := catalog.ParseCondition(flags)
		if err != nil {
			panic(err)
		}
		return c
	}
	text := "建设高质量行业数据集,数据要可靠。\n加强安全,数据要可靠,推动开源。"
	second := strings.Index(text, "\n") + 1
	quote := func(sentence string, before, quoted string) catalog.Quote {
		i := strings.Index(text, before+quoted) + len(before)
		return catalog.Quote{Sentence: sentence, Offset: len([]rune(text[:i])), Text: quoted}
	}
	requirement := func(id, zh, en, dimension string, weight int, q catalog.Quote, flag string) catalog.Requirement {
		return catalog.Requirement{
			ID: id, Title: both(zh, en), Dimension: dimension, Weight: weight, Severity: catalog.Major, Applies: when(flag), Quote: q, Effort: 2,
			Reading: both("解读："+zh, "reading: "+en), Example: both("data:\n  note: "+zh, "data:\n  note: "+en),
			Codes: map[string]catalog.Code{
				"low":     {Basis: catalog.BasisDefault, Message: both("只有 {share}%，低于 {min}%", "only {share} %, below {min} %"), Remedy: both("提高到 {min}%。", "Raise it to {min} %.")},
				"claimed": {Basis: catalog.BasisSource, Message: both("“{claim}”没有佐证", `"{claim}" is not shown`), Remedy: both("补充佐证。", "Show it.")},
			},
		}
	}
	c := &catalog.Catalog{
		ID: "small", Version: "1.0.0", Title: both("小规则包", "small pack"),
		Source: catalog.Source{File: "seeds/small.txt", SHA256: strings.Repeat("5e", 32), Title: both("小文件", "small document"), Publisher: both("某部门", "some office"), Text: text},
		Sentences: []catalog.Sentence{
			{ID: "L1-S1", Start: 0, End: second - 1, Text: text[:second-1]}, {ID: "L2-S1", Start: second, End: len(text), Text: text[second:]},
		},
		Dimensions: []catalog.Dimension{{ID: "DATA", Title: both("数据", "Data")}, {ID: "SAFE", Title: both("安全", "Safety")}, {ID: "OPEN", Title: both("开源", "Open source")}},
		Grades:     []catalog.Grade{{ID: "good", From: 8000, Title: both("良好", "good")}, {ID: "poor", Title: both("较差", "poor")}},
		Flags: []catalog.Flag{
			{Name: "all", Title: both("所有项目", "every project"), Off: both("–", "–")},
			{Name: "deploy", Title: both("已上线", "deployed"), Off: both("项目尚未上线", "the project is not deployed")},
		},
		Codes: map[string]catalog.Code{"missing": {Basis: catalog.BasisSource, Message: both("缺少“{label}”（{path}）", `"{label}" ({path}) is missing`), Remedy: both("补填“{label}”。", `Fill in "{label}".`)}},
		Hints: map[string]catalog.Code{"unit": {Message: both("“{got}”像是写错了单位", `"{got}" looks like a wrong unit`), Remedy: both("核对单位。", "Check the unit.")}},
		Guards: map[string]catalog.Text{
			"denied": both("申报书称“{claim}”，内容却相反", `the proposal says "{claim}" and shows otherwise`),
		},
		Labels: map[string]catalog.Text{"open.url": both("网址", "address"), "open.date": both("日期", "date")},
	}
	c.Requirements = []catalog.Requirement{
		requirement("DATA-01", "数据集可靠", "Reliable datasets", "DATA", 40, quote("L1-S1", "", "建设高质量行业数据集"), "all"),
		requirement("DATA-02", "数据要可靠", "Reliable data", "DATA", 20, quote("L2-S1", "加强安全,", "数据要可靠"), "all"),
		requirement("SAFE-01", "安全演练", "Safety drill", "SAFE", 20, quote("L2-S1", "", "加强安全"), "all"),
		requirement("SAFE-02", "上线监测", "Monitoring", "SAFE", 10, quote("L2-S1", "", "加强安全"), "deploy"),
		requirement("SAFE-03", "安全承诺", "Safety promises", "SAFE", 10, quote("L2-S1", "", "加强安全"), "all"),
		requirement("OPEN-01", "开源产物", "Artifacts", "OPEN", 10, quote("L2-S1", "", "推动开源"), "all"),
		requirement("OPEN-02", "开源治理", "Governance", "OPEN", 10, quote("L2-S1", "", "推动开源"), "all"),
	}
	c.Requirements[1].Severity = catalog.Veto
	c.Requirements[0].Confirm = both("请核对数据集清单。", "Look at the list of datasets.")
	return c
}

func tableProfile() *catalog.Profile {
	return &catalog.Profile{ID: "general", Title: catalog.Text{ZH: "通用评审方案", EN: "General call"}, PassMark: 6000, Floor: 6000, FloorMinShare: 500}
}

func sampleOptions(lang catalog.Lang) Options {
	return Options{Catalog: tableCatalog(), Profile: tableProfile(), Lang: lang}
}

// said are rules that always say the same.
type said struct{ ev *assess.Evaluation }

func (s said) Eval(context.Context, assess.Input) (*assess.Evaluation, error) { return s.ev, nil }

type noForm struct{}

func (noForm) Item(proposal.Path) proposal.Kind { return proposal.Null }

func (noForm) Validate(*proposal.Document) ([]assess.Finding, []proposal.Path) { return nil, nil }

func path(t testing.TB, s string) proposal.Path {
	t.Helper()
	p, err := proposal.ParsePath(s)
	if err != nil {
		t.Fatal(err)
	}
	return p
}

// sample assesses sampleYAML so that every part of a report has something to say; every text of the proposal's author is
// the given one.
func sample(t testing.TB, theirs string) *assess.Assessment {
	t.Helper()
	src := strings.NewReplacer("{id}", strings.ReplaceAll(theirs, "'", "''"), "{title}", strings.ReplaceAll(theirs, "'", "''")).Replace(sampleYAML)
	doc, err := proposal.Parse(theirs, []byte(src), proposal.Limits{})
	if err != nil { // text that no proposal can hold may still be a file's name
		doc, err = proposal.Parse(theirs, []byte(strings.NewReplacer("{id}", "P-1", "{title}", "T").Replace(sampleYAML)), proposal.Limits{})
	}
	if err != nil {
		t.Fatal(err)
	}
	claim := catalog.Args{"claim": {Text: theirs}}
	hostile := proposal.Path{proposal.Key(theirs)}
	ev := &assess.Evaluation{
		Outcomes: map[string]assess.Outcome{
			"data_01": {Applies: true},
			"data_02": {Applies: true, Findings: []assess.RawFinding{{Code: "claimed", Path: path(t, "data.datasets[0].id"), Related: []proposal.Path{path(t, "safety.drill"), hostile}, Args: claim}}},
			"safe_01": {Applies: true, HasCredit: true, Credit: 60, Findings: []assess.RawFinding{{Code: "low", Path: path(t, "data.datasets[0].share_pct"),
				Args: catalog.Args{"share": {Number: "12"}, "min": {Number: "30"}}}}},
			"safe_02": {},
			"open_01": {Applies: true, Findings: []assess.RawFinding{{Code: "missing", Path: path(t, "open.url")}, {Code: "missing", Path: path(t, "open.date")}}},
			"open_02": {Applies: true},
			"safe_03": {Applies: true, Manual: []assess.RawFinding{{Code: "claimed", Path: hostile, Args: claim}}},
		},
		Because: map[string][]proposal.Path{"all": {path(t, "project")}},
		Guards:  []assess.RawGuard{{Flag: "all", RawFinding: assess.RawFinding{Code: "denied", Path: path(t, "safety.drill"), Args: claim, Related: []proposal.Path{hostile}}}},
		Hints:   []assess.RawFinding{{Code: "unit", Path: path(t, "data"), Args: catalog.Args{"got": {Text: theirs}}}},
	}
	c := tableCatalog()
	assessor := &assess.Assessor{
		Pack: assess.PackRef{ID: c.ID, Version: c.Version, Digest: strings.Repeat("ab", 32)}, Catalog: c, Profile: tableProfile(),
		Form: noForm{}, Evaluator: said{ev}, AsOf: "2026-11-01", Engine: "test",
		Waivers: []assess.Waiver{
			{Requirement: "OPEN-01", Scope: assess.Scope{Project: "*"}, Reason: theirs, Owner: "a", Approver: theirs, Expires: "2026-12-31"},
			{Requirement: "DATA-02", Scope: assess.Scope{Project: "*"}, Reason: theirs, Owner: "a", Approver: theirs, Expires: "2026-10-31"},
		},
	}
	as, err := assessor.Assess(context.Background(), doc)
	if err != nil {
		t.Fatal(err)
	}
	as.Project, as.Title = theirs, theirs // also where the parser would have refused them
	return as
}

// writtenTable gives a whole report.
func writtenTable(t testing.TB, f Format, o Options, all ...any) []byte {
	t.Helper()
	var b bytes.Buffer
	w, err := New(&b, f, o)
	if err != nil {
		t.Fatal(err)
	}
	for _, item := range all {
		switch item := item.(type) {
		case *assess.Assessment:
			err = w.Add(item)
		case *Unreadable:
			err = w.Skip(item)
		default:
			err = fmt.Errorf("%T is no part of a report", item)
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}
