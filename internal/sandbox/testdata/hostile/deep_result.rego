# row: R13
# says: few

package hostile.rules.main_01

default applies := true

findings contains {"code": "few", "path": [], "args": {"count": [[[[[[[[[[[[[[[[[[[[1]]]]]]]]]]]]]]]]]]]], "min": 2}}
