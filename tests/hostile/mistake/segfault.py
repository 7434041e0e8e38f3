# Reads memory that is not there.
# exercise: targets/value
# status: crashed
# words: grader-signal
import ctypes

ctypes.string_at(0)  # <-
