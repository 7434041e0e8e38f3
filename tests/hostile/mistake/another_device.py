# Makes the result on another device.
# exercise: targets/value
# status: failed
# words: grader-device
import torch

x = torch.arange(12, device="meta").reshape(3, 4)
