# Leaves `...` as an argument.
# exercise: targets/value
# status: error
# words: grader-unfinished-line
import torch

x = torch.arange(12).reshape(..., 4)  # <-
