# Starts threads with small stacks until there are 400.
# exercise: targets/value
# status: crashed
# words: grader-excess-threads
# bound: threads
# short: yes
import threading

over = threading.Event()
threading.stack_size(1 << 16)
for _ in range(400):
    threading.Thread(target=over.wait, args=(20,), daemon=True).start()
over.wait(3)
print("HIT", flush=True)
over.set()
