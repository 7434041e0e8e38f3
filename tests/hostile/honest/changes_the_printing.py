# Replaces standard output for a while, and for good.
# exercise: targets/printed
import contextlib
import io
import sys

with contextlib.redirect_stdout(io.StringIO()) as hidden:
    print("not this")
sys.stdout.write("total ")
print(28, flush=True)
