# Attaches itself to the host as a debugger does.
# exercise: targets/value
# status: failed
# words: grader-undefined
import ctypes
import os

SEIZE = 0x4206
libc = ctypes.CDLL(None, use_errno=True)
print("HIT" if libc.ptrace(SEIZE, os.getppid(), None, None) == 0 else "miss")
