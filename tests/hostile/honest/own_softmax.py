# Writes the softmax by hand, in the stable way.
# exercise: targets/rule
import torch


def share(x):
    raised = (x - x.max()).exp()
    return raised / raised.sum()
