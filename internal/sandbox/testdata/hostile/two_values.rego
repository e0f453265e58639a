# row: R9
# says: eval_conflict_error

package hostile.rules.main_01

default applies := true

credit := 100

credit := 0 if input.as_of != ""

findings contains {"code": "few", "path": [], "args": {}}
