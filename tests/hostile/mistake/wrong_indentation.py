# Mixes up how far lines are indented.
# exercise: targets/function
# status: refused
# words: grader-syntax
def normalise(x):
    total = x.sum(dim=1, keepdim=True)
      return x / total  # <-
