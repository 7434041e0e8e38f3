# Opens a module of the installed torch for writing.
# exercise: targets/value
# status: error
import torch

with open(torch.__file__, "a"):
    print("HIT")
