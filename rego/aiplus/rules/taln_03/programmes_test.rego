package aiplus.rules.taln_03_test

import data.aiplus.rules.taln_03 as rule

_programme := {
	"kind": "apprenticeship",
	"partner": "工程技师学院",
	"people": 30,
	"hours": 480,
	"by": "2028-11-30",
	"agreement": "EV-31",
}

_training := {"audience": "affected", "provider": "职业技术学院", "trainees": 96, "hours": 48}

_agreement := {"id": "EV-31", "kind": "contract", "issuer": "工程技师学院", "issued_on": "2026-06-25", "sha256": "31"}

_base := {
	"meta": {"submitted_on": "2026-10-20"},
	"project": {"stage": "pilot", "start": "2026-12-01", "end": "2028-11-30"},
	"applicant": {"name": "甲"},
	"employment": {"training": [_training]},
	"talent": {"programmes": [_programme]},
	"finance": {"total_cny_wan": 1000},
	"evidence": [_agreement],
}

_with(edit) := object.union(_base, edit)

_without(path) := json.remove(_base, [path])

_planned(edit) := _with({"talent": {"programmes": [object.union(_programme, edit)]}})

_trained(edit) := _with({"employment": {"training": [object.union(_training, edit)]}})

_passing := {
	"an apprenticeship": _base,
	"a day in the project": _planned({"by": "2026-12-01"}),
	"a letter": _with({"evidence": [object.union(_agreement, {"kind": "letter"})]}),
	"a competition beside it": _with({"talent": {"programmes": [{"kind": "competition"}, _programme]}}),
	"as many people elsewhere, for another time": _trained({"trainees": 30}),
	"as many hours, for other people": _trained({"hours": 480}),
	"other people of the same body": _trained({"provider": "工程技师学院"}),
	"research without training of employees": json.remove(
		_with({"project": {"stage": "research"}}),
		["employment"],
	),
	"other documents beside the agreement": _with({"evidence": [_agreement, object.union(_agreement, {"id": "EV-40", "kind": "photo", "sha256": "40"})]}),
	"nothing of what is no figure of ours": _planned({"dropouts": 0}),
}

test_passes[name] if {
	some name, proposal in _passing
	got := rule.findings with input.proposal as proposal
	got == set()
}

_at(field) := ["talent", "programmes", 0, field]

test_fails_without[path] if {
	some path, want in {
		"talent": ["talent", "programmes"],
		"talent/programmes/0/kind": _at("kind"),
		"talent/programmes/0/partner": _at("partner"),
		"talent/programmes/0/people": _at("people"),
		"talent/programmes/0/hours": _at("hours"),
		"talent/programmes/0/by": _at("by"),
		"talent/programmes/0/agreement": _at("agreement"),
		"employment": ["employment", "training"],
		"employment/training/0/provider": ["employment", "training", 0, "provider"],
		"employment/training/0/trainees": ["employment", "training", 0, "trainees"],
		"employment/training/0/hours": ["employment", "training", 0, "hours"],
	}
	got := rule.findings with input.proposal as _without(path)
	got == {{"code": "missing", "path": want, "args": {}}}
}

test_fails_without_training_where_jobs_change if {
	got := rule.findings with input.proposal as object.union(_with({"project": {"stage": "research"}}), {"employment": {
		"training": [],
		"assessment": {"scope_headcount": 3},
	}})
	got == {{"code": "missing", "path": ["employment", "training"], "args": {}}}
}

_failing := {
	"competitions only": {
		"proposal": _planned({"kind": "competition"}),
		"want": {["only_competitions", ["talent", "programmes"], [], {}]},
	},
	"nobody": {
		"proposal": _planned({"people": 0}),
		"want": {["nobody_trained", _at("people"), [], {"programme": 1}]},
	},
	"no time": {
		"proposal": _planned({"hours": 0}),
		"want": {["nobody_trained", _at("hours"), [], {"programme": 1}]},
	},
	"with oneself": {
		"proposal": _planned({"partner": "甲"}),
		"want": {["partner_self", _at("partner"), [], {"programme": 1, "partner": "甲"}]},
	},
	"an agreement that is not listed": {
		"proposal": _without("evidence"),
		"want": {[
			"agreement_weak", _at("agreement"), [["evidence"]],
			{"programme": 1, "evidence": "EV-31", "flaw": {"term": "evidence_unknown"}},
		]},
	},
	"an agreement that is a photo": {
		"proposal": _with({"evidence": [object.union(_agreement, {"kind": "photo"})]}),
		"want": {[
			"agreement_kind", _at("agreement"), [["evidence", 0]],
			{"programme": 1, "evidence": "EV-31", "kind": {"term": "evidence_kind_photo"}},
		]},
	},
	"after the end": {
		"proposal": _planned({"by": "2028-12-01"}),
		"want": {[
			"after_project_end", _at("by"), [["project", "end"]],
			{"programme": 1, "date": "2028-12-01", "limit": "2028-11-30"},
		]},
	},
	"before the start": {
		"proposal": _planned({"by": "2026-11-30"}),
		"want": {[
			"before_start", _at("by"), [["project", "start"]],
			{"programme": 1, "date": "2026-11-30", "limit": "2026-12-01"},
		]},
	},
	"the same people for the same time": {
		"proposal": _trained({"trainees": 30, "hours": 480}),
		"want": {[
			"counted_twice", _at("people"), [["employment", "training", 0, "trainees"]],
			{"programme": 1, "people": 30, "training": 1},
		]},
	},
	"the same people of the same body": {
		"proposal": _trained({"trainees": 30, "provider": "工程技师学院"}),
		"want": {[
			"counted_twice", _at("people"), [["employment", "training", 0, "trainees"]],
			{"programme": 1, "people": 30, "training": 1},
		]},
	},
	"an empty list": {
		"proposal": _with({"talent": {"programmes": []}}),
		"want": {["missing", ["talent", "programmes"], [], {}]},
	},
}

test_fails[name] if {
	some name, tc in _failing
	found := rule.findings with input.proposal as tc.proposal
	got := {[f.code, f.path, sort(object.get(f, "related", [])), f.args] | some f in found}
	got == tc.want
}

test_applies[name] if {
	some name, proposal in {
		"much money": _base,
		"public money": {"finance": {"total_cny_wan": 200, "sources": [{"kind": "local_fiscal", "amount": 100}]}},
	}
	rule.applies with input.proposal as proposal
}

test_does_not_apply if {
	not rule.applies with input.proposal as {"finance": {
		"total_cny_wan": 999,
		"sources": [{"kind": "local_fiscal", "amount": 99}, {"kind": "self", "amount": 900}],
	}}
}
