# Writes a file of 300 MB.
# exercise: targets/value
# status: error or timeout
import os

with open("huge", "wb") as file:
    for _ in range(300):
        file.write(bytes(1 << 20))
os.remove("huge")
print("HIT")
