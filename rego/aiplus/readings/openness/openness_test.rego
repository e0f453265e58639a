package aiplus.readings.openness_test

import data.aiplus.readings.openness as reading

# What an alternative adds to, or takes from, what the requirement says by default: codes that begin with + or -.
_change(alternative, stem, proposal) := change if {
	outcome := reading.alternatives[alternative][stem] with input.proposal as proposal
	default_findings := data.aiplus.rules[stem].findings with input.proposal as proposal
	change := {concat("", ["+", finding.code]) | some finding in (outcome.findings - default_findings)} | {concat("", ["-", finding.code]) |
		some finding in (default_findings - outcome.findings)
	}
}

_cases := {
	"nothing released, nothing kept up": {
		"alternative": "upkeep",
		"proposal": {"opensource": {"strategy": "closed"}},
		"change": {"+nothing_open", "+upkeep_lacking"},
	},
	"something released": {
		"alternative": "upkeep",
		"proposal": {"opensource": {"strategy": "open", "artifacts": [{"id": "A1", "type": "code"}]}},
		"change": {"+upkeep_lacking"},
	},
	"no weights": {
		"alternative": "definition",
		"proposal": {"opensource": {"strategy": "open", "artifacts": [{"id": "A1", "type": "code"}]}},
		"change": {"+weights_closed"},
	},
	"weights alone": {
		"alternative": "definition",
		"proposal": {"opensource": {"strategy": "open", "artifacts": [{"id": "A1", "type": "weights"}]}},
		"change": {"+openness_incomplete"},
	},
}

test_changes[name] if {
	some name, tc in _cases
	_change(tc.alternative, "open_02", tc.proposal) == tc.change
}
