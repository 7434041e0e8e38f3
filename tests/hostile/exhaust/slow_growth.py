# Takes a little more memory again and again.
# exercise: targets/value
# status: memory
# words: grader-memory
held = []
for _ in range(128):
    held.append(bytes(16 << 20))  # <-
print("HIT")
