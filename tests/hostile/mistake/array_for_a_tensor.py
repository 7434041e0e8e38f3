# Returns an array of numpy.
# exercise: targets/function
# status: failed
# words: grader-no-tensor
def normalise(x):
    return (x / x.sum(dim=1, keepdim=True)).numpy()
