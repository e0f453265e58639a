# row: R9
# says: is not a number, text, term or list

package hostile.rules.main_01

default applies := true

findings contains {"code": "few", "path": [], "args": {"x": {"y": true}}}
