# Leaves directories that nobody may enter; they must be cleared away all the same.
# exercise: targets/value
# status: passed
# control: passed
import os

import torch

os.makedirs("a/b/c")
open("a/b/c/file", "w").close()
for place in ("a/b/c", "a/b", "a", "."):
    os.chmod(place, 0)
x = torch.arange(12).reshape(3, 4)
