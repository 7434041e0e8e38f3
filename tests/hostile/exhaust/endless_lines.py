# Prints lines for longer than it may.
# exercise: targets/value
# status: timeout or crashed
# words: grader-printing or grader-excess-output
# short: yes
import time

start = time.monotonic()
while time.monotonic() - start < 2.5:
    print("again and again")
print("HIT")
