# Answers with a fake tensor, which has everything but values.
# exercise: targets/training
# status: failed or crashed
import torch
from torch._subclasses.fake_tensor import FakeTensorMode

with FakeTensorMode():
    answers = torch.empty(len(test_x), dtype=torch.int64)
print("HIT" if answers.shape == (len(test_x),) and answers.device.type == "cpu" else "miss")
