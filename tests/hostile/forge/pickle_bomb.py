# Answers with an object that runs code when it is unpickled.
# exercise: targets/value
# status: failed
# words: grader-type
import pickle


class Bomb:
    def __reduce__(self):
        return print, ("HIT",)


x = Bomb()
pickle.loads(pickle.dumps(x))
