package aiplus.flags_test

import data.aiplus.flags

# Where a proposal says one thing and shows another.

# Each guard: what it says, and that its flag is on.
_guarded := object.union_n([_guarded_parties, _guarded_by_words, {
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
		"proposal": _dataset({"id": "D1", "modalities": ["tabular", "image"], "pi": {"contains": false, "exclusion_zh": "仅拍摄叶片果实和诱虫板并已全部核对过了"}}),
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
}])

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
_unguarded := object.union(_unguarded_by_words, {
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
})

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
		"one dataset of two by its datasheet": {
			"proposal": _anonymous({}, {"data": {"datasets": [{"pi": {"contains": false}}, {"pi": {"deidentified": "anonymised"}, "docs": {"datasheet": "EV-01"}}]}}),
			"pi": false,
		},
		"one dataset of two by the impact assessment": {
			"proposal": _anonymous({}, {
				"data": {"datasets": [{"pi": {"contains": false}}, {"pi": {"deidentified": "anonymised"}}]},
				"safety": {"privacy": {"pipia_evidence": "EV-01"}},
			}),
			"pi": false,
		},
		"by nothing": {"proposal": _anonymous({}, {}), "pi": true},
		"only pseudonymised, and assessed": {"proposal": _anonymous({"pi": {"deidentified": "pseudonymised"}}, {"safety": {"privacy": {"pipia_evidence": "EV-01"}}}), "pi": true},
		"only pseudonymised": {"proposal": _anonymous({"pi": {"deidentified": "pseudonymised"}, "docs": {"datasheet": "EV-01"}}, {}), "pi": true},
	}
	flags.pi == tc.pi with input.proposal as tc.proposal
}
