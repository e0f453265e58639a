package aiplus.rules.incl_03_test

import data.aiplus.rules.incl_03 as rule

_base := {
	"meta": {"submitted_on": "2026-10-15"},
	"project": {
		"title_zh": "县域医共体胸部影像辅助诊断",
		"summary_zh": "服务9个乡镇卫生院",
		"stage": "pilot",
		"sector_gb4754": "Q84",
		"end": "2028-11-30",
	},
	"inclusion": {
		"health": {
			"intended_use_zh": "辅助医师判读胸部影像，不替代医师出具报告",
			"physician_confirm": true,
			"eval_n": 100,
			"sensitivity_pct": 99.9,
			"specificity_pct": 88.5,
			"eval_evidence": "EV-20",
			"device_class": "II",
		},
		"coverage": {"sites_primary": 9},
	},
	"safety": {"filings": [
		{"kind": "algorithm_filing", "required": false, "status": "none"},
		{"kind": "medical_device", "required": true, "status": "planned", "due": "2028-11-30"},
	]},
	"evidence": [{"id": "EV-20", "kind": "report", "issuer": "省医学影像质控中心", "issued_on": "2026-09-10", "sha256": "20"}],
}

_edited(edit) := object.union(_base, edit)

_with(edit) := _edited({"inclusion": {"health": edit}})

_filed(edit) := _edited({"safety": {"filings": [object.union(_base.safety.filings[1], edit)]}})

_without(path) := json.remove(_base, [path])

# A companion that only teaches, with what it says of itself.
_advice := object.union(
	_with({"device_class": "none", "physician_confirm": false, "intended_use_zh": "健康知识问答，不用于诊断或治疗"}),
	{"project": {"title_zh": "健康知识助手", "summary_zh": "面向城区居民"}, "safety": {"filings": []}},
)

_planned := object.union(_base, {
	"project": {"stage": "research"},
	"plan": {"milestones": [{"id": "N1", "due": "2027-03-31", "kind": "normal", "accept_zh": "完成200例临床评价"}]},
	"finance": {"items": [{"category": "testing", "amount": 3}]},
})

_results := ["inclusion/health/eval_n", "inclusion/health/sensitivity_pct", "inclusion/health/specificity_pct", "inclusion/health/eval_evidence"]

_passing := {
	"evaluated and planned": _base,
	"specificity perfect, sensitivity not": _with({"sensitivity_pct": 99.8, "specificity_pct": 100}),
	"just better than chance": _with({"sensitivity_pct": 50, "specificity_pct": 50.1}),
	"registered": _filed({"status": "obtained", "number": "豫械注准20262210001"}),
	"applied for": json.remove(_filed({"status": "submitted"}), ["safety/filings/0/due"]),
	"due on the day of submission": _filed({"due": "2026-10-15"}),
	"class III": _with({"device_class": "III"}),
	"advice": _advice,
	"advice without primary care": object.union(_advice, {"inclusion": {"coverage": {"sites_primary": 0}}}),
	"research with a plan": json.remove(_planned, _results),
	"research with a first result": object.union(_planned, {"inclusion": {"health": {"eval_n": 30}}}),
	"advice, whatever is said of a registration": object.union(_advice, {"safety": {"filings": [
		{"kind": "medical_device", "status": "planned"},
		{"kind": "medical_device", "status": "obtained"},
		{"kind": "medical_device", "status": "none", "required": false},
		{"kind": "medical_device", "status": "planned", "due": "2028-12-01"},
	]}}),
	"other filings without what a registration has to say": _edited({"safety": {"filings": array.concat(_base.safety.filings, [
		{"kind": "algorithm_filing", "status": "planned"},
		{"kind": "algorithm_filing", "status": "obtained"},
		{"kind": "algorithm_filing", "status": "planned", "due": "2028-12-01"},
	])}}),
	"registered, whatever date was planned": _filed({
		"status": "obtained",
		"number": "豫械注准20262210001",
		"due": "2028-12-01",
	}),
}

test_passes[name] if {
	some name, proposal in _passing
	got := rule.findings with input.proposal as proposal
	got == set()
}

_field(name) := ["inclusion", "health", name]

test_fails_without[path] if {
	some path, want in {
		"inclusion/health/intended_use_zh": _field("intended_use_zh"),
		"inclusion/health/physician_confirm": _field("physician_confirm"),
		"inclusion/health/eval_n": _field("eval_n"),
		"inclusion/health/sensitivity_pct": _field("sensitivity_pct"),
		"inclusion/health/specificity_pct": _field("specificity_pct"),
		"inclusion/health/eval_evidence": _field("eval_evidence"),
		"inclusion/health/device_class": _field("device_class"),
		"inclusion/coverage": ["inclusion", "coverage", "sites_primary"],
		"project/title_zh": ["project", "title_zh"],
		"project/end": ["project", "end"],
		"meta": ["meta", "submitted_on"],
		"safety/filings/1/required": ["safety", "filings", 1, "required"],
		"safety/filings/1/status": ["safety", "filings", 1, "status"],
		"safety/filings/1/due": ["safety", "filings", 1, "due"],
	}
	got := rule.findings with input.proposal as _without(path)
	got == {{"code": "missing", "path": want, "args": {}}}
}

test_fails_without_number if {
	got := rule.findings with input.proposal as _filed({"status": "obtained"})
	got == {{"code": "missing", "path": ["safety", "filings", 0, "number"], "args": {}}}
}

test_fails_without_summary if {
	proposal := json.remove(object.union(_advice, {"inclusion": {"coverage": {"sites_primary": 0}}}), ["project/summary_zh"])
	got := rule.findings with input.proposal as proposal
	got == {{"code": "missing", "path": ["project", "summary_zh"], "args": {}}}
}

test_fails_without_anything if {
	got := rule.findings with input.proposal as {}
	{finding.code | some finding in got} == {"missing"}
	count(got) == 9
}

_title := ["project", "title_zh"]

_due := ["safety", "filings", 0, "due"]

_failing := {
	"99 cases": {
		"proposal": _with({"eval_n": 99}),
		"want": {["sample_small", _field("eval_n"), [], {"cases": 99, "min": 100}]},
	},
	"no cases": {
		"proposal": _with({"eval_n": 0}),
		"want": {["sample_small", _field("eval_n"), [], {"cases": 0, "min": 100}]},
	},
	"better than experts": {
		"proposal": _with({"specificity_pct": 99.9}),
		"want": {[
			"too_good", _field("sensitivity_pct"), [_field("eval_n"), _field("specificity_pct")],
			{"sensitivity": 99.9, "specificity": 99.9},
		]},
	},
	"a coin": {
		"proposal": _with({"sensitivity_pct": 33.3, "specificity_pct": 66.7}),
		"want": {["no_better_than_chance", _field("sensitivity_pct"), [_field("specificity_pct")], {"sensitivity": 33.3, "specificity": 66.7}]},
	},
	"a report that is not listed": {
		"proposal": _without("evidence"),
		"want": {["eval_weak", _field("eval_evidence"), [["evidence"]], {"evidence": "EV-20", "flaw": {"term": "evidence_unknown"}}]},
	},
	"diagnosis without a physician": {
		"proposal": _with({"physician_confirm": false}),
		"want": {["not_confirmed", _field("physician_confirm"), [_field("intended_use_zh"), _title], {"words": "判读"}]},
	},
	"diagnosis that is no device": {
		"proposal": _with({"device_class": "none"}),
		"want": {[
			"class_too_low", _field("device_class"), [_field("intended_use_zh"), _title],
			{"words": "判读", "class": {"term": "device_class_none"}},
		]},
	},
	"diagnosis of class I, said in the title only": {
		"proposal": _with({"device_class": "I", "intended_use_zh": "健康知识问答"}),
		"want": {[
			"class_too_low", _field("device_class"), [_title],
			{"words": "诊断", "class": {"term": "device_class_i"}},
		]},
	},
	"no registration": {
		"proposal": _edited({"safety": {"filings": []}}),
		"want": {["registration_absent", ["safety", "filings"], [_field("device_class")], {"class": {"term": "device_class_ii"}}]},
	},
	"registration not required": {
		"proposal": _filed({"required": false}),
		"want": {[
			"registration_denied", ["safety", "filings", 0, "required"], [_field("device_class")],
			{"class": {"term": "device_class_ii"}},
		]},
	},
	"registration left for later": {
		"proposal": _filed({"status": "none"}),
		"want": {[
			"registration_unplanned", ["safety", "filings", 0, "status"], [_field("device_class")],
			{"class": {"term": "device_class_ii"}},
		]},
	},
	"registration after the project": {
		"proposal": _filed({"due": "2028-12-01"}),
		"want": {["registration_late", _due, [["project", "end"]], {"date": "2028-12-01", "limit": "2028-11-30"}]},
	},
	"registration that should be done": {
		"proposal": _filed({"due": "2026-10-14"}),
		"want": {["registration_overdue", _due, [["meta", "submitted_on"]], {"date": "2026-10-14", "limit": "2026-10-15"}]},
	},
	"primary care without a site": {
		"proposal": _edited({"inclusion": {"coverage": {"sites_primary": 0}}}),
		"want": {[
			"primary_care_only_said", ["inclusion", "coverage", "sites_primary"], [["project", "summary_zh"], _title],
			{"words": "乡镇"},
		]},
	},
	"diagnosis without a physician, said in the title only": {
		"proposal": _with({"physician_confirm": false, "intended_use_zh": "健康知识问答"}),
		"want": {["not_confirmed", _field("physician_confirm"), [_title], {"words": "诊断"}]},
	},
	"no registration of class III": {
		"proposal": _edited({"safety": {"filings": []}, "inclusion": {"health": {"device_class": "III"}}}),
		"want": {["registration_absent", ["safety", "filings"], [_field("device_class")], {"class": {"term": "device_class_iii"}}]},
	},
	"primary care without a site, said in the summary only": {
		"proposal": _edited({"project": {"title_zh": "胸部影像辅助诊断"}, "inclusion": {"coverage": {"sites_primary": 0}}}),
		"want": {[
			"primary_care_only_said", ["inclusion", "coverage", "sites_primary"], [["project", "summary_zh"]],
			{"words": "乡镇"},
		]},
	},
}

test_fails[name] if {
	some name, tc in _failing
	found := rule.findings with input.proposal as tc.proposal
	got := {[f.code, f.path, sort(object.get(f, "related", [])), f.args] | some f in found}
	got == {[code, path, sort(related), args] | some [code, path, related, args] in tc.want}
}

test_applies if {
	rule.applies with input.proposal as _base
}

test_does_not_apply if {
	not rule.applies with input.proposal as {"project": {"sector_gb4754": "C36"}}
}
