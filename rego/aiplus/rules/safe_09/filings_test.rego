package aiplus.rules.safe_09_test

import data.aiplus.rules.safe_09 as rule

_filing(kind, status, due) := {
	"kind": kind, "required": true, "reason_zh": "面向公众提供服务", "status": status, "due": due,
}

_registration := _filing("genai_registration", "submitted", "2027-06-30")

_algorithm := _filing("algorithm_filing", "planned", "2027-07-14")

_assessment := object.union(_filing("security_assessment", "obtained", "2026-10-15"), {"number": "网信评〔2026〕17号"})

_base := {
	"meta": {"submitted_on": "2026-10-15"},
	"project": {"stage": "pilot"},
	"scenarios": [{"id": "S1", "public_facing": true, "target_groups": ["general"]}],
	"models": [
		{
			"id": "M1", "generative": true, "origin": "fine_tuned", "output_modalities": ["score"],
			"base_model": {"name": "某基座", "filing_no": "备案2025-0417"},
		},
		{"id": "M2", "generative": false, "origin": "fine_tuned", "output_modalities": ["score"], "base_model": {"name": "某检测模型"}},
	],
	"plan": {"milestones": [
		{"id": "N1", "kind": "normal", "due": "2027-01-31"},
		{"id": "N2", "kind": "go_live", "due": "2027-09-30"},
		{"id": "N3", "kind": "go_live", "due": "2027-06-30"},
	]},
	"safety": {"filings": [_registration, _algorithm, _assessment]},
}

_filings(entries) := object.union(_base, {"safety": {"filings": entries}})

_edit(entry, changes) := object.union(entry, changes)

_model(changes) := object.union(_base, {"models": [object.union(_base.models[0], changes)]})

_companion(entries) := object.union(
	_filings(array.concat(_base.safety.filings, entries)),
	{"scenarios": [{"id": "S1", "public_facing": true, "target_groups": ["general", "emotional_companionship"]}]},
)

_denied(kind) := {"kind": kind, "required": false, "reason_zh": "另行办理登记", "status": "none"}

_recommender := object.union(_filings([_algorithm, _assessment]), {"models": [{"id": "M1", "generative": false, "recommender": true, "output_modalities": ["score"]}]})

_all_obtained := _filings([_edit(entry, {"status": "obtained", "due": "2026-09-30", "number": "17"}) | some entry in _base.safety.filings])

_one_to_come := _filings([_registration, _edit(_algorithm, {"status": "obtained", "due": "2026-09-30", "number": "17"}), _assessment])

_passing := {
	"in time": _base,
	"the other one denied": _filings([_denied("genai_filing"), _registration, _algorithm, _assessment]),
	"filed instead of registered": _filings([_edit(_registration, {"kind": "genai_filing"}), _algorithm, _assessment]),
	"other entries": _filings([_registration, _algorithm, _assessment, {"kind": "ethics"}]),
	"no companion": _filings([_registration, _algorithm, _assessment, _denied("anthropomorphic_assessment")]),
	"a companion": _companion([_filing("anthropomorphic_assessment", "planned", "2027-06-30")]),
	"a recommender": _recommender,
	"a model of one's own": _model({"origin": "self_trained", "base_model": null}),
	"submitted, in use": object.union(
		_filings([_registration, _edit(_algorithm, {"status": "submitted"}), _assessment]),
		{"project": {"stage": "scaling"}},
	),
	"planned for today": _filings([_registration, _edit(_algorithm, {"due": "2026-10-15"}), _assessment]),
	"all obtained, nothing goes live": object.remove(_all_obtained, ["plan"]),
	"one of two entries denied": _filings([_registration, _denied("algorithm_filing"), _algorithm, _assessment]),
	"an entry of another kind, required and no more": _filings([_registration, _algorithm, _assessment, {"kind": "ethics", "required": true}]),
	"a companion, assessed; the other filing denied": _companion([_filing("anthropomorphic_assessment", "planned", "2027-06-30"), _denied("genai_filing")]),
	"submitted, the number not yet there": _filings([_edit(_registration, {"number": "办理中"}), _algorithm, _assessment]),
	"a recogniser on a base that needs no filing": object.union(_base, {"models": [
		_base.models[0],
		object.union(_base.models[1], {"base_model": {"name": "某检测模型", "filing_no": "无"}}),
	]}),
	"all obtained, milestones of which nothing is asked": object.union(_all_obtained, {"plan": {"milestones": [{"id": "N1"}, {"id": "N2", "kind": "go_live"}]}}),
	"all obtained, nothing among the milestones goes live": object.union(_all_obtained, {"plan": {"milestones": [_base.plan.milestones[0]]}}),
	"obtained long after it went live": object.union(_all_obtained, {"plan": {"milestones": [{"id": "N1", "kind": "go_live", "due": "2026-01-31"}]}}),
}

# A base model that is null is one that is not there.
_clean(proposal) := object.union(proposal, {"models": [{key: value | some key, value in model; value != null} | some model in proposal.models]})

test_passes[name] if {
	some name, proposal in _passing
	got := rule.findings with input.proposal as _clean(proposal)
	got == set()
	manual := rule.manual with input.proposal as _clean(proposal)
	manual == set()
}

test_applies[name] if {
	some name, proposal in {"generative": _base, "recommending": _recommender}
	rule.applies with input.proposal as proposal
}

test_does_not_apply[name] if {
	some name, proposal in {
		"not public": object.union(_base, {"scenarios": [{"public_facing": false}]}),
		"recommending, not public": object.union(_recommender, {"scenarios": [{"public_facing": false}]}),
		"neither generative nor recommending": _model({"generative": false}),
	}
	not rule.applies with input.proposal as proposal
}

_missing := {
	"filings": {"proposal": object.remove(_base, ["safety"]), "want": {["safety", "filings"]}},
	"stage": {"proposal": json.remove(_base, ["project/stage"]), "want": {["project", "stage"]}},
	"target groups": {
		"proposal": json.remove(_base, ["scenarios/0/target_groups"]),
		"want": {["scenarios", 0, "target_groups"]},
	},
	"one of the target groups": {
		"proposal": object.union(_base, {"scenarios": [object.union(_base.scenarios[0], {"target_groups": ["general", ""]})]}),
		"want": {["scenarios", 0, "target_groups", 1]},
	},
	"kind": {
		"proposal": _filings([_registration, object.remove(_algorithm, ["kind"]), _assessment]),
		"want": {["safety", "filings", 1, "kind"]},
	},
	"kind of the registration": {
		"proposal": _filings([object.remove(_registration, ["kind"]), _algorithm, _assessment]),
		"want": {["safety", "filings", 0, "kind"]},
	},
	"required": {
		"proposal": _filings([object.remove(_registration, ["required"]), _algorithm, _assessment]),
		"want": {["safety", "filings", 0, "required"]},
	},
	"reason": {
		"proposal": _filings([_edit(_registration, {"reason_zh": ""}), _algorithm, _assessment]),
		"want": {["safety", "filings", 0, "reason_zh"]},
	},
	"reason of a denial": {
		"proposal": _filings([_registration, object.remove(_denied("genai_filing"), ["reason_zh"]), _algorithm, _assessment]),
		"want": {["safety", "filings", 1, "reason_zh"]},
	},
	"status": {
		"proposal": _filings([object.remove(_registration, ["status"]), _algorithm, _assessment]),
		"want": {["safety", "filings", 0, "status"]},
	},
	"due": {
		"proposal": _filings([object.remove(_registration, ["due"]), _algorithm, _assessment]),
		"want": {["safety", "filings", 0, "due"]},
	},
	"number": {
		"proposal": _filings([_registration, _algorithm, object.remove(_assessment, ["number"])]),
		"want": {["safety", "filings", 2, "number"]},
	},
	"milestones": {"proposal": object.remove(_base, ["plan"]), "want": {["plan", "milestones"]}},
	"kind of a milestone": {
		"proposal": json.remove(_base, ["plan/milestones/0/kind"]),
		"want": {["plan", "milestones", 0, "kind"]},
	},
	"date of going live": {
		"proposal": json.remove(_base, ["plan/milestones/2/due"]),
		"want": {["plan", "milestones", 2, "due"]},
	},
	"filing of the base model": {
		"proposal": json.remove(_base, ["models/0/base_model/filing_no"]),
		"want": {["models", 0, "base_model", "filing_no"]},
	},
	"a base model, called one's own": {
		"proposal": json.remove(_model({"origin": "self_trained"}), ["models/0/base_model/filing_no"]),
		"want": {["models", 0, "base_model", "filing_no"]},
	},
	"origin and base model": {
		"proposal": json.remove(_base, ["models/0/base_model", "models/0/origin"]),
		"want": {["models", 0, "base_model", "filing_no"]},
	},
	"any entry": {"proposal": _filings([]), "want": {["safety", "filings"]}},
	"any milestone": {"proposal": object.union(_base, {"plan": {"milestones": []}}), "want": {["plan", "milestones"]}},
	"milestones, one filing to come": {"proposal": object.remove(_one_to_come, ["plan"]), "want": {["plan", "milestones"]}},
	"kind of a milestone, one filing to come": {
		"proposal": json.remove(_one_to_come, ["plan/milestones/0/kind"]),
		"want": {["plan", "milestones", 0, "kind"]},
	},
	"date of going live, one filing to come": {
		"proposal": json.remove(_one_to_come, ["plan/milestones/2/due"]),
		"want": {["plan", "milestones", 2, "due"]},
	},
	"an empty number": {
		"proposal": _filings([_registration, _algorithm, _edit(_assessment, {"number": ""})]),
		"want": {["safety", "filings", 2, "number"]},
	},
}

test_fails_without[name] if {
	some name, tc in _missing
	found := rule.findings with input.proposal as tc.proposal
	{[f.code, f.path] | some f in found} == {["missing", path] | some path in tc.want}
}

_at(i, field) := ["safety", "filings", i, field]

_term(kind) := {"term": concat("_", ["filing", kind])}

_failing := {
	"neither filed nor registered": {
		"proposal": _filings([_algorithm, _assessment]),
		"want": {["public_unfiled", ["safety", "filings"], [["models", 0, "generative"], ["scenarios", 0, "public_facing"]], {}]},
	},
	"both denied": {
		"proposal": _filings([_denied("genai_filing"), _denied("genai_registration"), _algorithm, _assessment]),
		"want": {[
			"public_unfiled", ["safety", "filings"],
			[["models", 0, "generative"], _at(0, "required"), _at(1, "required"), ["scenarios", 0, "public_facing"]], {},
		]},
	},
	"no algorithm filing": {
		"proposal": _filings([_registration, _assessment]),
		"want": {["kind_absent", ["safety", "filings"], [["scenarios", 0, "public_facing"]], {"kind": _term("algorithm_filing")}]},
	},
	"no security assessment": {
		"proposal": _filings([_registration, _algorithm]),
		"want": {["kind_absent", ["safety", "filings"], [["scenarios", 0, "public_facing"]], {"kind": _term("security_assessment")}]},
	},
	"a companion, not assessed": {
		"proposal": _companion([]),
		"want": {["kind_absent", ["safety", "filings"], [["scenarios", 0, "target_groups"]], {"kind": _term("anthropomorphic_assessment")}]},
	},
	"a companion, denied": {
		"proposal": _companion([_denied("anthropomorphic_assessment")]),
		"want": {["companion_denied", _at(3, "required"), [["scenarios", 0, "target_groups"]], {}]},
	},
	"required and nothing done": {
		"proposal": _filings([_edit(_registration, {"status": "none"}), _algorithm, _assessment]),
		"want": {["not_planned", _at(0, "status"), [_at(0, "required")], {"kind": _term("genai_registration")}]},
	},
	"in use and only planned": {
		"proposal": object.union(_base, {"project": {"stage": "deployment"}}),
		"want": {["not_submitted", _at(1, "status"), [["project", "stage"]], {"kind": _term("algorithm_filing")}]},
	},
	"a number that is none": {
		"proposal": _filings([_registration, _algorithm, _edit(_assessment, {"number": "办理中"})]),
		"want": {["number_unreal", _at(2, "number"), [], {"number": "办理中"}]},
	},
	"a base model whose number is none": {
		"proposal": _model({"base_model": {"name": "某基座", "filing_no": "已备案"}}),
		"want": {["number_unreal", ["models", 0, "base_model", "filing_no"], [], {"number": "已备案"}]},
	},
	"obtained tomorrow": {
		"proposal": _filings([_registration, _algorithm, _edit(_assessment, {"due": "2026-10-16"})]),
		"want": {[
			"obtained_in_future", _at(2, "due"), [["meta", "submitted_on"]],
			{"kind": _term("security_assessment"), "date": "2026-10-16", "limit": "2026-10-15"},
		]},
	},
	"planned for yesterday": {
		"proposal": _filings([_registration, _edit(_algorithm, {"due": "2026-10-14"}), _assessment]),
		"want": {[
			"planned_in_past", _at(1, "due"), [["meta", "submitted_on"]],
			{"kind": _term("algorithm_filing"), "date": "2026-10-14", "limit": "2026-10-15"},
		]},
	},
	"nothing goes live": {
		"proposal": object.union(_base, {"plan": {"milestones": [_base.plan.milestones[0]]}}),
		"want": {["launch_unknown", ["plan", "milestones"], [_at(0, "due"), _at(1, "due")], {}]},
	},
	"a day after it goes live": {
		"proposal": _filings([_edit(_registration, {"due": "2027-07-01"}), _algorithm, _assessment]),
		"want": {[
			"after_launch", _at(0, "due"), [["plan", "milestones", 2, "due"]],
			{"kind": _term("genai_registration"), "date": "2027-07-01", "limit": "2027-06-30"},
		]},
	},
	"an algorithm two weeks and a day later": {
		"proposal": _filings([_registration, _edit(_algorithm, {"due": "2027-07-15"}), _assessment]),
		"want": {[
			"algorithm_late", _at(1, "due"), [["plan", "milestones", 2, "due"]],
			{"date": "2027-07-15", "limit": "2027-07-14", "days": 10},
		]},
	},
	"an algorithm filing alone": {
		"proposal": _filings([_algorithm]),
		"want": {
			["public_unfiled", ["safety", "filings"], [["models", 0, "generative"], ["scenarios", 0, "public_facing"]], {}],
			["kind_absent", ["safety", "filings"], [["scenarios", 0, "public_facing"]], {"kind": _term("security_assessment")}],
		},
	},
	"at scale and only planned": {
		"proposal": object.union(_base, {"project": {"stage": "scaling"}}),
		"want": {["not_submitted", _at(1, "status"), [["project", "stage"]], {"kind": _term("algorithm_filing")}]},
	},
	"nothing goes live, one filing to come": {
		"proposal": object.union(_one_to_come, {"plan": {"milestones": [_base.plan.milestones[0]]}}),
		"want": {["launch_unknown", ["plan", "milestones"], [_at(0, "due")], {}]},
	},
	"three weeks after it goes live": {
		"proposal": _filings([_edit(_registration, {"due": "2027-07-21"}), _algorithm, _assessment]),
		"want": {[
			"after_launch", _at(0, "due"), [["plan", "milestones", 2, "due"]],
			{"kind": _term("genai_registration"), "date": "2027-07-21", "limit": "2027-06-30"},
		]},
	},
}

test_fails[name] if {
	some name, tc in _failing
	found := rule.findings with input.proposal as tc.proposal
	got := {[f.code, f.path, sort(object.get(f, "related", [])), f.args] | some f in found}
	got == tc.want
}

# A denial is neither a pass nor a failure of the machine's making.
test_leaves_a_denial_to_a_person if {
	proposal := _filings([_registration, _denied("algorithm_filing"), _assessment])
	found := rule.findings with input.proposal as proposal
	found == set()
	asked := rule.manual with input.proposal as proposal
	asked == {{
		"code": "denied", "path": _at(1, "required"), "related": [_at(1, "reason_zh")],
		"args": {"kind": _term("algorithm_filing")},
	}}
}

# Five working days are a week, and what is left is less than one.
test_working_days_as_calendar_days[working] if {
	some working, limit in {4: "2027-07-04", 5: "2027-07-07", 8: "2027-07-10", 10: "2027-07-14"}
	proposal := _filings([_registration, _edit(_algorithm, {"due": "2027-08-31"}), _assessment])
	found := rule.findings with input.proposal as proposal with data.aiplus.thresholds.filing_working_days_max.value as working
	{f.args.limit | some f in found} == {limit}
}
