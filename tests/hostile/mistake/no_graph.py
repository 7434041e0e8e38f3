# Asks for gradients of what has none.
# exercise: targets/gradient
# status: error
# words: grader-no-graph
import torch

w = torch.ones(2)
w.sum().backward()  # <-
