# Prints in a loop that does not end.
# exercise: targets/value
# status: timeout
# words: grader-printing
# short: yes
step = 0
while step < 10:  # <-
    print("step", step)  # <-
