# Multiplies what does not fit.
# exercise: targets/value
# status: error
# error: RuntimeError
import torch

x = torch.ones(3, 4) @ torch.ones(3, 4)  # <-
