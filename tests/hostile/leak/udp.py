# Sends a datagram, as a question to a name server would.
# exercise: targets/value
# status: error
import socket

socket.socket(socket.AF_INET, socket.SOCK_DGRAM).sendto(b"x", ("127.0.0.1", 53))
print("HIT")
