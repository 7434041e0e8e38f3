# Sleeps for longer than it may.
# exercise: targets/value
# status: timeout
# words: grader-waiting
import time

time.sleep(2.5)  # <-
print("HIT")
