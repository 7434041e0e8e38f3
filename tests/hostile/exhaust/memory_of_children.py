# Shares what it takes among children, each of which stays below the bound.
# exercise: targets/value
# status: memory or timeout or error
import os
import time

pipe = os.pipe()
children = []
for _ in range(6):
    child = os.fork()
    if child == 0:
        held = [os.urandom(1) * (16 << 20) for _ in range(20)]
        os.write(pipe[1], b"x")
        time.sleep(20)
        os._exit(0)
    children.append(child)
held = b""
while len(held) < 6:
    held += os.read(pipe[0], 6)
print("HIT", flush=True)
for child in children:
    os.kill(child, 9)
time.sleep(2)
