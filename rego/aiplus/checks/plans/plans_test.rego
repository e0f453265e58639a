package aiplus.checks.plans_test

import data.aiplus.checks.plans

_milestone := {"id": "N1", "wp_id": "W1", "due": "2027-03-31", "kind": "normal", "accept_zh": "抽检质量合格率≥96%"}

_proposal := {
	"meta": {"submitted_on": "2026-10-15"},
	"project": {"stage": "research", "trl": {"current": 2, "target": 4}},
	"plan": {"milestones": [_milestone]},
	"finance": {"items": [{"category": "data", "amount": 12, "wp_id": "W1"}]},
}

_words := {"质量", "quality"}

_promises := {
	"word and number": {"edit": {}, "want": {0}},
	"on the day of submission": {"edit": {"due": "2026-10-15"}, "want": {0}},
	"English, whatever the case": {"edit": {"accept_zh": "Quality above 96 %"}, "want": {0}},
	"over before submission": {"edit": {"due": "2026-10-14"}, "want": set()},
	"another subject": {"edit": {"accept_zh": "上线6个示范点"}, "want": set()},
	"no number": {"edit": {"accept_zh": "质量明显提升"}, "want": set()},
}

test_milestones[name] if {
	some name, tc in _promises
	milestone := object.union(_milestone, tc.edit)
	got := plans.milestones(_words) with input.proposal.plan.milestones as [milestone]
		with input.proposal.meta.submitted_on as "2026-10-15"
	got == tc.want
}

test_milestones_without_date if {
	got := plans.milestones(_words) with input.proposal.plan.milestones as [object.remove(_milestone, ["due"])]
	got == set()
}

test_milestones_without_submission if {
	plans.milestones(_words) == {0} with input.proposal.plan.milestones as [_milestone]
}

_texts := {
	"by its id": {"plan": "差额2000条按N1分两批采集", "want": {0}},
	"as a part of another id": {"plan": "差额2000条按N12分两批采集", "want": set()},
	"not at all": {"plan": "差额后续补采", "want": set()},
}

test_cited[name] if {
	some name, tc in _texts
	plans.cited(tc.plan) == tc.want with input.proposal as _proposal
}

test_cited_but_over if {
	got := plans.cited("见N1") with input.proposal as _proposal
		with input.proposal.plan.milestones as [object.union(_milestone, {"due": "2026-10-14"})]
	got == set()
}

test_cited_but_undated if {
	got := plans.cited("见N1") with input.proposal as _proposal
		with input.proposal.plan.milestones as [object.remove(_milestone, ["due"])]
	got == set()
}

_money := {
	"an item": {"finance": {"items": [{"category": "data", "amount": 1}]}, "want": {1}},
	"in kind": {"finance": {"sources": [{"kind": "partner_in_kind", "amount": 1}]}, "want": {1}},
	"an item of nothing": {"finance": {"items": [{"category": "data", "amount": 0}]}, "want": set()},
	"another item": {"finance": {"items": [{"category": "travel", "amount": 1}]}, "want": set()},
	"money, but not in kind": {"finance": {"sources": [{"kind": "self", "amount": 1}]}, "want": set()},
	"nothing in kind": {"finance": {"sources": [{"kind": "partner_in_kind", "amount": 0}]}, "want": set()},
	"no finance": {"finance": {}, "want": set()},
}

test_funded[name] if {
	some name, tc in _money
	hits := {1 | plans.funded({"data", "testing"})} with input.proposal.finance as tc.finance
	hits == tc.want
}

_stages := {"research": true, "prototype": true, "pilot": false, "deployment": false, "scaling": false}

test_early[stage] if {
	some stage, want in _stages
	plans.early == want with input.proposal as object.union(_proposal, {"project": {"stage": stage}})
}

test_early_needs_a_stage if plans.early == false with input.proposal as object.remove(_proposal, ["project"])

test_early_is_not_claimed_against_the_plan if {
	live := {
		"project": {"trl": {"current": 5, "target": 8}, "start": "2026-11-01", "end": "2028-04-30"},
		"plan": {"milestones": [object.union(_milestone, {"kind": "go_live"})]},
	}
	plans.early == false with input.proposal as object.union(_proposal, live)
}

_plans := {
	"milestone and money before the pilot": {"edit": {}, "want": {1}},
	"at the pilot": {"edit": {"project": {"stage": "pilot"}}, "want": set()},
	"without milestone": {"edit": {"plan": {"milestones": []}}, "want": set()},
	"without money": {"edit": {"finance": {"items": []}}, "want": set()},
}

test_replaces[name] if {
	some name, tc in _plans
	hits := {1 | plans.replaces(_words, {"data"})} with input.proposal as object.union(_proposal, tc.edit)
	hits == tc.want
}

test_named if {
	proposal := {
		"meta": {"submitted_on": "2026-10-15"},
		"plan": {"milestones": [
			{"id": "N1", "due": "2027-03-31", "accept_zh": "R2入库校验上线，R-3、R10控制措施验收"},
			{"id": "N2", "due": "2026-09-30", "accept_zh": "R4已验收"},
			{"id": "N3", "accept_zh": "R5"},
			{"id": "N4", "due": "2027-03-31"},
		]},
	}
	plans.named == {"R2", "R-3", "R10"} with input.proposal as proposal
}

test_named_by_nobody if plans.named == set() with input.proposal as {}
