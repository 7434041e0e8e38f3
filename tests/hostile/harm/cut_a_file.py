# Cuts a file of the person who learns to nothing, without opening it.
# exercise: targets/value
# status: error
import os

os.truncate("@OUTSIDE@/victim", 6)
print("HIT")
