package aiplus.rules.fina_04_test

import data.aiplus.rules.fina_04 as rule

_package(id, lead) := {"id": id, "lead": lead, "start": "2027-01-01", "end": "2027-12-31", "budget_cny_wan": 50}

_mark(id, part, due) := {
	"id": id, "wp_id": part, "due": due, "kind": "normal", "accept_zh": "F1≥90%",
	"kpi_ids": ["K1"],
}

_base := {
	"meta": {"submitted_on": "2026-10-15"},
	"project": {"type": "application", "stage": "pilot", "start": "2027-01-01", "end": "2027-12-31"},
	"applicant": {"name": "某公司"},
	"partners": [{"id": "P1", "name": "某大学"}],
	"kpis": [{"id": "K1"}],
	"data": {"need": {"required_records": 1000}},
	"safety": {"investment": {"budget_cny_wan": 5}},
	"employment": {"training": [{"cost_cny_wan": 1}, {"cost_cny_wan": 2}]},
	"plan": {
		"work_packages": [_package("W1", "applicant"), _package("W2", "P1")],
		"milestones": [_mark("N1", "W1", "2027-04-01"), _mark("N2", "W2", "2027-12-31")],
	},
	"finance": {"items": [
		{"category": "personnel", "amount": 46, "wp_id": "W1"},
		{"category": "data", "amount": 4, "wp_id": "W1"},
		{"category": "safety", "amount": 5, "wp_id": "W2"},
		{"category": "training", "amount": 3, "wp_id": "W2"},
		{"category": "equipment", "amount": 40, "wp_id": "W2"},
		{"category": "indirect", "amount": 2, "wp_id": "W2"},
	]},
}

_plan(changes) := object.union(_base, {"plan": changes})

_first(changes) := _plan({"work_packages": [object.union(_base.plan.work_packages[0], changes), _base.plan.work_packages[1]]})

_marked(changes) := _plan({"milestones": [object.union(_base.plan.milestones[0], changes), _base.plan.milestones[1]]})

_project(changes) := object.union(_base, {"project": changes})

_items(changes) := object.union(_base, {"finance": {"items": [object.union(item, {"amount": object.get(changes, item.category, item.amount)}) |
	some item in array.concat(_base.finance.items, [
		{"category": "opensource", "amount": 0, "wp_id": "W2"},
		{"category": "compute", "amount": 0, "wp_id": "W2"},
	])
]}})

_passing := {
	"two packages": _base,
	"led by name": _first({"lead": "某大学"}),
	"sixty months": _project({"end": "2032-01-01"}),
	"half of the milestones at the end": _marked({"due": "2027-11-24"}),
	"one milestone of two with an indicator": _plan({"milestones": array.concat(
		_base.plan.milestones,
		[object.remove(_mark("N3", "W2", "2027-06-30"), ["kpi_ids"])],
	)}),
	"a community that is paid": object.union(
		_items({"opensource": 1.5, "personnel": 44.5}),
		{"opensource": {"community": {"budget_cny_wan": 1.5}}},
	),
	"a difference of rounding": object.union(_base, {"safety": {"investment": {"budget_cny_wan": 5.01}}}),
	"no training at all": object.union(object.remove(_items({"training": 0, "personnel": 49}), ["employment"]), {"x": {}}),
	"data that a partner brings": object.union(_items({"data": 0, "personnel": 50}), {"finance": {"sources": [{"kind": "partner_in_kind", "amount": 3}]}}),
	"no data needed": object.union(_items({"data": 0, "personnel": 50}), {"data": {"need": {"required_records": 0}}}),
	"computing that is paid": object.union(_items({"compute": 1, "personnel": 45}), {"compute": {"need": {"train_gpu_hours": 9}}}),
	"computing that nobody needs": object.union(_base, {"compute": {"need": {"train_gpu_hours": 0}}}),
	"seventy per cent of equipment": object.union(
		_items({"equipment": 70, "personnel": 16}),
		{"project": {"type": "pilot_base"}, "x": {}},
	),
	"an application with terminals": object.union(
		_items({"equipment": 70, "personnel": 16}),
		{"innovation": {"terminals": [{"name_zh": "雷达"}]}},
	),
	"a facility": object.union(
		_items({"equipment": 84, "personnel": 2}),
		{"project": {"type": "compute_facility"}, "compute": {"need": {"train_gpu_hours": 9}}},
	),
	"thirty per cent of indirect costs": _items({"indirect": 30, "personnel": 18}),
	"a facility that holds no data": object.union(
		object.remove(_items({"data": 0, "equipment": 86, "personnel": 4}), ["data"]),
		{"project": {"type": "compute_facility"}},
	),
	"words about computing that nobody needs": object.union(_base, {"compute": {"need": {"train_gpu_hours": 0, "growth_zh": "不再增长"}}}),
	"an application with a facility of its own": object.union(_items({"equipment": 69, "personnel": 17}), {"compute": {"facility": {"racks": 4}}}),
}

test_passes[name] if {
	some name, proposal in _passing
	got := rule.findings with input.proposal as object.remove(proposal, ["x"])
	got == set()
}

# Every project has work to do.
test_applies_to_everything if rule.applies with input.proposal as {}

test_does_not_apply_where_nothing_does if not rule.applies with data.aiplus.flags.all as false

test_applies if rule.applies with input.proposal as _base

test_fails_without_anything if {
	found := rule.findings with input.proposal as {}
	{[f.code, f.path] | some f in found} == {["missing", path] |
		some path in {
			["plan", "work_packages"], ["plan", "milestones"], ["project", "type"], ["project", "start"],
			["project", "end"], ["finance", "items"], ["safety", "investment", "budget_cny_wan"],
		}
	}
}

_missing := {
	"plan/work_packages/0/lead", "plan/work_packages/0/start", "plan/work_packages/0/end",
	"plan/work_packages/0/budget_cny_wan", "plan/milestones/0/due", "plan/milestones/0/accept_zh", "project/type",
	"project/start", "project/end", "safety/investment/budget_cny_wan", "employment/training/1/cost_cny_wan",
	"finance/items/0/category", "finance/items/0/wp_id",
}

_index(part) := to_number(part) if regex.match(`^[0-9]$`, part)

_index(part) := part if not regex.match(`^[0-9]$`, part)

test_fails_without[path] if {
	some path in _missing
	found := rule.findings with input.proposal as json.remove(_base, [path])
	{[f.code, f.path] | some f in found} == {["missing", [_index(part) | some part in split(path, "/")]]}
}

test_fails_without_community[name] if {
	some name, proposal in {
		"open": object.union(_base, {"opensource": {"strategy": "open"}}),
		"a community without money": object.union(_base, {"opensource": {"community": {"maintainers": 2}}}),
	}
	found := rule.findings with input.proposal as proposal
	{[f.code, f.path] | some f in found} == {["missing", ["opensource", "community", "budget_cny_wan"]]}
}

# An id left out is one finding where it is, and then nothing leads to it.
test_fails_without_an_id if {
	found := rule.findings with input.proposal as json.remove(_base, ["plan/work_packages/1/id"])
	{f.code | some f in found} == {"missing", "package_unknown", "item_unassigned"}
}

_at(i, field) := ["plan", "work_packages", i, field]

_milestone(i, field) := ["plan", "milestones", i, field]

_project_end := [["project", "end"]]

_failing := {
	"ends on the day it starts": {
		"proposal": _project({"start": "2027-12-31"}),
		"codes": {"end_before_start", "outside_project"},
		"one": ["end_before_start", ["project", "end"], [["project", "start"]], {"start": "2027-12-31", "end": "2027-12-31"}],
	},
	"sixty months and a day": {
		"proposal": _project({"end": "2032-01-02"}),
		"codes": {"project_long"},
		"one": ["project_long", ["project", "end"], [["project", "start"]], {"end": "2032-01-02", "max": 60}],
	},
	"a package before the project": {
		"proposal": _first({"start": "2026-12-31"}),
		"codes": {"outside_project"},
		"one": ["outside_project", _at(0, "start"), [["project", "start"]], {"thing": "W1", "date": "2026-12-31", "limit": "2027-01-01"}],
	},
	"a milestone after the project": {
		"proposal": _marked({"due": "2028-01-01"}),
		"codes": {"outside_project", "milestones_bunched"},
		"one": ["outside_project", _milestone(0, "due"), _project_end, {"thing": "N1", "date": "2028-01-01", "limit": "2027-12-31"}],
	},
	"a package that ends before it starts": {
		"proposal": _first({"end": "2027-01-01"}),
		"codes": {"package_reversed"},
		"one": ["package_reversed", _at(0, "end"), [_at(0, "start")], {"package": "W1", "start": "2027-01-01", "end": "2027-01-01"}],
	},
	"one package": {
		"proposal": _plan({
			"work_packages": [_package("W1", "applicant")],
			"milestones": [_mark("N1", "W1", "2027-04-01")],
		}),
		"codes": {"packages_few", "item_unassigned"},
		"one": ["packages_few", ["plan", "work_packages"], [], {"count": 1, "min": 2}],
	},
	"two leaders in one": {
		"proposal": _first({"lead": "applicant、P1"}),
		"codes": {"lead_unknown"},
		"one": ["lead_unknown", _at(0, "lead"), [], {"package": "W1", "id": "applicant、P1"}],
	},
	"a package without money": {
		"proposal": _first({"budget_cny_wan": 0}),
		"codes": {"package_unfunded"},
		"one": ["package_unfunded", _at(0, "budget_cny_wan"), [], {"package": "W1"}],
	},
	"a package without a milestone": {
		"proposal": _marked({"wp_id": "W2"}),
		"codes": {"package_unmarked"},
		"one": ["package_unmarked", ["plan", "work_packages", 0], [_milestone(0, "wp_id"), _milestone(1, "wp_id")], {"package": "W1"}],
	},
	"all on the last day": {
		"proposal": _marked({"due": "2027-12-31"}),
		"codes": {"milestones_bunched"},
		"one": [
			"milestones_bunched", ["plan", "milestones"], [_milestone(0, "due"), _milestone(1, "due"), ["project", "end"]],
			{"late": 2, "total": 2, "pct": 10, "max": 50},
		],
	},
	"accepted when it is good": {
		"proposal": _marked({"accept_zh": "效果良好"}),
		"codes": {"acceptance_unmeasured"},
		"one": ["acceptance_unmeasured", _milestone(0, "accept_zh"), [], {"milestone": "N1"}],
	},
	"a package that is not there": {
		"proposal": _marked({"wp_id": "W9"}),
		"codes": {"package_unknown", "package_unmarked"},
		"one": ["package_unknown", _milestone(0, "wp_id"), [], {"milestone": "N1", "id": "W9"}],
	},
	"no indicator": {
		"proposal": _marked({"kpi_ids": []}),
		"codes": {"kpi_absent"},
		"one": ["kpi_absent", _at(0, "id"), [_milestone(0, "kpi_ids")], {"package": "W1"}],
	},
	"an indicator that is not there": {
		"proposal": _marked({"kpi_ids": ["K1", "K9"]}),
		"codes": {"kpi_unknown"},
		"one": ["kpi_unknown", ["plan", "milestones", 0, "kpi_ids", 1], [], {"milestone": "N1", "id": "K9"}],
	},
	"money for a package that is not there": {
		"proposal": object.union(_base, {"finance": {"items": array.concat(_base.finance.items, [{"category": "travel", "amount": 1, "wp_id": "W9"}])}}),
		"codes": {"item_unassigned"},
		"one": ["item_unassigned", ["finance", "items", 6, "wp_id"], [], {"item": 7, "id": "W9"}],
	},
	"another sum for safety": {
		"proposal": object.union(_base, {"safety": {"investment": {"budget_cny_wan": 5.02}}}),
		"codes": {"section_mismatch"},
		"one": [
			"section_mismatch", ["safety", "investment", "budget_cny_wan"], [["finance", "items"]],
			{"stated_wan": 5.02, "budgeted_wan": 5, "category": {"term": "item_safety"}},
		],
	},
	"money for training that is not planned": {
		"proposal": object.remove(_base, ["employment"]),
		"codes": {"section_mismatch"},
		"one": [
			"section_mismatch", ["employment", "training"], [["finance", "items"]],
			{"stated_wan": 0, "budgeted_wan": 3, "category": {"term": "item_training"}},
		],
	},
	"money for a community that is not there": {
		"proposal": _items({"opensource": 1}),
		"codes": {"section_mismatch"},
		"one": [
			"section_mismatch", ["opensource", "community", "budget_cny_wan"], [["finance", "items"]],
			{"stated_wan": 0, "budgeted_wan": 1, "category": {"term": "item_opensource"}},
		],
	},
	"data that nobody pays for": {
		"proposal": _items({"data": 0, "personnel": 50}),
		"codes": {"need_unfunded"},
		"one": ["need_unfunded", ["finance", "items"], [["data", "need", "required_records"]], {"category": {"term": "item_data"}}],
	},
	"data that nobody counted and nobody pays for": {
		"proposal": json.remove(_items({"data": 0, "personnel": 50}), ["data/need/required_records"]),
		"codes": {"need_unfunded"},
		"one": ["need_unfunded", ["finance", "items"], [["data", "need", "required_records"]], {"category": {"term": "item_data"}}],
	},
	"computing that nobody pays for": {
		"proposal": object.union(_base, {"compute": {"need": {"storage_tb": 1, "infer_qps_peak": 0}}}),
		"codes": {"need_unfunded"},
		"one": ["need_unfunded", ["finance", "items"], [["compute", "need", "storage_tb"]], {"category": {"term": "item_compute"}}],
	},
	"too much equipment for an application": {
		"proposal": _items({"equipment": 41}),
		"codes": {"equipment_high_software"},
		"one": ["equipment_high_software", ["finance", "items"], [["project", "type"]], {"pct": 40.59, "max": 40}],
	},
	"too much equipment": {
		"proposal": object.union(_items({"equipment": 71, "personnel": 15.8}), {"project": {"type": "pilot_base"}}),
		"codes": {"equipment_high"},
		"one": ["equipment_high", ["finance", "items"], [["project", "type"]], {"pct": 70.44, "max": 70}],
	},
	"too much that is indirect": {
		"proposal": _items({"indirect": 31, "personnel": 18}),
		"codes": {"indirect_high"},
		"one": ["indirect_high", ["finance", "items"], [], {"pct": 30.69, "max": 30}],
	},
	"a milestone without a name, after the project": {
		"proposal": json.remove(_marked({"due": "2028-01-01"}), ["plan/milestones/0/id"]),
		"codes": {"outside_project", "milestones_bunched"},
		"one": ["outside_project", _milestone(0, "due"), _project_end, {"thing": 1, "date": "2028-01-01", "limit": "2027-12-31"}],
	},
	"an empty list of packages": {
		"proposal": _plan({"work_packages": []}),
		"codes": {"missing", "package_unknown", "item_unassigned"},
		"one": ["missing", ["plan", "work_packages"], [], {}],
	},
	"a package without a leader": {
		"proposal": _first({"lead": ""}),
		"codes": {"missing"},
		"one": ["missing", _at(0, "lead"), [], {}],
	},
	"an empty list of milestones": {
		"proposal": _plan({"milestones": []}),
		"codes": {"missing"},
		"one": ["missing", ["plan", "milestones"], [], {}],
	},
	"one milestone for two packages": {
		"proposal": _plan({"milestones": [_mark("N1", "W1", "2027-04-01")]}),
		"codes": {"package_unmarked"},
		"one": ["package_unmarked", ["plan", "work_packages", 1], [_milestone(0, "wp_id")], {"package": "W2"}],
	},
	"an empty budget": {
		"proposal": object.union(_base, {"finance": {"items": []}}),
		"codes": {"missing"},
		"one": ["missing", ["finance", "items"], [], {}],
	},
	"a budget of one item": {
		"proposal": object.union(_base, {"finance": {"items": [{"category": "personnel", "amount": 100, "wp_id": "W1"}]}}),
		"codes": {"section_mismatch", "need_unfunded"},
		"one": [
			"section_mismatch", ["employment", "training"], [["finance", "items"]],
			{"stated_wan": 3, "budgeted_wan": 0, "category": {"term": "item_training"}},
		],
	},
	"another sum for the community": {
		"proposal": object.union(_items({"opensource": 1}), {"opensource": {"community": {"budget_cny_wan": 2}}}),
		"codes": {"section_mismatch"},
		"one": [
			"section_mismatch", ["opensource", "community", "budget_cny_wan"], [["finance", "items"]],
			{"stated_wan": 2, "budgeted_wan": 1, "category": {"term": "item_opensource"}},
		],
	},
	"an open project that budgets a community and describes none": {
		"proposal": object.union(_items({"opensource": 1}), {"opensource": {"strategy": "open"}}),
		"codes": {"missing"},
		"one": ["missing", ["opensource", "community", "budget_cny_wan"], [], {}],
	},
	"an application that is nearly all equipment": {
		"proposal": _items({"equipment": 400}),
		"codes": {"equipment_high_software"},
		"one": ["equipment_high_software", ["finance", "items"], [["project", "type"]], {"pct": 86.96, "max": 40}],
	},
}

test_fails[name] if {
	some name, tc in _failing
	found := rule.findings with input.proposal as tc.proposal
	{f.code | some f in found} == tc.codes
	tc.one in {[f.code, f.path, sort(object.get(f, "related", [])), f.args] | some f in found}
}

# What consists of programs and data is bought as little as an application is.
test_little_equipment_for[type] if {
	some type in ["application", "governance_service", "open_source", "dataset"]
	found := rule.findings with input.proposal as object.union(_items({"equipment": 41}), {"project": {"type": type}})
	{f.code | some f in found} == {"equipment_high_software"}
}
