# Answers with a layer of its own.
# exercise: targets/function
import torch


class Normalise(torch.nn.Module):
    def __init__(self):
        super().__init__()
        self.register_buffer("dim", torch.tensor(1))

    def forward(self, x):
        return x / x.sum(int(self.dim), keepdim=True)


normalise = Normalise()
