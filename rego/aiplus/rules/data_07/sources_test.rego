package aiplus.rules.data_07_test

import data.aiplus.rules.data_07 as rule

_dataset := {
	"id": "D1",
	"purpose": ["finetune"],
	"source": "collected",
	"source_detail_zh": "申报单位在四个自有试验园拍摄",
	"licence_spdx": "CC-BY-4.0",
	"licence_evidence": ["EV-01"],
	"rights": {"hold": ["applicant"], "use": ["applicant"], "operate": ["applicant"]},
	"time_end": "2026-09-20",
	"level": "general",
}

_item(id, kind) := {"id": id, "kind": kind, "issuer": "某单位", "issued_on": "2026-09-01", "sha256": id, "number": id}

_kinds := [
	"report", "contract", "certificate", "licence", "letter", "ip", "dataset_card", "policy", "minutes", "photo",
	"other",
]

# One piece of evidence of every kind: EV-01 is a report, EV-02 a contract and so on.
_id := {
	"report": "EV-01",
	"contract": "EV-02",
	"certificate": "EV-03",
	"licence": "EV-04",
	"letter": "EV-05",
	"ip": "EV-06",
	"dataset_card": "EV-07",
	"policy": "EV-08",
	"minutes": "EV-09",
	"photo": "EV-10",
	"other": "EV-11",
}

_base := {
	"meta": {"submitted_on": "2026-10-15"},
	"project": {"type": "application", "stage": "pilot"},
	"applicant": {"name": "某公司", "org_type": "private"},
	"data": {"datasets": [_dataset]},
	"finance": {"cashflow": [{"year": 2027, "income_cny_wan": 18, "opex_cny_wan": 40}]},
	"evidence": array.concat([_item(_id[kind], kind) | some kind in _kinds], [
		object.remove(_item("EV-20", "report"), ["issuer"]),
	]),
}

_with(changes) := object.union(_base, {"data": {"datasets": [object.union(_dataset, changes)]}})

_without(field) := object.union(_base, {"data": {"datasets": [object.remove(_dataset, [field])]}})

_sets(sets) := object.union(_base, {"data": {"datasets": sets}})

_agreed := {
	"id": "D2",
	"source": "agreement",
	"licence_spdx": "LicenseRef-contract-EV-02",
	"licence_evidence": ["EV-02"],
	"rights": {"hold": ["P1"], "use": ["applicant"], "operate": ["P1"]},
}

_open := {
	"source": "open_licence",
	"licence_evidence": ["EV-04"],
	"rights": {"hold": ["某基金会"], "use": ["applicant"], "operate": ["applicant"]},
}

_opened(licence) := _with(object.union(_open, {"licence_spdx": licence}))

_crawled := {"source": "public_crawl", "rights": {"hold": ["applicant"], "use": ["applicant"], "operate": []}}

_artifact(type, licence) := {"opensource": {"artifacts": [{"id": "A1", "type": type, "licence_spdx": licence}]}}

_passing := {
	"collected": _base,
	"own data under a licence that forbids commercial use": _with({"licence_spdx": "CC-BY-NC-4.0"}),
	"internal": _with({"licence_spdx": "LicenseRef-internal"}),
	"by agreement": _with(_agreed),
	"open": _opened("CC-BY-SA-4.0"),
	"open under a licence with an id, reported": _with(object.union(_open, {"licence_spdx": "CC-BY-4.0", "licence_evidence": ["EV-01"]})),
	"open under a licence without an id, which is attached": _opened("LicenseRef-OpenRAIL-M"),
	"crawled": _with(_crawled),
	"important, not crawled": _with({"level": "important"}),
	"own data under an unknown id": _with({"licence_spdx": "Adobe-2006"}),
	"own data under terms of its own": _with({"licence_spdx": "LicenseRef-terms"}),
	"shortest source detail": _with({"source_detail_zh": "自有产线相机在线采集"}),
	"collected until the day of submission": _with({"time_end": "2026-10-15"}),
	"collected later, research": object.union(_with({"time_end": "2027-10-15"}), {"project": {"stage": "research"}}),
	"derived data may reach into the future": _with({"source": "derived", "time_end": "2027-10-15"}),
	"two datasets of one holder with one record": _sets([_dataset, object.union(_dataset, {"id": "D2"})]),
	"two holders, two proofs": _sets([_dataset, object.union(_dataset, _agreed)]),
	"no commercial use, research": object.union(_opened("CC-BY-NC-4.0"), {"project": {"stage": "research"}}),
	"no commercial use, no income": object.union(
		_opened("CC-BY-NC-4.0"),
		{"finance": {"cashflow": [{"year": 2027, "income_cny_wan": 0, "opex_cny_wan": 40}]}},
	),
	"own data released": object.union(_base, _artifact("dataset", "CC0-1.0")),
	"weights under a narrower licence": object.union(
		object.union(_opened("CC-BY-NC-4.0"), {"project": {"stage": "research"}}),
		_artifact("weights", "CC-BY-NC-4.0"),
	),
	"code is not made from data": object.union(
		object.union(_opened("CC-BY-NC-4.0"), {"project": {"stage": "research"}}),
		_artifact("code", "Apache-2.0"),
	),
}

test_passes[name] if {
	some name, proposal in _passing
	got := rule.findings with input.proposal as proposal
	got == set()
}

test_passes_only_where_it_applies if {
	rule.applies with input.proposal as _base
}

# Which kinds of evidence prove which source.
_proofs := {
	"collected": {"report", "contract", "certificate", "dataset_card", "policy", "minutes", "other"},
	"synthetic": {"report", "contract", "certificate", "dataset_card", "policy", "minutes", "other"},
	"derived": {"report", "contract", "certificate", "licence", "letter", "dataset_card", "policy", "minutes", "other"},
	"agreement": {"contract"},
	"public_authorised": {"contract", "licence", "letter", "policy"},
	"open_licence": {"report", "contract", "licence", "letter", "dataset_card", "policy", "other"},
	"public_crawl": {"report", "contract", "licence", "letter", "policy", "minutes", "other"},
}

# All sources with all kinds of evidence, in one proposal.
_every := [set |
	some source, _ in _proofs
	some kind, id in _id
	set := object.union(_dataset, {
		"id": concat("/", [source, kind]),
		"source": source,
		"licence_evidence": [id],
		"rights": {"operate": []},
	})
]

test_passes_by_kind_of_evidence if {
	found := rule.findings with input.proposal as _sets(_every)
	refused := {f.args.dataset | some f in found; f.code == "evidence_wrong_kind"}
	refused == {concat("/", [source, kind]) | some source, kinds in _proofs; some kind in _kinds; not kind in kinds}
}

_missing := {
	"everything": {"proposal": object.remove(_base, ["data"]), "want": {["data", "datasets"]}},
	"datasets": {"proposal": _sets([]), "want": {["data", "datasets"]}},
	"source": {"proposal": _without("source"), "want": {["data", "datasets", 0, "source"]}},
	"source detail": {"proposal": _without("source_detail_zh"), "want": {["data", "datasets", 0, "source_detail_zh"]}},
	"licence": {"proposal": _without("licence_spdx"), "want": {["data", "datasets", 0, "licence_spdx"]}},
}

test_fails_without[name] if {
	some name, tc in _missing
	found := rule.findings with input.proposal as tc.proposal
	got := {[f.code, f.path] | some f in found}
	got == {["missing", path] | some path in tc.want}
}

_failing := {
	"no evidence": {"proposal": _without("licence_evidence"), "want": {"licence_evidence_missing"}},
	"empty evidence": {"proposal": _with({"licence_evidence": []}), "want": {"licence_evidence_missing"}},
	"no evidence for an unsaid source": {
		"proposal": _sets([object.remove(_dataset, ["source", "licence_evidence"])]),
		"want": {"missing", "licence_evidence_missing"},
	},
	"evidence not listed": {"proposal": _with({"licence_evidence": ["EV-99"]}), "want": {"evidence_weak"}},
	"evidence without issuer": {"proposal": _with({"licence_evidence": ["EV-20"]}), "want": {"evidence_weak"}},
	"one file for data of two holders": {
		"proposal": _sets([
			_dataset,
			object.union(_dataset, {"id": "D2", "rights": {"hold": ["applicant", "P1"]}}),
		]),
		"want": {"evidence_shared"},
	},
	"one file for everything": {
		"proposal": object.union(_base, {
			"safety": {"emergency": {"plan": "EV-01"}},
			"employment": {"assessment": {"evidence": "EV-01"}},
		}),
		"want": {"evidence_reused"},
	},
	"report for an agreement": {
		"proposal": _with(object.union(_agreed, {"licence_evidence": ["EV-01"]})),
		"want": {"evidence_wrong_kind"},
	},
	"collected tomorrow": {"proposal": _with({"time_end": "2026-10-16"}), "want": {"collected_in_future"}},
	"source in a phrase": {"proposal": _with({"source_detail_zh": "合法渠道获取"}), "want": {"source_vague"}},
	"source detail one too short": {"proposal": _with({"source_detail_zh": "自有产线相机 线采集"}), "want": {"source_vague"}},
	"licence in a phrase": {"proposal": _with({"licence_spdx": "合法渠道获取"}), "want": {"licence_unreadable"}},
	"licence misspelt": {"proposal": _opened("CC BY 4.0"), "want": {"licence_unreadable"}},
	"open data under a phrase": {"proposal": _opened("免费开放"), "want": {"licence_unnamed"}},
	"open data under internal terms": {"proposal": _opened("LicenseRef-internal"), "want": {"licence_unnamed"}},
	"open data under a contract": {"proposal": _opened("LicenseRef-contract-EV-02"), "want": {"licence_unnamed"}},
	"open data under a licence without an id, not attached": {
		"proposal": _with(object.union(_open, {"licence_spdx": "LicenseRef-OpenRAIL-M", "licence_evidence": ["EV-08"]})),
		"want": {"licence_unnamed"},
	},
	"open data under an unknown id": {"proposal": _opened("Adobe-2006"), "want": {"licence_unlisted"}},
	"contract that is not there": {
		"proposal": _with(object.union(_agreed, {"licence_spdx": "LicenseRef-contract-EV-99"})),
		"want": {"licence_contract"},
	},
	"internal data of another": {
		"proposal": _with(object.union(_agreed, {"licence_spdx": "LicenseRef-internal"})),
		"want": {"licence_not_own"},
	},
	"crawled and sold": {
		"proposal": _with({"source": "public_crawl", "rights": {"operate": ["applicant"]}}),
		"want": {"crawl_operated"},
	},
	"crawled and important": {
		"proposal": _with(object.union(_crawled, {"level": "important"})),
		"want": {"crawl_not_public"},
	},
	"crawled and core": {
		"proposal": _with(object.union(_crawled, {"level": "core"})),
		"want": {"crawl_not_public"},
	},
	"no commercial use, income": {"proposal": _opened("CC-BY-NC-4.0"), "want": {"licence_conflict"}},
	"no derivatives, income": {"proposal": _opened("CC-BY-ND-4.0"), "want": {"licence_conflict"}},
	"no commercial use, misspelt": {
		"proposal": _opened("cc by-nc 4.0"),
		"want": {"licence_conflict", "licence_unreadable"},
	},
	"no commercial use, weights for everybody": {
		"proposal": object.union(
			object.union(_opened("CC-BY-NC-4.0"), {"project": {"stage": "research"}}),
			_artifact("weights", "Apache-2.0"),
		),
		"want": {"licence_relicensed"},
	},
	"released on wider terms": {
		"proposal": object.union(_opened("CC-BY-SA-4.0"), _artifact("dataset", "CC-BY-4.0")),
		"want": {"release_wider"},
	},
}

test_fails_on[name] if {
	some name, tc in _failing
	got := {f.code | some f in rule.findings} with input.proposal as tc.proposal
	got == tc.want
}

test_fails_with_what_would_prove_it if {
	got := rule.findings with input.proposal as _with({"source": "public_authorised", "licence_evidence": []})
	got == {{
		"code": "licence_evidence_missing",
		"path": ["data", "datasets", 0, "licence_evidence"],
		"args": {"dataset": "D1", "kinds": [
			{"term": "evidence_kind_contract"},
			{"term": "evidence_kind_licence"},
			{"term": "evidence_kind_letter"},
			{"term": "evidence_kind_policy"},
		]},
	}}
}

test_fails_with_what_was_given if {
	got := rule.findings with input.proposal as _with(object.union(_agreed, {"licence_evidence": ["EV-10", "EV-01"]}))
	got == {{
		"code": "evidence_wrong_kind",
		"path": ["data", "datasets", 0, "licence_evidence"],
		"related": [["data", "datasets", 0, "source"]],
		"args": {
			"dataset": "D2",
			"source": {"term": "source_agreement"},
			"kinds": [{"term": "evidence_kind_contract"}],
			"given": [{"term": "evidence_kind_photo"}, {"term": "evidence_kind_report"}],
		},
	}}
}

test_fails_with_what_conflicts if {
	got := rule.findings with input.proposal as _opened("CC-BY-NC-ND-4.0")
	got == {{
		"code": "licence_conflict",
		"path": ["data", "datasets", 0, "licence_spdx"],
		"related": [["finance", "cashflow", 0, "income_cny_wan"], ["project", "stage"]],
		"args": {
			"dataset": "D1",
			"licence": "CC-BY-NC-ND-4.0",
			"forbids": [{"term": "licence_no_derivatives"}, {"term": "licence_noncommercial"}],
		},
	}}
}

test_fails_with_both_dates if {
	got := rule.findings with input.proposal as _with({"time_end": "2026-10-16"})
	got == {{
		"code": "collected_in_future",
		"path": ["data", "datasets", 0, "time_end"],
		"related": [["meta", "submitted_on"]],
		"args": {"dataset": "D1", "date": "2026-10-16", "limit": "2026-10-15"},
	}}
}

# Where every code points, and what it shows beside it.
test_fails_at_the_field if {
	got := {[f.code, f.path, object.get(f, "related", [])] |
		some tc in _failing
		found := rule.findings with input.proposal as tc.proposal
		some f in found
		f.code != "missing"
	}
	got == {
		["collected_in_future", ["data", "datasets", 0, "time_end"], [["meta", "submitted_on"]]],
		["crawl_not_public", ["data", "datasets", 0, "source"], [["data", "datasets", 0, "level"]]],
		["crawl_operated", ["data", "datasets", 0, "rights", "operate"], [["data", "datasets", 0, "source"]]],
		["evidence_reused", ["data", "datasets", 0, "licence_evidence", 0], [["employment", "assessment", "evidence"], ["safety", "emergency", "plan"]]],
		["evidence_shared", ["data", "datasets", 0, "licence_evidence", 0], [["data", "datasets", 1, "licence_evidence", 0]]],
		["evidence_shared", ["data", "datasets", 1, "licence_evidence", 0], [["data", "datasets", 0, "licence_evidence", 0]]],
		["evidence_weak", ["data", "datasets", 0, "licence_evidence", 0], [["evidence"]]],
		["evidence_weak", ["data", "datasets", 0, "licence_evidence", 0], [["evidence", 11]]],
		["evidence_wrong_kind", ["data", "datasets", 0, "licence_evidence"], [["data", "datasets", 0, "source"]]],
		["licence_conflict", ["data", "datasets", 0, "licence_spdx"], [["finance", "cashflow", 0, "income_cny_wan"], ["project", "stage"]]],
		["licence_contract", ["data", "datasets", 0, "licence_spdx"], [["evidence"]]],
		["licence_evidence_missing", ["data", "datasets", 0, "licence_evidence"], []],
		["licence_not_own", ["data", "datasets", 0, "licence_spdx"], [["data", "datasets", 0, "rights", "hold"]]],
		["licence_relicensed", ["opensource", "artifacts", 0, "licence_spdx"], [["data", "datasets", 0, "licence_spdx"]]],
		["licence_unlisted", ["data", "datasets", 0, "licence_spdx"], [["data", "datasets", 0, "source"]]],
		["licence_unnamed", ["data", "datasets", 0, "licence_spdx"], [["data", "datasets", 0, "source"]]],
		["licence_unreadable", ["data", "datasets", 0, "licence_spdx"], []],
		["release_wider", ["opensource", "artifacts", 0, "licence_spdx"], [["data", "datasets", 0, "licence_spdx"]]],
		["source_vague", ["data", "datasets", 0, "source_detail_zh"], []],
	}
}

test_does_not_apply_without_data if {
	not rule.applies with input.proposal as {"project": {"type": "compute_facility"}}
}
