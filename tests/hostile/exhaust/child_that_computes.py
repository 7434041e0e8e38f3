# Starts another Python that computes for longer than it may.
# exercise: targets/value
# status: timeout
import subprocess
import sys

program = "import time; start = time.monotonic()\nwhile time.monotonic() - start < 2.5: pass"
subprocess.run([sys.executable, "-S", "-c", program], check=True)
print("HIT")
