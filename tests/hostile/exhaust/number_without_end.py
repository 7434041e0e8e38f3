# Computes a number of millions of digits; nothing in Python interrupts it.
# exercise: targets/value
# status: timeout
# words: grader-timeout
import time

start = time.monotonic()
power = 1 << 18
while time.monotonic() - start < 1.5:
    power *= 2
    3**power  # <-
print("HIT")
