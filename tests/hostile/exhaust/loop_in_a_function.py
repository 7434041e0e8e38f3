# Never comes back from the function that the check calls.
# exercise: targets/function
# status: timeout
# words: grader-timeout
# call: normalise(None)
import time


def normalise(x):
    start = time.monotonic()
    while time.monotonic() - start < 2.5:  # <-
        pass  # <-
    print("HIT")
    return x
