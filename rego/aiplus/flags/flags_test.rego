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
_turned_on := object.union(_turned_on_by_parties, {
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
})

test_turned_on[name] if {
	some name, tc in _turned_on
	flags[tc.flag] with input.proposal as tc.proposal
	flags.because[tc.flag] == tc.because with input.proposal as tc.proposal
}

test_every_flag_is_turned_on_by_some_case if _names == {tc.flag | some tc in _turned_on}

# Each case comes close and leaves its flag off.
_left_off := object.union(_left_off_by_parties, {
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
})

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

# Each guard: what it says, and that its flag is on.
_guarded := object.union(_guarded_parties, {
	"live on the first day": {
		"proposal": _facility({
			"project": {"stage": "research", "trl": {"target": 7}, "start": "2026-11-01", "end": "2028-04-30"},
			"plan": {"milestones": [{"id": "N1", "kind": "go_live", "due": "2026-11-01"}]},
		}),
		"guards": [{
			"flag": "deploy", "code": "going_live_unsaid",
			"path": ["project", "stage"],
			"related": [["project", "trl", "target"], ["plan", "milestones", 0, "due"]],
			"args": {"trl": 7, "milestone": "N1"},
		}],
	},
	"a price and an empty cash flow": {
		"proposal": _facility({"finance": {"cashflow": []}, "inclusion": {"threshold": {"price_model": "paid"}}}),
		"guards": [{
			"flag": "commercial", "code": "paid_without_cashflow",
			"path": ["finance", "cashflow"],
			"related": [["inclusion", "threshold", "price_model"]],
			"args": {},
		}],
	},
	"models without data": {
		"proposal": _facility({"project": {"type": "application"}, "models": [{"origin": "third_party_api"}]}),
		"guards": [{"flag": "data_bearing", "code": "models_without_data", "path": ["data", "datasets"], "related": [["models"]], "args": {}}],
	},
	"a trained model without data": {
		"proposal": _model({"origin": "self_trained"}),
		"guards": [{"flag": "data_bearing", "code": "models_without_data", "path": ["data", "datasets"], "related": [["models"]], "args": {}}],
	},
	"text from a model that says it is not generative": {
		"proposal": _model({"generative": false, "params_b": 7, "output_modalities": ["text", "code", "image"]}),
		"guards": [{
			"flag": "genai", "code": "generative_denied",
			"path": ["models", 0, "generative"],
			"related": [["models", 0, "output_modalities"]],
			"args": {"outputs": [{"term": "modality_image"}, {"term": "modality_text"}]},
		}],
	},
	"a mini-program": {
		"proposal": _scenario({"public_facing": false, "name_zh": "居民小程序问答", "description_zh": "受理咨询"}),
		"guards": [{
			"flag": "public", "code": "public_channel",
			"path": ["scenarios", 0, "public_facing"],
			"related": [["scenarios", 0, "name_zh"]],
			"args": {"channel": "小程序"},
		}],
	},
	"a hotline, nothing said of the public": {
		"proposal": _scenario({"name_zh": "热线", "description_zh": "接入12345热线"}),
		"guards": [{
			"flag": "public", "code": "public_channel",
			"path": ["scenarios", 0, "public_facing"],
			"related": [["scenarios", 0, "description_zh"]],
			"args": {"channel": "12345"},
		}],
	},
	"more users than the staff explains": {
		"proposal": object.union(_scenario({"public_facing": false, "users_annual": 301}), {"applicant": {"employees": 20}, "partners": [{"employees": 10}]}),
		"guards": [{
			"flag": "public", "code": "more_users_than_staff",
			"path": ["scenarios", 0, "public_facing"],
			"related": [["scenarios", 0, "users_annual"], ["applicant", "employees"]],
			"args": {"users": 301, "staff": 30},
		}],
	},
	"a service for minors without personal data": {
		"proposal": object.union(_scenario({"subject": "natural_person", "target_groups": ["minors"]}), {"data": {"datasets": [{"pi": {"contains": false}, "modalities": ["text"]}]}}),
		"guards": [{
			"flag": "pi", "code": "people_without_personal_data",
			"path": ["data", "datasets"],
			"related": [["scenarios", 0, "subject"], ["scenarios", 0, "target_groups", 0]],
			"args": {},
		}],
	},
	"a significant decision without any data": {
		"proposal": _scenario({"subject": "natural_person", "decision_impact": "significant"}),
		"guards": [{
			"flag": "pi", "code": "people_without_personal_data",
			"path": ["data", "datasets"],
			"related": [["scenarios", 0, "decision_impact"], ["scenarios", 0, "subject"]],
			"args": {},
		}],
	},
	"education without personal data": {
		"proposal": _project({"sector_gb4754": "P83"}),
		"guards": [{
			"flag": "pi", "code": "people_without_personal_data",
			"path": ["data", "datasets"],
			"related": [["project", "sector_gb4754"]],
			"args": {},
		}],
	},
	"pictures, and a short reason": {
		"proposal": _dataset({"id": "D1", "modalities": ["tabular", "image"], "pi": {"contains": false, "exclusion_zh": "仅拍摄叶片果实和诱虫板并已全部核对过"}}),
		"guards": [{
			"flag": "pi", "code": "media_without_exclusion",
			"path": ["data", "datasets", 0, "pi", "contains"],
			"related": [["data", "datasets", 0, "modalities"], ["data", "datasets", 0, "pi", "exclusion_zh"]],
			"args": {"dataset": "D1"},
		}],
	},
	"sound, and nothing said": {
		"proposal": _dataset({"modalities": ["audio"]}),
		"guards": [{
			"flag": "pi", "code": "media_without_exclusion",
			"path": ["data", "datasets", 0, "pi", "contains"],
			"related": [["data", "datasets", 0, "modalities"], ["data", "datasets", 0, "pi", "exclusion_zh"]],
			"args": {"dataset": 1},
		}],
	},
	"live during a research project": {
		"proposal": _facility({
			"project": {"stage": "research", "trl": {"target": 7}, "start": "2026-11-01", "end": "2028-04-30"},
			"plan": {"milestones": [{"kind": "normal", "due": "2027-01-01"}, {"id": "N4", "kind": "go_live", "due": "2028-04-30"}]},
		}),
		"guards": [{
			"flag": "deploy", "code": "going_live_unsaid",
			"path": ["project", "stage"],
			"related": [["project", "trl", "target"], ["plan", "milestones", 1, "due"]],
			"args": {"trl": 7, "milestone": "N4"},
		}],
	},
	"live, with neither stage nor dates": {
		"proposal": _facility({"project": {"trl": {"target": 9}}, "plan": {"milestones": [{"kind": "go_live"}]}}),
		"guards": [{
			"flag": "deploy", "code": "going_live_unsaid",
			"path": ["project", "stage"],
			"related": [["project", "trl", "target"], ["plan", "milestones", 0, "due"]],
			"args": {"trl": 9, "milestone": 1},
		}],
	},
	"fewer people, none declared": {
		"proposal": _facility({
			"applicant": {"employees": 199},
			"kpis": [{"name_zh": "人效", "category": "productivity", "direction": "up"}],
			"employment": {"assessment": {"scope_headcount": 0}},
		}),
		"guards": [{
			"flag": "work", "code": "labour_saving_without_assessment",
			"path": ["employment", "assessment", "scope_headcount"],
			"related": [["kpis", 0]],
			"args": {"sign": "人效"},
		}],
	},
	"fewer people in a large consortium": {
		"proposal": _facility({
			"applicant": {"employees": 150},
			"partners": [{"employees": 50}],
			"project": {"summary_zh": "减少420人"},
		}),
		"guards": [
			{
				"flag": "work", "code": "labour_saving_without_assessment",
				"path": ["employment", "assessment", "scope_headcount"],
				"related": [["project", "summary_zh"]],
				"args": {"sign": "减少420人"},
			},
			{
				"flag": "work_big", "code": "undeclared_presumed_large",
				"path": ["employment", "assessment", "scope_headcount"],
				"related": [["applicant", "employees"]],
				"args": {"staff": 200},
			},
		],
	},
	"fewer people in a staff of unknown size": {
		"proposal": _project({"summary_zh": "减少420人"}),
		"guards": [
			{
				"flag": "work", "code": "labour_saving_without_assessment",
				"path": ["employment", "assessment", "scope_headcount"],
				"related": [["project", "summary_zh"]],
				"args": {"sign": "减少420人"},
			},
			{
				"flag": "work_big", "code": "undeclared_presumed_large",
				"path": ["employment", "assessment", "scope_headcount"],
				"related": [["applicant", "employees"]],
				"args": {"staff": 0},
			},
		],
	},
	"posts listed, nobody in scope": {
		"proposal": _facility({"employment": {"assessment": {"scope_headcount": 0}, "occupations": [{"headcount": 3}, {"headcount": 1}]}}),
		"guards": [{
			"flag": "work", "code": "posts_listed_not_counted",
			"path": ["employment", "assessment", "scope_headcount"],
			"related": [["employment", "occupations"]],
			"args": {"people": 4},
		}],
	},
	"health in the title": {
		"proposal": _facility({"project": {"sector_gb4754": "I65", "title_zh": "胸部影像辅助诊断"}, "data": {"datasets": [{"pi": {"contains": true}}]}}),
		"guards": [{
			"flag": "health", "code": "health_in_words",
			"path": ["project", "sector_gb4754"],
			"related": [["project", "title_zh"]],
			"args": {"words": "诊断"},
		}],
	},
	"health in the summary": {
		"proposal": _facility({"project": {"summary_zh": "面向慢病筛查"}, "data": {"datasets": [{"pi": {"contains": true}}]}}),
		"guards": [{
			"flag": "health", "code": "health_in_words",
			"path": ["project", "sector_gb4754"],
			"related": [["project", "summary_zh"]],
			"args": {"words": "筛查"},
		}],
	},
	"elder care in the title": {
		"proposal": _project({"sector_gb4754": "I65", "title_zh": "社区养老助手"}),
		"guards": [
			{
				"flag": "elder", "code": "elder_in_words",
				"path": ["project", "sector_gb4754"],
				"related": [["project", "title_zh"]],
				"args": {"words": "养老"},
			},
			{
				"flag": "vuln", "code": "group_unnamed",
				"path": ["scenarios"],
				"related": [["project", "title_zh"]],
				"args": {"group": {"term": "group_elderly"}},
			},
		],
	},
	"education in the English title": {
		"proposal": _facility({"project": {"sector_gb4754": "I65", "title_en": "A classroom helper"}, "data": {"datasets": [{"pi": {"contains": true}}]}}),
		"guards": [{
			"flag": "edu", "code": "education_in_words",
			"path": ["project", "sector_gb4754"],
			"related": [["project", "title_en"]],
			"args": {"words": "classroom"},
		}],
	},
	"a price and no cash flow": {
		"proposal": _facility({"applicant": {"org_type": "university"}, "inclusion": {"threshold": {"price_model": "paid"}}}),
		"guards": [{
			"flag": "commercial", "code": "paid_without_cashflow",
			"path": ["finance", "cashflow"],
			"related": [["inclusion", "threshold", "price_model"]],
			"args": {},
		}],
	},
})

test_guards[name] if {
	some name, tc in _guarded
	got := flags.guards with input.proposal as tc.proposal
	got == {guard | some guard in tc.guards}
}

test_a_guard_turns_its_flag_on_and_says_why[name] if {
	some name, tc in _guarded
	every guard in tc.guards {
		flags[guard.flag] with input.proposal as tc.proposal
		guard.path in flags.because[guard.flag] with input.proposal as tc.proposal
	}
}

# Each case comes close to a contradiction and is none.
_unguarded := {
	"an application with neither": _project({"type": "application"}),
	"an application with an empty list of models": _facility({"project": {"type": "application"}, "models": []}),
	"a facility": _facility({}),
	"nothing": {},
	"an application with its data": _facility({"project": {"type": "application"}, "models": [{"origin": "fine_tuned"}], "data": {"datasets": [{"id": "D1"}]}}),
	"declared public": _scenario({"public_facing": true, "name_zh": "小程序", "users_annual": 900000}),
	"a model that says nothing of generating": _model({"output_modalities": ["text"]}),
	"the sector says health already": _facility({"project": {"sector_gb4754": "Q84", "title_zh": "辅助诊断"}, "data": {"datasets": [{"pi": {"contains": true}}]}}),
	"the users say elder care already": _facility({"project": {"title_zh": "养老"}, "scenarios": [{"target_groups": ["elderly"]}], "data": {"datasets": [{"pi": {"contains": true}}]}}),
	"the sector says education already": _facility({"project": {"sector_gb4754": "P83", "title_zh": "课堂"}, "data": {"datasets": [{"pi": {"contains": true}}]}}),
	"pictures, and a reason of twenty characters": _dataset({"modalities": ["video"], "pi": {"contains": false, "exclusion_zh": "仅拍摄叶片果实和诱虫板并已全部核对过两遍"}}),
	"pictures of people, as declared": _dataset({"modalities": ["image"], "pi": {"contains": true}}),
	"live before the project begins": _facility({
		"project": {"stage": "research", "trl": {"target": 8}, "start": "2026-11-01", "end": "2028-04-30"},
		"plan": {"milestones": [{"kind": "go_live", "due": "2026-10-31"}]},
	}),
	"live after the project": _facility({
		"project": {"stage": "research", "trl": {"target": 8}, "start": "2026-11-01", "end": "2028-04-30"},
		"plan": {"milestones": [{"kind": "go_live", "due": "2028-05-01"}]},
	}),
	"live at a low readiness": _facility({
		"project": {"stage": "prototype", "trl": {"target": 6}, "start": "2026-11-01", "end": "2028-04-30"},
		"plan": {"milestones": [{"kind": "go_live", "due": "2027-05-01"}]},
	}),
	"live in a pilot": _facility({"project": {"stage": "pilot", "trl": {"target": 8}}, "plan": {"milestones": [{"kind": "go_live", "due": "2027-05-01"}]}}),
	"posts counted": _post({"headcount": 3}),
	"a price and a cash flow": _facility({"inclusion": {"threshold": {"price_model": "paid"}}, "finance": {"cashflow": [{"year": 2027, "income_cny_wan": 3}]}}),
}

test_no_guards[name] if {
	some name, proposal in _unguarded
	flags.guards == set() with input.proposal as proposal
}

# Data about people may be anonymous, if a document that can prove something says so.
_anonymous(dataset, more) := object.union_n([
	_scenario({"subject": "natural_person"}),
	{
		"data": {"datasets": [object.union({"pi": {"contains": false, "deidentified": "anonymised"}}, dataset)]},
		"meta": {"submitted_on": "2026-10-15"},
		"evidence": [{"id": "EV-01", "kind": "report", "issuer": "检测机构", "issued_on": "2026-09-01", "sha256": "0a"}],
	},
	more,
])

test_anonymous_data[name] if {
	some name, tc in {
		"by their datasheet": {"proposal": _anonymous({"docs": {"datasheet": "EV-01"}}, {}), "pi": false},
		"by the impact assessment": {"proposal": _anonymous({}, {"safety": {"privacy": {"pipia_evidence": "EV-01"}}}), "pi": false},
		"by a document that is not there": {"proposal": _anonymous({"docs": {"datasheet": "EV-02"}}, {}), "pi": true},
		"by nothing": {"proposal": _anonymous({}, {}), "pi": true},
		"only pseudonymised, and assessed": {"proposal": _anonymous({"pi": {"deidentified": "pseudonymised"}}, {"safety": {"privacy": {"pipia_evidence": "EV-01"}}}), "pi": true},
		"only pseudonymised": {"proposal": _anonymous({"pi": {"deidentified": "pseudonymised"}, "docs": {"datasheet": "EV-01"}}, {}), "pi": true},
	}
	flags.pi == tc.pi with input.proposal as tc.proposal
}

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
