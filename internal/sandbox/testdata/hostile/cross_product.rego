# row: R1
# says: timeout

package hostile.rules.main_01

default applies := true

findings contains {"code": "few", "path": [], "args": {}} if {
	some a in numbers.range(1, 1000)
	some b in numbers.range(1, 1000)
	some c in numbers.range(1, 1000)
	some d in numbers.range(1, 1000)
	((a * b) * c) * d == 7919
}
