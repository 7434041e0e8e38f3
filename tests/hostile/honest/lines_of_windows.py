# Saved by an editor of Windows.
# exercise: targets/function
def normalise(x):
    total = x.sum(dim=1, keepdim=True)
    return x / total
