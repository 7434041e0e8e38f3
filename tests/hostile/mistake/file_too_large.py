# Writes more into a file than it may hold.
# exercise: targets/small-files
# status: error
# words: error-file-size
with open("numbers", "wb") as file:
    for _ in range(20):
        file.write(bytes(1 << 20))  # <-
