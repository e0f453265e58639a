package aiplus.rules.data_08_test

import data.aiplus.rules.data_08 as rule

_rights := {
	"hold": ["applicant"],
	"use": ["applicant", "P1"],
	"operate": ["applicant"],
	"valid_to": "2031-09-30",
	"restrictions_zh": "无",
}

_own := {
	"id": "D1",
	"purpose": ["finetune"],
	"source": "collected",
	"licence_spdx": "LicenseRef-internal",
	"licence_evidence": ["EV-01"],
	"rights": _rights,
}

_agreed := {
	"id": "D2",
	"purpose": ["finetune"],
	"source": "agreement",
	"licence_spdx": "LicenseRef-contract-EV-02",
	"licence_evidence": ["EV-02"],
	"rights": {
		"hold": ["P1"],
		"use": ["applicant", "P1"],
		"operate": ["P1"],
		"valid_to": "2029-12-31",
		"restrictions_zh": "不得转售",
	},
}

_item(id, kind) := {"id": id, "kind": kind, "issuer": "某单位", "issued_on": "2026-09-01", "sha256": id, "number": id}

_base := {
	"meta": {"submitted_on": "2026-10-15"},
	"project": {"type": "application"},
	"applicant": {"name": "某公司"},
	"partners": [
		{"id": "P1", "name": "某合作社", "role_zh": "提供历史图像"},
		{"name": "某研究院", "role_zh": "模型评测"},
	],
	"data": {
		"datasets": [_own, _agreed],
		"sharing": {"mode": "conditional"},
		"benefit_sharing": {"parties": [{"party": "applicant", "role": "运营"}, {"party": "某果农协会", "role": "提供样本"}]},
	},
	"evidence": [
		_item("EV-01", "report"), _item("EV-02", "contract"), _item("EV-03", "licence"), _item("EV-04", "letter"),
		_item("EV-05", "policy"), object.remove(_item("EV-06", "contract"), ["issuer"]),
	],
}

_sets(sets) := object.union(_base, {"data": {"datasets": sets}})

_with(changes) := _sets([object.union(_own, changes), _agreed])

_right(right, holders) := _with({"rights": {right: holders}})

_lacking(field) := _sets([object.union(object.remove(_own, ["rights"]), {"rights": object.remove(_rights, [field])}), _agreed])

# The dataset by agreement, with no contract cited anywhere.
_unwritten := {"licence_spdx": "CC-BY-4.0", "licence_evidence": ["EV-04"]}

# Government data that a bureau outside the project holds.
_authorised := {
	"source": "public_authorised",
	"licence_spdx": "LicenseRef-gov",
	"licence_evidence": ["EV-04"],
	"rights": {"hold": ["某市数据局"], "use": ["applicant"], "operate": ["某市数据局"]},
}

_passing := {
	"own data and data by agreement": _base,
	"the applicant by name": _right("hold", ["某公司"]),
	"a partner by name": _right("use", ["applicant", "某合作社", "某研究院"]),
	"a party of the benefits": _with({"source": "agreement", "licence_evidence": ["EV-02"], "rights": {"hold": ["某果农协会"]}}),
	"anybody may use what is published": _with({"licence_spdx": "CC-BY-4.0", "rights": {"use": ["applicant", "公众"]}}),
	"open licence of a stranger": _with({
		"source": "open_licence",
		"licence_spdx": "CC-BY-4.0",
		"rights": {"hold": ["某基金会"], "use": ["applicant"], "operate": ["某基金会"]},
	}),
	"crawled, nobody operates": _with({"source": "public_crawl", "rights": {"operate": []}}),
	"government data of a bureau": _with(_authorised),
	"operated under a licence": _with(object.union(_authorised, {
		"licence_evidence": ["EV-03"],
		"rights": {"operate": ["applicant"]},
	})),
	"operated under a policy": _with(object.union(_authorised, {
		"licence_evidence": ["EV-05"],
		"rights": {"operate": ["applicant"]},
	})),
	"operated under the contract of the licence field": _with(object.union(_authorised, {
		"licence_spdx": "LicenseRef-contract-EV-02",
		"rights": {"operate": ["applicant"]},
	})),
	"use right missing where nothing is learnt": _sets([
		object.union(_own, {"purpose": ["operation"], "rights": {"use": ["P1"]}}), _agreed,
	]),
	"operated by a partner": _sets([_agreed]),
	"nothing supplied": object.union(
		_sets([object.union(_own, {"source": "open_licence", "rights": {"operate": ["某基金会"]}})]),
		{"data": {"sharing": {"mode": "restricted"}}},
	),
	"crawled together, without contract": _with({
		"source": "public_crawl",
		"rights": {"hold": ["applicant", "P1"], "operate": []},
	}),
	"operated under a contract": _with(object.union(_authorised, {
		"licence_evidence": ["EV-02"],
		"rights": {"operate": ["applicant"]},
	})),
	"operated under the licence of the licence field": _with(object.union(_authorised, {
		"licence_spdx": "LicenseRef-contract-EV-03",
		"rights": {"operate": ["applicant"]},
	})),
	"a contract beside a letter": _sets([_own, object.union(_agreed, {
		"licence_spdx": "CC-BY-4.0",
		"licence_evidence": ["EV-04", "EV-02"],
	})]),
	"two partners of one name, of whom the other processes": object.union(_base, {"partners": [
		{"id": "P1", "name": "某合作社", "role_zh": "提供历史图像"},
		{"id": "P2", "name": "某合作社", "role_zh": "标注外包"},
	]}),
	"a field that is no right, whoever stands there": object.union(
		_right("own", ["某数据公司", "某研究院"]),
		{"partners": [_base.partners[0], {"name": "某研究院", "role_zh": "标注外包"}]},
	),
	"valid for long, not registered": _with({"rights": {"valid_to": "2040-01-01"}}),
	"contract in the evidence": _sets([_own, object.union(_agreed, {"licence_spdx": "CC-BY-4.0"})]),
	"contract in the licence field": _sets([_own, object.union(_agreed, {"licence_evidence": []})]),
	"contract on the benefits": object.union(
		_sets([_own, object.union(_agreed, _unwritten)]),
		{"data": {"benefit_sharing": {"agreement": "EV-02"}}},
	),
	"operated by contract": _sets([_own, object.union(_agreed, {"rights": {"operate": ["applicant"]}})]),
	"valid on the day of submission": _with({"rights": {"valid_to": "2026-10-15"}}),
	"registered for five years": _with({"rights": {"registration_no": "数登2026001", "valid_to": "2031-10-15"}}),
}

test_passes[name] if {
	some name, proposal in _passing
	got := rule.findings with input.proposal as proposal
	got == set()
}

test_passes_only_where_it_applies if {
	rule.applies with input.proposal as _base
}

_missing := {
	"everything": {"proposal": object.remove(_base, ["data"]), "want": {["data", "datasets"]}},
	"datasets": {"proposal": _sets([]), "want": {["data", "datasets"]}},
	"rights": {
		"proposal": _sets([object.remove(_own, ["rights"]), _agreed]),
		"want": {["data", "datasets", 0, "rights"]},
	},
	"rights, which are empty": {
		"proposal": _sets([object.union(object.remove(_own, ["rights"]), {"rights": {}}), _agreed]),
		"want": {["data", "datasets", 0, "rights"]},
	},
	"all rights but one": {
		"proposal": _sets([object.union(object.remove(_own, ["rights"]), {"rights": {"hold": ["applicant"]}}), _agreed]),
		"want": {["data", "datasets", 0, "rights", field] | some field in ["use", "operate", "valid_to", "restrictions_zh"]},
	},
	"hold": {"proposal": _lacking("hold"), "want": {["data", "datasets", 0, "rights", "hold"]}},
	"use": {"proposal": _lacking("use"), "want": {["data", "datasets", 0, "rights", "use"]}},
	"operate": {"proposal": _lacking("operate"), "want": {["data", "datasets", 0, "rights", "operate"]}},
	"every operate": {
		"proposal": _sets([object.union(_own, {"rights": {"operate": []}})]),
		"want": {["data", "datasets", 0, "rights", "operate"]},
	},
	"term": {"proposal": _lacking("valid_to"), "want": {["data", "datasets", 0, "rights", "valid_to"]}},
	"restrictions": {"proposal": _lacking("restrictions_zh"), "want": {["data", "datasets", 0, "rights", "restrictions_zh"]}},
}

test_fails_without[name] if {
	some name, tc in _missing
	found := rule.findings with input.proposal as tc.proposal
	got := {[f.code, f.path] | some f in found}
	got == {["missing", path] | some path in tc.want}
}

_failing := {
	"expired on the eve": {"proposal": _with({"rights": {"valid_to": "2026-10-14"}}), "want": {"rights_expired"}},
	"held by nobody known": {
		"proposal": _right("hold", ["applicant", "某数据公司"]),
		"want": {"holder_unknown", "agreement_missing"},
	},
	"held by nobody known, by agreement": {
		"proposal": _sets([_own, object.union(_agreed, {"rights": {"hold": ["某数据公司"], "operate": ["某数据公司"]}})]),
		"want": {"holder_unknown"},
	},
	"used by nobody known": {"proposal": _right("use", ["applicant", "某数据公司"]), "want": {"holder_unknown"}},
	"operated by nobody known": {"proposal": _right("operate", ["applicant", "某数据公司"]), "want": {"holder_unknown"}},
	"government data used by nobody known": {
		"proposal": _with(object.union(_authorised, {"rights": {"use": ["applicant", "某数据公司"]}})),
		"want": {"holder_unknown"},
	},
	"own government data given to a vendor": {
		"proposal": _with(object.union(_authorised, {
			"licence_evidence": ["EV-03"],
			"rights": {"hold": ["applicant"], "operate": ["某数据公司"]},
		})),
		"want": {"holder_unknown"},
	},
	"own government data operated by a partner": {
		"proposal": _with(object.union(_authorised, {"rights": {"hold": ["applicant"], "operate": ["P1"]}})),
		"want": {"operation_unauthorised"},
	},
	"government data operated on a letter": {
		"proposal": _with(object.union(_authorised, {"rights": {"operate": ["applicant"]}})),
		"want": {"operation_unauthorised"},
	},
	"government data operated on nothing": {
		"proposal": _with(object.union(_authorised, {"licence_evidence": [], "rights": {"operate": ["applicant"]}})),
		"want": {"operation_unauthorised"},
	},
	"partner that processes": {
		"proposal": object.union(_base, {"partners": [{"id": "P1", "name": "某合作社", "role_zh": "受托处理图像数据"}]}),
		"want": {"processor_claims_right"},
	},
	"partner without id that processes": {
		"proposal": object.union(_right("use", ["applicant", "某研究院"]), {"partners": [
			{"id": "P1", "name": "某合作社", "role_zh": "提供历史图像"},
			{"name": "某研究院", "role_zh": "标注外包"},
		]}),
		"want": {"processor_claims_right"},
	},
	"party of the benefits that processes": {
		"proposal": object.union(_base, {"data": {"benefit_sharing": {"parties": [{"party": "P1", "role": "代标注"}]}}}),
		"want": {"processor_claims_right"},
	},
	"learns without the right to use": {"proposal": _right("use", ["P1"]), "want": {"use_right_missing"}},
	"supplies what it may not operate": {
		"proposal": _sets([object.union(_own, {
			"source": "open_licence",
			"licence_spdx": "CC-BY-4.0",
			"rights": {"operate": ["某基金会"]},
		})]),
		"want": {"operate_right_missing"},
	},
	"supplies what it collected by program": {
		"proposal": object.union(
			_sets([object.union(_own, {"source": "public_crawl", "rights": {"operate": []}})]),
			{"data": {"sharing": {"mode": "open"}}},
		),
		"want": {"operate_right_missing"},
	},
	"supplies and releases what it may not operate": {
		"proposal": object.union(
			_sets([object.union(_own, {"source": "public_crawl", "rights": {"operate": []}})]),
			{"data": {"sharing": {"mode": "open"}}, "opensource": {"artifacts": [{"type": "dataset"}]}},
		),
		"want": {"operate_right_missing"},
	},
	"releases what it may not operate": {
		"proposal": object.union(
			_sets([object.union(_own, {"source": "public_crawl", "rights": {"operate": []}})]),
			{"data": {"sharing": {"mode": "none"}}, "opensource": {"artifacts": [{"type": "code"}, {"type": "dataset"}]}},
		),
		"want": {"operate_right_missing"},
	},
	"operates on a letter": {
		"proposal": _sets([_own, object.union(object.union(_agreed, _unwritten), {"rights": {"operate": ["applicant"]}})]),
		"want": {"operate_without_contract"},
	},
	"operates on a contract that proves nothing": {
		"proposal": _sets([_own, object.union(_agreed, {
			"licence_spdx": "CC-BY-4.0",
			"licence_evidence": ["EV-06"],
			"rights": {"operate": ["applicant"]},
		})]),
		"want": {"operate_without_contract"},
	},
	"data of another, the licence field cites a flawed contract": {
		"proposal": _sets([_own, object.union(_agreed, {
			"licence_spdx": "LicenseRef-contract-EV-06",
			"licence_evidence": ["EV-04"],
		})]),
		"want": {"agreement_missing"},
	},
	"government data operated, the licence field cites a letter": {
		"proposal": _with(object.union(_authorised, {
			"licence_spdx": "LicenseRef-contract-EV-04",
			"rights": {"operate": ["applicant"]},
		})),
		"want": {"operation_unauthorised"},
	},
	"data of another without contract": {
		"proposal": _sets([_own, object.union(_agreed, _unwritten)]),
		"want": {"agreement_missing"},
	},
	"data collected together without contract": {
		"proposal": _right("hold", ["applicant", "P1"]),
		"want": {"agreement_missing"},
	},
	"government data registered": {
		"proposal": _with(object.union(_authorised, {"rights": {"registration_no": "数登2026001"}})),
		"want": {"government_data_registered"},
	},
	"registered for a day too long": {
		"proposal": _with({"rights": {"registration_no": "数登2026001", "valid_to": "2031-10-16"}}),
		"want": {"registration_too_long"},
	},
}

test_fails_on[name] if {
	some name, tc in _failing
	got := {f.code | some f in rule.findings} with input.proposal as tc.proposal
	got == tc.want
}

test_fails_with_the_stranger if {
	got := rule.findings with input.proposal as _right("operate", ["applicant", "某数据公司"])
	got == {{
		"code": "holder_unknown",
		"path": ["data", "datasets", 0, "rights", "operate", 1],
		"args": {"dataset": "D1", "holder": "某数据公司"},
	}}
}

test_fails_with_the_role if {
	got := rule.findings with input.proposal as object.union(
		_sets([_own, object.union(_agreed, {"rights": {"use": ["applicant"], "operate": ["applicant"]}})]),
		{"partners": [{"id": "P1", "name": "某合作社", "role_zh": "标注外包"}], "data": {"datasets": [
			object.union(_own, {"rights": {"use": ["applicant"]}}),
			object.union(_agreed, {"rights": {"use": ["applicant"], "operate": ["applicant"]}}),
		]}},
	)
	got == {{
		"code": "processor_claims_right",
		"path": ["data", "datasets", 1, "rights", "hold", 0],
		"related": [["partners", 0, "role_zh"]],
		"args": {"dataset": "D2", "holder": "P1", "role": "标注外包"},
	}}
}

test_fails_with_both_dates if {
	got := rule.findings with input.proposal as _with({"rights": {"registration_no": "数登2026001", "valid_to": "2040-01-01"}})
	got == {{
		"code": "registration_too_long",
		"path": ["data", "datasets", 0, "rights", "valid_to"],
		"related": [["data", "datasets", 0, "rights", "registration_no"]],
		"args": {"date": "2040-01-01", "limit": "2031-10-15", "years": 5},
	}}
}

test_fails_once_when_supplied_twice if {
	got := rule.findings with input.proposal as object.union(
		_sets([object.union(_own, {"source": "public_crawl", "rights": {"operate": []}})]),
		{"data": {"sharing": {"mode": "open"}}, "opensource": {"artifacts": [{"type": "dataset"}]}},
	)
	{f.path | some f in got} == {["data", "sharing", "mode"]}
}

test_fails_where_it_is_supplied if {
	got := rule.findings with input.proposal as object.union(
		_sets([object.union(_own, {"source": "public_crawl", "rights": {"operate": []}})]),
		{"data": {"sharing": {"mode": "none"}}, "opensource": {"artifacts": [{"type": "code"}, {"type": "dataset"}]}},
	)
	got == {{
		"code": "operate_right_missing",
		"path": ["opensource", "artifacts", 1, "type"],
		"related": [["data", "datasets", 0, "rights", "operate"]],
		"args": {},
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
		["agreement_missing", ["data", "datasets", 0, "licence_evidence"], [["data", "datasets", 0, "rights", "hold"]]],
		["agreement_missing", ["data", "datasets", 1, "licence_evidence"], [["data", "datasets", 1, "rights", "hold"]]],
		["government_data_registered", ["data", "datasets", 0, "rights", "registration_no"], [["data", "datasets", 0, "source"]]],
		["holder_unknown", ["data", "datasets", 0, "rights", "hold", 1], []],
		["holder_unknown", ["data", "datasets", 0, "rights", "operate", 0], []],
		["holder_unknown", ["data", "datasets", 0, "rights", "operate", 1], []],
		["holder_unknown", ["data", "datasets", 0, "rights", "use", 1], []],
		["holder_unknown", ["data", "datasets", 1, "rights", "hold", 0], []],
		["holder_unknown", ["data", "datasets", 1, "rights", "operate", 0], []],
		["operate_right_missing", ["data", "sharing", "mode"], [["data", "datasets", 0, "rights", "operate"]]],
		["operate_right_missing", ["opensource", "artifacts", 1, "type"], [["data", "datasets", 0, "rights", "operate"]]],
		["operate_without_contract", ["data", "datasets", 1, "rights", "operate"], [["data", "datasets", 1, "licence_evidence"]]],
		["operation_unauthorised", ["data", "datasets", 0, "rights", "operate"], [["data", "datasets", 0, "licence_evidence"]]],
		["processor_claims_right", ["data", "datasets", 0, "rights", "use", 1], [["data", "benefit_sharing", "parties", 0, "role"]]],
		["processor_claims_right", ["data", "datasets", 0, "rights", "use", 1], [["partners", 0, "role_zh"]]],
		["processor_claims_right", ["data", "datasets", 0, "rights", "use", 1], [["partners", 1, "role_zh"]]],
		["processor_claims_right", ["data", "datasets", 1, "rights", "hold", 0], [["data", "benefit_sharing", "parties", 0, "role"]]],
		["processor_claims_right", ["data", "datasets", 1, "rights", "hold", 0], [["partners", 0, "role_zh"]]],
		["processor_claims_right", ["data", "datasets", 1, "rights", "operate", 0], [["data", "benefit_sharing", "parties", 0, "role"]]],
		["processor_claims_right", ["data", "datasets", 1, "rights", "operate", 0], [["partners", 0, "role_zh"]]],
		["processor_claims_right", ["data", "datasets", 1, "rights", "use", 1], [["data", "benefit_sharing", "parties", 0, "role"]]],
		["processor_claims_right", ["data", "datasets", 1, "rights", "use", 1], [["partners", 0, "role_zh"]]],
		["registration_too_long", ["data", "datasets", 0, "rights", "valid_to"], [["data", "datasets", 0, "rights", "registration_no"]]],
		["rights_expired", ["data", "datasets", 0, "rights", "valid_to"], [["meta", "submitted_on"]]],
		["use_right_missing", ["data", "datasets", 0, "rights", "use"], [["data", "datasets", 0, "purpose"]]],
	}
}

test_does_not_apply_without_data if {
	not rule.applies with input.proposal as {"project": {"type": "compute_facility"}}
}
