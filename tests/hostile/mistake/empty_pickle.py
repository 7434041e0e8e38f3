# Reads an empty file; that has nothing to do with typing.
# exercise: targets/value
# status: error
# error: EOFError
import pickle

open("empty", "w").close()
x = pickle.load(open("empty", "rb"))  # <-
