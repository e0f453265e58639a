# METADATA
# title: The aiplus pack
# description: Types every package below against the proposal and the thresholds, and picks what the rules say.
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
#   - data.aiplus.thresholds: schema.thresholds
package aiplus

# METADATA
# title: Outcomes
# description: >-
#   What every rule says, by name of statement and then by requirement. Only these four names are taken, so that a rule's
#   private helpers never leak into a result, and a rule that says nothing is seen as missing. A rule that does not apply
#   is not asked for findings: half of the catalogue does not apply to most proposals.
# entrypoint: true
outcomes.applies[id] := data.aiplus.rules[id].applies

outcomes.findings[id] := data.aiplus.rules[id].findings if data.aiplus.rules[id].applies

outcomes.findings[id] := set() if data.aiplus.rules[id].applies == false

outcomes.credit[id] := data.aiplus.rules[id].credit if data.aiplus.rules[id].applies

outcomes.manual[id] := data.aiplus.rules[id].manual if data.aiplus.rules[id].applies

# METADATA
# title: Alternatives
# description: >-
#   What requirements would say if a vague clause of the document were read otherwise, by clause and alternative. The clauses
#   and alternatives are named in readings.yaml.
# entrypoint: true
alternatives[clause] := data.aiplus.readings[clause].alternatives
