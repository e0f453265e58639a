package aiplus.rules.empl_04_test

import data.aiplus.rules.empl_04 as rule

_consultation := {
	"union": true,
	"date": "2026-08-31",
	"minutes": "EV-32",
	"art41_applies": true,
	"notice_days": 30,
	"labour_authority_report": true,
}

_minutes := {"id": "EV-32", "kind": "minutes", "issuer": "工会", "issued_on": "2026-08-31", "sha256": "32"}

# 30 days after the consultation something goes live, and 30 people leave later.
_base := {
	"meta": {"submitted_on": "2026-10-25"},
	"applicant": {"employees": 3100},
	"employment": {
		"occupations": [
			{"id": "O1", "exit": 0, "timing": "2026-01-01"},
			{"id": "O2", "exit": 30, "timing": "2027-08-31"},
		],
		"consultation": _consultation,
	},
	"plan": {"milestones": [
		{"id": "N1", "kind": "normal", "due": "2026-01-01"},
		{"id": "N2", "kind": "go_live", "due": "2026-09-30"},
		{"id": "N3", "kind": "go_live", "due": "2027-11-30"},
	]},
	"finance": {"items": [{"category": "personnel", "amount": 90}, {"category": "other", "amount": 26.46}]},
	"evidence": [_minutes],
}

_with(edit) := object.union(_base, edit)

_consulted(edit) := _with({"employment": {"consultation": edit}})

_without(path) := json.remove(_base, [path])

_passing := {
	"as the law has it": _base,
	"nothing goes live": _without("plan"),
	"30 days before people leave": json.remove(
		_with({"employment": {"occupations": [{"exit": 30, "timing": "2026-09-30"}]}}),
		["plan"],
	),
	"compensation in the contingency": _with({"finance": {"items": [{"category": "contingency", "amount": 0.01}]}}),
	"compensation in both": _with({"finance": {"items": [
		{"category": "other", "amount": 26},
		{"category": "contingency", "amount": 26},
	]}}),
	"more notice": _consulted({"notice_days": 45}),
}

test_passes[name] if {
	some name, proposal in _passing
	got := rule.findings with input.proposal as proposal
	got == set()
}

_field(name) := ["employment", "consultation", name]

_missing := {
	"employment/consultation": {["employment", "consultation"]},
	"employment/consultation/union": {_field("union")},
	"employment/consultation/date": {_field("date")},
	"employment/consultation/minutes": {_field("minutes")},
	"employment/consultation/art41_applies": {_field("art41_applies")},
	"employment/consultation/notice_days": {_field("notice_days")},
	"employment/consultation/labour_authority_report": {_field("labour_authority_report")},
	"employment/occupations/1/timing": {["employment", "occupations", 1, "timing"]},
	"finance": {["finance", "items"]},
}

test_fails_without[path] if {
	some path, want in _missing
	got := rule.findings with input.proposal as _without(path)
	got == {{"code": "missing", "path": p, "args": {}} | some p in want}
}

test_fails_with_nothing_in[name] if {
	some name, tc in {
		"the consultation": {
			"proposal": object.union(_without("employment/consultation"), {"employment": {"consultation": {}}}),
			"want": ["employment", "consultation"],
		},
		"the time at which one person leaves": {
			"proposal": _with({"employment": {"occupations": [{"id": "O2", "exit": 1}]}}),
			"want": ["employment", "occupations", 0, "timing"],
		},
		"the budget": {"proposal": _with({"finance": {"items": []}}), "want": ["finance", "items"]},
	}
	got := rule.findings with input.proposal as tc.proposal
	got == {{"code": "missing", "path": tc.want, "args": {}}}
}

test_fails_with_a_date_and_no_more if {
	proposal := object.union(_without("employment/consultation"), {"employment": {"consultation": {"date": "2026-08-31"}}})
	got := rule.findings with input.proposal as proposal
	got == {{"code": "missing", "path": _field(field), "args": {}} | some field, _ in object.remove(_consultation, ["date"])}
}

_exits := [["employment", "occupations", 1, "exit"]]

_failing := {
	"called something else": {
		"proposal": _consulted({"art41_applies": false}),
		"want": {[
			"art41_denied", _field("art41_applies"), array.concat(_exits, [["applicant", "employees"]]),
			{"exits": 30, "people": 20, "pct": 10},
		]},
	},
	"nobody heard": {
		"proposal": _consulted({"union": false}),
		"want": {["not_consulted", _field("union"), _exits, {"exits": 30}]},
	},
	"29 days before it goes live": {
		"proposal": _consulted({"date": "2026-09-01"}),
		"want": {[
			"consulted_late", _field("date"), [["plan", "milestones", 1, "due"]],
			{"date": "2026-09-01", "limit": "2026-09-30", "days": 29, "min": 30},
		]},
	},
	"on the day it goes live": {
		"proposal": _consulted({"date": "2026-09-30"}),
		"want": {[
			"consulted_late", _field("date"), [["plan", "milestones", 1, "due"]],
			{"date": "2026-09-30", "limit": "2026-09-30", "days": 0, "min": 30},
		]},
	},
	"the day after it went live": {
		"proposal": _consulted({"date": "2026-10-01"}),
		"want": {[
			"consulted_after", _field("date"), [["plan", "milestones", 1, "due"]],
			{"date": "2026-10-01", "limit": "2026-09-30", "days": -1, "min": 30},
		]},
	},
	"29 days before people leave": {
		"proposal": _with({"employment": {"occupations": [{"exit": 30, "timing": "2026-09-29"}]}}),
		"want": {[
			"consulted_late", _field("date"), [["employment", "occupations", 0, "timing"]],
			{"date": "2026-08-31", "limit": "2026-09-29", "days": 29, "min": 30},
		]},
	},
	"29 days of notice": {
		"proposal": _consulted({"notice_days": 29}),
		"want": {["notice_short", _field("notice_days"), [], {"days": 29, "min": 30}]},
	},
	"not reported": {
		"proposal": _consulted({"labour_authority_report": false}),
		"want": {["not_reported", _field("labour_authority_report"), [], {"exits": 30}]},
	},
	"minutes that are not listed": {
		"proposal": _without("evidence"),
		"want": {[
			"minutes_weak", _field("minutes"), [["evidence"]],
			{"evidence": "EV-32", "flaw": {"term": "evidence_unknown"}},
		]},
	},
	"minutes without a date": {
		"proposal": _without("evidence/0/issued_on"),
		"want": {[
			"minutes_weak", _field("minutes"), [["evidence", 0]],
			{"evidence": "EV-32", "flaw": {"term": "evidence_undated"}},
		]},
	},
	"minutes that prove everything": {
		"proposal": _with({
			"safety": {"emergency": {"plan": "EV-32"}},
			"governance": {"body": {"charter": "EV-32"}},
		}),
		"want": {[
			"minutes_reused", _field("minutes"), [["governance", "body", "charter"], ["safety", "emergency", "plan"]],
			{"evidence": "EV-32", "flaw": {"term": "evidence_reused"}},
		]},
	},
	"no compensation": {
		"proposal": _with({"finance": {"items": [{"category": "personnel", "amount": 90}, {"category": "other", "amount": 0}]}}),
		"want": {[
			"compensation_unfunded", ["finance", "items"], _exits,
			{"exits": 30, "categories": [{"term": "item_other"}, {"term": "item_contingency"}]},
		]},
	},
	"no compensation in a budget of one item": {
		"proposal": _with({"finance": {"items": [{"category": "personnel", "amount": 90}]}}),
		"want": {[
			"compensation_unfunded", ["finance", "items"], _exits,
			{"exits": 30, "categories": [{"term": "item_other"}, {"term": "item_contingency"}]},
		]},
	},
}

test_fails[name] if {
	some name, tc in _failing
	found := rule.findings with input.proposal as tc.proposal
	got := {[f.code, f.path, sort(object.get(f, "related", [])), f.args] | some f in found}
	got == {[code, path, sort(related), args] | some [code, path, related, args] in tc.want}
}

test_applies[name] if {
	some name, proposal in {
		"20 people": {"applicant": {"employees": 3100}, "employment": {"occupations": [{"exit": 12}, {"exit": 8}]}},
		"a tenth of the staff": {"applicant": {"employees": 30}, "employment": {"occupations": [{"exit": 3}]}},
	}
	rule.applies with input.proposal as proposal
}

test_does_not_apply[name] if {
	some name, proposal in {
		"nobody leaves": {"applicant": {"employees": 1}, "employment": {"occupations": [{"exit": 0}]}},
		"19 people of many": {"applicant": {"employees": 191}, "employment": {"occupations": [{"exit": 19}]}},
	}
	not rule.applies with input.proposal as proposal
}
