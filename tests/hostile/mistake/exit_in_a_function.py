# Ends the program in the function that is asked for.
# exercise: targets/function
# status: failed
# words: error-exit-call
def normalise(x):
    print(x / x.sum(dim=1, keepdim=True))
    exit()  # <-
