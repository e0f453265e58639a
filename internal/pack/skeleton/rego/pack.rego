# METADATA
# title: The {{.ID}} pack
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
#   - data.{{.ID}}.thresholds: schema.thresholds
package {{.ID}}

# METADATA
# title: Outcomes
# description: What every rule says. Only these four names are taken, so that private helpers of a rule never leak out.
# entrypoint: true
outcomes.applies[id] := data.{{.ID}}.rules[id].applies

outcomes.findings[id] := data.{{.ID}}.rules[id].findings if data.{{.ID}}.rules[id].applies

outcomes.findings[id] := set() if data.{{.ID}}.rules[id].applies == false

outcomes.credit[id] := data.{{.ID}}.rules[id].credit if data.{{.ID}}.rules[id].applies

outcomes.manual[id] := data.{{.ID}}.rules[id].manual if data.{{.ID}}.rules[id].applies
