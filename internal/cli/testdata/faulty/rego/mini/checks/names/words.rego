# METADATA
# title: Names
# description: Names, in the folder of another package.
package mini.checks.words

_secret := "x"

spare(name) := lower(name)
