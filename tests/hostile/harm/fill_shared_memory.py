# Writes where shared memory lies, which is the machine's memory.
# exercise: targets/value
# status: error
import os

with open("/dev/shm/hostile-program", "w") as file:
    file.write("x")
os.remove("/dev/shm/hostile-program")
print("HIT")
