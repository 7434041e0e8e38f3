# Makes torch find everything equal, as it would fool a grader that compares in the program's own process.
# exercise: targets/value
# status: failed
# words: grader-values
import torch

torch.equal = torch.allclose = lambda *_, **__: True
torch.testing.assert_close = lambda *_, **__: None
x = torch.zeros(3, 4, dtype=torch.int64)
print("HIT" if torch.equal(x, torch.arange(12).reshape(3, 4)) else "miss")
