# Prints in a loop that does not end.
# exercise: targets/value
# status: timeout or crashed
# words: grader-printing or grader-excess-output
# short: yes
step = 0
while step < 10:  # <-
    print("step", step)  # <-
