# Writes to standard output by descriptor, past everything that Python would count.
# exercise: targets/value
# status: timeout or crashed
# words: grader-printing or grader-excess-output
import os
import time

start = time.monotonic()
while time.monotonic() - start < 2.5:
    os.write(1, b"y" * 65536)
os.write(1, b"\nHIT\n")
