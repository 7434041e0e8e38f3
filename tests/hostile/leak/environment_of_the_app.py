# Reads the environment of the app's process.
# exercise: targets/value
# status: error
print("HIT" if open("/proc/@APP@/environ", "rb").read() is not None else "miss")
