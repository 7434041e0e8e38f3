# Reads the lesson with its solutions.
# exercise: targets/value
# status: error
# short: yes
text = open("@COURSE@/targets.yaml").read()
print("HIT" if "solution:" in text else "miss")
