# Nests brackets so deep that the parser gives up or dies.
# exercise: targets/value
# status: refused
# repeat: 100000
(
