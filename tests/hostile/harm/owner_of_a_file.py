# Gives a file to another user.
# exercise: targets/value
# status: error
# root: yes
import os

os.chown("@OUTSIDE@/victim", 1, 1)
os.chown("@OUTSIDE@/victim", 0, 0)
print("HIT")
