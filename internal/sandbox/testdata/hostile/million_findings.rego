# row: R13
# says: more than the limit of 2000

package hostile.rules.main_01

default applies := true

findings contains {"code": "few", "path": ["measures", i], "args": {}} if some i in numbers.range(0, 100000)
