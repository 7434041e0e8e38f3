# Answers with a meta tensor: right shape and dtype, and no values at all.
# exercise: targets/value
# status: failed
# words: grader-device
import torch

x = torch.empty(3, 4, dtype=torch.int64, device="meta")
print("HIT" if x.shape == (3, 4) and x.dtype == torch.int64 else "miss")
