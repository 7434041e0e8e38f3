# Answers with a matrix of right shape whose elements are all the same one in memory.
# exercise: targets/value
# status: failed
# words: grader-values
import torch

x = torch.zeros(1, dtype=torch.int64).as_strided((3, 4), (0, 0))
print("HIT" if x.shape == (3, 4) and x.dtype == torch.int64 and x.untyped_storage().nbytes() == 8 else "miss")
