# Hides an endless loop in a trace function.
# exercise: targets/value
# status: timeout
import sys
import time

start = time.monotonic()


def trace(frame, event, argument):
    while time.monotonic() - start < 2.5:
        pass


sys.settrace(trace)
(lambda: 0)()
sys.settrace(None)
print("HIT")
