# Writes 1.5 GB in files each of which is small enough.
# exercise: targets/value
# status: error or timeout or crashed or memory
import os

for number in range(15):
    with open(f"file-{number}", "wb") as file:
        for _ in range(100):
            file.write(bytes(1 << 20))
print("HIT")
for number in range(15):
    os.remove(f"file-{number}")
