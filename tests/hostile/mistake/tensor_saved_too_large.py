# Saves a tensor in a file that may not hold so much.
# exercise: targets/value
# status: error
# words: error-file-size
import torch

torch.save(torch.zeros(80 << 20), "numbers.pt")  # <-
