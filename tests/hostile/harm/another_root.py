# Makes its own directory the root of the file system, from which old tricks lead out.
# exercise: targets/value
# status: error
# root: yes
import os

os.chroot(".")
print("HIT")
