# row: R4
# says: memory

package hostile.rules.main_01

default applies := true

findings contains {"code": "few", "path": [], "args": {}} if {
	separator := concat("", ["xxxxxxxxxx" | some _ in numbers.range(1, 10000)])
	separators := [concat(separator, [sprintf("%d", [i]) | some i in numbers.range(1, 30000)])]
	count(separators[0]) < 0
}
