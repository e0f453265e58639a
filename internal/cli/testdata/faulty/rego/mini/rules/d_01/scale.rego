# METADATA
# title: Scale
# description: There are enough records.
package mini.rules.d_01

import data.mini.checks.words
import data.mini.thresholds

default applies := true

findings contains {"code": "missing", "path": ["records"], "args": {}} if {
	not input.proposal.records
}

findings contains {"code": "few", "path": ["records"], "args": {"n": n, "note": sprintf("%.2f", [n])}} if {
	n := input.proposal.records
	n < thresholds.records_min.value
}

findings contains {"code": "unsaid", "path": ["name"], "args": {"word": {"term": "no_such_term"}, "also": {"term": concat("_", ["nosuch", input.proposal.name])}}} if {
	input.proposal.name == words._secret
}

findings contains {"code": trim(name, "."), "path": ["name"], "args": {"note": $"name {name}"}} if {
	name := concat(input.proposal.name, ["a", "b"])
	regex.match(name, "ab")
	regex.match(`(?:a{500}){2}`, name)
	regex.match(`(`, name)
	helper(name)
}

helper(name) if {
	walk(input.proposal, [["name"], name])
}

_idle := 1
