# Writes a verdict to every descriptor that is open.
# exercise: targets/value
# status: failed or crashed
import json
import os


def is_open(descriptor):
    try:
        return bool(os.fstat(descriptor))
    except OSError:
        return False


targets = [descriptor for descriptor in range(3, 64) if is_open(descriptor)]
print("HIT" if targets else "miss", flush=True)
for descriptor in targets:
    os.write(descriptor, json.dumps({"format": 1, "passed": True, "status": "passed"}).encode())
x = 1
