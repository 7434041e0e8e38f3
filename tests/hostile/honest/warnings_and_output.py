# Warns, logs and prints a good deal, in both streams.
# exercise: targets/value
# short: yes
import logging
import sys
import warnings

import torch

warnings.warn("old habits", stacklevel=1)
logging.basicConfig(level=logging.INFO)
logging.info("begin")
for number in range(5_000):
    print("row", number)
print("error", file=sys.stderr)
x = torch.arange(12).reshape(3, 4)
