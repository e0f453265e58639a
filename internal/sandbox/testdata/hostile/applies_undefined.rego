# row: R9
# says: does not say whether it applies

package hostile.rules.main_01

applies if input.as_of == "never"

findings := set()
