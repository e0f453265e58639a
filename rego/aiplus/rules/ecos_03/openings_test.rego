package aiplus.rules.ecos_03_test

import data.aiplus.rules.ecos_03 as rule

_opening := {
	"scenario_zh": "压铸件内部缺陷判级",
	"owner": "P1",
	"data_offered_zh": "提供3000张脱敏样本、判级接口沙箱和盲测评分",
	"eligible": "all",
	"publish_on": "2028-11-30",
	"channel_url": "https://open.example.invalid/casting",
	"slots": 1,
}

_base := {
	"project": {"end": "2028-11-30"},
	"applicant": {"name": "甬陆集团", "org_type": "private"},
	"partners": [{"id": "P1", "name": "浙东研究院", "org_type": "public_institution"}],
	"ecosystem": {"openings": [_opening]},
}

_with(openings) := object.union(_base, {"ecosystem": {"openings": openings}})

_one(edit) := _with([object.union(_opening, edit)])

_passing := {
	"for all": _base,
	"for small and medium enterprises": _one({"eligible": "sme"}),
	"beside one for the consortium": _with([_opening, object.union(_opening, {"eligible": "consortium"})]),
	"by the applicant": _one({"owner": "甬陆集团"}),
	"aerial pictures": _one({"data_offered_zh": "无人机影像2万张"}),
	"in English": _one({"data_offered_zh": "A sandbox with 400 hours of vibration records"}),
}

test_passes[name] if {
	some name, proposal in _passing
	got := rule.findings with input.proposal as proposal
	got == set()
}

_at(i, field) := ["ecosystem", "openings", i, field]

_missing := array.concat(
	[["ecosystem", "openings"], ["project", "end"]],
	[_at(0, field) | some field, _ in _opening],
)

_pointer(path) := concat("/", [sprintf("%v", [step]) | some step in path])

test_fails_without[pointer] if {
	some path in _missing
	pointer := _pointer(path)
	got := rule.findings with input.proposal as json.remove(_base, [pointer])
	got == {{"code": "missing", "path": path, "args": {}}}
}

_failing := {
	"for the consortium": {
		"proposal": _with([object.union(_opening, {"eligible": "consortium"}), object.union(_opening, {"eligible": "consortium"})]),
		"want": {["consortium_only", ["ecosystem", "openings"], [_at(0, "eligible"), _at(1, "eligible")], {}]},
	},
	"somebody else's": {"proposal": _one({"owner": "全市各级各部门"}), "want": {[
		"owner_unknown", _at(0, "owner"), [["applicant", "name"], ["partners"]],
		{"opening": 1, "owner": "全市各级各部门"},
	]}},
	"nothing": {"proposal": _one({"data_offered_zh": "无"}), "want": {[
		"nothing_offered", _at(0, "data_offered_zh"), [],
		{"opening": 1, "text": "无"},
	]}},
	"no data for now": {"proposal": _one({"data_offered_zh": "暂不提供数据"}), "want": {[
		"nothing_offered", _at(0, "data_offered_zh"), [],
		{"opening": 1, "text": "暂不提供数据"},
	]}},
	"words": {"proposal": _with([_opening, object.union(_opening, {"data_offered_zh": "开放重点场景资源"})]), "want": {[
		"nothing_offered", _at(1, "data_offered_zh"), [],
		{"opening": 2, "text": "开放重点场景资源"},
	]}},
	"nothing, in English": {"proposal": _one({"data_offered_zh": "No data yet"}), "want": {[
		"nothing_offered", _at(0, "data_offered_zh"), [],
		{"opening": 1, "text": "No data yet"},
	]}},
	"when it is over": {"proposal": _one({"publish_on": "2028-12-01"}), "want": {[
		"published_late", _at(0, "publish_on"), [["project", "end"]],
		{"opening": 1, "date": "2028-12-01", "limit": "2028-11-30"},
	]}},
	"for nobody": {"proposal": _one({"slots": 0}), "want": {["no_slots", _at(0, "slots"), [], {"opening": 1}]}},
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
