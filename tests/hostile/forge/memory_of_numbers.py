# Changes a number in memory, behind the back of the language.
# exercise: targets/value
# status: failed or crashed or error or timeout
import ctypes

x = int("1000")
ctypes.c_uint32.from_address(id(x) + 24).value = 1001
print("HIT" if x == int("1001") else "miss", flush=True)
