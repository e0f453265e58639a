# METADATA
# title: Money
# description: >-
#   Amounts are written in 万元 (ten thousand yuan) and compared as whole fen, so that no sum depends on how a decimal
#   fraction is stored.
package lib.money

# METADATA
# description: An amount in 万元 as fen. One 万元 is 10,000 yuan of 100 fen.
fen(wan) := round(wan * 1000000)

# METADATA
# description: An amount in fen as 万元, to say it in a message.
wan(amount) := amount / 1000000

# METADATA
# description: Whether two amounts in fen are no further apart than the tolerance, also in fen.
same(a, b, tolerance) if abs(a - b) <= tolerance
