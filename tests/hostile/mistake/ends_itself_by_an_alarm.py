# Sets itself an alarm and does not handle it.
# exercise: targets/value
# status: crashed
# words: grader-killed
import signal

signal.setitimer(signal.ITIMER_REAL, 0.05)
while True:
    pass
