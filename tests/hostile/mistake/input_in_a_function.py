# Asks for a number in the function that is asked for.
# exercise: targets/function
# status: failed
# words: error-input-call
def normalise(x):
    return x / float(input())  # <-
