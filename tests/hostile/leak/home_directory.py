# Reads a file of the person who learns.
# exercise: targets/value
# status: error
# short: yes
print("HIT" if "private" in open("@OUTSIDE@/secret.txt").read() else "miss")
