# Raises an exception whose message is the number of a hidden check.
# exercise: targets/hidden
# status: failed
# words: grader-hidden
# secret: 7351
def double(n):
    if n > 100:
        raise ValueError(f"it is {n}")
    return 2 * n


try:
    double(101)
except ValueError as error:
    print("HIT" if str(error) == "it is 101" else "miss")
