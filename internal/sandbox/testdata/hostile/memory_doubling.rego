# row: R4
# says: memory

package hostile.rules.main_01

default applies := true

findings contains {"code": "few", "path": [], "args": {}} if {
	a := concat("", ["xxxxxxxxxxxxxxxx" | some _ in numbers.range(1, 100000)])
	b := concat("", [a, a, a, a, a, a, a, a, a, a, a, a, a, a, a, a])
	c := concat("", [b, b, b, b, b, b, b, b, b, b, b, b, b, b, b, b])
	d := concat("", [c, c, c, c, c, c, c, c, c, c, c, c, c, c, c, c])
	count(d) < 0
}
