package aiplus.flags_test

import data.aiplus.flags

_names := {
	"all", "data_bearing", "train", "annot", "multi", "model", "genai", "recsys", "public", "people", "pi", "impdata",
	"xborder", "deploy", "agent", "vuln", "work", "work_big", "exit_big", "research", "industry", "ai_native", "terminal",
	"commercial", "live", "consumer", "health", "elder", "edu", "facility", "compute", "govuse", "govsoe", "fiscal", "pilotbase",
	"platform", "open", "openw", "large", "micro", "intl", "human_research", "secured",
}

_on(proposal) := {name |
	some name in _names
	flags[name] with input.proposal as proposal
}

# A computing centre with nothing else is the one kind of project to which almost nothing applies.
_facility(more) := object.union({"project": {"type": "compute_facility"}}, more)

_dataset(more) := _facility({"data": {"datasets": [more]}})

_model(more) := _facility({"models": [more]})

_scenario(more) := _facility({"scenarios": [more]})

_post(more) := _facility({"employment": {"assessment": {"scope_headcount": 900}, "occupations": [more]}})

_project(more) := _facility({"project": more})

# Each case turns its flag on, for exactly these paths.
_turned_on := object.union_n([_turned_on_by_parties, _turned_on_by_words, {
	"twenty people of a large staff": {
		"flag": "work_big", "proposal": object.union(_post({"headcount": 20, "effect": "displace"}), {"applicant": {"employees": 3000}}),
		"because": {["employment", "occupations", 0, "headcount"]},
	},
	"public money, named where there is some": {
		"flag": "fiscal", "proposal": _facility({"finance": {"sources": [{"kind": "local_fiscal", "amount": 0}, {"kind": "local_fiscal", "amount": 100}]}}),
		"because": {["finance", "sources", 1, "amount"]},
	},
	"nothing needs a reason": {"flag": "all", "proposal": {}, "because": {[]}},
	"datasets": {"flag": "data_bearing", "proposal": _dataset({"id": "D1"}), "because": {["data", "datasets"]}},
	"a trained model needs data": {"flag": "data_bearing", "proposal": _model({"origin": "fine_tuned"}), "because": {["models", 0, "origin"], ["data", "datasets"]}},
	"an application": {"flag": "data_bearing", "proposal": _project({"type": "application"}), "because": {["project", "type"]}},
	"a project of unknown type": {"flag": "data_bearing", "proposal": {}, "because": {["project", "type"]}},
	"self-trained": {"flag": "train", "proposal": _model({"origin": "self_trained"}), "because": {["models", 0, "origin"]}},
	"a dataset project": {"flag": "train", "proposal": _project({"type": "dataset"}), "because": {["project", "type"]}},
	"training data and a model of unknown origin": {
		"flag": "train",
		"proposal": object.union(_model({"id": "M1"}), {"data": {"datasets": [{"purpose": ["operation"]}, {"purpose": ["finetune", "eval"]}]}}),
		"because": {["data", "datasets", 1, "purpose"]},
	},
	"annotation": {"flag": "annot", "proposal": _dataset({"annotation": {"needed": true}}), "because": {["data", "datasets", 0, "annotation", "needed"]}},
	"synthetic data": {"flag": "annot", "proposal": _dataset({"synthetic": {"share_pct": 0.1}}), "because": {["data", "datasets", 0, "synthetic", "share_pct"]}},
	"a partner holds the rights": {"flag": "multi", "proposal": _dataset({"rights": {"hold": ["applicant", "P1"]}}), "because": {["data", "datasets", 0, "rights", "hold", 1]}},
	"by agreement with nobody named": {"flag": "multi", "proposal": _dataset({"source": "agreement"}), "because": {["data", "datasets", 0, "source"]}},
	"bought": {"flag": "multi", "proposal": _dataset({"source_detail_zh": "向图库公司购买", "rights": {"hold": ["applicant"]}}), "because": {["data", "datasets", 0, "source_detail_zh"]}},
	"procured": {"flag": "multi", "proposal": _dataset({"source_detail_zh": "采购某公司标注数据"}), "because": {["data", "datasets", 0, "source_detail_zh"]}},
	"synthetic source": {"flag": "annot", "proposal": _dataset({"source": "synthetic", "synthetic": {"share_pct": 0}}), "because": {["data", "datasets", 0, "source"]}},
	"crowd annotation": {"flag": "multi", "proposal": _dataset({"source_detail_zh": "Labelled by a crowd platform"}), "because": {["data", "datasets", 0, "source_detail_zh"]}},
	"two parties share": {"flag": "multi", "proposal": _facility({"data": {"benefit_sharing": {"parties": [{"party": "applicant"}, {"party": "P1"}]}}}), "because": {["data", "benefit_sharing", "parties"]}},
	"models": {"flag": "model", "proposal": _model({"id": "M1"}), "because": {["models"]}},
	"a type that needs one": {"flag": "model", "proposal": _project({"type": "application"}), "because": {["project", "type"]}},
	"no type, so perhaps one": {"flag": "model", "proposal": {}, "because": {["project", "type"]}},
	"generative": {"flag": "genai", "proposal": _model({"generative": true}), "because": {["models", 0, "generative"]}},
	"a large model that writes code": {
		"flag": "genai", "proposal": _model({"generative": false, "params_b": 0.5, "output_modalities": ["code"]}),
		"because": {["models", 0, "output_modalities"]},
	},
	"a model of unknown size that writes": {"flag": "genai", "proposal": _model({"output_modalities": ["score", "text"]}), "because": {["models", 0, "output_modalities"]}},
	"open to the public": {"flag": "public", "proposal": _scenario({"public_facing": true}), "because": {["scenarios", 0, "public_facing"]}},
	"a significant decision": {
		"flag": "people", "proposal": _scenario({"subject": "natural_person", "decision_impact": "significant"}),
		"because": {["scenarios", 0, "decision_impact"]},
	},
	"personal information": {"flag": "pi", "proposal": _dataset({"pi": {"contains": true}}), "because": {["data", "datasets", 0, "pi", "contains"]}},
	"important data": {"flag": "impdata", "proposal": _dataset({"level": "important"}), "because": {["data", "datasets", 0, "level"]}},
	"core data": {"flag": "impdata", "proposal": _dataset({"level": "core"}), "because": {["data", "datasets", 0, "level"]}},
	"pilot": {"flag": "deploy", "proposal": _project({"stage": "pilot"}), "because": {["project", "stage"]}},
	"people in scope": {"flag": "work", "proposal": _facility({"employment": {"assessment": {"scope_headcount": 1}}}), "because": {["employment", "assessment", "scope_headcount"]}},
	"twenty people transformed": {"flag": "work_big", "proposal": _post({"headcount": 20, "effect": "transform"}), "because": {["employment", "occupations", 0, "headcount"]}},
	"twenty people highly exposed": {"flag": "work_big", "proposal": _post({"headcount": 20, "effect": "augment", "exposure": "g4"}), "because": {["employment", "occupations", 0, "headcount"]}},
	"a tenth of the staff": {
		"flag": "work_big", "proposal": object.union(_post({"headcount": 6, "effect": "displace"}), {"applicant": {"employees": 40}, "partners": [{"employees": 20}]}),
		"because": {["employment", "occupations", 0, "headcount"]},
	},
	"five of a staff of unknown size": {"flag": "work_big", "proposal": _post({"headcount": 5, "exposure": "g3"}), "because": {["employment", "occupations", 0, "headcount"]}},
	"replaced posts that are not counted": {"flag": "work_big", "proposal": _post({"effect": "displace", "exposure": "g1"}), "because": {["employment", "occupations", 0, "headcount"]}},
	"posts of which nothing is said": {"flag": "work_big", "proposal": _post({}), "because": {["employment", "occupations", 0, "headcount"]}},
	"many people in posts that are not listed": {
		"flag": "work_big", "proposal": _facility({"employment": {"assessment": {"scope_headcount": 20}}}),
		"because": {["employment", "assessment", "scope_headcount"]},
	},
	"twenty exits": {"flag": "exit_big", "proposal": object.union(_post({"exit": 20}), {"applicant": {"employees": 3000}}), "because": {["employment", "occupations", 0, "exit"]}},
	"one exit of ten": {"flag": "exit_big", "proposal": object.union(_post({"exit": 1}), {"applicant": {"employees": 10}}), "because": {["employment", "occupations", 0, "exit"]}},
	"one exit of a staff of unknown size": {"flag": "exit_big", "proposal": _post({"exit": 1}), "because": {["employment", "occupations", 0, "exit"]}},
	"livelihood": {"flag": "live", "proposal": _project({"ai_plus_domain": "livelihood"}), "because": {["project", "ai_plus_domain"]}},
	"health is livelihood": {"flag": "live", "proposal": _facility({"inclusion": {"health": {"eval_n": 100}}}), "because": {["inclusion", "health"]}},
	"elder care is": {"flag": "live", "proposal": _project({"sector_gb4754": "Q85"}), "because": {["project", "sector_gb4754"]}},
	"education is": {"flag": "live", "proposal": _project({"sector_gb4754": "P83"}), "because": {["project", "sector_gb4754"]}},
	"the health sector": {"flag": "health", "proposal": _project({"sector_gb4754": "Q84"}), "because": {["project", "sector_gb4754"]}},
	"sector Q may be health": {"flag": "health", "proposal": _project({"sector_gb4754": "Q"}), "because": {["project", "sector_gb4754"]}},
	"patients": {"flag": "health", "proposal": _scenario({"target_groups": ["general", "patients"]}), "because": {["scenarios", 0, "target_groups", 1]}},
	"elderly users": {"flag": "elder", "proposal": _scenario({"target_groups": ["elderly"]}), "because": {["scenarios", 0, "target_groups", 0]}},
	"disabled users": {"flag": "elder", "proposal": _scenario({"target_groups": ["disabled"]}), "because": {["scenarios", 0, "target_groups", 0]}},
	"sector Q may be elder care": {"flag": "elder", "proposal": _project({"sector_gb4754": "Q"}), "because": {["project", "sector_gb4754"]}},
	"sector P is education": {"flag": "edu", "proposal": _project({"sector_gb4754": "P"}), "because": {["project", "sector_gb4754"]}},
	"an education section": {"flag": "edu", "proposal": _facility({"inclusion": {"education": {"stages": ["primary"]}}}), "because": {["inclusion", "education"]}},
	"a common platform": {"flag": "platform", "proposal": _project({"type": "common_platform"}), "because": {["project", "type"]}},
	"a pilot base": {"flag": "platform", "proposal": _project({"type": "pilot_base"}), "because": {["project", "type"]}},
	"ten million": {"flag": "large", "proposal": _facility({"finance": {"total_cny_wan": 1000}}), "because": {["finance", "total_cny_wan"]}},
	"ten million in the tables": {
		"flag": "large", "proposal": _facility({"finance": {"items": [{"amount": 600}, {"amount": 400}], "sources": [{"amount": 1000}]}}),
		"because": {["finance", "items"], ["finance", "sources"]},
	},
	"a million of public money": {
		"flag": "fiscal",
		"proposal": _facility({"finance": {"total_cny_wan": 900, "sources": [{"kind": "self", "amount": 800}, {"kind": "central_fiscal", "amount": 60}, {"kind": "local_fiscal", "amount": 40}]}}),
		"because": {["finance", "sources", 1, "amount"], ["finance", "sources", 2, "amount"]},
	},
	"half the total": {
		"flag": "fiscal", "proposal": _facility({"finance": {"total_cny_wan": 10, "sources": [{"kind": "local_fiscal", "amount": 5}]}}),
		"because": {["finance", "sources", 0, "amount"]},
	},
	"half the sources, no total": {
		"flag": "fiscal", "proposal": _facility({"finance": {"sources": [{"kind": "local_fiscal", "amount": 5}, {"kind": "self", "amount": 5}]}}),
		"because": {["finance", "sources", 0, "amount"]},
	},
	"income": {
		"flag": "commercial", "proposal": _facility({"finance": {"cashflow": [{"year": 2027, "income_cny_wan": 0}, {"year": 2028, "income_cny_wan": 0.5}]}}),
		"because": {["finance", "cashflow", 1, "income_cny_wan"]},
	},
	"a company that charges": {
		"flag": "commercial", "proposal": _facility({"applicant": {"org_type": "soe"}, "inclusion": {"threshold": {"price_model": "freemium"}}}),
		"because": {["inclusion", "threshold", "price_model"]},
	},
	"somebody unknown who charges": {
		"flag": "commercial", "proposal": _facility({"inclusion": {"threshold": {"price_model": "freemium"}}}),
		"because": {["inclusion", "threshold", "price_model"]},
	},
	"industry": {"flag": "industry", "proposal": _project({"ai_plus_domain": "industry"}), "because": {["project", "ai_plus_domain"]}},
	"research": {"flag": "research", "proposal": _project({"type": "research"}), "because": {["project", "type"]}},
	"science": {"flag": "research", "proposal": _project({"ai_plus_domain": "science"}), "because": {["project", "ai_plus_domain"]}},
}])

test_turned_on[name] if {
	some name, tc in _turned_on
	flags[tc.flag] with input.proposal as tc.proposal
	flags.because[tc.flag] == tc.because with input.proposal as tc.proposal
}

test_every_flag_is_turned_on_by_some_case if _names == {tc.flag | some tc in _turned_on}

# Each case comes close and leaves its flag off.
_left_off := object.union_n([_left_off_by_parties, _left_off_by_words, {
	"an empty list of models": {"flag": "model", "proposal": _facility({"models": []})},
	"weights from outside, tuned by nobody here": {"flag": "train", "proposal": object.union(_model({"origin": "third_party_api"}), {"data": {"datasets": [{"purpose": ["finetune"]}]}})},
	"an empty health section": {"flag": "health", "proposal": _facility({"inclusion": {"health": {}}})},
	"an empty education section": {"flag": "edu", "proposal": _facility({"inclusion": {"education": {}}})},
	"no money at all": {"flag": "fiscal", "proposal": _facility({"finance": {"total_cny_wan": 0, "sources": [{"kind": "local_fiscal", "amount": 0}]}})},
	"an empty list of datasets": {"flag": "data_bearing", "proposal": _facility({"data": {"datasets": []}})},
	"a model from outside": {"flag": "data_bearing", "proposal": _model({"origin": "third_party_api"})},
	"weights from outside": {"flag": "train", "proposal": _model({"origin": "third_party_weights"})},
	"a model of unknown origin and data for operation": {"flag": "train", "proposal": object.union(_model({"id": "M1"}), {"data": {"datasets": [{"purpose": ["operation"]}]}})},
	"neither annotated nor synthetic": {"flag": "annot", "proposal": _dataset({"annotation": {"needed": false}, "synthetic": {"share_pct": 0}})},
	"the applicant holds the rights": {
		"flag": "multi",
		"proposal": object.union(_dataset({"source": "collected", "source_detail_zh": "自有设备采集", "rights": {"hold": ["applicant", "某公司", "申报单位"]}}), {"applicant": {"name": "某公司"}}),
	},
	"by agreement, rights with the applicant": {"flag": "multi", "proposal": _dataset({"source": "agreement", "rights": {"hold": ["applicant"]}})},
	"one party": {"flag": "multi", "proposal": _facility({"data": {"benefit_sharing": {"parties": [{"party": "applicant"}]}}})},
	"a dataset needs no model": {"flag": "model", "proposal": _project({"type": "dataset"})},
	"scores and actions": {"flag": "genai", "proposal": _model({"generative": false, "output_modalities": ["score", "action"]})},
	"a small recogniser": {"flag": "genai", "proposal": _model({"generative": false, "params_b": 0.49, "output_modalities": ["text"]})},
	"staff only": {"flag": "public", "proposal": _scenario({"public_facing": false, "name_zh": "车间", "description_zh": "通过企业微信小程序由质检员使用"})},
	"ten users per member of staff": {
		"flag": "public",
		"proposal": object.union(_scenario({"users_annual": 300}), {"applicant": {"employees": 20}, "partners": [{"employees": 10}, {"id": "P2"}]}),
	},
	"advice to people": {"flag": "people", "proposal": _scenario({"subject": "natural_person", "decision_impact": "advisory"})},
	"a significant decision about machines": {"flag": "people", "proposal": _scenario({"subject": "equipment", "decision_impact": "significant"})},
	"no personal information": {"flag": "pi", "proposal": _dataset({"pi": {"contains": false}, "modalities": ["timeseries"]})},
	"general data": {"flag": "impdata", "proposal": _dataset({"level": "general"})},
	"a prototype": {"flag": "deploy", "proposal": _project({"stage": "prototype"})},
	"nobody in scope": {"flag": "work", "proposal": _facility({"employment": {"assessment": {"scope_headcount": 0}}})},
	"nineteen of many": {"flag": "work_big", "proposal": object.union(_post({"headcount": 19, "effect": "displace"}), {"applicant": {"employees": 191}})},
	"four of a small staff": {"flag": "work_big", "proposal": object.union(_post({"headcount": 4, "effect": "displace"}), {"applicant": {"employees": 12}})},
	"less than a tenth": {"flag": "work_big", "proposal": object.union(_post({"headcount": 6, "effect": "displace"}), {"applicant": {"employees": 61}})},
	"posts that are only helped": {"flag": "work_big", "proposal": _post({"headcount": 500, "effect": "augment", "exposure": "g2"})},
	"uncounted posts of a small staff": {"flag": "work_big", "proposal": object.union(_post({"effect": "displace"}), {"applicant": {"employees": 12}})},
	"uncounted posts that are only helped": {"flag": "work_big", "proposal": _post({"effect": "augment", "exposure": "g2"})},
	"a few people in posts that are not listed": {
		"flag": "work_big",
		"proposal": _facility({"employment": {"assessment": {"scope_headcount": 19}}, "applicant": {"employees": 3000}}),
	},
	"nineteen exits of many": {"flag": "exit_big", "proposal": object.union(_post({"exit": 19}), {"applicant": {"employees": 191}})},
	"no exits": {"flag": "exit_big", "proposal": _post({"exit": 0})},
	"consumption": {"flag": "live", "proposal": _project({"ai_plus_domain": "consumption"})},
	"the sector of social work": {"flag": "health", "proposal": _project({"sector_gb4754": "Q85"})},
	"diagnosis of machines": {"flag": "health", "proposal": _project({"sector_gb4754": "C36", "title_zh": "设备故障智能诊断与缺陷筛查"})},
	"the sector of health": {"flag": "elder", "proposal": _project({"sector_gb4754": "Q84", "title_zh": "胸部影像"})},
	"a school is not in the title": {"flag": "edu", "proposal": _project({"sector_gb4754": "M73", "title_zh": "高熵合金性能预测"})},
	"an application is no platform": {"flag": "platform", "proposal": _project({"type": "application"})},
	"just under ten million": {"flag": "large", "proposal": _facility({"finance": {"total_cny_wan": 999.99, "items": [{"amount": 2000}]}})},
	"just under it in the tables": {"flag": "large", "proposal": _facility({"finance": {"items": [{"amount": 999.99}]}})},
	"a small subsidy": {"flag": "fiscal", "proposal": _facility({"finance": {"total_cny_wan": 200, "sources": [{"kind": "local_fiscal", "amount": 99.99}]}})},
	"no subsidy": {"flag": "fiscal", "proposal": _facility({"finance": {"sources": [{"kind": "self", "amount": 500}, {"kind": "local_fiscal", "amount": 0}]}})},
	"no income": {"flag": "commercial", "proposal": _facility({"finance": {"cashflow": [{"year": 2027, "income_cny_wan": 0}]}})},
	"a school that charges, with its cash flow": {
		"flag": "commercial",
		"proposal": _facility({"applicant": {"org_type": "university"}, "inclusion": {"threshold": {"price_model": "paid"}}, "finance": {"cashflow": [{"year": 2027, "income_cny_wan": 0}]}}),
	},
	"a company that gives it away": {"flag": "commercial", "proposal": _facility({"applicant": {"org_type": "private"}, "inclusion": {"threshold": {"price_model": "free"}}})},
	"governance": {"flag": "industry", "proposal": _project({"ai_plus_domain": "governance"})},
	"an application is no research": {"flag": "research", "proposal": _project({"type": "application", "ai_plus_domain": "industry"})},
}])

test_left_off[name] if {
	some name, tc in _left_off
	flags[tc.flag] == false with input.proposal as tc.proposal
	flags.because[tc.flag] == set() with input.proposal as tc.proposal
}

test_every_flag_but_all_is_left_off_by_some_case if _names - {"all"} == {tc.flag | some tc in _left_off}

test_every_flag_is_explained if {
	explained := {name | some name, _ in flags.because} with input.proposal as {}
	explained == _names
}

test_a_bare_facility if _on(_facility({})) == {"all", "facility", "compute"}

# Nothing said is not the same as nothing there: an empty proposal is still held to data and model requirements.
test_an_empty_proposal if _on({}) == {"all", "data_bearing", "model"}

# A small real project: an orchard firm with a cooperative's pictures and two posts that change.
test_a_whole_proposal if {
	proposal := {
		"project": {"type": "application", "ai_plus_domain": "industry", "sector_gb4754": "A01", "stage": "pilot", "trl": {"current": 5, "target": 8}},
		"applicant": {"org_type": "private", "size": "small", "employees": 12},
		"partners": [{"id": "P1", "employees": 25}],
		"scenarios": [{"users_annual": 200, "public_facing": false, "subject": "environment", "decision_impact": "advisory", "target_groups": ["farmers"]}],
		"kpis": [{"id": "K2", "name_zh": "亩均农药用量", "category": "cost", "unit": "kg/亩", "direction": "down"}],
		"data": {"datasets": [
			{"id": "D1", "rights": {"hold": ["applicant"]}, "modalities": ["tabular"], "annotation": {"needed": true}, "pi": {"contains": true}, "level": "general"},
			{"id": "D2", "rights": {"hold": ["P1"]}, "annotation": {"needed": true}, "pi": {"contains": false}, "level": "general"},
		]},
		"models": [{"id": "M1", "generative": false, "origin": "fine_tuned", "params_b": 0.02, "output_modalities": ["score"]}],
		"employment": {
			"assessment": {"scope_headcount": 6},
			"occupations": [{"headcount": 4, "exposure": "minimal", "effect": "augment", "exit": 0}, {"headcount": 2, "exposure": "g3", "effect": "transform", "exit": 0}],
		},
		"finance": {
			"total_cny_wan": 86,
			"sources": [{"kind": "self", "amount": 56}, {"kind": "local_fiscal", "amount": 30}],
			"cashflow": [{"year": 2027, "income_cny_wan": 18}],
		},
	}
	_on(proposal) == {"all", "data_bearing", "train", "annot", "multi", "model", "pi", "deploy", "work", "industry", "commercial", "micro"}
	flags.guards == set() with input.proposal as proposal
}
