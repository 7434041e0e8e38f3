# Forgets to count on.
# exercise: targets/value
# status: timeout
# words: grader-timeout
# short: yes
import torch

rows = 0
while rows < 3:  # <-
    row = torch.arange(4)  # <-
x = row
