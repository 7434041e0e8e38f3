# Ignores every signal that can be ignored.
# exercise: targets/value
# status: timeout
# words: grader-timeout
import signal
import time

for number in range(1, signal.NSIG):
    try:
        signal.signal(number, signal.SIG_IGN)
    except (OSError, ValueError):
        pass
start = time.monotonic()
while time.monotonic() - start < 2.5:
    pass
print("HIT")
