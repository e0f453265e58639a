# METADATA
# title: Flags
package mini.flags

because.all contains []

because.idle contains ["name"] if input.proposal.name

because.undeclared contains ["name"] if input.proposal.name

guards contains {"flag": "all", "code": "guard_unsaid", "path": [], "args": {}} if input.proposal.name == "x"
