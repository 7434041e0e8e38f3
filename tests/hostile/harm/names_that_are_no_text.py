# Leaves files whose names are no text, or look like options.
# exercise: targets/value
# status: passed
# control: passed
import os

import torch

for name in (b"-rf", b"\xff\xfe", b"new\nline", b" ", b"\x1b[31m", b"a" * 255):
    open(name, "w").close()
os.mkfifo("pipe")
os.symlink("self", "self")
x = torch.arange(12).reshape(3, 4)
