package aiplus.checks.groups_test

import data.aiplus.checks.groups

_unnamed(proposal) := {sign.args.group.term | some sign in groups.unnamed with input.proposal as proposal}

_served(proposal) := served if {
	served := groups.served with input.proposal as proposal
}

_general := {"scenarios": [{"target_groups": ["general"]}]}

test_shown_and_not_named[name] if {
	some name, tc in {
		"pupils": {"more": {"inclusion": {"education": {"stages": ["adult", "primary"]}}}, "group": "minors"},
		"small children": {"more": {"inclusion": {"education": {"stages": ["preschool"]}}}, "group": "minors"},
		"pupils of fifteen and more": {"more": {"inclusion": {"education": {"stages": ["senior"]}}}, "group": "minors"},
		"data of minors": {"more": {"data": {"datasets": [{"pi": {"minors": true}}]}}, "group": "minors"},
		"a title about care": {"more": {"project": {"title_zh": "智慧养老服务平台"}}, "group": "elderly"},
		"a title about ageing": {"more": {"project": {"title_zh": "适老化终端"}}, "group": "elderly"},
	}
	proposal := object.union(_general, tc.more)
	_unnamed(proposal) == {concat("_", ["group", tc.group])}
	_served(proposal) == {"general", tc.group}
}

test_named_is_no_disagreement[name] if {
	some name, proposal in {
		"nothing at all": {},
		"minors named": {
			"scenarios": [{"target_groups": ["minors"]}],
			"inclusion": {"education": {"stages": ["junior"]}},
		},
		"students": object.union(_general, {"inclusion": {"education": {"stages": ["higher"]}}}),
		"no data of minors": object.union(_general, {"data": {"datasets": [{"pi": {"minors": false}}]}}),
	}
	_unnamed(proposal) == set()
}

test_every_sign_of_a_group_is_related if {
	proposal := object.union(_general, {
		"inclusion": {"education": {"stages": ["primary"]}},
		"data": {"datasets": [{"pi": {"minors": true}}]},
	})
	related := [sign.related | some sign in groups.unnamed with input.proposal as proposal]
	related == [[["data", "datasets", 0, "pi", "minors"], ["inclusion", "education", "stages"]]]
}

test_signs[name] if {
	some name, tc in {
		"named": {
			"proposal": {"scenarios": [{"target_groups": ["general"]}, {"target_groups": ["minors", "general"]}], "inclusion": {"education": {"stages": ["junior"]}}},
			"group": "minors", "want": [["scenarios", 1, "target_groups"]],
		},
		"only shown": {
			"proposal": object.union(_general, {"inclusion": {"education": {"stages": ["junior"]}}}),
			"group": "minors", "want": [["inclusion", "education", "stages"]],
		},
		"neither": {"proposal": _general, "group": "minors", "want": []},
	}
	groups.signs(tc.group) == tc.want with input.proposal as tc.proposal
}
