package aiplus.rules.empl_07_test

import data.aiplus.rules.empl_07 as rule

_trainer := {
	"title_zh": "人工智能训练师", "count": 12, "kind": "direct", "employer": "applicant", "by": "2027-09-30",
	"basis_zh": "每月回流标注约2.6万段会话，人均每月2200段",
}

_annotator := {
	"title_zh": "驻场标注员", "count": 8, "kind": "contract", "employer": "P1", "by": "2027-12-31",
	"basis_zh": "按任务二合同配置",
}

_none := {"count": 0, "basis_zh": "运行维护由现有六名值班人员兼任，日均工单两件，不需增人"}

_base := {
	"meta": {"submitted_on": "2026-10-15"},
	"project": {"stage": "pilot", "start": "2026-12-01", "end": "2028-05-31"},
	"applicant": {"name": "某保险公司"},
	"partners": [
		{"id": "P1", "name": "某科技公司", "agreement": "EV-02"},
		{"name": "某培训公司", "agreement": "EV-03"},
		{"id": "P3", "name": "某咨询公司"},
		{"id": "P4", "agreement": "EV-02"},
	],
	"employment": {"jobs_created": [_trainer, _annotator]},
	"finance": {
		"total_cny_wan": 60,
		"items": [{"category": "personnel", "amount": 90}],
		"cashflow": [
			{"year": 2028, "income_cny_wan": 60, "opex_cny_wan": 40},
			{"year": 2027, "income_cny_wan": 18, "opex_cny_wan": 40},
		],
	},
	"evidence": [
		{"id": "EV-02", "kind": "contract", "issuer": "双方", "issued_on": "2026-09-12", "sha256": "2"},
		{"id": "EV-03", "kind": "contract", "issued_on": "2026-09-12", "sha256": "3"},
	],
}

_with(rows) := object.union(_base, {"employment": {"jobs_created": rows}})

_first(changes) := _with([object.union(_trainer, changes), _annotator])

_second(changes) := _with([_trainer, object.union(_annotator, changes)])

_earning(cashflow) := object.union(_base, {"finance": {"cashflow": cashflow}})

_unpaid(rows) := object.union(_with(rows), {"finance": {"items": [{"category": "equipment", "amount": 90}]}})

_passing := {
	"posts of the applicant and a partner": _base,
	"an occupation code is not asked for": _with([object.union(_trainer, {"code_cn": "4-04-05-05"}), _annotator]),
	"the applicant by name": _first({"employer": "某保险公司"}),
	"a partner by name": _second({"employer": "某科技公司"}),
	"a partner without a name": _second({"employer": "P4"}),
	"the applicant as contractor": _first({"kind": "contract"}),
	"posts of a partner alone need no money of the applicant": _unpaid([_annotator]),
	"none, of a company that plans no income": object.union(
		object.remove(_with([_none]), ["finance"]),
		{"applicant": {"org_type": "soe"}},
	),
	"none, with the reason": _with([_none]),
	"none, with a reason just long enough": _with([{"count": 0, "basis_zh": "一二三四五六七八九十 一二三四五六七八九十"}]),
	"none, whoever would have employed them": _with([object.union(_none, {"kind": "direct", "employer": "全社会"})]),
	"none outside either": _with([object.union(_none, {"kind": "indirect"})]),
	"income planned, the total left out": object.union(
		object.remove(_base, ["finance"]),
		{"finance": object.remove(_base.finance, ["total_cny_wan"])},
	),
	"none in the project, some outside": _with([_none, object.union(_trainer, {"kind": "indirect", "count": 5000, "employer": "经销商"})]),
	"more outside than the income could carry": _with([_trainer, object.union(_annotator, {"kind": "platform", "count": 5000, "employer": "骑手平台"})]),
	"on the last day": _first({"by": "2028-05-31"}),
	"on the first day": _first({"by": "2026-12-01"}),
	"no income planned, as many as the budget carries": _earning([]),
	"no income in any year": _earning([{"year": 2028, "income_cny_wan": 0, "opex_cny_wan": 40}]),
	"no posts and no money": object.remove(_with([_none]), ["finance", "project"]),
}

test_passes[name] if {
	some name, proposal in _passing
	got := rule.findings with input.proposal as proposal
	got == set()
}

test_passes_only_where_it_applies if {
	rule.applies with input.proposal as _base
}

_section := ["employment", "jobs_created"]

_missing := {
	"everything": {"proposal": {"project": {"stage": "pilot"}}, "want": {_section}},
	"employment": {"proposal": object.remove(_base, ["employment"]), "want": {_section}},
	"posts": {"proposal": _with([]), "want": {_section}},
	"reason for none": {"proposal": _with([{"count": 0}]), "want": {["employment", "jobs_created", 0, "basis_zh"]}},
	"end": {
		"proposal": object.union(object.remove(_base, ["project"]), {"project": {"start": "2026-12-01"}}),
		"want": {["project", "end"]},
	},
	"end, for the only post": {
		"proposal": json.remove(_with([object.union(_trainer, {"count": 1})]), ["project/end"]),
		"want": {["project", "end"]},
	},
	"money of any kind, for the only post": {
		"proposal": json.remove(_with([object.union(_trainer, {"count": 1})]), ["finance/total_cny_wan", "finance/cashflow"]),
		"want": {["finance", "total_cny_wan"]},
	},
	"cash flow of a private company, for the only post": {
		"proposal": object.union(
			json.remove(_with([object.union(_trainer, {"count": 1})]), ["finance/cashflow"]),
			{"applicant": {"org_type": "private"}},
		),
		"want": {["finance", "cashflow"]},
	},
	"cash flow of a company of foreign investors": {
		"proposal": object.union(
			json.remove(_base, ["finance/cashflow"]),
			{"applicant": {"org_type": "foreign_invested"}},
		),
		"want": {["finance", "cashflow"]},
	},
	"money of any kind": {
		"proposal": object.union(object.remove(_base, ["finance"]), {"finance": {"items": _base.finance.items}}),
		"want": {["finance", "total_cny_wan"]},
	},
	"cash flow of a company": {
		"proposal": object.union(object.remove(_base, ["finance"]), {
			"finance": {"total_cny_wan": 600, "items": _base.finance.items},
			"applicant": {"org_type": "soe"},
		}),
		"want": {["finance", "cashflow"]},
	},
	"cash flow of who charges": {
		"proposal": object.union(object.remove(_base, ["finance"]), {
			"finance": {"total_cny_wan": 600, "items": _base.finance.items},
			"inclusion": {"threshold": {"price_model": "paid"}},
		}),
		"want": {["finance", "cashflow"]},
	},
	"agreement of the partner": {
		"proposal": _second({"employer": "P3"}),
		"want": {["partners", 2, "agreement"]},
	},
}

test_fails_without[name] if {
	some name, tc in _missing
	found := rule.findings with input.proposal as tc.proposal
	got := {[f.code, f.path] | some f in found}
	got == {["missing", path] | some path in tc.want}
}

test_fails_without_field[field] if {
	some field in ["title_zh", "count", "kind", "employer", "by", "basis_zh"]
	found := rule.findings with input.proposal as _with([_trainer, object.remove(_annotator, [field])])
	got := {[f.code, f.path] | some f in found}
	got == {["missing", ["employment", "jobs_created", 1, field]]}
}

_failing := {
	"none, with a reason just too short": {
		"proposal": _with([{"count": 0, "basis_zh": "一二三四五六七八九十 一二三四五六七八九"}]),
		"want": {"zero_unexplained"},
	},
	"all indirect": {
		"proposal": _with([object.union(_trainer, {"kind": "indirect", "count": 5000})]),
		"want": {"none_in_project"},
	},
	"one, indirect": {
		"proposal": _with([object.union(_trainer, {"kind": "indirect", "count": 1})]),
		"want": {"none_in_project"},
	},
	"one, employed by everybody": {
		"proposal": _with([object.union(_trainer, {"count": 1, "employer": "全社会"})]),
		"want": {"employer_outside"},
	},
	"little income": {
		"proposal": _earning([{"year": 2028, "income_cny_wan": 1, "opex_cny_wan": 40}]),
		"want": {"more_than_income"},
	},
	"all on platforms or indirect": {
		"proposal": _with([object.union(_trainer, {"kind": "indirect"}), object.union(_annotator, {"kind": "platform"})]),
		"want": {"none_in_project"},
	},
	"employed by everybody": {"proposal": _first({"employer": "全社会"}), "want": {"employer_outside"}},
	"contracted by somebody else": {"proposal": _second({"employer": "某劳务公司"}), "want": {"employer_outside"}},
	"no money for people": {"proposal": _unpaid([_trainer]), "want": {"posts_unpaid"}},
	"no money at all": {
		"proposal": object.union(
			object.remove(_base, ["finance"]),
			{"finance": {"total_cny_wan": 60, "cashflow": []}},
		),
		"want": {"posts_unpaid"},
	},
	"a partner's agreement without issuer": {"proposal": _second({"employer": "某培训公司"}), "want": {"agreement_weak"}},
	"a day after the project": {"proposal": _first({"by": "2028-06-01"}), "want": {"after_project_end"}},
	"outside, after the project": {
		"proposal": _second({"kind": "platform", "by": "2035-12-31"}),
		"want": {"after_project_end"},
	},
	"a day before the start": {"proposal": _first({"by": "2026-11-30"}), "want": {"before_start"}},
	"one more than the income carries": {"proposal": _first({"count": 13}), "want": {"more_than_income"}},
	"fifty thousand": {"proposal": _first({"count": 50000}), "want": {"more_than_income"}},
	"income that ends": {
		"proposal": _earning([
			{"year": 2028, "income_cny_wan": 600, "opex_cny_wan": 40},
			{"year": 2029, "income_cny_wan": 0, "opex_cny_wan": 40},
		]),
		"want": {"more_than_income"},
	},
	"no income, one more than the budget carries": {
		"proposal": object.union(_first({"count": 13}), {"finance": {"cashflow": []}}),
		"want": {"more_than_budget"},
	},
	"income of nothing, just too small a budget": {
		"proposal": object.union(
			_earning([{"year": 2028, "income_cny_wan": 0, "opex_cny_wan": 40}]),
			{"finance": {"total_cny_wan": 59.99}},
		),
		"want": {"more_than_budget"},
	},
}

test_fails_on[name] if {
	some name, tc in _failing
	got := {f.code | some f in rule.findings} with input.proposal as tc.proposal
	got == tc.want
}

test_fails_with_the_last_income if {
	got := rule.findings with input.proposal as _first({"count": 13})
	got == {{
		"code": "more_than_income",
		"path": ["employment", "jobs_created"],
		"related": [
			["employment", "jobs_created", 0, "count"],
			["employment", "jobs_created", 1, "count"],
			["finance", "cashflow", 0, "income_cny_wan"],
		],
		"args": {"posts": 21, "income_wan": 60, "year": 2028, "min": 3},
	}}
}

test_fails_with_the_budget if {
	got := rule.findings with input.proposal as object.union(_first({"count": 13}), {"finance": {"cashflow": []}})
	got == {{
		"code": "more_than_budget",
		"path": ["employment", "jobs_created"],
		"related": [
			["employment", "jobs_created", 0, "count"],
			["employment", "jobs_created", 1, "count"],
			["finance", "total_cny_wan"],
		],
		"args": {"posts": 21, "total_wan": 60, "min": 3},
	}}
}

test_fails_with_the_agreement if {
	got := rule.findings with input.proposal as _second({"employer": "某培训公司"})
	got == {{
		"code": "agreement_weak",
		"path": ["partners", 1, "agreement"],
		"related": [["evidence", 1], ["employment", "jobs_created", 1, "employer"]],
		"args": {"evidence": "EV-03", "flaw": {"term": "evidence_no_issuer"}, "post": "驻场标注员"},
	}}
}

test_fails_with_the_date if {
	got := rule.findings with input.proposal as _second({"by": "2028-06-01"})
	got == {{
		"code": "after_project_end",
		"path": ["employment", "jobs_created", 1, "by"],
		"related": [["project", "end"]],
		"args": {"post": "驻场标注员", "date": "2028-06-01", "limit": "2028-05-31"},
	}}
}

test_fails_with_the_employer if {
	got := rule.findings with input.proposal as _first({"employer": "全社会"})
	got == {{
		"code": "employer_outside",
		"path": ["employment", "jobs_created", 0, "employer"],
		"related": [["partners"]],
		"args": {"post": "人工智能训练师", "employer": "全社会"},
	}}
}

test_fails_with_the_place_of_a_post_without_title if {
	got := rule.findings with input.proposal as _with([
		_trainer,
		object.remove(object.union(_annotator, {"employer": "全社会"}), ["title_zh"]),
	])
	got == {
		{"code": "missing", "path": ["employment", "jobs_created", 1, "title_zh"], "args": {}},
		{
			"code": "employer_outside",
			"path": ["employment", "jobs_created", 1, "employer"],
			"related": [["partners"]],
			"args": {"post": 2, "employer": "全社会"},
		},
	}
}

test_fails_with_the_posts_unpaid if {
	got := rule.findings with input.proposal as _unpaid([_trainer, _annotator])
	got == {{
		"code": "posts_unpaid",
		"path": ["finance", "items"],
		"related": [["employment", "jobs_created", 0, "count"]],
		"args": {"posts": 12},
	}}
}

test_does_not_apply_before_the_pilot if {
	not rule.applies with input.proposal as {"project": {"stage": "prototype"}}
}
