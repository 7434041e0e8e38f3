# Asks for more numbers than there is room for.
# exercise: targets/value
# status: memory
# words: grader-memory
x = [0] * 10**11  # <-
