# METADATA
# title: The opencode pack
# description: Types every package below it against the proposal and the thresholds, and picks what the rules say.
# scope: subpackages
# schemas:
#   - input:
#       type: object
#       additionalProperties: false
#       properties:
#         proposal: {}
#         as_of: {type: string}
#         profile: {type: string}
#   - input.proposal: schema.proposal
#   - data.opencode.thresholds: schema.thresholds
package opencode

# METADATA
# title: Outcomes
# description: What every rule says. Only these four names are taken, so that private helpers of a rule never leak out.
# entrypoint: true
outcomes.applies[id] := data.opencode.rules[id].applies

outcomes.findings[id] := data.opencode.rules[id].findings if data.opencode.rules[id].applies

outcomes.findings[id] := set() if data.opencode.rules[id].applies == false

outcomes.credit[id] := data.opencode.rules[id].credit if data.opencode.rules[id].applies

outcomes.manual[id] := data.opencode.rules[id].manual if data.opencode.rules[id].applies
