# Sends itself the signal that cannot be caught.
# exercise: targets/value
# status: crashed
# words: grader-killed
# short: yes
import os
import signal

os.kill(os.getpid(), signal.SIGKILL)
