package aiplus.rules.empl_05_test

import data.aiplus.rules.empl_05 as rule

_affected := {
	"audience": "affected", "trainees": 2, "hours": 40, "provider": "县职教中心", "curriculum": "EV-13",
	"by": "2027-04-30", "cost_cny_wan": 1,
}

_public := {
	"audience": "public", "trainees": 60, "hours": 8, "provider": "申报单位", "curriculum": "识别、用药与安全，四讲",
	"by": "2027-05-20", "cost_cny_wan": 3,
}

_base := {
	"meta": {"submitted_on": "2026-10-15"},
	"project": {"stage": "pilot", "start": "2026-11-01", "end": "2028-04-30"},
	"applicant": {"employees": 12},
	"partners": [{"id": "P1", "employees": 25}, {"id": "P2"}],
	"employment": {"training": [_affected, _public]},
	"finance": {"items": [{"category": "training", "amount": 4}, {"category": "personnel", "amount": 30}]},
	"plan": {"milestones": [
		{"id": "N1", "kind": "go_live", "due": "2027-03-31"},
		{"id": "N2", "kind": "go_live", "due": "2027-05-31"},
		{"id": "N3", "kind": "acceptance", "due": "2028-04-20"},
	]},
	"evidence": [
		{"id": "EV-13", "kind": "other", "issuer": "县职教中心", "issued_on": "2026-09-15", "sha256": "d"},
		{"id": "EV-14", "kind": "other", "issuer": "县职教中心", "issued_on": "2026-09-15"},
	],
}

_with(programmes) := object.union(_base, {"employment": {"training": programmes}})

_alone(programme) := object.union(_with([programme]), {"finance": {"items": [{"category": "training", "amount": 3}]}})

_first(changes) := _with([object.union(_affected, changes), _public])

_second(changes) := _with([_affected, object.union(_public, changes)])

_paid(wan, amounts) := object.union(
	_second({"cost_cny_wan": wan}),
	{"finance": {"items": [{"category": "training", "amount": amount} | some amount in amounts]}},
)

_planned(milestones) := object.union(_base, {"plan": {"milestones": milestones}})

_removed(section, field) := object.union(
	object.remove(_base, [section]),
	{section: object.remove(_base[section], [field])},
)

_passing := {
	"two programmes": _base,
	"finished when the last step goes live": _second({"by": "2027-05-31"}),
	"finished on the first day": _second({"by": "2026-11-01"}),
	"nothing goes live, finished with the project": object.union(
		_second({"by": "2028-04-30"}),
		{"plan": {"milestones": [{"id": "N3", "kind": "acceptance", "due": "2027-01-01"}]}},
	),
	"no milestones, finished with the project": object.remove(_second({"by": "2028-04-30"}), ["plan"]),
	"an evidence id is not asked of a curriculum": _first({"curriculum": "图像初审与标注，十讲"}),
	"affected workers of a partner": object.union(
		_first({"trainees": 37, "cost_cny_wan": 8}),
		{"finance": {"items": [{"category": "training", "amount": 11}]}},
	),
	"all staff": _second({"audience": "all_staff", "trainees": 12}),
	"all staff of the partners": _second({"audience": "partner_staff", "trainees": 25}),
	"the public alone, staff not stated": object.union(
		object.remove(_with([_public]), ["applicant"]),
		{"finance": {"items": [{"category": "training", "amount": 3}]}},
	),
	"something goes live, end not stated": _removed("project", "end"),
	"more of the public than staff": _second({"trainees": 61}),
	"two items, off by the rounding": _paid(3, [1.99, 2]),
}

test_passes[name] if {
	some name, proposal in _passing
	got := rule.findings with input.proposal as proposal
	got == set()
}

test_passes_only_where_it_applies[name] if {
	some name, proposal in {
		"in use": {"project": {"stage": "pilot"}},
		"posts in scope": {"employment": {"assessment": {"scope_headcount": 1}}},
	}
	rule.applies with input.proposal as proposal
}

_section := ["employment", "training"]

_missing := {
	"everything": {"proposal": {"project": {"stage": "pilot"}}, "want": {_section}},
	"employment": {"proposal": object.remove(_base, ["employment"]), "want": {_section}},
	"programmes": {"proposal": _with([]), "want": {_section}},
	"staff": {"proposal": _removed("applicant", "employees"), "want": {["applicant", "employees"]}},
	"staff to train all of": {
		"proposal": object.remove(_second({"audience": "all_staff"}), ["applicant"]),
		"want": {["applicant", "employees"]},
	},
	"programmes, and all they are measured against": {
		"proposal": {"project": {"stage": "pilot"}, "employment": {"training": []}},
		"want": {_section},
	},
	"programmes, and the date of going live": {
		"proposal": object.union(_with([]), {"plan": {"milestones": [{"kind": "go_live"}]}}),
		"want": {_section},
	},
	"date of going live": {
		"proposal": _planned([{"kind": "go_live"}]),
		"want": {["plan", "milestones", 0, "due"]},
	},
	"end, and nothing goes live": {
		"proposal": object.remove(_removed("project", "end"), ["plan"]),
		"want": {["project", "end"]},
	},
	"staff, where all of it is trained and nobody else": {
		"proposal": object.remove(_alone(object.union(_public, {"audience": "all_staff"})), ["applicant"]),
		"want": {["applicant", "employees"]},
	},
	"date of going live, for one programme": {
		"proposal": object.union(_alone(_public), {"plan": {"milestones": [{"kind": "go_live"}]}}),
		"want": {["plan", "milestones", 0, "due"]},
	},
	"end, and nothing goes live, for one programme": {
		"proposal": json.remove(_alone(_public), ["project/end", "plan"]),
		"want": {["project", "end"]},
	},
}

test_fails_without[name] if {
	some name, tc in _missing
	found := rule.findings with input.proposal as tc.proposal
	got := {[f.code, f.path] | some f in found}
	got == {["missing", path] | some path in tc.want}
}

# A programme that leaves a field out gets one finding for it, and none for what cannot be reckoned without it.
test_fails_without_field[field] if {
	some field in ["audience", "trainees", "hours", "provider", "curriculum", "by", "cost_cny_wan"]
	found := rule.findings with input.proposal as _with([_affected, object.remove(_public, [field])])
	got := {[f.code, f.path] | some f in found}
	got == {["missing", ["employment", "training", 1, field]]}
}

_failing := {
	"nobody": {"proposal": _second({"trainees": 0}), "want": {"no_trainees"}},
	"no time": {"proposal": _second({"hours": 0}), "want": {"hours_short"}},
	"just too short": {"proposal": _second({"hours": 7.9}), "want": {"hours_short"}},
	"just too short for affected workers": {"proposal": _first({"hours": 39.5}), "want": {"hours_short"}},
	"too short for whomever": {
		"proposal": _with([_affected, object.union(object.remove(_public, ["audience"]), {"hours": 7})]),
		"want": {"missing", "hours_short"},
	},
	"curriculum not listed": {"proposal": _first({"curriculum": "EV-99"}), "want": {"curriculum_weak"}},
	"curriculum without a file": {"proposal": _first({"curriculum": "EV-14"}), "want": {"curriculum_weak"}},
	"a day after going live": {"proposal": _second({"by": "2027-06-01"}), "want": {"after_go_live"}},
	"a day after the project": {
		"proposal": object.union(_second({"by": "2028-05-01"}), {"plan": {"milestones": []}}),
		"want": {"after_project_end"},
	},
	"going live after the project": {
		"proposal": object.union(
			_second({"by": "2028-05-01"}),
			{"plan": {"milestones": [{"id": "N2", "kind": "go_live", "due": "2028-06-30"}]}},
		),
		"want": {"after_project_end"},
	},
	"a day before the start": {"proposal": _second({"by": "2026-10-31"}), "want": {"before_start"}},
	"too cheap": {"proposal": _paid(0.2, [1.2]), "want": {"price"}},
	"too dear": {"proposal": _paid(30, [31]), "want": {"price"}},
	"free": {"proposal": _paid(0, [1]), "want": {"price"}},
	"no money": {"proposal": _paid(3, []), "want": {"not_budgeted"}},
	"no budget": {"proposal": object.remove(_base, ["finance"]), "want": {"not_budgeted"}},
	"too little money": {"proposal": _paid(3, [3.98]), "want": {"budget_mismatch"}},
	"too much money": {"proposal": _paid(3, [3, 1.02]), "want": {"budget_mismatch"}},
	"more affected than anybody has": {
		"proposal": object.union(
			_first({"trainees": 38, "cost_cny_wan": 8}),
			{"finance": {"items": [{"category": "training", "amount": 11}]}},
		),
		"want": {"trainees_above_staff"},
	},
	"more than all staff": {
		"proposal": _second({"audience": "all_staff", "trainees": 13}),
		"want": {"trainees_above_staff"},
	},
	"more than the partners have": {
		"proposal": _second({"audience": "partner_staff", "trainees": 26}),
		"want": {"trainees_above_staff"},
	},
	"staff of no partner": {
		"proposal": object.remove(_second({"audience": "partner_staff"}), ["partners"]),
		"want": {"trainees_above_staff"},
	},
	"all the people of the country": {
		"proposal": object.union(
			_with([object.union(_public, {
				"trainees": 1400000000, "hours": 999,
				"cost_cny_wan": 0.01,
				"by": "2028-05-31",
			})]),
			{"finance": {"items": []}},
		),
		# The sum of 0.01 is within the tolerance of the budget, which has nothing for training.
		"want": {"after_go_live", "price"},
	},
	"too much money for one programme": {
		"proposal": object.union(_alone(_public), {"finance": {"items": [{"category": "training", "amount": 4}]}}),
		"want": {"budget_mismatch"},
	},
}

test_fails_on[name] if {
	some name, tc in _failing
	got := {f.code | some f in rule.findings} with input.proposal as tc.proposal
	got == tc.want
}

test_fails_with_the_hours_it_takes if {
	got := rule.findings with input.proposal as _first({"hours": 39.5})
	got == {{
		"code": "hours_short",
		"path": ["employment", "training", 0, "hours"],
		"related": [["employment", "training", 0, "audience"]],
		"args": {"programme": 1, "hours": 39.5, "min": 40},
	}}
}

test_fails_with_nobody_once if {
	got := rule.findings with input.proposal as _second({"trainees": 0})
	got == {{"code": "no_trainees", "path": ["employment", "training", 1, "trainees"], "args": {"programme": 2}}}
}

test_fails_with_the_last_step_of_going_live if {
	got := rule.findings with input.proposal as _second({"by": "2027-06-01"})
	got == {{
		"code": "after_go_live",
		"path": ["employment", "training", 1, "by"],
		"related": [["plan", "milestones", 1, "due"]],
		"args": {"programme": 2, "date": "2027-06-01", "limit": "2027-05-31"},
	}}
}

test_fails_with_the_start if {
	got := rule.findings with input.proposal as _second({"by": "2026-10-31"})
	got == {{
		"code": "before_start",
		"path": ["employment", "training", 1, "by"],
		"related": [["project", "start"]],
		"args": {"programme": 2, "date": "2026-10-31", "limit": "2026-11-01"},
	}}
}

test_fails_with_the_evidence if {
	got := rule.findings with input.proposal as _second({"curriculum": "EV-14"})
	got == {{
		"code": "curriculum_weak",
		"path": ["employment", "training", 1, "curriculum"],
		"related": [["evidence", 1]],
		"args": {"programme": 2, "evidence": "EV-14", "flaw": {"term": "evidence_no_hash"}},
	}}
}

test_fails_with_the_price if {
	got := rule.findings with input.proposal as _paid(30, [31])
	got == {{
		"code": "price",
		"path": ["employment", "training", 1, "cost_cny_wan"],
		"related": [["employment", "training", 1, "trainees"], ["employment", "training", 1, "hours"]],
		"args": {"programme": 2, "price": 625, "min": 5, "max": 500},
	}}
}

test_fails_with_both_sums if {
	got := rule.findings with input.proposal as _paid(3, [3, 1.02])
	got == {{
		"code": "budget_mismatch",
		"path": ["employment", "training"],
		"related": [["finance", "items"]],
		"args": {"stated_wan": 4, "budgeted_wan": 4.02, "category": {"term": "item_training"}},
	}}
}

test_fails_with_the_staff_there_is if {
	got := rule.findings with input.proposal as object.union(
		_first({"trainees": 38, "cost_cny_wan": 8}),
		{"finance": {"items": [{"category": "training", "amount": 11}]}},
	)
	got == {{
		"code": "trainees_above_staff",
		"path": ["employment", "training", 0, "trainees"],
		"related": [["applicant", "employees"], ["partners", 0, "employees"], ["partners", 1, "employees"]],
		"args": {"programme": 1, "trainees": 38, "audience": {"term": "audience_affected"}, "staff": 37},
	}}
}

test_does_not_apply_before_the_pilot if {
	not rule.applies with input.proposal as {"project": {"stage": "research", "type": "research"}}
}
