# Cancels what would tell its running line, and loops.
# exercise: targets/value
# status: timeout
# words: grader-timeout
import faulthandler
import time

faulthandler.cancel_dump_traceback_later()
faulthandler.disable()
start = time.monotonic()
while time.monotonic() - start < 2.5:
    pass
print("HIT")
