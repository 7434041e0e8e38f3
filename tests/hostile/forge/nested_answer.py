# Lets the worker answer with a nest of 5,000 lists, on which a careless reader runs out of stack.
# exercise: targets/value
# status: failed or crashed
import json
import sys

import grader.program
from grader.wire import Payload

tree = {"k": "int", "v": "0x1"}
for _ in range(400):
    tree = {"k": "list", "v": [tree]}
grader.program.observe = lambda *_: Payload({"inputs": [], "value": tree, "blobs": []}, b"")
x = 1
sys.setrecursionlimit(20_000)
print("HIT" if len(json.dumps(tree)) > 5_000 else "miss")
