# Leaves the mounts of the machine for some of its own.
# exercise: targets/value
# status: failed
# words: grader-undefined
# root: yes
import ctypes
import os

NEW_MOUNTS = 0x00020000
child = os.fork()
if child == 0:
    os._exit(0 if ctypes.CDLL(None).unshare(NEW_MOUNTS) == 0 else 1)
print("HIT" if os.waitpid(child, 0)[1] == 0 else "miss")
