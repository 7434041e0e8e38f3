# Binds another process to processors of its choice.
# exercise: targets/value
# status: error
import os

os.sched_setaffinity(@APP@, os.sched_getaffinity(@APP@))
print("HIT")
