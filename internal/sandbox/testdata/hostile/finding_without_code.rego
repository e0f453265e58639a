# row: R9
# says: without a code

package hostile.rules.main_01

default applies := true

findings contains {"path": [], "args": {}}
