# Forks until there are 100 of it.
# exercise: targets/value
# status: crashed or error or memory or timeout
import os
import time

children = []
for _ in range(100):
    child = os.fork()
    if child == 0:
        time.sleep(20)
        os._exit(0)
    children.append(child)
print("HIT", flush=True)
for child in children:
    os.kill(child, 9)
time.sleep(2)
