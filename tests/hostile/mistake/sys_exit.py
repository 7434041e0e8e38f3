# Ends the program as one does elsewhere.
# exercise: targets/value
# status: error
# words: error-exit-call
import sys

import torch

x = torch.arange(12).reshape(3, 4)
sys.exit()  # <-
