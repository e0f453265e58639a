package aiplus.rules.safe_04_test

import data.aiplus.rules.safe_04 as rule

_pi := {
	"contains": true, "sensitive": true, "subjects": 61000, "minors": false,
	"legal_basis": "separate_consent", "deidentified": "pseudonymised", "retention_days": 730,
}

_dataset := {
	"id": "D1", "purpose": ["finetune"], "modalities": ["text"], "pi": _pi,
	"rights": {"hold": ["applicant"], "use": ["applicant"], "operate": []},
}

_privacy := {
	"pipia_done_on": "2026-09-28", "pipia_evidence": "EV-11", "pipia_retention_years": 3, "officer": "T4",
	"notice": "EV-08", "rights_sla_days": 15, "minimisation_zh": "只收手机号与园块位置，不收身份证号",
}

_proof(id) := {"id": id, "kind": "report", "issuer": "甲", "issued_on": "2026-09-30", "sha256": id}

_base := {
	"meta": {"submitted_on": "2026-10-15"},
	"project": {"type": "application", "stage": "pilot", "start": "2026-11-01"},
	"scenarios": [{"subject": "organisation", "decision_impact": "advisory", "description_zh": "向果园推送测报"}],
	"data": {"datasets": [_dataset, {"id": "D2", "modalities": ["text"], "pi": {"contains": false}}]},
	"safety": {"privacy": _privacy},
	"talent": {"team": [{"id": "T4", "role": ["legal"], "fte": 0.5}]},
	"evidence": [_proof("EV-08"), _proof("EV-11")],
}

_edited(edit) := object.union(_base, edit)

_with(changes) := _edited({"safety": {"privacy": changes}})

_without(field) := object.union(
	object.remove(_base, ["safety"]),
	{"safety": {"privacy": object.remove(_privacy, [field])}},
)

_datasets(datasets) := _edited({"data": {"datasets": datasets}})

_data(changes) := _datasets([object.union(_dataset, {"pi": changes})])

_data_without(field) := _datasets([object.union(
	object.remove(_dataset, ["pi"]),
	{"pi": object.remove(_pi, [field])},
)])

# Nothing that makes an assessment a duty.
_harmless := {"sensitive": false, "legal_basis": "contract"}

_unassessed(proposal) := json.remove(proposal, [
	"safety/privacy/pipia_done_on",
	"safety/privacy/pipia_evidence",
	"safety/privacy/pipia_retention_years",
])

_children := {"minors": true, "legal_basis": "separate_consent"}

_asked(answer) := {"safety": {"vulnerable": {"guardian_consent": answer}}}

_about_people := {"scenarios": [{"subject": "natural_person", "decision_impact": "advisory", "description_zh": "答疑"}]}

_findings(proposal) := findings if {
	findings := rule.findings with input.proposal as proposal
}

_codes(proposal) := sort([finding.code | some finding in _findings(proposal)])

_passing := {
	"sensitive, with separate consent": _base,
	"sensitive, by a duty of the law": _data({"legal_basis": "statutory_duty"}),
	"sensitive, for public health": _data({"legal_basis": "public_health"}),
	"not sensitive, by contract": _data(_harmless),
	"not sensitive, public": _data({"sensitive": false, "legal_basis": "public_info"}),
	"no assessment where none is due": _unassessed(_data(_harmless)),
	"children, and their guardians asked": object.union(_data(_children), _asked(true)),
	"children, by a duty of the law": _data({"minors": true, "legal_basis": "statutory_duty"}),
	"assessed on the first day": _with({"pipia_done_on": "2026-11-01"}),
	"anonymised, for training": _data({"deidentified": "anonymised"}),
	"anonymised, in operation, about machines": _datasets([object.union(
		_dataset,
		{"purpose": ["operation"], "pi": {"deidentified": "anonymised"}},
	)]),
	"pictures without people": _datasets([_dataset, {
		"id": "D2",
		"modalities": ["image"],
		"pi": {"contains": false, "exclusion_zh": "仅拍摄叶片、果实和诱虫板，入库前检测人脸与车牌并剔除"},
	}]),
	"an officer with little time and few posts": _edited({"talent": {"team": [{"id": "T4", "fte": 0.1}]}}),
	"no assessment where none is due, and no start": json.remove(_unassessed(_data(_harmless)), ["project/start"]),
	"assessed late where nothing asks for it": object.union(_data(_harmless), {"safety": {"privacy": {"pipia_done_on": "2026-11-02"}}}),
	"a report kept for two years where nothing asks for it": object.union(
		_data(_harmless),
		{"safety": {"privacy": {"pipia_retention_years": 2}}},
	),
	"an unknown report where nothing asks for one": object.union(
		_data(_harmless),
		{"safety": {"privacy": {"pipia_evidence": "EV-99"}}},
	),
	"guardians not asked where there are no children": object.union(_base, _asked(false)),
	"guardians not asked where the law is the basis": object.union(
		_data({"minors": true, "legal_basis": "statutory_duty"}),
		_asked(false),
	),
	"pseudonymised, and served": object.union(_datasets([object.union(_dataset, {"purpose": ["operation"]})]), _about_people),
	"anonymised, for training a service to people": object.union(_data({"deidentified": "anonymised"}), _about_people),
}

test_passes[name] if {
	some name, proposal in _passing
	_codes(proposal) == []
}

_failing := {
	"no privacy": {"proposal": object.remove(_base, ["safety"]), "codes": ["missing"]},
	"not said whether there are people in the data": {
		"proposal": _datasets([_dataset, {"id": "D2", "modalities": ["text"]}]),
		"codes": ["missing"],
	},
	"no start of the project": {"proposal": json.remove(_base, ["project/start"]), "codes": ["missing"]},
	"people denied": {
		"proposal": object.union(_datasets([{"id": "D1", "modalities": ["text"], "pi": {"contains": false}}]), _about_people),
		"codes": ["people_denied"],
	},
	"people denied, and no privacy": {
		"proposal": object.union(
			object.remove(_datasets([{"id": "D1", "modalities": ["text"], "pi": {"contains": false}}]), ["safety"]),
			_about_people,
		),
		"codes": ["missing", "people_denied"],
	},
	"people denied, and not assessed": {
		"proposal": object.union(
			_unassessed(_datasets([{"id": "D1", "modalities": ["text"], "pi": {"contains": false}}])),
			_about_people,
		),
		"codes": ["missing", "missing", "missing", "people_denied"],
	},
	"pictures, and no word on people": {
		"proposal": _datasets([_dataset, {"id": "D2", "modalities": ["image"], "pi": {"contains": false, "exclusion_zh": "无人"}}]),
		"codes": ["media_unexplained"],
	},
	"no basis": {"proposal": _data({"legal_basis": "none"}), "codes": ["basis_none"]},
	"sensitive by consent": {"proposal": _data({"legal_basis": "consent"}), "codes": ["consent_not_separate"]},
	"sensitive by contract": {"proposal": _data({"legal_basis": "contract"}), "codes": ["consent_not_separate"]},
	"sensitive because public": {"proposal": _data({"legal_basis": "public_info"}), "codes": ["consent_not_separate"]},
	"children by contract, said not to be sensitive": {
		"proposal": _data({"sensitive": false, "minors": true, "legal_basis": "contract"}),
		"codes": ["consent_not_separate"],
	},
	"children, guardians not asked": {
		"proposal": object.union(_data(_children), _asked(false)),
		"codes": ["guardian_not_asked"],
	},
	"children, nothing about guardians": {"proposal": _data(_children), "codes": ["missing"]},
	"children by plain consent": {
		"proposal": object.union(_data(object.union(_children, {"legal_basis": "consent"})), _asked(true)),
		"codes": ["consent_not_separate"],
	},
	"nobody": {"proposal": _data({"subjects": 0}), "codes": ["subjects_zero"]},
	"kept for no time": {"proposal": _data({"retention_days": 0}), "codes": ["retention_zero"]},
	"anonymised, and served": {
		"proposal": object.union(
			_datasets([object.union(_dataset, {"purpose": ["operation"], "pi": {"deidentified": "anonymised"}})]),
			_about_people,
		),
		"codes": ["anonymised_in_use"],
	},
	"anonymised, and called again": {
		"proposal": object.union(
			_data({"deidentified": "anonymised"}),
			{"scenarios": [{"subject": "organisation", "description_zh": "出院后三个月电话随访"}]},
		),
		"codes": ["anonymised_in_use"],
	},
	"assessed after the start": {"proposal": _with({"pipia_done_on": "2026-11-02"}), "codes": ["assessed_late"]},
	"report kept for two years": {"proposal": _with({"pipia_retention_years": 2}), "codes": ["assessment_kept_short"]},
	"an unknown report": {"proposal": _with({"pipia_evidence": "EV-99"}), "codes": ["assessment_weak"]},
	"an unknown notice": {"proposal": _with({"notice": "EV-99"}), "codes": ["notice_weak"]},
	"an unknown officer": {"proposal": _with({"officer": "T9"}), "codes": ["officer_unknown"]},
	"an officer for everything": {
		"proposal": object.union(
			_edited({"talent": {"team": [{"id": "T4", "fte": 0.1}]}}),
			{"safety": {"risks": [{"owner": "T4"} | some _ in numbers.range(1, 9)]}},
		),
		"codes": ["officer_overloaded"],
	},
	"sixteen days": {"proposal": _with({"rights_sla_days": 16}), "codes": ["rights_slow"]},
	"minimisation from the policy document": {
		"proposal": _with({"minimisation_zh": "构建动态协同治理格局，推动人工智能应用合规透明发展。"}),
		"codes": ["minimisation_copied"],
	},
	"no start of the project, assessed where nothing asks for it": {
		"proposal": json.remove(_data(_harmless), ["project/start"]),
		"codes": ["missing"],
	},
	"children by plain consent, guardians not asked": {
		"proposal": object.union(_data(object.union(_children, {"legal_basis": "consent"})), _asked(false)),
		"codes": ["consent_not_separate", "guardian_not_asked"],
	},
	"one person, anonymised, and served": {
		"proposal": object.union(
			_datasets([object.union(_dataset, {"purpose": ["operation"], "pi": {"deidentified": "anonymised", "subjects": 1}})]),
			_about_people,
		),
		"codes": ["anonymised_in_use"],
	},
	"nobody, anonymised, and served": {
		"proposal": object.union(
			_datasets([object.union(_dataset, {"purpose": ["operation"], "pi": {"deidentified": "anonymised", "subjects": 0}})]),
			_about_people,
		),
		"codes": ["subjects_zero"],
	},
	"pictures and no word on people, where nothing asks for an assessment": {
		"proposal": _unassessed(_datasets([
			object.union(_dataset, {"pi": _harmless}),
			{"id": "D2", "modalities": ["image"], "pi": {"contains": false, "exclusion_zh": "无人"}},
		])),
		"codes": ["media_unexplained"],
	},
}

test_fails[name] if {
	some name, tc in _failing
	_codes(tc.proposal) == tc.codes
}

# One file for everything: the report and the notice, and data and jobs as well.
test_a_reused_file_does_not_veto if {
	proposal := object.union(_with({"pipia_evidence": "EV-08"}), {
		"data": {"datasets": [object.union(_dataset, {"licence_evidence": ["EV-08"]})]},
		"employment": {"assessment": {"evidence": "EV-08"}},
	})
	_codes(proposal) == ["assessment_reused", "notice_reused"]
}

test_each_field_is_needed[field] if {
	some field, _ in _privacy
	{"code": "missing", "path": ["safety", "privacy", field], "args": {}} in _findings(_without(field))
}

test_each_field_of_the_data_is_needed[field] if {
	some field, _ in object.remove(_pi, ["contains"])
	_findings(_data_without(field)) == {{"code": "missing", "path": ["data", "datasets", 0, "pi", field], "args": {}}}
}

_duties := {
	"sensitive data": _data({}),
	"not said whether sensitive": _data_without("sensitive"),
	"children": object.union(_data({"sensitive": false, "minors": true}), _asked(true)),
	"decisions about people": object.union(
		_data(_harmless),
		{"scenarios": [{"subject": "natural_person", "decision_impact": "significant", "description_zh": "核赔"}]},
	),
	"a way abroad": object.union(_data(_harmless), {"compute": {"sources": [{"region": "SG"}]}}),
	"others hold them": _datasets([object.union(_dataset, {"pi": _harmless, "rights": {"hold": ["P1"]}})]),
	"others use them": _datasets([object.union(_dataset, {"pi": _harmless, "rights": {"use": ["applicant", "P1"]}})]),
	"others operate them": _datasets([object.union(_dataset, {"pi": _harmless, "rights": {"operate": ["P1"]}})]),
	"nothing said about rights": _datasets([object.remove(object.union(_dataset, {"pi": _harmless}), ["rights"])]),
	"an empty list of those who hold them": _datasets([object.union(_dataset, {"pi": _harmless, "rights": {"hold": []}})]),
	"an empty list of those who use them": _datasets([object.union(_dataset, {"pi": _harmless, "rights": {"use": []}})]),
}

test_fails_without_the_assessment[name] if {
	some name, proposal in _duties
	paths := {finding.path[2] | some finding in _findings(_unassessed(proposal)); finding.code == "missing"; finding.path[0] == "safety"}
	paths == {"pipia_done_on", "pipia_evidence", "pipia_retention_years"}
}

test_applies_with_people_in_the_data if rule.applies with input.proposal as _base

test_does_not_apply_without if rule.applies == false with input.proposal as {}

# A section with nothing in it is asked for as a whole, one with anything in it field by field.
test_what_is_missing_of_privacy[name] if {
	some name, tc in {
		"nothing in it": {"privacy": {}, "fields": {[]}},
		"only the officer": {"privacy": {"officer": "T4"}, "fields": {[field] | some field in (object.keys(_privacy) - {"officer"})}},
	}
	proposal := object.union(object.remove(_base, ["safety"]), {"safety": {"privacy": tc.privacy}})
	{finding.path | some finding in _findings(proposal)} == {array.concat(["safety", "privacy"], field) | some field in tc.fields}
}

# Consent has to be separate because of what the data are, and that is shown.
test_shows_why_consent_has_to_be_separate[name] if {
	some name, tc in {
		"sensitive": {"pi": {"minors": false, "sensitive": true}, "fields": ["sensitive"]},
		"about children": {"pi": {"minors": true, "sensitive": false}, "fields": ["minors"]},
		"both": {"pi": {"minors": true, "sensitive": true}, "fields": ["sensitive", "minors"]},
	}
	[related] := [finding.related | some finding in _findings(_data(object.union(tc.pi, {"legal_basis": "contract"})))]
	related == [["data", "datasets", 0, "pi", field] | some field in tc.fields]
}
