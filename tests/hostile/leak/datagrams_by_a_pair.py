# Turns one of a pair of connected sockets to another address, as the system's log has one.
# exercise: targets/value
# status: error
# short: yes
import socket

ours, _ = socket.socketpair(socket.AF_UNIX, socket.SOCK_DGRAM)
ours.sendto(b"x", "@SOCKET@")
print("HIT")
