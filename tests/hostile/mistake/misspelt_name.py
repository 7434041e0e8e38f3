# Uses a name that is not defined.
# exercise: targets/value
# status: error
# error: NameError
import torch

x = torch.arange(twelve).reshape(3, 4)  # <-
