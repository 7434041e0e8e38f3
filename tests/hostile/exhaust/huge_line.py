# Prints one line of 300 million letters at once, over and over.
# exercise: targets/value
# status: timeout or memory
import time

start = time.monotonic()
while time.monotonic() - start < 2.5:
    print("x" * 300_000_000)
print("HIT")
