# Writes nothing.
# exercise: targets/value
# status: failed
# words: grader-undefined
