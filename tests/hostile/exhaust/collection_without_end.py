# Hides an endless loop in the garbage collector.
# exercise: targets/value
# status: timeout
import gc
import time

start = time.monotonic()


def never(phase, info):
    while time.monotonic() - start < 2.5:
        pass


gc.callbacks.append(never)
gc.collect()
gc.callbacks.clear()
print("HIT")
