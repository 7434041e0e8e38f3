# Answers with an object whose class is named by signs for the terminal.
# exercise: targets/value
# status: failed
# words: grader-type
# control: failed
x = type("Evil\x1b[31m\u202e", (), {})()
