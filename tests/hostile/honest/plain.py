# The solution as most write it.
# exercise: targets/value
import torch

x = torch.arange(12).reshape(3, 4)
