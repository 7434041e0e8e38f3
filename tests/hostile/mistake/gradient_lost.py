# Loses the gradient on the way.
# exercise: targets/gradient
# status: failed
# words: grader-requires-grad
import torch

w = torch.ones(2, requires_grad=True).detach()
