# Leaves a blank in the function that is asked for.
# exercise: targets/function
# status: failed
# words: error-blank
def normalise(x):
    return x / ___  # <-
