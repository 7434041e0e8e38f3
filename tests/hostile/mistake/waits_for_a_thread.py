# Waits for a thread that waits.
# exercise: targets/value
# status: timeout
# words: grader-waiting
import queue
import threading

work = queue.Queue()
thread = threading.Thread(target=work.get)
thread.start()
thread.join()
