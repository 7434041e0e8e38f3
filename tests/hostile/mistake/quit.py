# Ends the program as one does at a prompt.
# exercise: targets/value
# status: error
# words: error-exit-call
import torch

x = torch.arange(12).reshape(3, 4)
quit()  # <-
