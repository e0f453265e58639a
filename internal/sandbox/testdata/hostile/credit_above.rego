# row: R9
# says: outside 0..100

package hostile.rules.main_01

default applies := true

credit := 1000

findings contains {"code": "few", "path": [], "args": {}}
