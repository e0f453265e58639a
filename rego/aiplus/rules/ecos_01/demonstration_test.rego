package aiplus.rules.ecos_01_test

import data.aiplus.rules.ecos_01 as rule

_base := {
	"meta": {"submitted_on": "2026-10-20"},
	"applicant": {"name": "甬陆集团", "org_type": "private"},
	"partners": [
		{"id": "P1", "name": "浙东研究院", "org_type": "public_institution"},
		{"id": "P2", "name": "舜拓压铸", "org_type": "private"},
	],
	"scenarios": [{"id": "S1", "sites": 3}, {"id": "S2", "sites": 1}],
	"ecosystem": {"demonstration": {"owner": "P1", "sites": 4, "replication_target": 2, "kit": "EV-32"}},
	"plan": {
		"work_packages": [
			{"id": "W1", "budget_cny_wan": 0, "outputs": ["数据集"]},
			{"id": "W4", "budget_cny_wan": 48, "outputs": ["接口规范", "质检示范材料包"]},
		],
		"milestones": [{"id": "N8", "due": "2028-03-31", "accept_zh": "举办开放日2次"}],
	},
	"evidence": [
		{"id": "EV-32", "title_zh": "质检示范材料包", "issuer": "浙东研究院", "issued_on": "2026-09-30", "sha256": "32"},
		{"id": "EV-33", "title_zh": "质检示范材料包", "issuer": "浙东研究院", "issued_on": "2026-09-30"},
	],
}

_with(edit) := object.union(_base, edit)

_shown(edit) := _with({"ecosystem": {"demonstration": edit}})

_packages(edits) := _with({"plan": {"work_packages": [object.union(_base.plan.work_packages[1], edit) | some edit in edits]}})

_accepting(text) := _with({"plan": {"milestones": [object.union(_base.plan.milestones[0], {"accept_zh": text})]}})

_passing := {
	"a public partner, by id": _base,
	"a public partner, by name": _shown({"owner": "浙东研究院"}),
	"the applicant": object.union(_shown({"owner": "applicant"}), {"applicant": {"org_type": "soe"}}),
	"the applicant, an authority, by name": object.union(_shown({"owner": "甬陆集团"}), {"applicant": {"org_type": "government"}}),
	"fewer sites than are in use": _shown({"sites": 1}),
	"a kit in words": _shown({"kit": "质检示范材料包"}),
	"a longer name of the kit": _shown({"kit": "质检示范材料包（2026版）"}),
	"a longer name of the output": _packages([{"outputs": ["质检示范材料包、操作手册和培训视频"]}]),
	"delivered by two, paid in one": _packages([{}, {"budget_cny_wan": 0}]),
	"visitors, in English": _accepting("3 visits of at least 20 firms each"),
	"a visit": _accepting("组织现场观摩2次"),
	"evidence without a title that is not the kit": _with({"evidence": array.concat(_base.evidence, [{"id": "EV-34"}])}),
	"the owner's name in what another partner does": _with({"partners": [
		_base.partners[0],
		object.union(_base.partners[1], {"role_zh": "P1"}),
	]}),
	"a kit listed under two titles": _with({"evidence": [_base.evidence[0], object.union(_base.evidence[0], {
		"title_zh": "打造全国标杆",
		"sha256": "34",
	})]}),
}

test_passes[name] if {
	some name, proposal in _passing
	got := rule.findings with input.proposal as proposal
	got == set()
}

_missing := {
	"ecosystem/demonstration": [["ecosystem", "demonstration"]],
	"ecosystem/demonstration/owner": [["ecosystem", "demonstration", "owner"]],
	"ecosystem/demonstration/sites": [["ecosystem", "demonstration", "sites"]],
	"ecosystem/demonstration/replication_target": [["ecosystem", "demonstration", "replication_target"]],
	"ecosystem/demonstration/kit": [["ecosystem", "demonstration", "kit"]],
	"partners/0/org_type": [["partners", 0, "org_type"]],
	"scenarios": [["scenarios"]],
	"scenarios/1/sites": [["scenarios", 1, "sites"]],
	"plan": [["plan", "work_packages"], ["plan", "milestones"]],
	"plan/work_packages/1/budget_cny_wan": [["plan", "work_packages", 1, "budget_cny_wan"]],
	"evidence/0/title_zh": [["evidence", 0, "title_zh"]],
}

test_fails_without[path] if {
	some path, want in _missing
	got := rule.findings with input.proposal as json.remove(_base, [path])
	got == {{"code": "missing", "path": p, "args": {}} | some p in want}
}

_at(field) := ["ecosystem", "demonstration", field]

_outputs := [["plan", "work_packages", 0, "outputs"], ["plan", "work_packages", 1, "outputs"]]

_failing := {
	"everybody": {"proposal": _shown({"owner": "全市各级各部门"}), "want": {[
		"owner_unknown", _at("owner"), [["applicant", "name"], ["partners"]],
		{"owner": "全市各级各部门"},
	]}},
	"a private partner": {"proposal": _shown({"owner": "P2"}), "want": {[
		"owner_not_public", _at("owner"), [["partners", 1, "org_type"]],
		{"owner": "P2", "type": {"term": "org_private"}},
	]}},
	"the applicant, a private one": {"proposal": _shown({"owner": "applicant"}), "want": {[
		"owner_not_public", _at("owner"), [["applicant", "org_type"]],
		{"owner": "applicant", "type": {"term": "org_private"}},
	]}},
	"no sites": {"proposal": _shown({"sites": 0}), "want": {["no_sites", _at("sites"), [], {}]}},
	"more sites than are in use": {"proposal": _shown({"sites": 5}), "want": {[
		"sites_exceed", _at("sites"), [["scenarios", 0, "sites"], ["scenarios", 1, "sites"]],
		{"sites": 5, "max": 4},
	]}},
	"one that takes it over": {"proposal": _shown({"replication_target": 1}), "want": {[
		"replication_low", _at("replication_target"), [],
		{"count": 1, "min": 2},
	]}},
	"a kit without a file": {"proposal": _shown({"kit": "EV-33"}), "want": {[
		"kit_weak", _at("kit"), [["evidence", 1]],
		{"evidence": "EV-33", "flaw": {"term": "evidence_no_hash"}},
	]}},
	"a kit that is not there": {"proposal": _shown({"kit": "EV-99"}), "want": {[
		"kit_weak", _at("kit"), [["evidence"]],
		{"evidence": "EV-99", "flaw": {"term": "evidence_unknown"}},
	]}},
	"a kit that nobody delivers": {"proposal": _shown({"kit": "打造全国标杆"}), "want": {[
		"kit_not_delivered", _at("kit"), _outputs,
		{"kit": "打造全国标杆"},
	]}},
	"a file that nobody delivers": {"proposal": _packages([{"outputs": [""]}]), "want": {[
		"kit_not_delivered", _at("kit"), [["plan", "work_packages", 0, "outputs"]],
		{"kit": "质检示范材料包"},
	]}},
	"no money for the kit": {"proposal": _packages([{"budget_cny_wan": 0}]), "want": {[
		"unfunded", ["plan", "work_packages", 0, "budget_cny_wan"], [_at("kit")],
		{"package": "W4"},
	]}},
	"nobody is let in": {"proposal": _accepting("打造全国标杆，接入供应商≥20家"), "want": {[
		"no_open_days", ["plan", "milestones"], [["ecosystem", "demonstration"]],
		{},
	]}},
	"somebody is let in, some time": {"proposal": _accepting("不定期举办开放日"), "want": {[
		"no_open_days", ["plan", "milestones"], [["ecosystem", "demonstration"]],
		{},
	]}},
	"more sites than the only scenario has": {
		"proposal": _with({"scenarios": [{"id": "S1", "sites": 3}]}),
		"want": {["sites_exceed", _at("sites"), [["scenarios", 0, "sites"]], {"sites": 4, "max": 3}]},
	},
}

test_fails[name] if {
	some name, tc in _failing
	found := rule.findings with input.proposal as tc.proposal
	got := {[f.code, f.path, object.get(f, "related", []), f.args] | some f in found}
	got == tc.want
}

test_applies if {
	rule.applies with input.proposal as _base
}

test_does_not_apply_without_the_state if {
	not rule.applies with input.proposal as {"applicant": {"org_type": "private"}}
}

# Lists without anything in them, and a demonstration without anything in it, are asked for and not judged.
test_what_is_empty_is_asked_for_once[name] if {
	some name, tc in {
		"scenarios": {"proposal": _with({"scenarios": []}), "want": {["scenarios"]}},
		"work packages": {"proposal": _with({"plan": {"work_packages": []}}), "want": {["plan", "work_packages"]}},
		"milestones": {"proposal": _with({"plan": {"milestones": []}}), "want": {["plan", "milestones"]}},
		"a demonstration, where nobody is let in": {
			"proposal": object.union(
				json.remove(_accepting("接入供应商≥20家"), ["ecosystem"]),
				{"ecosystem": {"demonstration": {}}},
			),
			"want": {["ecosystem", "demonstration"]},
		},
	}
	found := rule.findings with input.proposal as tc.proposal
	{[f.code, f.path] | some f in found} == {["missing", path] | some path in tc.want}
}

test_a_demonstration_with_only_an_owner if {
	proposal := object.union(json.remove(_accepting("接入供应商≥20家"), ["ecosystem"]), {"ecosystem": {"demonstration": {"owner": "P1"}}})
	found := rule.findings with input.proposal as proposal
	{[f.code, f.path] | some f in found} == {
		["missing", _at("sites")], ["missing", _at("replication_target")], ["missing", _at("kit")],
		["no_open_days", ["plan", "milestones"]],
	}
}

test_calls_a_package_without_an_id_by_its_place if {
	found := rule.findings with input.proposal as _with({"plan": {"work_packages": [
		_base.plan.work_packages[0],
		{"budget_cny_wan": 0, "outputs": ["质检示范材料包"]},
	]}})
	{[f.code, f.args] | some f in found} == {["unfunded", {"package": 2}]}
}
