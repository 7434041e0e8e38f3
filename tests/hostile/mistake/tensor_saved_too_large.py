# Saves a tensor in a file that may not hold so much.
# exercise: targets/small-files
# status: error
# words: error-file-size
import torch

torch.save(torch.zeros(8 << 20), "numbers.pt")  # <-
