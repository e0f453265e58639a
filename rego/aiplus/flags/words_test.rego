package aiplus.flags_test

# More rows of the tables in flags_test.rego and guards_test.rego: every word of a list turns its flag on by itself, and one
# of several scenarios or datasets is enough, or is not.

_firm_with(partner) := {"applicant": _small_firm, "partners": [partner]}

_charging(org_type, price_model) := _facility({
	"applicant": {"org_type": org_type},
	"inclusion": {"threshold": {"price_model": price_model}},
	"finance": {"cashflow": [{"year": 2027, "income_cny_wan": 0}]},
})

_unknown_origin(purpose) := object.union(_model({"id": "M1"}), {"data": {"datasets": [{"purpose": [purpose]}]}})

_person := {"subject": "natural_person"}

_machine := {"subject": "equipment", "public_facing": false}

_turned_on_by_words := object.union_n([
	{sprintf("data of a %s", [type]): {"flag": "data_bearing", "proposal": _project({"type": type}), "because": {["project", "type"]}} |
		some type in ["foundation_model", "dataset", "application", "governance_service"]
	},
	{sprintf("a model of unknown origin and data to %s", [purpose]): {"flag": "train", "proposal": _unknown_origin(purpose), "because": {["data", "datasets", 0, "purpose"]}} |
		some purpose in ["pretrain", "finetune", "rl"]
	},
	{sprintf("data %s, rights with nobody", [source]): {"flag": "multi", "proposal": _dataset({"source": source}), "because": {["data", "datasets", 0, "source"]}} |
		some source in ["agreement", "public_authorised"]
	},
	{sprintf("a model that puts out %s", [modality]): {"flag": "genai", "proposal": _model({"output_modalities": [modality]}), "because": {["models", 0, "output_modalities"]}} |
		some modality in ["text", "image", "audio", "video", "code"]
	},
	{sprintf("a company with the price model %s", [price]): {"flag": "commercial", "proposal": _charging("private", price), "because": {["inclusion", "threshold", "price_model"]}} |
		some price in ["paid", "freemium"]
	},
	{sprintf("%s need protection", [group]): {"flag": "vuln", "proposal": _scenario({"target_groups": [group]}), "because": {["scenarios", 0, "target_groups", 0]}} |
		some group in ["minors", "elderly", "disabled", "emotional_companionship"]
	},
	{sprintf("the stage %s", [stage]): {"flag": "deploy", "proposal": _project({"stage": stage}), "because": {["project", "stage"]}} |
		some stage in ["pilot", "deployment", "scaling"]
	},
	{
		"an authority that serves people beside its machines": {
			"flag": "govuse",
			"proposal": _facility({"applicant": {"org_type": "government"}, "scenarios": [_machine, _person]}),
			"because": {["applicant", "org_type"]},
		},
		"a facility of less than a megawatt, for being one": {
			"flag": "compute",
			"proposal": object.union(_bare, {"compute": {"facility": {"it_power_mw": 0.99}}}),
			"because": {["compute", "facility"]},
		},
		"half of very little": {
			"flag": "fiscal",
			"proposal": _facility({"finance": {"total_cny_wan": 1, "sources": [{"kind": "local_fiscal", "amount": 0.5}]}}),
			"because": {["finance", "sources", 0, "amount"]},
		},
		"a small firm with a large partner that has as much": {
			"flag": "micro",
			"proposal": _facility(_consortium(_small_firm, {"size": "large", "employees": 9000, "budget_cny_wan": 50})),
			"because": {["applicant", "size"]},
		},
		"a small firm with a large partner that has nothing, of a total left out": {
			"flag": "micro",
			"proposal": _facility(_firm_with({"size": "large", "employees": 9000, "budget_cny_wan": 0})),
			"because": {["applicant", "size"]},
		},
		"basic research on people beside machines": {
			"flag": "human_research",
			"proposal": _facility({"scenarios": [_machine, _person], "innovation": {"basic_research": {"questions_zh": ["认知"]}}}),
			"because": {["innovation", "basic_research"]},
		},
	},
])

_left_off_by_words := object.union_n([
	{sprintf("a %s that charges", [org_type]): {"flag": "commercial", "proposal": _charging(org_type, "freemium")} |
		some org_type in ["public_institution", "university", "research_institute", "government", "social_org"]
	},
	{
		"posts that are helped, exposure left out": {"flag": "work_big", "proposal": _post({"headcount": 500, "effect": "augment"})},
		"posts of low exposure, effect left out": {"flag": "work_big", "proposal": _post({"headcount": 500, "exposure": "g2"})},
		"a shell of a large partner, the total left out": {
			"flag": "micro",
			"proposal": _facility(_firm_with({"size": "large", "employees": 9000, "budget_cny_wan": 0.4})),
		},
		"everybody, in the open": {"flag": "vuln", "proposal": _scenario({"target_groups": ["general"], "public_facing": true})},
		"a section on basic research with nothing in it": {
			"flag": "human_research",
			"proposal": object.union(_scenario(_person), {"innovation": {"basic_research": {}}}),
		},
		"basic research on machines": {
			"flag": "human_research",
			"proposal": object.union(_scenario(_machine), {"innovation": {"basic_research": {"questions_zh": ["疲劳"]}}}),
		},
	},
])

_without_personal_data(related) := {
	"flag": "pi", "code": "people_without_personal_data",
	"path": ["data", "datasets"],
	"related": related,
	"args": {},
}

_guarded_by_words := object.union_n([
	{sprintf("a service for %s without personal data", [group]): {
		"proposal": _scenario({"target_groups": [group]}),
		"guards": [_without_personal_data([["scenarios", 0, "target_groups", 0]])],
	} |
		some group in ["patients", "minors", "elderly", "disabled"]
	},
	{sprintf("%s alone, from a model that says it is not generative", [modality]): {
		"proposal": _model({"generative": false, "output_modalities": [modality]}),
		"guards": [{
			"flag": "genai", "code": "generative_denied",
			"path": ["models", 0, "generative"],
			"related": [["models", 0, "output_modalities"]],
			"args": {"outputs": [{"term": concat("_", ["modality", modality])}]},
		}],
	} |
		some modality in ["text", "image", "audio", "video"]
	},
	{"health without personal data": {
		"proposal": _project({"sector_gb4754": "Q84"}),
		"guards": [_without_personal_data([["project", "sector_gb4754"]])],
	}},
])

_large_figures := {"employees": 1800, "revenue_cny_wan": 90000, "sector_gb4754": "C36"}

_unguarded_by_words := {
	"a medium firm with the figures of a large one asks for no relief": _facility({"applicant": object.union(_large_figures, {"size": "medium"})}),
	"cooperation claimed, with a partner abroad": _facility({"governance": {"international": {"claims": true, "partners": [{"country": "SG"}]}}}),
	"one dataset about people beside one about machines": object.union(
		_scenario(_person),
		{"data": {"datasets": [{"pi": {"contains": false}}, {"pi": {"contains": true}}]}},
	),
	"a service for farmers": _scenario({"target_groups": ["farmers"]}),
	"a pilot base that says so twice": object.union(_bare, {"project": {"type": "pilot_base", "title_zh": "装备中试基地"}}),
}
