# Forgets to count on in the function that is asked for.
# exercise: targets/function
# status: timeout
# words: grader-timeout
def normalise(x):
    row = 0
    while row < len(x):  # <-
        x[row] /= x[row].sum()  # <-
