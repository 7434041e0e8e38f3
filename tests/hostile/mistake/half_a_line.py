# Stops in the middle of a line.
# exercise: targets/value
# status: refused
# words: grader-syntax
import torch

x =  # <-
