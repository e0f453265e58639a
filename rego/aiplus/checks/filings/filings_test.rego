package aiplus.checks.filings_test

import data.aiplus.checks.filings

_proposal := {
	"scenarios": [{"public_facing": true}],
	"models": [{"generative": true, "output_modalities": ["score"]}],
	"safety": {"filings": [
		{"kind": "algorithm_filing", "required": true},
		{"kind": "genai_filing", "required": false},
		{"kind": "genai_registration", "required": true},
	]},
}

_denied := object.union(_proposal, {"safety": {"filings": array.slice(_proposal.safety.filings, 0, 2)}})

test_of if {
	got := filings.of({"genai_filing", "algorithm_filing"}) with input.proposal as _proposal
	got == [0, 1]
}

test_filed[name] if {
	some name, proposal in {
		"registration": _proposal,
		"not public": object.union(_denied, {"scenarios": [{"public_facing": false}]}),
		"not generative": object.union(_denied, {"models": [{"generative": false}]}),
	}
	got := filings.unfiled with input.proposal as proposal
	got == set()
}

test_unfiled if {
	got := filings.unfiled with input.proposal as _denied
	got == {{
		"path": ["safety", "filings"],
		"related": [["models", 0, "generative"], ["scenarios", 0, "public_facing"], ["safety", "filings", 1, "required"]],
		"args": {},
	}}
}

test_unfiled_without_entries if {
	got := filings.unfiled with input.proposal as object.remove(_proposal, ["safety"])
	count(got) == 1
}
