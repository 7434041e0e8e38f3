# Catches everything, also what ends a program.
# exercise: targets/value
import sys

import torch

try:
    sys.exit(3)
except SystemExit:
    pass
try:
    torch.ones(2) @ torch.ones(3)
except RuntimeError as error:
    print(error)
finally:
    x = torch.arange(12).reshape(3, 4)
