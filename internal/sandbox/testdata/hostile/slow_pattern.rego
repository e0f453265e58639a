# row: R2
# says: timeout

package hostile.rules.main_01

default applies := true

# A pattern that is put together while it runs, so that its size is not seen before: matching is not interrupted.
findings contains {"code": "few", "path": [], "args": {}} if {
	text := concat("", [x | some i in numbers.range(1, 200000); x := ["a"][i % 1]])
	pattern := sprintf("(?:%s){0,%d}b", [concat("", ["a", "?" ]), 900])
	regex.match(pattern, text)
}
