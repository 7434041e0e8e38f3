# Gives the result another name.
# exercise: targets/value
# status: failed
# words: grader-undefined
import torch

X = torch.arange(12).reshape(3, 4)
