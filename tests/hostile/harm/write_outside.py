# Writes a file outside its scratch directory.
# exercise: targets/value
# status: error
# short: yes
import os

with open("@OUTSIDE@/written", "w") as file:
    file.write("x")
os.remove("@OUTSIDE@/written")
print("HIT")
