# Imports the code of author and judge.
# exercise: targets/value
# status: error
import grader.judge
import grader.author

print("HIT" if grader.judge.judge and grader.author.AuthorWorker else "miss")
