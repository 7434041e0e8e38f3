# Lets a thread tell how far it is, also while the checks run.
# exercise: targets/function
import threading
import time


def tell():
    while True:
        print("still here", flush=True)
        time.sleep(0.001)


def normalise(x):
    return x / x.sum(dim=1, keepdim=True)


threading.Thread(target=tell, daemon=True).start()
