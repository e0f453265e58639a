# row: R9
# says: which the catalog does not know

package hostile.rules.main_01

default applies := true

findings contains {"code": "never_heard_of", "path": [], "args": {}}
