# Lets a timer interrupt it over and over, so that it never comes on.
# exercise: targets/value
# status: timeout
import signal
import time

signal.signal(signal.SIGALRM, lambda *_: time.sleep(0.005))
signal.setitimer(signal.ITIMER_REAL, 0.01, 0.01)
start = time.monotonic()
while time.monotonic() - start < 2.5:
    pass
signal.setitimer(signal.ITIMER_REAL, 0)
print("HIT")
