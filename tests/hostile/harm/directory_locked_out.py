# Takes a person's own directory away by its mode.
# exercise: targets/value
# status: failed or error
import os

os.chmod("@OUTSIDE@", 0)
print("HIT" if os.stat("@OUTSIDE@").st_mode & 0o777 == 0 else "miss")
os.chmod("@OUTSIDE@", 0o700)
