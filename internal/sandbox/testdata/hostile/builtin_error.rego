# row: R9
# says: eval_builtin_error

package hostile.rules.main_01

default applies := true

findings contains {"code": "few", "path": [], "args": {}} if time.parse_ns("2006", input.as_of) > 0
