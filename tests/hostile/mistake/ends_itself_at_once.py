# Ends the process below Python.
# exercise: targets/value
# status: crashed
# words: grader-exited
import os

os._exit(3)
