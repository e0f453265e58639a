package aiplus.checks.fallback_test

import data.aiplus.checks.fallback

_day := {"id": "O1", "title_zh": "日间保险客户服务坐席", "headcount": 480, "exit": 300}

_night := {"id": "O2", "title_zh": "夜间保险客户服务坐席", "headcount": 120, "exit": 120}

_got(plan, occupations) := {d.args.occupation |
	some d in fallback.unmanned(["plan"], plan) with input.proposal.employment.occupations as occupations
}

_cases := {
	"nobody leaves": {"plan": "转人工", "occupations": [object.union(_night, {"exit": 0})], "want": set()},
	"nobody there, and nobody leaves": {"plan": "转人工", "occupations": [object.union(_night, {"headcount": 0, "exit": 0})], "want": set()},
	"the only one leaves": {"plan": "转人工", "occupations": [object.union(_night, {"headcount": 1, "exit": 1})], "want": {"夜间保险客户服务坐席"}},
	"less than the limit by one of a thousand": {"plan": "转人工", "occupations": [object.union(_night, {"headcount": 1000, "exit": 799})], "want": set()},
	"those who stay named, too few": {
		"plan": "由夜间保险客户服务坐席接续",
		"occupations": [_day, object.union(_night, {"exit": 96})],
		"want": {"夜间保险客户服务坐席"},
	},
	"less than the limit": {"plan": "转人工", "occupations": [object.union(_night, {"exit": 95})], "want": set()},
	"at the limit": {"plan": "转人工", "occupations": [object.union(_night, {"exit": 96})], "want": {"夜间保险客户服务坐席"}},
	"a whole shift": {"plan": "转人工", "occupations": [_day, _night], "want": {"夜间保险客户服务坐席"}},
	"others named by title": {"plan": "由日间保险客户服务坐席接续", "occupations": [_day, _night], "want": set()},
	"others named by id": {"plan": "由 O1 接续", "occupations": [_day, _night], "want": set()},
	"an id inside another": {"plan": "由 O12 接续", "occupations": [_day, _night], "want": {"夜间保险客户服务坐席"}},
	"the leaving ones named": {"plan": "由夜间保险客户服务坐席接续", "occupations": [_day, _night], "want": {"夜间保险客户服务坐席"}},
	"too few others": {
		"plan": "由 O1 接续",
		"occupations": [object.union(_day, {"headcount": 24, "exit": 0}), _night],
		"want": {"夜间保险客户服务坐席"},
	},
	"just enough others": {
		"plan": "由 o1 或日间保险客户服务坐席接续",
		"occupations": [object.union(_day, {"headcount": 25, "exit": 0}), _night],
		"want": set(),
	},
	"more leave than there are": {"plan": "转人工", "occupations": [object.union(_night, {"headcount": 0})], "want": {"夜间保险客户服务坐席"}},
	"without a title": {"plan": "转人工", "occupations": [object.remove(_night, ["title_zh"])], "want": {"O2"}},
	"an empty title is in every text": {"plan": "转人工", "occupations": [object.union(_day, {"id": "X", "title_zh": ""}), _night], "want": {"夜间保险客户服务坐席"}},
	"headcount left out": {"plan": "转人工", "occupations": [object.remove(_night, ["headcount"])], "want": set()},
	"no occupations": {"plan": "转人工", "occupations": [], "want": set()},
}

test_unmanned[name] if {
	some name, tc in _cases
	_got(tc.plan, tc.occupations) == tc.want
}

test_unmanned_says_all if {
	got := fallback.unmanned(["plan"], "转人工") with input.proposal.employment.occupations as [_day, _night]
	got == {{
		"path": ["plan"],
		"related": [["employment", "occupations", 1, "exit"], ["employment", "occupations", 1, "headcount"]],
		"args": {"occupation": "夜间保险客户服务坐席", "exits": 120, "headcount": 120},
	}}
}

test_names_somebody[plan] if {
	some plan, want in {"由O2接续": true, "夜间保险客户服务坐席接续": true, "夜班坐席接续": false}
	got := [1 | fallback.names_somebody(plan)] with input.proposal.employment.occupations as [_day, _night]
	got == [1] == want
}
