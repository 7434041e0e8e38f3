# Lists what lies in the temporary directory, and the scratch directories of others.
# exercise: targets/value
# status: error
import os

print("HIT" if os.listdir("..") and os.listdir(os.path.dirname(os.path.dirname(os.getcwd()))) else "miss")
