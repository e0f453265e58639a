# METADATA
# title: What hegui asks its rules, as one document
# description: >-
#   For the peers of bench/batch: opa exec evaluates data.bench.said. hegui asks for the same five documents of each
#   proposal, in one evaluation. Not part of the pack.
package bench

said := {
	"outcomes": data.aiplus.outcomes,
	"because": data.aiplus.flags.because,
	"guards": data.aiplus.flags.guards,
	"hints": data.aiplus.hints.found,
}
