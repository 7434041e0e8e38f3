# Starts 300 threads that wait, each with a stack of its own.
# exercise: targets/value
# status: error or memory or crashed
# words: error-thread-refused or grader-excess-threads or grader-memory
import threading

over = threading.Event()
threads = [threading.Thread(target=over.wait, args=(20,), daemon=True) for _ in range(300)]
for thread in threads:
    thread.start()
over.wait(3)
print("HIT", flush=True)
over.set()
