package opencode.flags_test

import data.opencode.flags

test_all_holds_for_every_project if flags.all with input.proposal as {}

test_the_others_hold_for_no_empty_one if {
	not flags.contracts with input.proposal as {}
	not flags.open_components with input.proposal as {}
	not flags.modifies with input.proposal as {}
}

test_each_is_shown_by_its_list if {
	flags.contracts with input.proposal.contracts as [{"id": "K1"}]
	flags.open_components with input.proposal.components as [{"id": "C1", "open_source": true}]
	flags.modifies with input.proposal.components as [{"id": "C1", "open_source": true, "modified": true}]
}
