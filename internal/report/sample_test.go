package report

import (
	"bytes"
	"context"
	"fmt"
	"io"
	"testing"

	"hegui/internal/assess"
	"hegui/internal/catalog"
	"hegui/internal/proposal"
)

// The sample pack asks for one thing of each kind, so that a few small proposals show every status and every verdict.
// Its rules are written out: what is tested here is how results are written, not how they come about.
func sampleCatalog() *catalog.Catalog {
	t := func(zh, en string) catalog.Text { return catalog.Text{ZH: zh, EN: en} }
	requirement := func(id, dimension string, severity catalog.Severity, weight int, title catalog.Text) catalog.Requirement {
		return catalog.Requirement{
			ID: id, Title: title, Dimension: dimension, Severity: severity, Weight: weight, Effort: 2,
			Quote:   catalog.Quote{Sentence: "L1-S1", Text: "数据与岗位并重"},
			Reading: t("写明“"+title.ZH+"”。", "State this: "+title.EN+"."),
			Example: t("x: 1\n", "x: 1\n"),
			Codes: map[string]catalog.Code{
				"few": {
					Basis:   catalog.BasisSource,
					Message: t("“{name}”只有 {count} 条", `"{name}" has {count} records`), Remedy: t("补足“{name}”。", `Add to "{name}".`),
				},
				"thin": {
					Basis:   catalog.BasisDefault,
					Message: t("“{name}”说得太少", `"{name}" says little`), Remedy: t("写清楚。", "Say more."),
				},
			},
		}
	}
	safe := requirement("SAFE-01", "SAFE", catalog.Veto, 40, t("安全负责人", "Someone answers for safety"))
	safe.Confirm = t("看看是否在职", "See whether they are still there")
	online := requirement("SAFE-02", "SAFE", catalog.Major, 10, t("上线演练", "Drill before going live"))
	online.Applies = catalog.Condition{{{Flag: "deploy"}}}
	return &catalog.Catalog{
		ID: "sample", Version: "1.2.0", Title: t("样例要求", "Sample requirements"),
		Dimensions: []catalog.Dimension{{ID: "DATA", Title: t("数据", "Data")}, {ID: "SAFE", Title: t("安全", "Safety")}},
		Requirements: []catalog.Requirement{
			requirement("DATA-01", "DATA", catalog.Major, 30, t("数据规模", "Size of the data")),
			requirement("DATA-02", "DATA", catalog.Minor, 20, t("数据说明", "Description of the data")),
			requirement("DATA-03", "DATA", catalog.Major, 10, t("数据意义", "Use of the data")),
			safe, online,
		},
		Profiles: []catalog.Profile{*sampleProfile()},
		Grades:   []catalog.Grade{{ID: "good", From: 8000, Title: t("推荐", "recommended")}, {ID: "fair", Title: t("一般", "fair")}},
		Flags:    []catalog.Flag{{Name: "deploy", Title: t("上线", "goes live"), Off: t("项目不上线", "nothing goes live")}},
		Codes: map[string]catalog.Code{"missing": {
			Basis:   catalog.BasisSource,
			Message: t("缺少“{label}”（{path}）", `"{label}" ({path}) is missing`), Remedy: t("补填。", "Fill it in."),
		}},
		Hints: map[string]catalog.Code{"unit": {
			Message: t("“{label}”可能写错了单位", `the unit of "{label}" looks wrong`), Remedy: t("核对单位。", "Check the unit."),
		}},
		Guards: map[string]catalog.Text{"denied": t("自称不用数据，却列出了“{name}”", `says it uses no data, and lists "{name}"`)},
		Labels: map[string]catalog.Text{"owner.name": t("姓名", "name"), "owner.phone": t("电话", "telephone")},
	}
}

func sampleProfile() *catalog.Profile {
	return &catalog.Profile{
		ID: "general", Title: catalog.Text{ZH: "通用", EN: "General"}, PassMark: 6000, Floor: 3000, FloorMinShare: 500,
	}
}

// sampleRules answers with what a test wants said, and otherwise that all is well.
type sampleRules assess.Evaluation

func (r *sampleRules) Eval(context.Context, assess.Input) (*assess.Evaluation, error) {
	ev := assess.Evaluation(*r)
	outcomes := map[string]assess.Outcome{"safe_02": {}}
	for _, stem := range []string{"data_01", "data_02", "data_03", "safe_01"} {
		outcomes[stem] = assess.Outcome{Applies: true}
	}
	for stem, o := range ev.Outcomes {
		outcomes[stem] = o
	}
	ev.Outcomes = outcomes
	return &ev, nil
}

// sampleForm reports the defects it holds.
type sampleForm []assess.Finding

func (f sampleForm) Validate(*proposal.Document) ([]assess.Finding, []proposal.Path) { return f, nil }
func (sampleForm) Item(proposal.Path) proposal.Kind                                  { return proposal.String }

// sampleCase is a proposal and what is found in it.
type sampleCase struct {
	file    string
	src     string
	rules   sampleRules
	form    sampleForm
	waivers []assess.Waiver
}

const sampleSource = `project:
  id: p1
  title_zh: %s
data:
  - {id: D1, name: 甲, count: 3}
owner: {}
`

func at(steps ...any) proposal.Path {
	var p proposal.Path
	for _, s := range steps {
		switch s := s.(type) {
		case string:
			p = append(p, proposal.Key(s))
		case int:
			p = append(p, proposal.Index(s))
		}
	}
	return p
}

func stated(code string, path proposal.Path, name string, related ...proposal.Path) assess.RawFinding {
	return assess.RawFinding{
		Code: code, Path: path, Related: related,
		Args: catalog.Args{"name": {Text: name}, "count": {Number: "3"}},
	}
}

// everything is a proposal with something of each kind, whose values and keys are a text.
func everything(file, payload string) sampleCase {
	count := at("data", 0, "count")
	return sampleCase{
		file: file, src: fmt.Sprintf(sampleSource, "一号项目"),
		rules: sampleRules{
			Outcomes: map[string]assess.Outcome{
				"data_01": {Applies: true, Findings: []assess.RawFinding{stated("few", count, payload, at("project", "id"))}},
				"data_02": {Applies: true, Findings: []assess.RawFinding{stated("thin", at("data", 0, payload), payload)}, Credit: 50, HasCredit: true},
				"data_03": {Applies: true, Manual: []assess.RawFinding{stated("few", at("data"), payload)}},
				"safe_01": {Applies: true, Findings: []assess.RawFinding{
					stated("missing", at("owner", "name"), ""), stated("missing", at("owner", "phone"), ""), stated("few", at("owner"), payload),
				}},
			},
			Because: map[string][]proposal.Path{},
			Guards: []assess.RawGuard{ // of one place, for two reasons
				{Flag: "deploy", RawFinding: stated("denied", at("data"), payload)}, {Flag: "deploy", RawFinding: stated("denied", at("data"), "乙")},
			},
			Hints: []assess.RawFinding{stated("unit", count, payload)},
		},
		form: sampleForm{{Code: "unknown_key", Place: assess.Place{Path: at(payload), Position: proposal.Position{Line: 4, Column: 1}},
			Args: catalog.Args{"key": {Text: payload}, "known": {List: []catalog.Arg{{Text: "data"}, {Text: payload}}}}}},
	}
}

// The proposals of the sample, by verdict.
func samplePass() sampleCase {
	return sampleCase{file: "pass.yaml", src: fmt.Sprintf(sampleSource, "二号项目")}
}

func sampleReview() sampleCase {
	return sampleCase{file: "folder/待复核 1.yaml", src: fmt.Sprintf(sampleSource, "三号项目"), rules: sampleRules{
		Outcomes: map[string]assess.Outcome{"data_03": {Applies: true, Manual: []assess.RawFinding{stated("few", at("data"), "甲")}}},
	}}
}

func sampleWaived() sampleCase {
	return sampleCase{
		file: "waived.yaml", src: fmt.Sprintf(sampleSource, "四号项目"),
		rules: sampleRules{Outcomes: map[string]assess.Outcome{
			"safe_01": {Applies: true, Findings: []assess.RawFinding{stated("few", at("owner"), "甲")}},
		}},
		waivers: []assess.Waiver{
			{Requirement: "SAFE-01", Scope: assess.Scope{Project: "p1"}, Reason: "人员下月到岗", Owner: "甲", Approver: "乙", Expires: "2026-12-31"},
			{Requirement: "DATA-01", Scope: assess.Scope{Project: "*"}, Reason: "不再需要", Owner: "甲", Approver: "乙", Expires: "2026-12-31"},
		},
	}
}

func sampleBroken() sampleCase {
	return sampleCase{file: "broken.yaml", src: fmt.Sprintf(sampleSource, "五号项目"), rules: sampleRules{
		Outcomes: map[string]assess.Outcome{"data_01": {Err: "the rule gave a credit of 300, outside 0..100"}},
	}}
}

// samples are proposals of every verdict, and files that cannot be read.
func samples() []sampleCase {
	return []sampleCase{everything("all.yaml", "甲"), samplePass(), sampleReview(), sampleWaived(), sampleBroken()}
}

func (s *sampleCase) assess(t testing.TB) *assess.Assessment {
	t.Helper()
	doc, err := proposal.Parse(s.file, []byte(s.src), proposal.Limits{})
	if err != nil {
		t.Fatal(err)
	}
	assessor := assess.Assessor{
		Pack: assess.PackRef{ID: "sample", Version: "1.2.0", Digest: "d1"}, Catalog: sampleCatalog(), Profile: sampleProfile(),
		Form: s.form, Evaluator: &s.rules, AsOf: "2026-11-01", Engine: "test", Waivers: s.waivers,
	}
	a, err := assessor.Assess(t.Context(), doc)
	if err != nil {
		t.Fatal(err)
	}
	return a
}

// unreadable gives one file that the parser refuses and one that is not there.
func unreadable(file, payload string) []*Unreadable {
	_, err := proposal.Parse(file, []byte("a: 1\n\""+payload+"\": 2\n\tb: 3\n"), proposal.Limits{})
	return []*Unreadable{{File: file, Err: err}, {File: file, Err: fmt.Errorf("open %s: %w", payload, io.ErrUnexpectedEOF)}}
}

// written gives a report on cases and files that cannot be read.
func written(t testing.TB, f Format, lang catalog.Lang, cases []sampleCase, bad []*Unreadable) string {
	t.Helper()
	var b bytes.Buffer
	out, err := New(&b, f, Options{Catalog: sampleCatalog(), Profile: sampleProfile(), Engine: "test", Lang: lang})
	if err != nil {
		t.Fatal(err)
	}
	for i := range cases {
		if err := out.Add(cases[i].assess(t)); err != nil {
			t.Fatal(err)
		}
	}
	for _, u := range bad {
		if err := out.Skip(u); err != nil {
			t.Fatal(err)
		}
	}
	if err := out.Close(); err != nil {
		t.Fatal(err)
	}
	return b.String()
}
