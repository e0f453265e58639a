package aiplus.rules.data_09_test

import data.aiplus.rules.data_09 as rule

_parties := [
	{"party": "applicant", "role": "采集标注与运营", "basis_zh": "26000/34000张", "share_pct": 75},
	{"party": "某合作社", "role": "历史图像", "basis_zh": "8000/34000张", "share_pct": 25},
]

_sharing := {
	"method": "contribution_share",
	"parties": _parties,
	"agreement": "EV-07",
	"settlement_months": 12,
	"audit_right": true,
}

_item(id, kind) := {"id": id, "kind": kind, "issuer": "双方", "issued_on": "2026-09-12", "sha256": id, "number": id}

_base := {
	"meta": {"submitted_on": "2026-10-15"},
	"applicant": {"name": "某公司"},
	"partners": [{"id": "P1", "name": "某合作社", "role_zh": "提供历史图像"}],
	"data": {
		"datasets": [
			{"id": "D1", "source": "collected", "rights": {"hold": ["applicant"]}},
			{"id": "D2", "source": "agreement", "rights": {"hold": ["applicant", "P1"]}},
		],
		"benefit_sharing": _sharing,
	},
	"finance": {
		"items": [{"category": "data", "amount": 12}],
		"cashflow": [
			{"year": 2027, "income_cny_wan": 0, "opex_cny_wan": 40},
			{"year": 2028, "income_cny_wan": 0.01, "opex_cny_wan": 52},
		],
	},
	"evidence": [
		_item("EV-07", "contract"), _item("EV-08", "report"), object.remove(_item("EV-09", "minutes"), ["issuer"]),
		_item("EV-10", "policy"), _item("EV-11", "letter"), _item("EV-12", "minutes"),
	],
}

_with(changes) := object.union(_base, {"data": {"benefit_sharing": changes}})

_without(field) := object.union(object.remove(_base, ["data"]), {"data": {
	"datasets": _base.data.datasets,
	"benefit_sharing": object.remove(_sharing, [field]),
}})

_shared(shares) := _with({"parties": [object.union(row, {"share_pct": shares[i]}) | some i, row in _parties]})

_lacking(field) := _with({"parties": [_parties[0], object.remove(_parties[1], [field])]})

_held(source, holders) := object.union(_base, {"data": {"datasets": [
	{"id": "D1", "source": "collected", "rights": {"hold": ["applicant"]}},
	{"id": "D2", "source": source, "rights": {"hold": holders}},
]}})

_no_income := {"finance": {"cashflow": [{"year": 2027, "income_cny_wan": 0, "opex_cny_wan": 40}]}}

_annotating := {"partners": [
	{"id": "P1", "name": "某合作社", "role_zh": "提供历史图像"},
	{"name": "某科技公司", "role_zh": "图像标注"},
]}

_passing := {
	"by contribution": _base,
	"lower end of the sum": _shared([74.5, 25]),
	"upper end of the sum": _shared([75.5, 25]),
	"compensation of costs": object.union(_with({"method": "cost_compensation"}), _no_income),
	"services in kind": object.union(_with({"method": "service_in_kind"}), _no_income),
	"under a policy": _with({"agreement": "EV-10"}),
	"by letter": _with({"agreement": "EV-11"}),
	"by minutes": _with({"agreement": "EV-12"}),
	"an open licence has settled it": _held("open_licence", ["某基金会"]),
	"the authority has settled it": _held("public_authorised", ["某市数据局"]),
	"an annotator with a part": object.union(
		_with({"parties": array.concat(
			[object.union(_parties[0], {"share_pct": 65}), _parties[1]],
			[{"party": "某科技公司", "role": "标注", "basis_zh": "34000张", "share_pct": 10}],
		)}),
		_annotating,
	),
	"all to the applicant, nobody else holds": object.union(
		_held("collected", ["applicant"]),
		{"data": {"benefit_sharing": {"parties": [
			object.union(_parties[0], {"share_pct": 100}),
			object.union(_parties[1], {"share_pct": 0}),
		]}}},
	),
	"nearly all to the applicant": _shared([99, 1]),
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
	"section": {
		"proposal": object.union(object.remove(_base, ["data"]), {"data": {"datasets": _base.data.datasets}}),
		"want": {_section},
	},
	"section empty": {
		"proposal": object.union(object.remove(_base, ["data"]), {"data": {"datasets": [], "benefit_sharing": {}}}),
		"want": {_section},
	},
	"method": {"proposal": _without("method"), "want": {array.concat(_section, ["method"])}},
	"parties, of which there are none": {
		"proposal": _with({"parties": []}),
		"want": {array.concat(_section, ["parties"])},
	},
	"parties": {"proposal": _without("parties"), "want": {array.concat(_section, ["parties"])}},
	"agreement": {"proposal": _without("agreement"), "want": {array.concat(_section, ["agreement"])}},
	"settlement": {"proposal": _without("settlement_months"), "want": {array.concat(_section, ["settlement_months"])}},
	"audit": {"proposal": _without("audit_right"), "want": {array.concat(_section, ["audit_right"])}},
	"datasets": {"proposal": json.remove(_base, ["data/datasets"]), "want": {["data", "datasets"]}},
	"role of a partner, which could be to annotate": {
		"proposal": object.union(_base, {"partners": [{"id": "P1", "name": "某合作社"}]}),
		"want": {["partners", 0, "role_zh"]},
	},
	"role": {"proposal": _lacking("role"), "want": {array.concat(_section, ["parties", 1, "role"])}},
	"reason": {"proposal": _lacking("basis_zh"), "want": {array.concat(_section, ["parties", 1, "basis_zh"])}},
	"share": {"proposal": _lacking("share_pct"), "want": {array.concat(_section, ["parties", 1, "share_pct"])}},
	"section empty, holders not stated": {
		"proposal": object.union(object.remove(_base, ["data"]), {"data": {"datasets": [{"id": "D1"}], "benefit_sharing": {}}}),
		"want": {_section},
	},
	"all but the method, and who holds the data": {
		"proposal": object.union(object.remove(_base, ["data"]), {"data": {
			"datasets": [{"id": "D1"}],
			"benefit_sharing": {"method": "service_in_kind"},
		}}),
		"want": {
			["data", "datasets", 0, "rights", "hold"],
			array.concat(_section, ["parties"]), array.concat(_section, ["agreement"]),
			array.concat(_section, ["settlement_months"]), array.concat(_section, ["audit_right"]),
		},
	},
	"all but the method": {
		"proposal": object.union(object.remove(_base, ["data"]), {"data": {"benefit_sharing": {"method": "service_in_kind"}}}),
		"want": {
			["data", "datasets"],
			array.concat(_section, ["parties"]), array.concat(_section, ["agreement"]),
			array.concat(_section, ["settlement_months"]), array.concat(_section, ["audit_right"]),
		},
	},
	"who holds the data": {
		"proposal": json.remove(_base, ["data/datasets/0/rights"]),
		"want": {["data", "datasets", 0, "rights", "hold"]},
	},
}

_section := ["data", "benefit_sharing"]

test_fails_without[name] if {
	some name, tc in _missing
	found := rule.findings with input.proposal as tc.proposal
	got := {[f.code, f.path] | some f in found}
	got == {["missing", path] | some path in tc.want}
}

_failing := {
	"nothing is distributed": {"proposal": _with({"method": "none"}), "want": {"no_distribution"}},
	"nothing is distributed and the rest is wrong": {
		"proposal": object.union(
			_with({
				"method": "none",
				"parties": [object.union(_parties[0], {"share_pct": 99}), {"share_pct": 2}],
				"agreement": "EV-99",
				"settlement_months": 99,
				"audit_right": false,
			}),
			_annotating,
		),
		"want": {"no_distribution"},
	},
	"nothing is distributed, all of it to the applicant": {
		"proposal": _with({
			"method": "none",
			"parties": [object.union(_parties[0], {"share_pct": 100})],
			"agreement": "EV-08",
		}),
		"want": {"no_distribution"},
	},
	"nothing is distributed and nothing else said": {
		"proposal": object.union(object.remove(_base, ["data"]), {"data": {
			"datasets": _base.data.datasets,
			"benefit_sharing": {"method": "none"},
		}}),
		"want": {"no_distribution"},
	},
	"just below the sum": {"proposal": _shared([74.4, 25]), "want": {"share_sum"}},
	"just above the sum": {"proposal": _shared([75.6, 25]), "want": {"share_sum"}},
	"a party without a name": {"proposal": _lacking("party"), "want": {"missing", "holder_left_out"}},
	"a holder without a part": {"proposal": _held("agreement", ["P1", "某供应商"]), "want": {"holder_left_out"}},
	"an annotator without a part": {"proposal": object.union(_base, _annotating), "want": {"annotator_left_out"}},
	"an annotating partner without a part": {
		"proposal": object.union(_base, {"partners": [
			{"id": "P1", "name": "某合作社", "role_zh": "提供历史图像"},
			{"id": "P2", "name": "某科技公司", "role_zh": "Annotation of images"},
		]}),
		"want": {"annotator_left_out"},
	},
	"all to the applicant": {"proposal": _shared([100, 0]), "want": {"all_to_applicant"}},
	"all to the applicant, who is alone": {
		"proposal": _with({"parties": [object.union(_parties[0], {"share_pct": 100})]}),
		"want": {"all_to_applicant"},
	},
	"all to the applicant while a partner annotates": {
		"proposal": object.union(
			object.union(_held("collected", ["applicant"]), _annotating),
			{"data": {"benefit_sharing": {"parties": [object.union(_parties[0], {"share_pct": 100})]}}},
		),
		"want": {"all_to_applicant"},
	},
	"agreement not listed": {"proposal": _with({"agreement": "EV-99"}), "want": {"agreement_weak"}},
	"agreement without issuer": {"proposal": _with({"agreement": "EV-09"}), "want": {"agreement_weak"}},
	"report for an agreement": {"proposal": _with({"agreement": "EV-08"}), "want": {"agreement_wrong_kind"}},
	"a month too long": {"proposal": _with({"settlement_months": 13}), "want": {"settled_rarely"}},
	"no right to audit": {"proposal": _with({"audit_right": false}), "want": {"no_audit_right"}},
	"compensation without money": {
		"proposal": object.union(_with({"method": "cost_compensation"}), {"finance": {"items": [{"category": "compute", "amount": 12}]}}),
		"want": {"compensation_unbudgeted"},
	},
	"shares of nothing": {"proposal": object.union(_base, _no_income), "want": {"nothing_to_share"}},
	"fees from nothing": {
		"proposal": object.union(object.remove(_base, ["finance"]), {"data": {"benefit_sharing": {"method": "licence_fee"}}}),
		"want": {"nothing_to_share"},
	},
	"nothing is distributed, whatever a partner does": {
		"proposal": object.union(_with({"method": "none"}), {"partners": [{"id": "P1", "name": "某合作社"}]}),
		"want": {"no_distribution"},
	},
	"a holder without a part beside the only one that has it": {
		"proposal": object.union(
			_held("agreement", ["P1", "某供应商"]),
			{"data": {"benefit_sharing": {"parties": [object.union(_parties[1], {"share_pct": 100})]}}},
		),
		"want": {"holder_left_out"},
	},
	"an annotating partner called like one that has a part": {
		"proposal": object.union(_base, {"partners": [
			{"id": "P1", "name": "某合作社", "role_zh": "提供历史图像"},
			{"id": "P2", "name": "某合作社", "role_zh": "图像标注"},
		]}),
		"want": {"annotator_left_out"},
	},
}

test_fails_on[name] if {
	some name, tc in _failing
	got := {f.code | some f in rule.findings} with input.proposal as tc.proposal
	got == tc.want
}

test_fails_with_the_sum if {
	got := rule.findings with input.proposal as _shared([62, 25])
	got == {{
		"code": "share_sum",
		"path": ["data", "benefit_sharing", "parties"],
		"related": [
			["data", "benefit_sharing", "parties", 0, "share_pct"],
			["data", "benefit_sharing", "parties", 1, "share_pct"],
		],
		"args": {"sum": 87},
	}}
}

test_fails_once_for_each_holder if {
	got := rule.findings with input.proposal as object.union(_base, {"data": {"datasets": [
		{"id": "D1", "source": "agreement", "rights": {"hold": ["某供应商", "P1"]}},
		{"id": "D2", "source": "agreement", "rights": {"hold": ["某供应商"]}},
	]}})
	got == {{
		"code": "holder_left_out",
		"path": ["data", "benefit_sharing", "parties"],
		"related": [["data", "datasets", 0, "rights", "hold"], ["data", "datasets", 1, "rights", "hold"]],
		"args": {"party": "某供应商"},
	}}
}

# People know a partner by its name.
test_fails_with_the_name_of_a_partner if {
	proposal := _with({"parties": [object.union(_parties[0], {"share_pct": 80}), object.union(_parties[1], {"party": "某果农", "share_pct": 20})]})
	got := {f.args.party | some f in rule.findings} with input.proposal as proposal
	got == {"某合作社"}
}

test_fails_with_whom_it_leaves_out if {
	got := rule.findings with input.proposal as object.union(_shared([100, 0]), _annotating)
	got == {{
		"code": "all_to_applicant",
		"path": ["data", "benefit_sharing", "parties", 0, "share_pct"],
		"related": [["data", "datasets", 1, "rights", "hold"], ["partners", 1, "role_zh"]],
		"args": {"others": ["某合作社", "某科技公司"], "share": 100},
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
		["agreement_weak", ["data", "benefit_sharing", "agreement"], [["evidence"]]],
		["agreement_weak", ["data", "benefit_sharing", "agreement"], [["evidence", 2]]],
		["agreement_wrong_kind", ["data", "benefit_sharing", "agreement"], [["evidence", 1]]],
		["all_to_applicant", ["data", "benefit_sharing", "parties", 0, "share_pct"], [["data", "datasets", 1, "rights", "hold"]]],
		["all_to_applicant", ["data", "benefit_sharing", "parties", 0, "share_pct"], [["partners", 1, "role_zh"]]],
		["annotator_left_out", ["data", "benefit_sharing", "parties"], [["partners", 1, "role_zh"]]],
		["compensation_unbudgeted", ["finance", "items"], [["data", "benefit_sharing", "method"]]],
		["holder_left_out", ["data", "benefit_sharing", "parties"], [["data", "datasets", 1, "rights", "hold"]]],
		["no_audit_right", ["data", "benefit_sharing", "audit_right"], []],
		["no_distribution", ["data", "benefit_sharing", "method"], [["data", "benefit_sharing", "parties"], ["data", "datasets", 1, "rights", "hold", 1]]],
		["no_distribution", ["data", "benefit_sharing", "method"], [["data", "datasets", 1, "rights", "hold", 1]]],
		["nothing_to_share", ["finance", "cashflow"], [["data", "benefit_sharing", "method"]]],
		["settled_rarely", ["data", "benefit_sharing", "settlement_months"], []],
		["share_sum", ["data", "benefit_sharing", "parties"], [["data", "benefit_sharing", "parties", 0, "share_pct"], ["data", "benefit_sharing", "parties", 1, "share_pct"]]],
	}
}

test_does_not_apply_to_own_data if {
	not rule.applies with input.proposal as {"data": {"datasets": [{"source": "collected", "rights": {"hold": ["applicant"]}}]}}
}
