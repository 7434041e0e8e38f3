# Makes files without a word in them, for longer than it may.
# exercise: targets/value
# status: error or timeout or crashed or memory
import os
import time

start = time.monotonic()
number = 0
while time.monotonic() - start < 2.5:
    open(f"file-{number}", "w").close()
    number += 1
print("HIT")
for file in range(number):
    os.remove(f"file-{file}")
