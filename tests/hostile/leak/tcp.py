# Sends what it knows to a port on this machine.
# exercise: targets/value
# status: error
# short: yes
import socket

with socket.create_connection(("127.0.0.1", @PORT@), timeout=1) as connection:
    connection.sendall(b"x")
print("HIT")
