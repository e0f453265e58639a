# What the package says at its edges: a case of its tests and one edit to it. The answers were recorded from the rules, so
# that a change of any of them is seen; the cases that say what is right stand in the other tests.
package aiplus.flags_models_edges_test

import data.aiplus.flags as this
import data.lib.edits_test as edits

_bases := {
	"34": {"proposal": {"models": [{"generative": false, "output_modalities": ["text", "code", "image"], "params_b": 7}], "project": {"type": "compute_facility"}}},
}

_said(document) := said if {
	said := {name: value | some name in ["agent", "ai_native", "all", "annot", "because", "commercial", "compute", "consumer", "data_bearing", "deploy", "edu", "elder", "exit_big", "facility", "fiscal", "genai", "govsoe", "govuse", "guards", "health", "human_research", "impdata", "industry", "intl", "large", "live", "micro", "model", "multi", "open", "openw", "people", "pi", "pilotbase", "platform", "public", "recsys", "research", "secured", "terminal", "train", "vuln", "work", "work_big", "xborder"]; value := this[name]} with input as document
}

_changed := {
	"34 models 0 output_modalities: [\"code\", \"image\"]": {"base": "34", "path": ["proposal", "models", 0, "output_modalities"], "value": ["code", "image"], "says": {"agent": false, "ai_native": false, "all": true, "annot": false, "because": {"agent": set(), "ai_native": set(), "all": {[]}, "annot": set(), "commercial": set(), "compute": {["project", "type"]}, "consumer": set(), "data_bearing": set(), "deploy": set(), "edu": set(), "elder": set(), "exit_big": set(), "facility": {["project", "type"]}, "fiscal": set(), "genai": {["models", 0, "generative"], ["models", 0, "output_modalities"]}, "govsoe": set(), "govuse": set(), "health": set(), "human_research": set(), "impdata": set(), "industry": set(), "intl": set(), "large": set(), "live": set(), "micro": set(), "model": {["models"]}, "multi": set(), "open": set(), "openw": set(), "people": set(), "pi": set(), "pilotbase": set(), "platform": set(), "public": set(), "recsys": set(), "research": set(), "secured": set(), "terminal": set(), "train": set(), "vuln": set(), "work": set(), "work_big": set(), "xborder": set()}, "commercial": false, "compute": true, "consumer": false, "data_bearing": false, "deploy": false, "edu": false, "elder": false, "exit_big": false, "facility": true, "fiscal": false, "genai": true, "govsoe": false, "govuse": false, "guards": {{"args": {"outputs": [{"term": "modality_image"}]}, "code": "generative_denied", "flag": "genai", "path": ["models", 0, "generative"], "related": [["models", 0, "output_modalities"]]}}, "health": false, "human_research": false, "impdata": false, "industry": false, "intl": false, "large": false, "live": false, "micro": false, "model": true, "multi": false, "open": false, "openw": false, "people": false, "pi": false, "pilotbase": false, "platform": false, "public": false, "recsys": false, "research": false, "secured": false, "terminal": false, "train": false, "vuln": false, "work": false, "work_big": false, "xborder": false}},
}

test_with_a_change[name] if {
	some name, tc in _changed
	_said(edits.put(_bases[tc.base], tc.path, tc.value)) == tc.says
}
