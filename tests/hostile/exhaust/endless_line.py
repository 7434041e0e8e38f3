# Prints one line that does not end.
# exercise: targets/value
# status: timeout
# words: grader-printing
import time

start = time.monotonic()
while time.monotonic() - start < 2.5:
    print("again and again", end="")
print("\nHIT")
