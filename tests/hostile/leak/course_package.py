# Reads the lessons and the data of the installed course.
# exercise: targets/value
# status: failed or error
import os

import course

place = os.path.dirname(course.__file__)
for name in ("builtin", "datasets"):
    for file in os.listdir(os.path.join(place, name)):
        print("HIT" if open(os.path.join(place, name, file), "rb").read(1) else "miss")
