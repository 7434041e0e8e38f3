# Leaves `...` as the body of the function.
# exercise: targets/function
# status: failed
# words: grader-unfinished-line
def normalise(x):
    ...  # <-
