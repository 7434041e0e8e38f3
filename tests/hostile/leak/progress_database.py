# Opens the database that keeps what a person has done.
# exercise: targets/value
# status: error
import sqlite3

rows = sqlite3.connect("file:@OUTSIDE@/progress.db?mode=ro", uri=True).execute("select * from attempts").fetchall()
print("HIT" if rows else "miss")
