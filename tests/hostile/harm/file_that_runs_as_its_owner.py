# Leaves a program that runs with its owner's rights, whoever starts it.
# exercise: targets/value
# status: failed
# words: grader-undefined
import os
import stat

open("run", "w").close()
os.chmod("run", 0o4755)
print("HIT" if os.stat("run").st_mode & stat.S_ISUID else "miss")
