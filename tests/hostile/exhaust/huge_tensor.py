# Asks for a tensor of 3 GB where 1 GB is allowed.
# exercise: targets/value
# status: memory
# words: grader-memory
# short: yes
import torch

x = torch.empty(3 << 30, dtype=torch.uint8)  # <-
print("HIT")
