# row: R13
# says: few

package hostile.rules.main_01

default applies := true

# As many findings as one requirement may have, with texts that stay below the limit of all: as much as a pack can say.
findings contains {"code": "few", "path": ["measures", i], "args": {"count": text, "min": text}} if {
	text := concat("", ["xxxxxxxxxx" | some _ in numbers.range(1, 18)])
	some i in numbers.range(0, 1999)
}
