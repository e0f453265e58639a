# row: R9
# says: instead of a set

package hostile.rules.main_01

default applies := true

findings := "none"
