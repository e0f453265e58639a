package aiplus.rules.open_06_test

import data.aiplus.rules.open_06 as rule

_community := {
	"maintainers": 2,
	"fte": 0.5,
	"budget_cny_wan": 9,
	"contribution_terms": "dco",
	"security_policy": true,
	"support_months": 24,
}

_upstream := {"project": "SciPy", "kind": "documentation", "target_count": 1, "by": "2028-06-30"}

_milestone := {"id": "N1", "due": "2027-12-31", "kind": "normal", "accept_zh": "外部贡献者不少于6名"}

_base := {
	"meta": {"submitted_on": "2026-10-15"},
	"project": {"start": "2026-11-01", "end": "2028-10-31"},
	"opensource": {
		"strategy": "open",
		"artifacts": [{"id": "A1", "release_date": "2026-10-31"}],
		"community": _community,
		"upstream": [_upstream],
	},
	"talent": {"team": [
		{"id": "T1", "role": ["opensource", "ai"], "fte": 0.3},
		{"id": "T2", "role": ["opensource"], "fte": 0.2},
		{"id": "T3", "role": ["ai"], "fte": 1},
	]},
	"finance": {"items": [{"category": "opensource", "amount": 9}]},
	"plan": {"milestones": [_milestone]},
}

_with(edit) := object.union(_base, edit)

_changed(edit) := _with({"opensource": {"community": edit}})

_back(edit) := _with({"opensource": {"upstream": [object.union(_upstream, edit)]}})

_without(path) := json.remove(_base, [path])

_kpi(name) := {"kpis": [{"id": "K1", "name_zh": name, "target": 500, "target_date": "2028-10-31"}]}

_passing := {
	"just enough": _base,
	"more than enough": _changed({"maintainers": 3, "support_months": 36, "contribution_terms": "cla"}),
	"budget in two items": _with({"finance": {"items": [
		{"category": "opensource", "amount": 4.5},
		{"category": "opensource", "amount": 4.5},
	]}}),
	"upstream on the first day": _back({"by": "2026-11-01"}),
	"upstream on the last day": _back({"by": "2028-10-31"}),
	"uptake as an indicator": object.union(_without("plan"), _kpi("Downloads of the benchmark")),
	"all the time of one in the team": object.union(_changed({"fte": 1}), {"talent": {"team": [{
		"id": "T1",
		"role": ["opensource"],
		"fte": 1,
	}]}}),
	"uptake as one indicator of two": object.union(_without("plan"), {"kpis": array.concat(
		_kpi("下载量").kpis,
		_kpi("识别准确率").kpis,
	)}),
	"uptake by one": object.union(_without("plan"), {"kpis": [object.union(_kpi("社区外部采用单位数").kpis[0], {"target": 1})]}),
}

test_passes[name] if {
	some name, proposal in _passing
	got := rule.findings with input.proposal as proposal
	got == set()
}

_applying := {"open": true, "partial": true, "closed": false, "not_applicable": false}

test_applies[strategy] if {
	some strategy, want in _applying
	got := rule.applies with input.proposal as {"opensource": {"strategy": strategy}}
	got == want
}

_fields := ["maintainers", "fte", "budget_cny_wan", "contribution_terms", "security_policy", "support_months"]

_missing := object.union(
	{field: {
		"proposal": _without(concat("/", ["opensource/community", field])),
		"want": {["opensource", "community", field]},
	} |
		some field in _fields
	},
	{
		"the community": {
			"proposal": _without("opensource/community"),
			"want": {["opensource", "community", field] | some field in _fields},
		},
		"upstream": {"proposal": _without("opensource/upstream"), "want": {["opensource", "upstream"]}},
		"an upstream project": {
			"proposal": _without("opensource/upstream/0/project"),
			"want": {["opensource", "upstream", 0, "project"]},
		},
		"an upstream count": {
			"proposal": _without("opensource/upstream/0/target_count"),
			"want": {["opensource", "upstream", 0, "target_count"]},
		},
		"an upstream date": {
			"proposal": _without("opensource/upstream/0/by"),
			"want": {["opensource", "upstream", 0, "by"]},
		},
		"artifacts": {"proposal": _without("opensource/artifacts"), "want": {["opensource", "artifacts"]}},
		"the date of an artifact": {
			"proposal": _without("opensource/artifacts/0/release_date"),
			"want": {["opensource", "artifacts", 0, "release_date"]},
		},
		"the beginning": {"proposal": _without("project/start"), "want": {["project", "start"]}},
		"the end": {"proposal": _without("project/end"), "want": {["project", "end"]}},
	},
)

test_fails_without[name] if {
	some name, tc in _missing
	found := rule.findings with input.proposal as tc.proposal
	got := {[f.code, f.path] | some f in found}
	got == {["missing", path] | some path in tc.want}
}

_failing := {
	"one maintainer": {"proposal": _changed({"maintainers": 1}), "want": {"maintainers_few"}},
	"little time": {"proposal": _changed({"fte": 0.49}), "want": {"fte_low"}},
	"more time than the team has": {"proposal": _changed({"fte": 0.51}), "want": {"fte_beyond_team"}},
	"nobody in the team": {"proposal": _without("talent"), "want": {"fte_beyond_team"}},
	"another amount in the budget": {"proposal": _changed({"budget_cny_wan": 9.02}), "want": {"budget_mismatch"}},
	"nothing said of what the budget has": {"proposal": _changed({"budget_cny_wan": 0}), "want": {"budget_mismatch"}},
	"no money": {
		"proposal": object.union(_changed({"budget_cny_wan": 0}), {"finance": {"items": []}}),
		"want": {"not_budgeted"},
	},
	"no terms": {"proposal": _changed({"contribution_terms": "none"}), "want": {"no_contribution_terms"}},
	"no policy": {"proposal": _changed({"security_policy": false}), "want": {"no_security_policy"}},
	"a month too short": {
		"proposal": object.union(_changed({"support_months": 23}), {"project": {"end": "2028-08-31"}}),
		"want": {"support_short"},
	},
	"a day before the project": {
		"proposal": _with({"opensource": {"artifacts": [{"release_date": "2026-10-30"}]}}),
		"want": {"support_ends_early"},
	},
	"nothing upstream": {"proposal": _back({"target_count": 0}), "want": {"upstream_nothing"}},
	"upstream after the end": {"proposal": _back({"by": "2028-11-01"}), "want": {"upstream_after_end"}},
	"upstream before the beginning": {"proposal": _back({"by": "2026-10-31"}), "want": {"upstream_before_start"}},
	"nobody outside": {"proposal": _without("plan"), "want": {"no_uptake_target"}},
	"an indicator of something else": {
		"proposal": object.union(_without("plan"), _kpi("识别准确率")),
		"want": {"no_uptake_target"},
	},
	"more than all the time of one in the team": {
		"proposal": object.union(_changed({"fte": 1.01}), {"talent": {"team": [{
			"id": "T1",
			"role": ["opensource"],
			"fte": 1,
		}]}}),
		"want": {"fte_beyond_team"},
	},
	"money that is in no item": {"proposal": _with({"finance": {"items": []}}), "want": {"budget_mismatch"}},
	"an indicator of no uptake": {
		"proposal": object.union(_without("plan"), {"kpis": [object.union(_kpi("下载量").kpis[0], {"target": 0})]}),
		"want": {"no_uptake_target"},
	},
	"an indicator of uptake some day": {
		"proposal": object.union(_without("plan"), {"kpis": [object.remove(_kpi("下载量").kpis[0], ["target_date"])]}),
		"want": {"no_uptake_target"},
	},
}

test_fails[name] if {
	some name, tc in _failing
	found := rule.findings with input.proposal as tc.proposal
	got := {f.code | some f in found}
	got == tc.want
}

test_shows_the_time_of_the_team if {
	found := rule.findings with input.proposal as _changed({"fte": 999})
	{f.args | some f in found} == {{"fte": 999, "team": 0.5, "role": {"term": "role_opensource"}}}
}

# What has no id or name is called by its place, counted from one.
test_what_has_no_name_is_called_by_its_place if {
	found := rule.findings with input.proposal as _with({"opensource": {
		"artifacts": [{"id": "A1", "release_date": "2026-10-31"}, {"release_date": "2026-10-30"}],
		"upstream": [_upstream, object.union(object.remove(_upstream, ["project"]), {"target_count": 0})],
	}})
	{f.args.artifact | some f in found; f.code == "support_ends_early"} == {2}
	{f.args.project | some f in found; f.code == "upstream_nothing"} == {2}
}
