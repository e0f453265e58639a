# METADATA
# title: Flags
# description: What kind of software project this is, with the paths that show it.
package opencode.flags

because.all contains []

because.contracts contains ["contracts", i] if some i, _ in input.proposal.contracts

because.open_components contains ["components", i] if {
	some i, component in input.proposal.components
	component.open_source
}

because.modifies contains ["components", i] if {
	some i, component in input.proposal.components
	component.open_source
	component.modified
}

all if count(because.all) > 0

contracts if count(because.contracts) > 0

open_components if count(because.open_components) > 0

modifies if count(because.modifies) > 0

# METADATA
# description: This pack knows no contradictions between what a proposal says of itself and what it shows.
guards := set()
