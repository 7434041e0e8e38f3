# Answers with a tensor of 10^12 elements that takes four bytes.
# exercise: targets/value
# status: failed
# words: grader-shape
import torch

x = torch.zeros(1, dtype=torch.int64).expand(10**6, 10**6)
print("HIT" if x.numel() == 10**12 else "miss")
