# Returns a list.
# exercise: targets/function
# status: failed
# words: grader-no-tensor
def normalise(x):
    return [[float(item / row.sum()) for item in row] for row in x]
