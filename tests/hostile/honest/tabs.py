# Indents by tabs.
# exercise: targets/function
def normalise(x):
	if x.numel():
		return x / x.sum(dim=1, keepdim=True)
	return x
