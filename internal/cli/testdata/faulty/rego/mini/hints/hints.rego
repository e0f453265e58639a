# METADATA
# title: Hints
# description: A hint.
package mini.hints

found contains {"code": "hint_unsaid", "path": [], "args": {}} if input.proposal.name == "x"
