package aiplus.rules.fina_02_test

import data.aiplus.rules.fina_02 as rule

_self := {"kind": "self", "amount": 40, "status": "secured", "evidence": "EV-14"}

_loan := {"kind": "bank_loan", "amount": 20, "status": "committed", "evidence": "EV-15"}

_fiscal := {"kind": "local_fiscal", "amount": 40, "status": "planned"}

_proof(id) := {"id": id, "kind": "letter", "issuer": "甲", "issued_on": "2026-09-30", "sha256": id}

_base := {
	"meta": {"submitted_on": "2026-10-15"},
	"applicant": {"org_type": "private", "revenue_cny_wan": 20, "sector_gb4754": "I65"},
	"finance": {"total_cny_wan": 100, "sources": [_self, _loan, _fiscal]},
	"evidence": [_proof("EV-14"), _proof("EV-15"), _proof("EV-16")],
}

_edited(edit) := object.union(_base, edit)

_with(sources) := _edited({"finance": {"sources": sources}})

_first(changes) := _with([object.union(_self, changes), _loan, _fiscal])

_second(changes) := _with([_self, object.union(_loan, changes), _fiscal])

_applicant(changes) := _edited({"applicant": changes})

_findings(proposal) := findings if {
	findings := rule.findings with input.proposal as proposal
}

_codes(proposal) := sort([finding.code | some finding in _findings(proposal)])

_passing := {
	"60 per cent, and twice the revenue": _base,
	"all secured": _edited({"finance": {"sources": [_self, object.union(_loan, {"amount": 60})]}}),
	"a university without revenue": _applicant({"org_type": "university", "revenue_cny_wan": 0}),
	"a research institute": _applicant({"org_type": "research_institute", "revenue_cny_wan": 1}),
	"an authority": _applicant({"org_type": "government", "revenue_cny_wan": 0}),
	"a public institution of research": _applicant({"org_type": "public_institution", "sector_gb4754": "M73", "revenue_cny_wan": 1}),
	"a university that does not say": json.remove(_applicant({"org_type": "university"}), ["applicant/revenue_cny_wan"]),
	"nothing of one's own": json.remove(
		_with([object.union(_self, {"kind": "partner_in_kind"}), _loan, _fiscal]),
		["applicant/revenue_cny_wan"],
	),
	"partners confirm in one document": _with([
		object.union(_self, {"kind": "partner_in_kind"}),
		object.union(_self, {"kind": "partner_in_kind"}),
		_fiscal,
	]),
	"a plan needs no proof": _with([_self, _loan, object.union(_fiscal, {"evidence": "EV-99"})]),
	"a public institution of research, by its section": _applicant({
		"org_type": "public_institution",
		"sector_gb4754": "M",
		"revenue_cny_wan": 1,
	}),
	"nothing to be paid": _edited({"finance": {"total_cny_wan": 0}}),
}

test_passes[name] if {
	some name, proposal in _passing
	_codes(proposal) == []
}

_failing := {
	"nothing": {"proposal": {}, "codes": ["missing", "missing"]},
	"no sources": {"proposal": _with([]), "codes": ["missing"]},
	"secured without proof": {
		"proposal": _with([object.remove(_self, ["evidence"]), _loan, _fiscal]),
		"codes": ["unproven"],
	},
	"committed without proof": {
		"proposal": _with([_self, object.remove(_loan, ["evidence"]), _fiscal]),
		"codes": ["unproven"],
	},
	"an unknown document": {"proposal": _first({"evidence": "EV-99"}), "codes": ["evidence_weak"]},
	"a loan twice": {
		"proposal": _with([_self, _loan, object.union(_loan, {"amount": 40})]),
		"codes": ["letter_twice"],
	},
	"a loan and own money with one letter": {"proposal": _first({"evidence": "EV-15"}), "codes": ["letter_twice"]},
	"just below 60 per cent": {"proposal": _second({"amount": 19.99}), "codes": ["funding_short"]},
	"all planned": {"proposal": _first({"status": "planned"}), "codes": ["funding_short"]},
	"more than twice the revenue": {"proposal": _applicant({"revenue_cny_wan": 19.99}), "codes": ["self_beyond_revenue"]},
	"no revenue": {"proposal": _applicant({"revenue_cny_wan": 0}), "codes": ["self_beyond_revenue"]},
	"a public institution with fees": {
		"proposal": _applicant({"org_type": "public_institution", "sector_gb4754": "Q84", "revenue_cny_wan": 1}),
		"codes": ["self_beyond_revenue"],
	},
	"own money in two parts": {
		"proposal": _with([_self, object.union(_self, {"amount": 0.01, "evidence": "EV-16"}), _loan, _fiscal]),
		"codes": ["self_beyond_revenue"],
	},
	"one planned source and nothing else": {"proposal": _with([_fiscal]), "codes": ["funding_short"]},
	"short of money, and one source brings none": {
		"proposal": _with([_self, _fiscal, object.union(_fiscal, {"amount": 0})]),
		"codes": ["funding_short"],
	},
	"one fen of one's own, and no word of the revenue": {
		"proposal": json.remove(
			_with([object.union(_self, {"amount": 0.000001}), object.union(_loan, {"amount": 60}), _fiscal]),
			["applicant/revenue_cny_wan"],
		),
		"codes": ["missing"],
	},
	"a firm of research with little revenue": {
		"proposal": _applicant({"sector_gb4754": "M73", "revenue_cny_wan": 1}),
		"codes": ["self_beyond_revenue"],
	},
}

test_fails[name] if {
	some name, tc in _failing
	_codes(tc.proposal) == tc.codes
}

_needed := {
	"total": ["finance", "total_cny_wan"],
	"revenue": ["applicant", "revenue_cny_wan"],
}

test_each_field_is_needed[name] if {
	some name, path in _needed
	_findings(json.remove(_base, [concat("/", path)])) == {{"code": "missing", "path": path, "args": {}}}
}

test_each_field_of_a_source_is_needed[field] if {
	some field in ["kind", "amount", "status"]
	_findings(_with([object.remove(_self, [field]), _loan, _fiscal])) == {{
		"code": "missing",
		"path": ["finance", "sources", 0, field],
		"args": {},
	}}
}

test_says_how_much_is_certain if {
	some finding in _findings(_second({"amount": 19.99}))
	finding.args == {"pct": 59.9, "min": 60}
	finding.related == [["finance", "sources", 2, "status"]]
}

test_applies_to_everybody if rule.applies with input.proposal as {}

test_applies_default if rule.applies == false with data.aiplus.flags.all as false

# A source has no id: findings call it by its place, counted from one.
test_calls_a_source_by_its_place[name] if {
	some name, tc in {
		"unproven": {"sources": [_self, object.remove(_loan, ["evidence"]), _fiscal], "code": "unproven"},
		"proven by nothing that is listed": {
			"sources": [_self, object.union(_loan, {"evidence": "EV-99"}), _fiscal],
			"code": "evidence_weak",
		},
		"proven by a letter about another": {
			"sources": [_self, object.union(_loan, {"evidence": "EV-14"}), _fiscal],
			"code": "letter_twice",
		},
	}
	{[finding.code, finding.args.source] | some finding in _findings(_with(tc.sources))} == {[tc.code, 2]}
}

test_says_that_half_is_certain if {
	[finding] := [f | some f in _findings(_second({"amount": 10}))]
	finding.args == {"pct": 50, "min": 60}
}

test_shows_what_own_money_is_held_against if {
	[finding] := [f | some f in _findings(_applicant({"revenue_cny_wan": 10}))]
	finding.related == [["applicant", "revenue_cny_wan"], ["finance", "sources", 0, "amount"]]
	finding.args == {"self_wan": 40, "revenue_wan": 10, "times": 2}
}
