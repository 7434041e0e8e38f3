# Opens a file 300 times.
# exercise: targets/value
# status: error
import os
import resource

resource.setrlimit(resource.RLIMIT_NOFILE, (resource.getrlimit(resource.RLIMIT_NOFILE)[1],) * 2)
held = [open(os.devnull) for _ in range(300)]  # <-
print("HIT")
