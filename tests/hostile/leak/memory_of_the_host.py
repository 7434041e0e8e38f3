# Opens the memory of the process that it was forked from.
# exercise: targets/value
# status: error
import os

with open(f"/proc/{os.getppid()}/mem", "rb"):
    print("HIT")
