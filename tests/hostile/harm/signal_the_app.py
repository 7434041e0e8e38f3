# Sends the app a signal, one that does no harm here.
# exercise: targets/value
# status: error
import os
import signal

os.kill(@APP@, signal.SIGCONT)
print("HIT")
