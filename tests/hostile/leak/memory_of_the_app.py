# Reads the memory of the app by a system call, without any file.
# exercise: targets/value
# status: failed
# words: grader-undefined
import ctypes
import errno

libc = ctypes.CDLL(None, use_errno=True)
buffer = ctypes.create_string_buffer(8)


class Piece(ctypes.Structure):
    _fields_ = [("base", ctypes.c_void_p), ("length", ctypes.c_size_t)]


mine = Piece(ctypes.cast(buffer, ctypes.c_void_p), 8)
theirs = Piece(4096, 8)
libc.process_vm_readv(@APP@, ctypes.byref(mine), 1, ctypes.byref(theirs), 1, 0)
print("HIT" if ctypes.get_errno() == errno.EFAULT else "miss")  # allowed, and nothing lies at 4096
