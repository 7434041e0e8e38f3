# Writes outside by way of a link, and leaves the link for the one who clears up.
# exercise: targets/value
# status: error
import os

os.symlink("@OUTSIDE@", "link")
with open("link/victim", "r+"):
    print("HIT")
