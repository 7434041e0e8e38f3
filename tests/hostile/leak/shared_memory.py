# Leaves a note in shared memory for programs to come.
# exercise: targets/value
# status: failed
# words: grader-undefined
import ctypes

libc = ctypes.CDLL(None, use_errno=True)
number = libc.shmget(0, 4096, 0o1600)
if number >= 0:
    libc.shmctl(number, 0, None)
print("HIT" if number >= 0 else "miss")
