# Takes the same lock twice.
# exercise: targets/value
# status: timeout
# words: grader-waiting
# short: yes
import threading

lock = threading.Lock()
with lock:
    with lock:  # <-
        x = 1
