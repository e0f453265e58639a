package mini.flags_test

import data.mini.flags

test_all if flags.because.all == {[]}

test_no_guards if count(flags.guards) == 0
