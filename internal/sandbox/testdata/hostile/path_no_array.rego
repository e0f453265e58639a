# row: R9
# says: not an array

package hostile.rules.main_01

default applies := true

findings contains {"code": "few", "path": "measures", "args": {}}
