package mini.flags

all if count(because.all) > 0

because.all contains []

open if count(because.open) > 0

because.open contains ["url"] if input.proposal.url

guards := set()
