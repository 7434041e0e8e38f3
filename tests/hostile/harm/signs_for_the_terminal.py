# Prints what clears a screen, sets its title, writes to the clipboard and turns text round.
# exercise: targets/value
# status: passed
# control: passed
# short: yes
import sys

import torch

for stream in (sys.stdout, sys.stderr):
    print("\x1b[2J\x1b]0;title\x07\x1b]52;c;aGk=\x07\x9b31m \u202e\u2066 \x08\r\x00", file=stream)
x = torch.arange(12).reshape(3, 4)
