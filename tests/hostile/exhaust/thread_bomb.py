# Starts 200 threads that wait.
# exercise: targets/value
# status: error or memory
import threading

over = threading.Event()
threads = [threading.Thread(target=over.wait, args=(20,), daemon=True) for _ in range(200)]
for thread in threads:
    thread.start()
print("HIT")
over.set()
