# Writes a function that takes nothing.
# exercise: targets/function
# status: failed
# words: grader-raised
def normalise():
    return 1
