# Starts a thread in a loop that does not end.
# exercise: targets/value
# status: error or crashed
# words: error-thread-refused or grader-excess-threads
import threading
import time

while True:
    threading.Thread(target=time.sleep, args=(99,)).start()  # <-
