# Gives the name of the function to a number.
# exercise: targets/function
# status: failed
# words: grader-not-callable
# short: yes
import torch

normalise = 0.5
