# METADATA
# title: Flags
# description: >-
#   What kind of project this is. `because` holds, for each flag, the paths that turned it on; a flag is on exactly when
#   there are any. Derive flags from what a proposal shows, never from a switch that says a requirement does not apply.
package {{.ID}}.flags

all if count(because.all) > 0

because.all contains []

# METADATA
# description: Contradictions between what a proposal says of itself and what it shows.
guards := set()
