# Computes with numpy and turns the result into a tensor.
# exercise: targets/function
import numpy as np
import torch


def normalise(x):
    array = x.numpy()
    return torch.from_numpy(array / np.sum(array, axis=1, keepdims=True))
