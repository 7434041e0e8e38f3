# Answers with a dict that never comes to an end when it is looked at.
# exercise: targets/value
# status: timeout or failed or crashed
# call: [print("HIT") for number, _ in zip(range(2), x.items())]
import itertools


class Endless(dict):
    def items(self):
        return ((number, number) for number in itertools.count())


x = Endless()
