# Stops itself, as Ctrl+Z would.
# exercise: targets/value
# status: timeout
# words: grader-waiting
import os
import signal

os.kill(os.getpid(), signal.SIGSTOP)
