# row: R1
# says: timeout

package hostile.rules.main_01

default applies := false

applies if count([1 |
	some a in numbers.range(1, 3000)
	some b in numbers.range(1, 3000)
	some c in numbers.range(1, 3000)
	(a + b) + c == 0
]) > 0

findings := set()
