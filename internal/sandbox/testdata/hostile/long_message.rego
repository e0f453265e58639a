# row: R13
# says: bytes, more than 4096

package hostile.rules.main_01

default applies := true

findings contains {"code": "few", "path": [], "args": {"count": text}} if {
	a := concat("", ["xxxxxxxxxx" | some _ in numbers.range(1, 100000)])
	text := concat("", [a, a, a, a, a, a, a, a, a, a, a, a, a, a, a, a])
}
