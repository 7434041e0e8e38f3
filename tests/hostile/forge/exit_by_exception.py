# Ends like a program that was skipped, not one that failed.
# exercise: targets/value
# status: error
import unittest

print("HIT")
raise unittest.SkipTest("nothing to see here")
