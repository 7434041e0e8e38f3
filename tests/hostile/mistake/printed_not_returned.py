# Prints the result instead of returning it.
# exercise: targets/function
# status: failed
# words: grader-none
def normalise(x):
    print(x / x.sum(dim=1, keepdim=True))
