# Takes a file from outside into its own directory by a second name.
# exercise: targets/value
# status: error
import os

os.link("@OUTSIDE@/victim", "mine")
os.remove("mine")
print("HIT")
