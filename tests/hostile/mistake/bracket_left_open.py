# Forgets to close a bracket.
# exercise: targets/value
# status: refused
# words: grader-syntax
import torch

x = torch.arange(12).reshape(3, 4  # <-
print(x)
