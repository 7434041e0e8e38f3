# Deletes a file of the person who learns.
# exercise: targets/value
# status: error
import os

os.rename("@OUTSIDE@/victim", "@OUTSIDE@/moved")
os.rename("@OUTSIDE@/moved", "@OUTSIDE@/victim")
print("HIT")
