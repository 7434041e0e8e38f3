# Prints one line that does not end.
# exercise: targets/value
# status: timeout or crashed
# words: grader-printing or grader-excess-output
import time

start = time.monotonic()
while time.monotonic() - start < 2.5:
    print("again and again", end="")
print("\nHIT")
