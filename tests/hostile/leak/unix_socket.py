# Connects to a socket in the file system, as a desktop's services have them.
# exercise: targets/value
# status: error
import socket

socket.socket(socket.AF_UNIX).connect("@STREAM@")
print("HIT")
