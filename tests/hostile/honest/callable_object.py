# Answers with an object that can be called and takes any attribute.
# exercise: targets/function
class Normaliser:
    def __getattr__(self, name):
        return 1

    def __call__(self, x):
        return x / x.sum(self.dim, keepdim=True)


normalise = Normaliser()
