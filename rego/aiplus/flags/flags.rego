# METADATA
# title: Flags
# description: >-
#   What kind of proposal this is, and so which requirements apply to it. A flag is derived from what the proposal shows,
#   never from a switch that says it does not apply. `because` holds, for each flag, the paths that turned it on, and the
#   flag is on exactly when there are any: the answer and its explanation cannot disagree. Where a proposal says one thing
#   and shows another, what it shows counts, and `guards` says so.
package aiplus.flags

# What is absent must not excuse. Rego evaluates the arguments of a call before the `not` in front of it, so that
# `not x.n >= 3` is undefined, not true, when there is no x.n. Hence the small rules behind the `not`s in this package.

# METADATA
# description: >-
#   Contradictions between what a proposal says of itself (path) and what it shows (related). Each turned its flag on, but for that of
#   `micro`, which turned it off: there the flag is what relieves.
guards := union({
	_data_guards,
	_genai_guards,
	_public_guards,
	_pi_guards,
	_deploy_guards,
	_work_guards,
	_work_big_guards,
	_health_guards,
	_elder_guards,
	_edu_guards,
	_commercial_guards,
	_xborder_guards,
	_vuln_guards,
	_pilotbase_guards,
	_micro_guards,
	_intl_guards,
})

# Every project.

all if count(because.all) > 0

because.all contains []
