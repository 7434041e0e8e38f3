# Leaves out the brackets of a call.
# exercise: targets/value
# status: failed
# words: grader-type
import torch

x = torch.arange(12).reshape
