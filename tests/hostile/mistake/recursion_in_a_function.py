# Calls itself without end in the function that is asked for.
# exercise: targets/function
# status: failed
# words: error-recursion
# short: yes
def normalise(x):
    return normalise(x)  # <-
