# Answers with a parameter, which is a tensor that collects a gradient.
# exercise: targets/gradient
import torch

w = torch.nn.Parameter(torch.ones(2))
