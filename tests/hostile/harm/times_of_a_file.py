# Makes a file look older than it is.
# exercise: targets/value
# status: failed or error
import os

os.utime("@OUTSIDE@/secret.txt", (1, 1))
print("HIT" if os.stat("@OUTSIDE@/secret.txt").st_mtime == 1 else "miss")
