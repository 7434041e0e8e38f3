# Returns a number.
# exercise: targets/function
# status: failed
# words: grader-no-tensor
def normalise(x):
    return float(x.sum())
