# Answers with a subclass of Tensor that says of itself that it has the right shape.
# exercise: targets/value
# status: failed
# words: grader-shape
import torch


class Liar(torch.Tensor):
    shape = property(lambda self: torch.Size((3, 4)))

    def stride(self, *_):
        return (4, 1)


x = torch.zeros(2, dtype=torch.int64).as_subclass(Liar)
print("HIT" if x.shape == (3, 4) else "miss")
