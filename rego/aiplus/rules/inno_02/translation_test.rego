package aiplus.rules.inno_02_test

import data.aiplus.rules.inno_02 as rule

_stages := [
	{"name": "pilot", "site": "北仑三线", "due": "2027-04-30", "trl": 6, "exit_zh": "连续20个班次漏检率≤0.25%"},
	{"name": "first_site", "site": "北仑五线", "due": "2027-06-30", "trl": 7, "exit_zh": "采纳率≥60%"},
	{"name": "replication", "site": "三厂九线", "due": "2027-12-20", "trl": 8, "exit_zh": "相差不超过0.05个百分点"},
]

_base := {
	"meta": {"submitted_on": "2026-10-20"},
	"project": {
		"type": "application", "stage": "pilot", "trl": {"current": 6, "target": 8},
		"start": "2026-12-01", "end": "2028-11-30",
	},
	"scenarios": [{"id": "S1", "sites": 4}, {"id": "S2", "sites": 8}],
	"innovation": {"translation": {
		"stages": _stages,
		"replication_sites": 12,
		"adopters": [{"name": "舜拓压铸", "agreement": "EV-28"}],
	}},
	"evidence": [
		{"id": "EV-28", "kind": "contract", "issuer": "舜拓压铸", "issued_on": "2026-09-12", "sha256": "a"},
		{"id": "EV-29", "kind": "report", "issuer": "某所", "issued_on": "2026-09-12", "sha256": "b"},
		{"id": "EV-30", "kind": "contract", "issuer": "某所", "issued_on": "2026-09-12"},
	],
}

_with(changes) := object.union(_base, {"innovation": {"translation": changes}})

_staged(stages) := _with({"stages": stages})

_stage(i, changes) := _staged([object.union(stage, edit) |
	some k, stage in _stages
	edit := {true: changes, false: {}}[k == i]
])

_adopted(adopters) := _with({"adopters": adopters})

# Stages of readiness by date, from today's to the last, which is the target.
_rising(current, dated) := object.union(
	_staged([{"name": "replication", "site": "某地", "due": due, "trl": trl, "exit_zh": "≥1项"} | some [due, trl] in dated]),
	{"project": {"trl": {"current": current, "target": dated[count(dated) - 1][1]}, "end": "2031-12-31"}},
)

_counted_by(name, target) := object.union(
	_with({"replication_sites": 40}),
	{"kpis": [{"name_zh": name, "target": target}]},
)

_codes(proposal) := codes if {
	codes := {finding.code | some finding in rule.findings} with input.proposal as proposal
}

test_passes[name] if {
	some name, proposal in {
		"as it is": _base,
		"stages out of order": _staged([_stages[2], _stages[0], _stages[1]]),
		"on the first and the last day": _staged([
			object.union(_stages[0], {"due": "2026-12-01"}), _stages[1],
			object.union(_stages[2], {"due": "2028-11-30"}),
		]),
		"at scale": _stage(2, {"name": "scale"}),
		"two sites": _with({"replication_sites": 2}),
		"four levels at once": _rising(4, [["2027-01-31", 8]]),
		"five levels in thirty months": _rising(1, [["2029-04-20", 6]]),
		"more sites than scenarios, counted": _counted_by("接入的供应商数", 40),
		"an agreement that proves nothing beside one that does": _adopted([
			{"name": "某厂", "agreement": "EV-99"},
			{"name": "舜拓压铸", "agreement": "EV-28"},
		]),
	}
	got := rule.findings with input.proposal as proposal
	got == set()
}

_field(name) := ["innovation", "translation", name]

_missing := {
	"innovation/translation": {["innovation", "translation"]},
	"innovation/translation/stages": {_field("stages")},
	"innovation/translation/replication_sites": {_field("replication_sites")},
	"innovation/translation/adopters": {_field("adopters")},
	"innovation/translation/adopters/0/agreement": {array.concat(_field("adopters"), [0, "agreement"])},
	"innovation/translation/stages/1/name": {array.concat(_field("stages"), [1, "name"])},
	"innovation/translation/stages/1/site": {array.concat(_field("stages"), [1, "site"])},
	"innovation/translation/stages/1/due": {array.concat(_field("stages"), [1, "due"])},
	"innovation/translation/stages/1/trl": {array.concat(_field("stages"), [1, "trl"])},
	"innovation/translation/stages/1/exit_zh": {array.concat(_field("stages"), [1, "exit_zh"])},
	"meta/submitted_on": {["meta", "submitted_on"]},
	"project/start": {["project", "start"]},
	"project/end": {["project", "end"]},
	"project/trl/current": {["project", "trl", "current"]},
	"project/trl/target": {["project", "trl", "target"]},
	"scenarios": {["scenarios"]},
	"scenarios/0/sites": {["scenarios", 0, "sites"]},
}

test_fails_without[removed] if {
	some removed, paths in _missing
	found := rule.findings with input.proposal as json.remove(_base, [removed])
	{finding.path | some finding in found} == paths
	{finding.code | some finding in found} == {"missing"}
}

test_fails_on_empty_exit_once if {
	got := rule.findings with input.proposal as _stage(0, {"exit_zh": ""})
	got == {{"code": "missing", "path": array.concat(_field("stages"), [0, "exit_zh"]), "args": {}}}
}

test_fails[name] if {
	some name, tc in {
		"exit without a value": {"proposal": _stage(0, {"exit_zh": "快速复制推广至全国"}), "want": {"exit_vague"}},
		"a day before the start": {"proposal": _stage(0, {"due": "2026-11-30"}), "want": {"stage_before_start"}},
		"a day after the end": {"proposal": _stage(2, {"due": "2028-12-01"}), "want": {"stage_after_end"}},
		"stages in an empty list": {"proposal": _staged([]), "want": {"missing"}},
		"one place only, and one stage": {
			"proposal": _staged([object.union(_stages[0], {"trl": 8})]),
			"want": {"never_repeated"},
		},
		"one place only, but one stage keeps its name to itself": {
			"proposal": _staged([_stages[0], _stages[1], object.remove(_stages[2], ["name"])]),
			"want": {"missing"},
		},
		"one place only": {"proposal": _stage(2, {"name": "first_site"}), "want": {"never_repeated"}},
		"readiness falls": {"proposal": _stage(1, {"trl": 5}), "want": {"trl_falls"}},
		"readiness falls at last": {"proposal": _stage(2, {"trl": 5}), "want": {"trl_falls", "trl_not_target"}},
		"readiness falls below today's": {
			"proposal": object.union(_base, {"project": {"trl": {"current": 7}}}),
			"want": {"trl_falls"},
		},
		"readiness falls by five levels, which is no rise": {
			"proposal": _rising(7, [["2027-01-31", 8], ["2027-06-30", 3]]),
			"want": {"trl_falls"},
		},
		"five levels at once": {"proposal": _rising(3, [["2027-01-31", 8]]), "want": {"trl_jumps"}},
		"five levels in a day less than thirty months": {"proposal": _rising(1, [["2029-04-19", 6]]), "want": {"trl_jumps"}},
		"five levels in two years after a pause": {
			"proposal": _rising(3, [["2029-06-30", 3], ["2031-06-29", 8]]),
			"want": {"trl_jumps"},
		},
		"short of the target": {
			"proposal": object.union(_base, {"project": {"trl": {"target": 9}}}),
			"want": {"trl_not_target"},
		},
		"short of the target with the only stage": {
			"proposal": object.union(_staged([_stages[2]]), {"project": {"trl": {"target": 9}}}),
			"want": {"trl_not_target"},
		},
		"past the target": {"proposal": _stage(2, {"trl": 9}), "want": {"trl_not_target"}},
		"one site": {"proposal": _with({"replication_sites": 1}), "want": {"sites_few"}},
		"sites, and scenarios in an empty list": {"proposal": object.union(_base, {"scenarios": []}), "want": {"missing"}},
		"more sites than the only scenario": {
			"proposal": object.union(_base, {"scenarios": [{"id": "S1", "sites": 4}]}),
			"want": {"sites_unknown"},
		},
		"more sites than scenarios, one of them without any": {
			"proposal": object.union(_base, {"scenarios": [{"id": "S1", "sites": 4}, {"id": "S2", "sites": 0}]}),
			"want": {"sites_unknown"},
		},
		"more sites than scenarios": {"proposal": _with({"replication_sites": 13}), "want": {"sites_unknown"}},
		"fewer counted than to come": {"proposal": _counted_by("接入的供应商数", 39), "want": {"sites_unknown"}},
		"something else counted": {"proposal": _counted_by("换型调机时间", 40), "want": {"sites_unknown"}},
		"agreement not listed": {"proposal": _adopted([{"name": "某厂", "agreement": "EV-99"}]), "want": {"agreement_weak"}},
		"agreement without a file": {"proposal": _adopted([{"name": "某厂", "agreement": "EV-30"}]), "want": {"agreement_weak"}},
		"a report for an agreement": {"proposal": _adopted([{"name": "某厂", "agreement": "EV-29"}]), "want": {"agreement_kind"}},
	}
	_codes(tc.proposal) == tc.want
}

test_fails_with_where_and_what[name] if {
	some name, tc in {
		"exit": {"proposal": _stage(1, {"exit_zh": "快速复制推广至全国"}), "want": {
			"code": "exit_vague",
			"path": array.concat(_field("stages"), [1, "exit_zh"]),
			"args": {"stage": 2},
		}},
		"start": {"proposal": _stage(0, {"due": "2026-11-30"}), "want": {
			"code": "stage_before_start",
			"path": array.concat(_field("stages"), [0, "due"]),
			"related": [["project", "start"]],
			"args": {"stage": 1, "date": "2026-11-30", "limit": "2026-12-01"},
		}},
		"end": {"proposal": _stage(2, {"due": "2028-12-01"}), "want": {
			"code": "stage_after_end",
			"path": array.concat(_field("stages"), [2, "due"]),
			"related": [["project", "end"]],
			"args": {"stage": 3, "date": "2028-12-01", "limit": "2028-11-30"},
		}},
		"fall": {"proposal": _stage(1, {"trl": 5}), "want": {
			"code": "trl_falls",
			"path": array.concat(_field("stages"), [1, "trl"]),
			"related": [array.concat(_field("stages"), [0, "trl"])],
			"args": {"trl": 5, "before": 6, "date": "2027-06-30"},
		}},
		"jump": {"proposal": _rising(3, [["2027-01-31", 8]]), "want": {
			"code": "trl_jumps",
			"path": array.concat(_field("stages"), [0, "trl"]),
			"related": [["project", "trl", "current"]],
			"args": {"trl": 8, "before": 3, "months": 3, "max": 4, "span": 24},
		}},
		"target": {"proposal": _stage(2, {"trl": 9}), "want": {
			"code": "trl_not_target",
			"path": array.concat(_field("stages"), [2, "trl"]),
			"related": [["project", "trl", "target"]],
			"args": {"trl": 9, "target": 8},
		}},
		"sites": {"proposal": _with({"replication_sites": 13}), "want": {
			"code": "sites_unknown",
			"path": _field("replication_sites"),
			"related": [["scenarios", 0, "sites"], ["scenarios", 1, "sites"], ["kpis"]],
			"args": {"sites": 13, "listed": 12},
		}},
	}
	got := rule.findings with input.proposal as tc.proposal
	got == {tc.want}
}

test_applies if {
	rule.applies with input.proposal as {"project": {"stage": "pilot", "type": "application"}}
}

test_does_not_apply[name] if {
	some name, proposal in {
		"research": {"project": {"stage": "research", "type": "research"}},
		"a facility": {"project": {"stage": "pilot", "type": "compute_facility"}},
	}
	not rule.applies with input.proposal as proposal
}

# A section with nothing in it is asked for as a whole, one with anything in it field by field.
test_what_is_missing_of_the_translation[name] if {
	some name, tc in {
		"nothing in it": {"translation": {}, "want": {["innovation", "translation"]}},
		"only the number of sites": {
			"translation": {"replication_sites": 12},
			"want": {_field("stages"), _field("adopters")},
		},
	}
	proposal := object.union(object.remove(_base, ["innovation"]), {"innovation": {"translation": tc.translation}})
	found := rule.findings with input.proposal as proposal
	{[finding.code, finding.path] | some finding in found} == {["missing", path] | some path in tc.want}
}
