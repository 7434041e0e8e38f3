# Calls itself without end.
# exercise: targets/value
# status: error
# words: error-recursion
def count(n):
    return 1 + count(n - 1)  # <-


x = count(3)
