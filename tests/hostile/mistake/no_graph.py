# Asks for gradients of what has none.
# exercise: targets/gradient
# status: error
# words: error-no-graph
import torch

w = torch.ones(2)
w.sum().backward()  # <-
