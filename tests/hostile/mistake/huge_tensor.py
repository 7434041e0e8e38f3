# Asks for 400 GB.
# exercise: targets/value
# status: memory
# words: grader-memory
import torch

x = torch.ones(10**11)  # <-
