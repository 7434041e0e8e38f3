# Starts 1,000 threads that wait.
# exercise: targets/value
# status: error or memory or crashed or timeout
import threading

over = threading.Event()
threads = [threading.Thread(target=over.wait, args=(20,), daemon=True) for _ in range(1000)]
for thread in threads:
    thread.start()
print("HIT")
over.set()
