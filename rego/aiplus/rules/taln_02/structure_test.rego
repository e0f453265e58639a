package aiplus.rules.taln_02_test

import data.aiplus.rules.taln_02 as rule

# Ten people: half of the time is of the leading ones, a fifth is AI, a fifth the domain.
_team := [
	{"role": ["pi"], "level": "leading", "fte": 1},
	{"role": ["data"], "level": "leading", "fte": 1},
	{"role": ["data"], "level": "leading", "fte": 1},
	{"role": ["data"], "level": "leading", "fte": 1},
	{"role": ["data"], "level": "leading", "fte": 1},
	{"role": ["ai"], "level": "senior", "fte": 1},
	{"role": ["ai", "ops"], "level": "engineer", "fte": 1},
	{"role": ["domain"], "level": "engineer", "fte": 1},
	{"role": ["domain"], "level": "senior", "fte": 1},
	{"role": ["security"], "level": "senior", "fte": 1},
]

_of(team) := {"finance": {"total_cny_wan": 1000}, "talent": {"team": team}}

_with(i, edit) := _of([_member(j, person, i, edit) | some j, person in _team])

_member(i, person, i, edit) := object.union(person, edit)

_member(j, person, i, _) := person if i != j

_passing := {
	"at every limit": _of(_team),
	"technicians among them": _with(5, {"level": "technician"}),
	"two roles of one person": _with(9, {"role": ["ai", "domain"]}),
}

test_passes[name] if {
	some name, proposal in _passing
	got := rule.findings with input.proposal as proposal
	got == set()
}

test_fails_without[path] if {
	some path, want in {
		"talent": ["talent", "team"],
		"talent/team/9/role": ["talent", "team", 9, "role"],
		"talent/team/9/level": ["talent", "team", 9, "level"],
		"talent/team/9/fte": ["talent", "team", 9, "fte"],
	}
	got := {f.path | some f in rule.findings; f.code == "missing"} with input.proposal as json.remove(_of(_team), [path])
	got == {want}
}

_levels(level) := [["talent", "team", i, "level"] | some i, person in _team; person.level in level]

_failing := {
	"nobody gives time": {
		"proposal": _of([object.union(person, {"fte": 0}) | some person in _team]),
		"want": {["no_time", [], {}]},
	},
	"one level": {
		"proposal": _of([object.union(person, {"level": "senior"}) | some person in array.slice(_team, 5, 10)]),
		"want": {[
			"levels_few", [["talent", "team", i, "level"] | some i in numbers.range(0, 4)],
			{"levels": [{"term": "level_senior"}], "count": 1, "min": 3},
		]},
	},
	"a level in name": {
		"proposal": _of(array.concat(
			[object.union(person, {"level": "senior"}) | some person in array.slice(_team, 5, 10)],
			[
				{"role": ["data"], "level": "leading", "fte": 0},
				{"role": ["data"], "level": "technician", "fte": 0.01},
			],
		)),
		"want": {[
			"levels_few", [["talent", "team", i, "level"] | some i in numbers.range(0, 6)],
			{"levels": [{"term": "level_senior"}, {"term": "level_technician"}], "count": 2, "min": 3},
		]},
	},
	"mostly leading": {
		"proposal": _of(array.concat(_team, [{"role": ["ai", "domain"], "level": "leading", "fte": 0.5}])),
		"want": {[
			"leading_heavy", array.concat(_levels({"leading"}), [["talent", "team", 10, "level"]]),
			{"share": 52.4, "max": 50},
		]},
	},
	"little AI": {
		"proposal": _with(6, {"role": ["ops"]}),
		"want": {["discipline_thin", [["talent", "team", 5, "role"]], {"role": {"term": "role_ai"}, "share": 10, "min": 20}]},
	},
	"no domain": {
		"proposal": _of(array.concat(array.slice(_team, 1, 7), [_team[9], _team[9]])),
		"want": {["discipline_thin", [], {"role": {"term": "role_domain"}, "share": 0, "min": 20}]},
	},
	"the only one of the team gives no time": {
		"proposal": _of([object.union(_team[0], {"fte": 0})]),
		"want": {["no_time", [], {}]},
	},
	"one leading expert is all of the team": {
		"proposal": _of([{"role": ["ai", "domain"], "level": "leading", "fte": 1}]),
		"want": {
			["levels_few", [["talent", "team", 0, "level"]], {"levels": [{"term": "level_leading"}], "count": 1, "min": 3}],
			["leading_heavy", [["talent", "team", 0, "level"]], {"share": 100, "max": 50}],
		},
	},
	"a little more than half leading": {
		"proposal": _of(array.concat(_team, [{"role": ["ai", "domain"], "level": "leading", "fte": 0.06}])),
		"want": {[
			"leading_heavy", array.concat(_levels({"leading"}), [["talent", "team", 10, "level"]]),
			{"share": 50.3, "max": 50},
		]},
	},
	"a little less than a fifth of the domain": {
		"proposal": _of(array.concat(array.slice(_team, 0, 8), [
			object.union(_team[8], {"fte": 0.99}),
			object.union(_team[9], {"fte": 1.01}),
		])),
		"want": {[
			"discipline_thin", [["talent", "team", 7, "role"], ["talent", "team", 8, "role"]],
			{"role": {"term": "role_domain"}, "share": 19.9, "min": 20},
		]},
	},
}

test_fails[name] if {
	some name, tc in _failing
	found := rule.findings with input.proposal as tc.proposal
	got := {[f.code, sort(object.get(f, "related", [])), f.args] | some f in found; f.path == ["talent", "team"]}
	count(found) == count(got)
	got == tc.want
}

test_applies if {
	rule.applies with input.proposal as _of(_team)
}

test_does_not_apply_to_less_money if {
	not rule.applies with input.proposal as {"finance": {"total_cny_wan": 999.99}}
}

test_a_team_in_an_empty_list_is_asked_for_once if {
	found := rule.findings with input.proposal as _of([])
	found == {{"code": "missing", "path": ["talent", "team"], "args": {}}}
}

# Only those who state a level are shown beside the levels that there are.
test_shows_the_levels_that_are_stated if {
	found := rule.findings with input.proposal as _of([
		{"role": ["ai", "domain"], "level": "senior", "fte": 1},
		{"role": ["ai", "domain"], "fte": 1},
		{"role": ["ai", "domain"], "level": "engineer", "fte": 1},
	])
	{f.related | some f in found; f.code == "levels_few"} == {[["talent", "team", 0, "level"], ["talent", "team", 2, "level"]]}
}
