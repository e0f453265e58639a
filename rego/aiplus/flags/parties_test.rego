package aiplus.flags_test

import data.aiplus.flags

# Flags about parties, groups, computing and openness: more rows of the tables in flags_test.rego.

_bare := {"project": {"type": "dataset"}}

_team_of(partners) := {"partners": partners}

_small_firm := {"size": "small", "employees": 12, "revenue_cny_wan": 420, "sector_gb4754": "A01"}

_consortium(own, theirs) := {
	"applicant": own,
	"partners": [theirs],
	"finance": {"total_cny_wan": 100},
}

_turned_on_by_parties := {
	"a recommender": {"flag": "recsys", "proposal": _model({"recommender": true}), "because": {["models", 0, "recommender"]}},
	"an autonomous scenario": {"flag": "agent", "proposal": _scenario({"autonomy_level": 3}), "because": {["scenarios", 0, "autonomy_level"]}},
	"a model that acts": {"flag": "agent", "proposal": _model({"output_modalities": ["score", "action"]}), "because": {["models", 0, "output_modalities"]}},
	"a planned transfer": {
		"flag": "xborder", "proposal": _dataset({"cross_border": {"planned": true}}),
		"because": {["data", "datasets", 0, "cross_border", "planned"]},
	},
	"minors": {"flag": "vuln", "proposal": _scenario({"target_groups": ["general", "minors"]}), "because": {["scenarios", 0, "target_groups", 1]}},
	"patients of an open service": {
		"flag": "vuln", "proposal": _scenario({"target_groups": ["patients"], "public_facing": true}),
		"because": {["scenarios", 0, "target_groups", 0]},
	},
	"a claim of being native": {"flag": "ai_native", "proposal": _facility({"innovation": {"ai_native": {"claimed": true}}}), "because": {["innovation", "ai_native", "claimed"]}},
	"a terminal project": {"flag": "terminal", "proposal": _project({"type": "smart_terminal"}), "because": {["project", "type"]}},
	"a terminal listed": {"flag": "terminal", "proposal": _facility({"innovation": {"terminals": [{"name_zh": "测报灯"}]}}), "because": {["innovation", "terminals"]}},
	"consumption": {"flag": "consumer", "proposal": _project({"ai_plus_domain": "consumption"}), "because": {["project", "ai_plus_domain"]}},
	"a facility described": {"flag": "facility", "proposal": object.union(_bare, {"compute": {"facility": {"racks": 10}}}), "because": {["compute", "facility"]}},
	"a facility is much computing": {"flag": "compute", "proposal": _facility({}), "because": {["project", "type"]}},
	"many hours": {
		"flag": "compute", "proposal": object.union(_bare, {"compute": {"need": {"train_gpu_hours": 50000}}}),
		"because": {["compute", "need", "train_gpu_hours"]},
	},
	"a megawatt": {
		"flag": "compute", "proposal": object.union(_bare, {"compute": {"facility": {"it_power_mw": 1}}}),
		"because": {["compute", "facility"], ["compute", "facility", "it_power_mw"]},
	},
	"much bought": {
		"flag": "compute",
		"proposal": object.union(_bare, {"finance": {"items": [{"category": "data", "amount": 1}, {"category": "compute", "amount": 500}]}}),
		"because": {["finance", "items", 1, "amount"]},
	},
	"governance": {"flag": "govuse", "proposal": _project({"ai_plus_domain": "governance"}), "because": {["project", "ai_plus_domain"]}},
	"an authority for people": {
		"flag": "govuse", "proposal": object.union(_scenario({"subject": "natural_person"}), {"applicant": {"org_type": "government"}}),
		"because": {["applicant", "org_type"]},
	},
	"an authority for the public": {
		"flag": "govuse", "proposal": object.union(_scenario({"public_facing": true}), {"applicant": {"org_type": "government"}}),
		"because": {["applicant", "org_type"]},
	},
	"a state-owned applicant": {"flag": "govsoe", "proposal": _facility({"applicant": {"org_type": "soe"}}), "because": {["applicant", "org_type"]}},
	"a public partner": {
		"flag": "govsoe", "proposal": _facility(_team_of([{"org_type": "private"}, {"org_type": "public_institution"}])),
		"because": {["partners", 1, "org_type"]},
	},
	"a base for pilots": {"flag": "pilotbase", "proposal": _project({"type": "pilot_base"}), "because": {["project", "type"]}},
	"partly open": {"flag": "open", "proposal": _facility({"opensource": {"strategy": "partial"}}), "because": {["opensource", "strategy"]}},
	"weights": {
		"flag": "openw", "proposal": _facility({"opensource": {"strategy": "open", "artifacts": [{"type": "code"}, {"type": "weights"}]}}),
		"because": {["opensource", "artifacts", 1, "type"]},
	},
	"a small firm": {"flag": "micro", "proposal": _facility({"applicant": _small_firm}), "because": {["applicant", "size"]}},
	"a small society": {
		"flag": "micro", "proposal": _facility({"applicant": {"size": "na", "employees": 49}}),
		"because": {["applicant", "size"]},
	},
	"a small firm with a small partner that has more": {
		"flag": "micro",
		"proposal": _facility(_consortium(_small_firm, object.union(_small_firm, {"budget_cny_wan": 60}))),
		"because": {["applicant", "size"]},
	},
	"a small firm with a large partner that has less": {
		"flag": "micro",
		"proposal": _facility(_consortium(_small_firm, {"size": "large", "employees": 9000, "budget_cny_wan": 40})),
		"because": {["applicant", "size"]},
	},
	"a claim of cooperation": {
		"flag": "intl", "proposal": _facility({"governance": {"international": {"claims": true}}}),
		"because": {["governance", "international", "claims"]},
	},
	"users tested": {
		"flag": "human_research", "proposal": _facility({"inclusion": {"accessibility": {"user_tests_n": 24}}}),
		"because": {["inclusion", "accessibility", "user_tests_n"]},
	},
	"basic research on people": {
		"flag": "human_research",
		"proposal": object.union(_scenario({"subject": "natural_person"}), {"innovation": {"basic_research": {"questions_zh": ["认知"]}}}),
		"because": {["innovation", "basic_research"]},
	},
	"a secured source": {
		"flag": "secured", "proposal": _facility({"finance": {"sources": [{"status": "planned"}, {"status": "secured"}]}}),
		"because": {["finance", "sources", 1, "status"]},
	},
}

_left_off_by_parties := {
	"no recommender": {"flag": "recsys", "proposal": _model({"recommender": false})},
	"a tool": {"flag": "agent", "proposal": object.union(_scenario({"autonomy_level": 2}), {"models": [{"output_modalities": ["score"]}]})},
	"no transfer": {"flag": "xborder", "proposal": _dataset({"cross_border": {"planned": false}})},
	"a foreign service without data about people": {
		"flag": "xborder",
		"proposal": _model({"origin": "third_party_api", "base_model": {"country": "US"}}),
	},
	"patients behind doors": {"flag": "vuln", "proposal": _scenario({"target_groups": ["patients", "general"]})},
	"no claim of being native": {"flag": "ai_native", "proposal": _facility({"innovation": {"ai_native": {"claimed": false}}})},
	"an empty list of terminals": {"flag": "terminal", "proposal": _facility({"innovation": {"terminals": []}})},
	"another domain than consumption": {"flag": "consumer", "proposal": _project({"ai_plus_domain": "industry"})},
	"an empty facility": {"flag": "facility", "proposal": object.union(_bare, {"compute": {"facility": {}}})},
	"little computing": {
		"flag": "compute",
		"proposal": object.union(_bare, {
			"compute": {"need": {"train_gpu_hours": 49999}},
			"finance": {"items": [{"category": "compute", "amount": 499.99}]},
		}),
	},
	"an authority's own machines": {
		"flag": "govuse",
		"proposal": object.union(_scenario({"subject": "equipment", "public_facing": false}), {"applicant": {"org_type": "government"}}),
	},
	"private parties": {"flag": "govsoe", "proposal": _facility({"applicant": {"org_type": "private"}, "partners": [{"org_type": "university"}]})},
	"a platform": {"flag": "pilotbase", "proposal": _project({"type": "common_platform", "title_zh": "共性技术平台"})},
	"closed": {"flag": "open", "proposal": _facility({"opensource": {"strategy": "closed"}})},
	"weights of a closed project": {"flag": "openw", "proposal": _facility({"opensource": {"strategy": "closed", "artifacts": [{"type": "weights"}]}})},
	"open without weights": {"flag": "openw", "proposal": _facility({"opensource": {"strategy": "open", "artifacts": [{"type": "code"}]}})},
	"a medium firm": {"flag": "micro", "proposal": _facility({"applicant": object.union(_small_firm, {"size": "medium"})})},
	"a small firm that shows no staff": {"flag": "micro", "proposal": _facility({"applicant": {"size": "small"}})},
	"a society of fifty": {"flag": "micro", "proposal": _facility({"applicant": {"size": "na", "employees": 50}})},
	"a shell of a large partner": {
		"flag": "micro",
		"proposal": _facility(_consortium(_small_firm, {"size": "large", "employees": 9000, "budget_cny_wan": 60})),
	},
	"a partner that understates itself": {
		"flag": "micro",
		"proposal": _facility(_consortium(
			_small_firm,
			{"size": "small", "employees": 9000, "revenue_cny_wan": 90000, "sector_gb4754": "C36", "budget_cny_wan": 60},
		)),
	},
	"no cooperation": {"flag": "intl", "proposal": _facility({"governance": {"international": {"claims": false, "partners": [{"country": "CN"}]}}})},
	"nobody tested": {
		"flag": "human_research",
		"proposal": object.union(_scenario({"subject": "natural_person"}), {"inclusion": {"accessibility": {"user_tests_n": 0}}}),
	},
	"nothing secured": {"flag": "secured", "proposal": _facility({"finance": {"sources": [{"status": "committed"}]}})},
}

_guarded_parties := {
	"a foreign service and data about people": {
		"proposal": object.union(_bare, {
			"models": [{"origin": "third_party_api", "base_model": {"country": "US"}}],
			"data": {"datasets": [{"pi": {"contains": true}}]},
		}),
		"guards": [{
			"flag": "xborder", "code": "border_crossed_unsaid",
			"path": ["data", "datasets"],
			"related": [["models", 0, "base_model", "country"]],
			"args": {"country": "US"},
		}],
	},
	"pupils among the general public": {
		"proposal": object.union(_bare, {
			"data": {"datasets": [{"pi": {"contains": true, "minors": true}}]},
			"scenarios": [{"target_groups": ["general"]}],
		}),
		"guards": [{
			"flag": "vuln", "code": "group_unnamed",
			"path": ["scenarios"],
			"related": [["data", "datasets", 0, "pi", "minors"]],
			"args": {"group": {"term": "group_minors"}},
		}],
	},
	"a pilot base in the title": {
		"proposal": object.union(_bare, {"project": {"title_zh": "装备中试基地"}}),
		"guards": [{
			"flag": "pilotbase", "code": "pilot_base_in_words",
			"path": ["project", "type"],
			"related": [["project", "title_zh"]],
			"args": {},
		}],
	},
	"partners abroad": {
		"proposal": _facility({"governance": {"international": {"partners": [{"country": "CN"}, {"country": "SG"}]}}}),
		"guards": [{
			"flag": "intl", "code": "partners_abroad_unclaimed",
			"path": ["governance", "international", "claims"],
			"related": [["governance", "international", "partners", 1, "country"]],
			"args": {"country": "SG"},
		}],
	},
}

# The one guard that turns its flag off: a size that the figures contradict.
test_an_understated_size_is_no_relief[size] if {
	some size in ["micro", "small"]
	proposal := _facility({"applicant": {"size": size, "employees": 1800, "revenue_cny_wan": 90000, "sector_gb4754": "C36"}})
	flags.micro == false with input.proposal as proposal
	guards := flags.guards with input.proposal as proposal
	guards == {{
		"flag": "micro", "code": "size_understated",
		"path": ["applicant", "size"],
		"related": [["applicant", "employees"], ["applicant", "revenue_cny_wan"], ["applicant", "sector_gb4754"]],
		"args": {"stated": {"term": concat("_", ["size", size])}, "reached": {"term": "size_large"}},
	}}
}
