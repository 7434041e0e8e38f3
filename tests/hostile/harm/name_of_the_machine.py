# Gives the machine a name (the one that it has).
# exercise: targets/value
# status: error
# root: yes
import socket

socket.sethostname(socket.gethostname())
print("HIT")
