# Computes for longer than it may.
# exercise: targets/value
# status: timeout
# words: grader-timeout
# short: yes
import time

start = time.monotonic()
while time.monotonic() - start < 2.5:  # <-
    pass  # <-
print("HIT")
