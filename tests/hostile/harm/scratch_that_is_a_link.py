# Puts a link to somewhere else in the place of its own scratch directory, which is then cleared.
# exercise: targets/value
# status: error
import os

own = os.getcwd()
os.chdir("..")
os.rmdir(own)
os.symlink("@OUTSIDE@", own)
print("HIT")
