# row: R9
# says: full credit beside findings

package hostile.rules.main_01

default applies := true

credit := 100

findings contains {"code": "few", "path": [], "args": {}}
