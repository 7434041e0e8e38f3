# Rewrites what the worker sends by patching the modules that encode it.
# exercise: targets/value
# status: failed or crashed
import json

import torch

honest = json.dumps
json.dumps = lambda *args, **kwargs: honest(*args, **kwargs).replace('"k":"int"', '"k":"anything"')
x = 7
sent = json.dumps({"k": "int"}, separators=(",", ":"))
print("HIT" if "anything" in sent else "miss")
