# Asks for a number that nobody types.
# exercise: targets/value
# status: error
# words: error-input-call
# short: yes
import torch

rows = int(input("rows? "))  # <-
x = torch.arange(12).reshape(rows, 4)
