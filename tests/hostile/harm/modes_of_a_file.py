# Opens a private file to everybody; its contents need not be readable for that.
# exercise: targets/value
# status: failed or error
# short: yes
import os

before = os.stat("@OUTSIDE@/secret.txt").st_mode
os.chmod("@OUTSIDE@/secret.txt", 0o777)
print("HIT" if os.stat("@OUTSIDE@/secret.txt").st_mode & 0o777 == 0o777 else "miss")
os.chmod("@OUTSIDE@/secret.txt", before)
