# Leaves a blank where the value should be.
# exercise: targets/value
# status: error
# words: error-blank
import torch

x = torch.arange(____).reshape(3, 4)  # <-
