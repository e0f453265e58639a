package aiplus.checks.evidence_test

import data.aiplus.checks.evidence

_solid := {
	"id": "EV-01",
	"title_zh": "调查报告",
	"kind": "report",
	"issuer": "县植保站",
	"issued_on": "2026-10-15",
	"sha256": "0a",
}

_proposal(items) := {"meta": {"submitted_on": "2026-10-15"}, "evidence": items}

_path := ["project", "problem", "evidence", 0]

_flaws(proposal, path, id) := {d.args.flaw.term | some d in evidence.weak(path, id) with input.proposal as proposal}

test_solid if {
	_flaws(_proposal([_solid]), _path, "EV-01") == set()
	evidence.solid == {"EV-01"} with input.proposal as _proposal([_solid])
}

_entries := {
	"no issuer": {"entry": object.remove(_solid, ["issuer"]), "flaw": "evidence_no_issuer"},
	"no date": {"entry": object.remove(_solid, ["issued_on"]), "flaw": "evidence_undated"},
	"issued after the submission": {"entry": object.union(_solid, {"issued_on": "2026-10-16"}), "flaw": "evidence_future"},
	"no hash": {"entry": object.remove(_solid, ["sha256"]), "flaw": "evidence_no_hash"},
	"certificate without number": {"entry": object.union(_solid, {"kind": "certificate"}), "flaw": "evidence_no_number"},
	"right without number": {"entry": object.union(_solid, {"kind": "ip"}), "flaw": "evidence_no_number"},
	"policy without number": {"entry": object.union(_solid, {"kind": "policy"}), "flaw": "evidence_no_number"},
	"the gravest flaw of several": {"entry": {"id": "EV-01", "kind": "policy"}, "flaw": "evidence_no_issuer"},
}

test_flawed_entry[name] if {
	some name, tc in _entries
	got := evidence.weak(_path, "EV-01") with input.proposal as _proposal([tc.entry])
	got == {{
		"path": _path,
		"related": [["evidence", 0]],
		"args": {"evidence": "EV-01", "flaw": {"term": tc.flaw}},
	}}
}

test_flawed_entry_proves_nothing[name] if {
	some name, tc in _entries
	evidence.solid == set() with input.proposal as _proposal([tc.entry])
}

test_certificate_with_number if {
	entry := object.union(_solid, {"kind": "certificate", "number": "2026SR0000001"})
	_flaws(_proposal([entry]), _path, "EV-01") == set()
}

test_unknown[name] if {
	some name, proposal in {"not listed": _proposal([_solid]), "no list": {}}
	got := evidence.weak(_path, "EV-09") with input.proposal as proposal
	got == {{
		"path": _path,
		"related": [["evidence"]],
		"args": {"evidence": "EV-09", "flaw": {"term": "evidence_unknown"}},
	}}
}

# A second entry under the same id does not repair the first.
test_listed_twice if {
	items := [object.remove(_solid, ["issued_on"]), _solid]
	_flaws(_proposal(items), _path, "EV-01") == {"evidence_undated"}
}

test_same_file_under_two_ids if {
	items := [_solid, object.union(_solid, {"id": "EV-02", "sha256": "0A"}), object.union(_solid, {"id": "EV-03", "sha256": "0b"})]
	proposal := _proposal(items)
	got := evidence.weak(_path, "EV-02") with input.proposal as proposal
	got == {{
		"path": _path,
		"related": [["evidence", 0], ["evidence", 1]],
		"args": {"evidence": "EV-02", "flaw": {"term": "evidence_same_file"}},
	}}
	_flaws(proposal, _path, "EV-01") == {"evidence_same_file"}
	evidence.solid == {"EV-03"} with input.proposal as proposal
}

test_weak_all_names_the_place_in_the_list if {
	got := evidence.weak_all(["project", "problem", "evidence"], ["EV-01", "EV-08", "EV-09"]) with input.proposal as _proposal([_solid])
	{[d.path, d.args.evidence] | some d in got} == {
		[["project", "problem", "evidence", 1], "EV-08"],
		[["project", "problem", "evidence", 2], "EV-09"],
	}
}

# Every field that cites evidence, by section. The same id in all of them is one file that proves everything.
_citing := {
	"delivery": [
		{"project": {"problem": {"evidence": ["EV-01"]}}},
		{"applicant": {"credit_evidence": "EV-01"}},
		{"partners": [{"agreement": "EV-01"}]},
		{"kpis": [{"baseline_source": "EV-01"}]},
		{"innovation": {"core_components": [{"evidence": ["EV-01"]}]}},
		{"innovation": {"translation": {"adopters": [{"agreement": "EV-01"}]}}},
		{"innovation": {"terminals": [{"interop_test": "EV-01"}]}},
		{"finance": {"sources": [{"evidence": "EV-01"}]}},
		{"finance": {"risk_sharing": [{"terms": "EV-01"}]}},
	],
	"data": [
		{"data": {"datasets": [{"licence_evidence": ["EV-01"]}]}},
		{"data": {"datasets": [{"docs": {"datasheet": "EV-01"}}]}},
		{"data": {"datasets": [{"annotation": {"guideline": "EV-01"}}]}},
		{"data": {"benefit_sharing": {"agreement": "EV-01"}}},
	],
	"safety": [
		{"models": [{"card": "EV-01"}]},
		{"safety": {"monitoring": {"soc_contract": "EV-01"}}},
		{"safety": {"emergency": {"plan": "EV-01"}}},
		{"safety": {"privacy": {"pipia_evidence": "EV-01"}}},
		{"safety": {"privacy": {"notice": "EV-01"}}},
		{"safety": {"transparency": {"user_doc": "EV-01"}}},
		{"safety": {"transparency": {"model_card": "EV-01"}}},
		{"safety": {"supply_chain": {"sbom": "EV-01"}}},
	],
	"employment": [
		{"employment": {"assessment": {"evidence": "EV-01"}}},
		{"employment": {"training": [{"curriculum": "EV-01"}]}},
		{"employment": {"consultation": {"minutes": "EV-01"}}},
	],
	"inclusion": [
		{"inclusion": {"health": {"eval_evidence": "EV-01"}}},
		{"inclusion": {"sharing": {"kit": "EV-01"}}},
	],
	"talent": [{"talent": {"programmes": [{"agreement": "EV-01"}]}}],
	"ecosystem": [
		{"ecosystem": {"demonstration": {"kit": "EV-01"}}},
		{"ecosystem": {"tolerance": {"policy": "EV-01"}}},
		{"ecosystem": {"platform": {"api_docs": "EV-01"}}},
		{"ecosystem": {"transfer": {"ip_terms": "EV-01"}}},
	],
	"governance": [
		{"governance": {"body": {"charter": "EV-01"}}},
		{"governance": {"ethics": {"opinion": "EV-01"}}},
		{"governance": {"public_use": {"impact_assessment": "EV-01"}}},
		{"governance": {"international": {"partners": [{"agreement": "EV-01"}]}}},
	],
}

# Two sections besides the field's own: the third one makes it a reuse, and shows that the field is seen.
_two_others := {
	"delivery": [{"data": {"benefit_sharing": {"agreement": "EV-01"}}}, {"employment": {"assessment": {"evidence": "EV-01"}}}],
	"data": [{"project": {"problem": {"evidence": ["EV-01"]}}}, {"employment": {"assessment": {"evidence": "EV-01"}}}],
	"employment": [{"project": {"problem": {"evidence": ["EV-01"]}}}, {"data": {"benefit_sharing": {"agreement": "EV-01"}}}],
}

_others(section) := object.get(_two_others, section, _two_others.delivery)

test_reuse_is_seen_in_every_field[name] if {
	some section, fields in _citing
	some i, field in fields
	name := concat(" ", [section, format_int(i, 10)])
	proposal := object.union_n(array.concat([_proposal([_solid]), field], _others(section)))
	_flaws(proposal, ["here"], "EV-01") == {"evidence_reused"}
}

test_two_sections_are_no_reuse[name] if {
	some section, fields in _citing
	some i, field in fields
	name := concat(" ", [section, format_int(i, 10)])
	proposal := object.union_n([_proposal([_solid]), field, _others(section)[0]])
	_flaws(proposal, ["here"], "EV-01") == set()
}

test_all_fields_of_a_section_are_one if {
	every _, fields in _citing {
		_flaws(object.union_n(array.concat([_proposal([_solid])], fields)), ["here"], "EV-01") == set()
	}
}

test_reuse_names_the_other_places if {
	proposal := object.union_n(array.concat([_proposal([_solid]), {"safety": {"emergency": {"plan": "EV-01"}, "privacy": {"notice": "EV-02"}}}], _two_others.delivery))
	got := evidence.weak(["safety", "emergency", "plan"], "EV-01") with input.proposal as proposal
	got == {{
		"path": ["safety", "emergency", "plan"],
		"related": [["data", "benefit_sharing", "agreement"], ["employment", "assessment", "evidence"]],
		"args": {"evidence": "EV-01", "flaw": {"term": "evidence_reused"}},
	}}
	evidence.solid == set() with input.proposal as proposal
}

_datasets(holds, licences) := object.union(
	_proposal([_solid, object.union(_solid, {"id": "EV-02", "sha256": "0b"})]),
	{"data": {"datasets": [dataset |
		some i, hold in holds
		dataset := {"rights": {"hold": hold}, "licence_evidence": licences[i]}
	]}},
)

test_one_licence_for_several_holders[name] if {
	some name, tc in {
		"two holders": {"proposal": _datasets([["applicant"], ["P1"]], [["EV-01"], ["EV-01"]]), "flaws": {"evidence_reused"}},
		"one holder": {"proposal": _datasets([["P1"], ["P1"]], [["EV-01"], ["EV-01"]]), "flaws": set()},
		"the same two in another order": {"proposal": _datasets([["P1", "P2"], ["P2", "P1"]], [["EV-01"], ["EV-01"]]), "flaws": set()},
		"a licence each": {"proposal": _datasets([["applicant"], ["P1"]], [["EV-01"], ["EV-02"]]), "flaws": set()},
		"one in common": {"proposal": _datasets([["applicant"], ["P1"]], [["EV-01"], ["EV-01", "EV-02"]]), "flaws": set()},
		"none at all": {"proposal": _datasets([["applicant"], ["P1"]], [[], []]), "flaws": set()},
	}
	_flaws(tc.proposal, ["data", "datasets", 0, "licence_evidence", 0], "EV-01") == tc.flaws
}

test_the_shared_licence_may_prove_something_else if {
	proposal := _datasets([["applicant"], ["P1"]], [["EV-01"], ["EV-01"]])
	_flaws(proposal, ["data", "benefit_sharing", "agreement"], "EV-01") == set()
	evidence.solid == {"EV-01", "EV-02"} with input.proposal as proposal
}

# A flaw of the file itself is said before the reuse, and only once.
test_one_flaw_at_a_time if {
	proposal := object.union(_datasets([["applicant"], ["P1"]], [["EV-01"], ["EV-01"]]), {"evidence": [object.remove(_solid, ["issuer"])]})
	_flaws(proposal, ["data", "datasets", 0, "licence_evidence", 0], "EV-01") == {"evidence_no_issuer"}
}
