package aiplus.rules.ecos_06_test

import data.aiplus.rules.ecos_06 as rule

_institute := {"id": "P1", "name": "浙东研究院", "org_type": "public_institution", "size": "na", "budget_cny_wan": 40}

_foundry := {
	"id": "P2", "name": "舜拓压铸", "org_type": "private", "size": "small", "employees": 64,
	"revenue_cny_wan": 5860, "budget_cny_wan": 100,
}

_base := {
	"project": {"sector_gb4754": "C36"},
	"applicant": {"size": "large"},
	"partners": [_institute, _foundry],
	"finance": {"total_cny_wan": 1000},
	"plan": {"work_packages": [{"id": "W1", "lead": "applicant"}, {"id": "W2", "lead": "P2"}]},
	"ecosystem": {"sme": {"budget_share_pct": 10, "payment_days": 60, "tools_opened_zh": "判级接口向20家供应商开放"}},
}

_with(edit) := object.union(_base, edit)

_second(edit) := _with({"partners": [_institute, object.union(_foundry, edit)]})

_sme(edit) := _with({"ecosystem": {"sme": edit}})

_passing := {
	"a small one": _base,
	"a medium one, led by name": object.union(
		_second({"size": "medium", "employees": 320}),
		{"plan": {"work_packages": [{"lead": "舜拓压铸"}]}},
	),
	"half a point more": _sme({"budget_share_pct": 10.5}),
	"another one without a package": _with({
		"partners": [_institute, object.union(_foundry, {"budget_cny_wan": 60}), object.union(_foundry, {"id": "P3", "name": "缑源塑件", "budget_cny_wan": 40})],
	}),
	"paid at once": _sme({"payment_days": 0}),
	"a micro one": _second({"size": "micro", "employees": 12}),
	"a foreign one": _second({"org_type": "foreign_invested"}),
	"one of the state": _second({"org_type": "soe"}),
	"a university, whatever size it states": _with({"partners": [
		object.union(_institute, {"org_type": "university", "size": "small", "employees": 1800, "revenue_cny_wan": 90000}),
		_foundry,
	]}),
	"an institute without money": _with({"partners": [object.union(_institute, {"budget_cny_wan": 0}), _foundry]}),
	"a total of nothing, of which nothing is a share": _with({"finance": {"total_cny_wan": 0}}),
}

test_passes[name] if {
	some name, proposal in _passing
	got := rule.findings with input.proposal as proposal
	got == set()
}

_missing := {
	"partners": ["partners"],
	"partners/0/size": ["partners", 0, "size"],
	"partners/0/org_type": ["partners", 0, "org_type"],
	"partners/1/size": ["partners", 1, "size"],
	"partners/1/org_type": ["partners", 1, "org_type"],
	"partners/1/employees": ["partners", 1, "employees"],
	"partners/1/revenue_cny_wan": ["partners", 1, "revenue_cny_wan"],
	"partners/1/budget_cny_wan": ["partners", 1, "budget_cny_wan"],
	"project": ["project", "sector_gb4754"],
	"finance": ["finance", "total_cny_wan"],
	"plan": ["plan", "work_packages"],
	"plan/work_packages/0/lead": ["plan", "work_packages", 0, "lead"],
	"plan/work_packages/1/lead": ["plan", "work_packages", 1, "lead"],
	"ecosystem": ["ecosystem", "sme"],
	"ecosystem/sme/budget_share_pct": ["ecosystem", "sme", "budget_share_pct"],
	"ecosystem/sme/payment_days": ["ecosystem", "sme", "payment_days"],
	"ecosystem/sme/tools_opened_zh": ["ecosystem", "sme", "tools_opened_zh"],
}

test_fails_without[pointer] if {
	some pointer, path in _missing
	got := rule.findings with input.proposal as json.remove(_base, [pointer])
	got == {{"code": "missing", "path": path, "args": {}}}
}

_at(field) := ["ecosystem", "sme", field]

_sizes := [["partners", 0, "size"], ["partners", 1, "size"]]

_failing := {
	"a large one": {"proposal": _second({"size": "large"}), "want": {["no_sme", ["partners"], _sizes, {}]}},
	"a small university": {"proposal": _second({"org_type": "university"}), "want": {["no_sme", ["partners"], _sizes, {}]}},
	"larger than it says": {"proposal": _second({"employees": 1800}), "want": {[
		"size_understated", ["partners", 1, "size"],
		[["partners", 1, "employees"], ["partners", 1, "revenue_cny_wan"], ["partners", 1, "sector_gb4754"]],
		{"partner": "舜拓压铸", "stated": {"term": "size_small"}, "reached": {"term": "size_medium"}},
	]}},
	"without money": {"proposal": object.union(_second({"budget_cny_wan": 0}), {"ecosystem": {"sme": {"budget_share_pct": 0.4}}}), "want": {
		["unfunded", ["partners", 1, "budget_cny_wan"], [], {"partner": "舜拓压铸"}],
		["share_low", _at("budget_share_pct"), [], {"share": 0.4, "min": 10}],
	}},
	"without work": {"proposal": _with({"plan": {"work_packages": [{"lead": "applicant"}, {"lead": "P1"}]}}), "want": {[
		"no_work", ["plan", "work_packages"], [["partners", 1]],
		{},
	]}},
	"a share below the limit": {"proposal": object.union(_sme({"budget_share_pct": 9.9}), {"finance": {"total_cny_wan": 1010}}), "want": {[
		"share_low", _at("budget_share_pct"), [],
		{"share": 9.9, "min": 10},
	]}},
	"more than the budgets are": {"proposal": _sme({"budget_share_pct": 10.6}), "want": {[
		"share_mismatch", _at("budget_share_pct"), [["partners", 1, "budget_cny_wan"], ["finance", "total_cny_wan"]],
		{"share": 10.6, "budgets_wan": 100, "computed": 10},
	]}},
	"paid late": {"proposal": _sme({"payment_days": 61}), "want": {[
		"paid_late", _at("payment_days"), [],
		{"days": 61, "max": 60},
	]}},
	"tools in words": {"proposal": _sme({"tools_opened_zh": "向中小企业开放工具"}), "want": {["tools_uncounted", _at("tools_opened_zh"), [], {}]}},
	"a large one, the sector left out": {
		"proposal": object.remove(_second({"size": "large"}), ["project"]),
		"want": {["no_sme", ["partners"], _sizes, {}]},
	},
	"a large one alone": {
		"proposal": _with({"partners": [object.union(_foundry, {"size": "large"})]}),
		"want": {["no_sme", ["partners"], [["partners", 0, "size"]], {}]},
	},
	"an empty list of partners": {"proposal": _with({"partners": []}), "want": {["missing", ["partners"], [], {}]}},
	"an empty section": {
		"proposal": object.union(object.remove(_base, ["ecosystem"]), {"ecosystem": {"sme": {}}}),
		"want": {["missing", ["ecosystem", "sme"], [], {}]},
	},
	"a section with one entry": {
		"proposal": json.remove(_base, ["ecosystem/sme/payment_days", "ecosystem/sme/tools_opened_zh"]),
		"want": {["missing", _at("payment_days"), [], {}], ["missing", _at("tools_opened_zh"), [], {}]},
	},
	"an empty list of packages": {
		"proposal": _with({"plan": {"work_packages": []}}),
		"want": {["missing", ["plan", "work_packages"], [], {}]},
	},
	"one package, led by the applicant": {
		"proposal": _with({"plan": {"work_packages": [{"lead": "applicant"}]}}),
		"want": {["no_work", ["plan", "work_packages"], [["partners", 1]], {}]},
	},
	"one without name, money and work": {
		"proposal": object.union(
			_with({"partners": [_institute, object.union(object.remove(_foundry, ["id", "name"]), {"budget_cny_wan": 0})]}),
			{"ecosystem": {"sme": {"budget_share_pct": 0.4}}},
		),
		"want": {
			["unfunded", ["partners", 1, "budget_cny_wan"], [], {"partner": 2}],
			["share_low", _at("budget_share_pct"), [], {"share": 0.4, "min": 10}],
			["no_work", ["plan", "work_packages"], [["partners", 1]], {}],
		},
	},
	"a hundredth more than may be": {"proposal": _sme({"budget_share_pct": 10.51}), "want": {[
		"share_mismatch", _at("budget_share_pct"), [["partners", 1, "budget_cny_wan"], ["finance", "total_cny_wan"]],
		{"share": 10.51, "budgets_wan": 100, "computed": 10},
	]}},
}

test_fails[name] if {
	some name, tc in _failing
	found := rule.findings with input.proposal as tc.proposal
	got := {[f.code, f.path, object.get(f, "related", []), f.args] | some f in found}
	got == tc.want
}

test_applies if {
	rule.applies with input.proposal as _base
}

test_does_not_apply[name] if {
	some name, proposal in {
		"little money": {"finance": {"total_cny_wan": 999}},
		"a small applicant": {
			"project": {"sector_gb4754": "I65"},
			"applicant": {"size": "small", "employees": 40, "revenue_cny_wan": 900, "sector_gb4754": "I65"},
			"finance": {"total_cny_wan": 1000},
		},
	}
	not rule.applies with input.proposal as proposal
}
