# Slows another process down.
# exercise: targets/value
# status: error
import os

os.setpriority(os.PRIO_PROCESS, @APP@, os.getpriority(os.PRIO_PROCESS, @APP@))
print("HIT")
