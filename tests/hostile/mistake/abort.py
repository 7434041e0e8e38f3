# Ends itself by a fault of its own.
# exercise: targets/value
# status: crashed
# words: grader-signal
import os

os.abort()  # <-
