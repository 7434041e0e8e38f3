# Waits for a lock that nobody gives back, for longer than it may.
# exercise: targets/value
# status: timeout
# words: grader-waiting
import threading

lock = threading.Lock()
lock.acquire()
lock.acquire(timeout=2.5)  # <-
print("HIT")
