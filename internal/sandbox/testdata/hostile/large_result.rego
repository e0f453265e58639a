# row: R13
# says: more than 1048576 bytes

package hostile.rules.main_01

default applies := true

findings contains {"code": "few", "path": ["measures", i], "args": {"count": text, "min": text}} if {
	text := concat("", ["xxxxxxxxxx" | some _ in numbers.range(1, 300)])
	some i in numbers.range(0, 1500)
}
