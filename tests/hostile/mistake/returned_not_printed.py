# Computes what should be printed.
# exercise: targets/printed
# status: failed
# words: grader-printed-nothing
total = sum(range(8))
