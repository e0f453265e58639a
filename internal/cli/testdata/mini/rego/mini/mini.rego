# METADATA
# title: Mini
# description: The smallest pack.
# scope: subpackages
# schemas:
#   - input.proposal: schema.proposal
#   - data.mini.thresholds: schema.thresholds
package mini

# METADATA
# entrypoint: true
outcomes.applies[id] := data.mini.rules[id].applies

outcomes.findings[id] := data.mini.rules[id].findings

outcomes.credit[id] := data.mini.rules[id].credit

outcomes.manual[id] := data.mini.rules[id].manual
