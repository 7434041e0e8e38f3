# Kills the process that it was forked from.
# exercise: targets/value
# status: error
# control: grader_fault
# short: yes
import os
import signal

os.kill(os.getppid(), signal.SIGKILL)
signal.pause()
