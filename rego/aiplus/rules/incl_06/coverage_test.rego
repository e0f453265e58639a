package aiplus.rules.incl_06_test

import data.aiplus.rules.incl_06 as rule

_base := {
	"meta": {"submitted_on": "2026-10-15"},
	"project": {
		"ai_plus_domain": "livelihood",
		"start": "2026-11-01",
		"end": "2028-10-31",
		"problem": {"affected_people": 150},
	},
	"scenarios": [{"id": "S1", "regions": ["411700"], "users_annual": 100, "target_groups": ["patients", "general"]}],
	"inclusion": {
		"coverage": {"sites_total": 10, "sites_primary": 3, "beneficiaries": 200, "disadvantaged_pct": 0.1},
		"sharing": {"kit": "基层上线工具包"},
	},
	"plan": {"work_packages": [
		{"id": "W1", "end": "2027-12-31", "outputs": ["模型", "基层上线工具包（含课程）"]},
		{"id": "W2", "end": "2028-10-31", "outputs": []},
	]},
	"evidence": [{"id": "EV-30", "kind": "report", "issuer": "省卫健委", "issued_on": "2026-09-01", "sha256": "30"}],
}

_edited(edit) := object.union(_base, edit)

_with(edit) := _edited({"inclusion": {"coverage": edit}})

_shared(edit) := object.union(json.remove(_base, ["inclusion/sharing"]), {"inclusion": {"sharing": edit}})

_without(path) := json.remove(_base, [path])

# Public money for a model: no site, and nobody in particular.
_fiscal := json.remove(
	object.union(_with({"disadvantaged_pct": 0}), {
		"project": {"ai_plus_domain": "science"},
		"scenarios": [object.union(_base.scenarios[0], {"target_groups": ["general"]})],
		"finance": {"total_cny_wan": 420, "sources": [{"kind": "central_fiscal", "amount": 420}]},
	}),
	["inclusion/coverage/sites_total", "inclusion/coverage/sites_primary"],
)

_milestone(accept) := {"plan": {"milestones": [{"id": "N1", "due": "2027-12-31", "kind": "normal", "accept_zh": accept}]}}

_passing := {
	"covered and shared": _base,
	"the kit says more": _shared({"kit": "模型，可下载"}),
	"a kit that is there": _shared({"kit": "EV-30"}),
	"free sites": object.union(_shared({"free_sites": 5}), _milestone("5个点位免费开放两年")),
	"free sites, in English": object.union(_shared({"free_sites": 5}), _milestone("5 sites for free for two years")),
	"a kit that nobody makes, and free sites": object.union(
		_shared({"kit": "惠及千家万户", "free_sites": 5}),
		_milestone("5个点位免费开放"),
	),
	"a share by the sites": _edited({"scenarios": [object.union(_base.scenarios[0], {"target_groups": ["general"]})]}),
	"everybody is disadvantaged": object.union(
		_with({"disadvantaged_pct": 100}),
		{"scenarios": [object.union(_base.scenarios[0], {"target_groups": ["patients"]})]},
	),
	"public money": _fiscal,
	"public money with sites": object.union(_fiscal, {"inclusion": {"coverage": {"sites_total": 0, "sites_primary": 0}}}),
	"public money with few primary sites": object.union(_fiscal, {"inclusion": {"coverage": {"sites_total": 10, "sites_primary": 1}}}),
	"one free site": object.union(_shared({"free_sites": 1}), _milestone("1个点位免费开放两年")),
	"a kit that is not listed, and free sites": object.union(
		_shared({"kit": "EV-31", "free_sites": 5}),
		_milestone("5个点位免费开放两年"),
	),
	"a few are disadvantaged, nobody says who": json.remove(_base, ["scenarios/0/target_groups"]),
	"a few are disadvantaged, one group cannot be read": _edited({"scenarios": [object.union(_base.scenarios[0], {"target_groups": [
		"patients",
		null,
	]})]}),
}

test_passes[name] if {
	some name, proposal in _passing
	got := rule.findings with input.proposal as proposal
	got == set()
}

_field(name) := ["inclusion", "coverage", name]

_kit := ["inclusion", "sharing", "kit"]

test_fails_without[path] if {
	some path, want in {
		"inclusion/coverage/beneficiaries": {_field("beneficiaries")},
		"inclusion/coverage/disadvantaged_pct": {_field("disadvantaged_pct")},
		"inclusion/coverage/sites_total": {_field("sites_total")},
		"inclusion/coverage/sites_primary": {_field("sites_primary")},
		"inclusion/sharing": {_kit},
		"inclusion": {_kit, _field("beneficiaries"), _field("disadvantaged_pct"), _field("sites_total"), _field("sites_primary")},
		"scenarios/0/regions": {["scenarios", 0, "regions"]},
		"scenarios/0/users_annual": {["scenarios", 0, "users_annual"]},
	}
	got := rule.findings with input.proposal as _without(path)
	got == {{"code": "missing", "path": p, "args": {}} | some p in want}
}

test_fails_without_half[name] if {
	some name, tc in {
		"the total": {"given": {"sites_primary": 0}, "want": "sites_total"},
		"the primary sites": {"given": {"sites_total": 3}, "want": "sites_primary"},
	}
	got := rule.findings with input.proposal as object.union(_fiscal, {"inclusion": {"coverage": tc.given}})
	got == {{"code": "missing", "path": _field(tc.want), "args": {}}}
}

test_fails_without_groups[name] if {
	some name, tc in {
		"none": {"groups": [], "want": ["scenarios", 0, "target_groups"]},
		"one that is not readable": {"groups": ["patients", null], "want": ["scenarios", 0, "target_groups", 1]},
	}
	got := rule.findings with input.proposal as object.union(
		_with({"disadvantaged_pct": 100}),
		{"scenarios": [object.union(_base.scenarios[0], {"target_groups": tc.groups})]},
	)
	got == {{"code": "missing", "path": tc.want, "args": {}}}
}

test_fails_without_scenarios if {
	got := {[f.code, f.path] | some f in rule.findings} with input.proposal as _without("scenarios")
	got == {["missing", ["scenarios"]]}
}

test_fails_with_nothing_to_share if {
	got := rule.findings with input.proposal as _shared({"kit": "", "free_sites": 0})
	got == {{"code": "missing", "path": _kit, "args": {}}}
}

_users := [["project", "problem", "affected_people"], ["scenarios", 0, "users_annual"]]

_outputs := [["plan", "work_packages", 0, "outputs"], ["plan", "work_packages", 1, "outputs"]]

_failing := {
	"nobody": {
		"proposal": _with({"beneficiaries": 0}),
		"want": {["nobody", _field("beneficiaries"), [], {}]},
	},
	"more than users": {
		"proposal": _with({"beneficiaries": 201}),
		"want": {["above_users", _field("beneficiaries"), _users, {"people": 201, "users": 200, "years": 2, "affected": 150}]},
	},
	"more than people": {
		"proposal": object.union(_with({"beneficiaries": 25000001}), {"scenarios": [object.union(_base.scenarios[0], {"users_annual": 25000000})]}),
		"want": {[
			"above_population", _field("beneficiaries"), [["scenarios", 0, "regions"]],
			{"people": 25000001, "max": 25000000},
		]},
	},
	"nobody who needs it": {
		"proposal": _with({"disadvantaged_pct": 0}),
		"want": {["nobody_disadvantaged", _field("disadvantaged_pct"), [], {}]},
	},
	"a share of nobody": {
		"proposal": object.union(_fiscal, {"inclusion": {"coverage": {"disadvantaged_pct": 20}}}),
		"want": {["share_unfounded", _field("disadvantaged_pct"), [_field("sites_primary"), ["scenarios"]], {"share": 20}]},
	},
	"all of everybody": {
		"proposal": _with({"disadvantaged_pct": 100}),
		"want": {["everybody_disadvantaged", _field("disadvantaged_pct"), [["scenarios", 0, "target_groups", 1]], {}]},
	},
	"more primary sites than sites": {
		"proposal": _with({"sites_primary": 11}),
		"want": {["sites_contradict", _field("sites_primary"), [_field("sites_total")], {"primary": 11, "total": 10}]},
	},
	"no site": {
		"proposal": _with({"sites_total": 0, "sites_primary": 0}),
		"want": {["no_sites", _field("sites_total"), [], {}]},
	},
	"few primary sites": {
		"proposal": _with({"sites_primary": 2}),
		"want": {["primary_few", _field("sites_primary"), [_field("sites_total")], {"primary": 2, "total": 10, "min": 30}]},
	},
	"a kit that nobody makes": {
		"proposal": _shared({"kit": "惠及千家万户"}),
		"want": {["kit_not_planned", _kit, _outputs, {}]},
	},
	"a kit that nobody makes, and free sites some day": {
		"proposal": _shared({"kit": "惠及千家万户", "free_sites": 5}),
		"want": {["kit_not_planned", _kit, _outputs, {}]},
	},
	"a kit without a date": {
		"proposal": _without("plan/work_packages/0/end"),
		"want": {["kit_not_planned", _kit, _outputs, {}]},
	},
	"a kit that an output without a name would be": {
		"proposal": _edited({"plan": {"work_packages": [{"end": "2027-12-31", "outputs": [""]}]}}),
		"want": {["kit_not_planned", _kit, [["plan", "work_packages", 0, "outputs"]], {}]},
	},
	"a kit that is not listed": {
		"proposal": _shared({"kit": "EV-31", "free_sites": 0}),
		"want": {["kit_weak", _kit, [["evidence"]], {"evidence": "EV-31", "flaw": {"term": "evidence_unknown"}}]},
	},
	"free sites some day": {
		"proposal": object.union(_shared({"free_sites": 5}), _milestone("点位验收5个")),
		"want": {["free_sites_undated", ["inclusion", "sharing", "free_sites"], [["plan", "milestones"]], {"sites": 5}]},
	},
	"free sites some day beside an empty kit": {
		"proposal": _shared({"kit": "", "free_sites": 5}),
		"want": {["free_sites_undated", ["inclusion", "sharing", "free_sites"], [["plan", "milestones"]], {"sites": 5}]},
	},
	"scenarios in an empty list": {
		"proposal": _edited({"scenarios": []}),
		"want": {["missing", ["scenarios"], [], {}]},
	},
	"more than users, one scenario keeps its own to itself": {
		"proposal": object.union(_with({"beneficiaries": 201}), {"scenarios": [
			_base.scenarios[0],
			object.union(object.remove(_base.scenarios[0], ["users_annual"]), {"id": "S2"}),
		]}),
		"want": {["missing", ["scenarios", 1, "users_annual"], [], {}]},
	},
	"more than users, one scenario has none": {
		"proposal": object.union(_with({"beneficiaries": 201}), {"scenarios": [
			_base.scenarios[0],
			object.union(_base.scenarios[0], {"id": "S2", "users_annual": 0}),
		]}),
		"want": {[
			"above_users", _field("beneficiaries"), array.concat(_users, [["scenarios", 1, "users_annual"]]),
			{"people": 201, "users": 200, "years": 2, "affected": 150},
		]},
	},
	"half a per cent of nobody": {
		"proposal": object.union(_fiscal, {"inclusion": {"coverage": {"disadvantaged_pct": 0.5}}}),
		"want": {["share_unfounded", _field("disadvantaged_pct"), [_field("sites_primary"), ["scenarios"]], {"share": 0.5}]},
	},
	"few primary sites among a thousand": {
		"proposal": _with({"sites_primary": 299, "sites_total": 1000}),
		"want": {["primary_few", _field("sites_primary"), [_field("sites_total")], {"primary": 299, "total": 1000, "min": 30}]},
	},
	"a kit that nobody makes, and something else for free": {
		"proposal": object.union(_shared({"kit": "惠及千家万户", "free_sites": 0}), _milestone("为5名医师免费培训")),
		"want": {["kit_not_planned", _kit, _outputs, {}]},
	},
}

test_fails[name] if {
	some name, tc in _failing
	found := rule.findings with input.proposal as tc.proposal
	got := {[f.code, f.path, sort(object.get(f, "related", [])), f.args] | some f in found}
	got == {[code, path, sort(related), args] | some [code, path, related, args] in tc.want}
}

test_applies[name] if {
	some name, proposal in {"livelihood": _base, "public money": _fiscal}
	rule.applies with input.proposal as proposal
}

test_does_not_apply if {
	not rule.applies with input.proposal as {"project": {"ai_plus_domain": "industry"}}
}
