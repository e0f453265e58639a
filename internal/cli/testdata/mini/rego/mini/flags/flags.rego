# METADATA
# title: Flags
# description: Every project is one.
package mini.flags

because.all contains []

guards := set()
