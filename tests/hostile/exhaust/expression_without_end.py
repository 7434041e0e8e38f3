# Matches a regular expression whose time doubles with each letter; nothing in Python interrupts it.
# exercise: targets/value
# status: timeout
# words: grader-timeout
import re
import time

start = time.monotonic()
for length in range(16, 60):
    re.match(r"(a+)+$", "a" * length + "b")  # <-
    if time.monotonic() - start > 1.5:
        break
print("HIT")
