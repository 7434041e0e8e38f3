# Prints a wrong total and then the signs that make a terminal show another.
# exercise: targets/printed
# status: failed
# words: grader-line
print("total 27\b8")
print("HIT") if "27\b8".endswith("8") else None
