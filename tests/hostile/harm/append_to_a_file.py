# Appends to a file of the person who learns.
# exercise: targets/value
# status: error
with open("@OUTSIDE@/secret.txt", "a"):
    print("HIT")
