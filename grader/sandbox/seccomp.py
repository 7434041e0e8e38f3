"""A system call filter: no sockets of any family, no tracing, no way around by io_uring or BPF.

Landlock's network rules leave UDP alone; refusing `socket` itself closes the gap without a network namespace.
`socketpair` stays, for asyncio lives on it. Numbers are those of the Linux system call tables.
"""

from __future__ import annotations

import ctypes
import errno
import os
import platform
import struct
import sys

from course.message import Message

_PR_GET_SECCOMP, _PR_SET_SECCOMP, _MODE_FILTER = 21, 22, 2
_PR_SET_NO_NEW_PRIVS = 38
_LOAD, _JUMP_EQUAL, _JUMP_GREATER_OR_EQUAL, _RETURN = 0x20, 0x15, 0x35, 0x06
_ALLOW, _ERROR = 0x7FFF0000, 0x00050000
_ARCHITECTURES = {"x86_64": 0xC000003E, "aarch64": 0xC00000B7}
_X32_BIT = 0x40000000
_REFUSED = {
    # socket, ptrace, process_vm_readv, process_vm_writev, io_uring_setup,
    # bpf, userfaultfd, add_key, keyctl, pidfd_getfd, shmget, msgget, semget
    "x86_64": (41, 101, 310, 311, 425, 321, 323, 248, 250, 438, 29, 68, 64),
    "aarch64": (198, 117, 270, 271, 425, 280, 282, 217, 219, 438, 194, 186, 190),
}

_TRUNCATE = {"x86_64": 76, "aarch64": 45}


class _Program(ctypes.Structure):
    _fields_ = [("length", ctypes.c_ushort), ("filter", ctypes.c_void_p)]


def missing() -> list[Message]:
    """Why no filter can be used here; empty when one can."""
    if sys.platform == "linux" and platform.machine() in _REFUSED and _kernel_filters():
        return []
    return [Message("sandbox-no-filter", {"system": platform.system(), "machine": platform.machine()})]


def _kernel_filters() -> bool:
    """Whether the kernel was built with filters."""
    return bool(ctypes.CDLL(None).prctl(_PR_GET_SECCOMP, 0, 0, 0, 0) >= 0)


def enforce(*, keep_truncate: bool) -> None:
    """Filters this process and its children.

    Args:
        keep_truncate: whether a file may be cut by its name; an old Landlock does not know of that.

    Raises:
        OSError: the kernel refuses the filter.
    """
    machine = platform.machine()
    refuse = struct.pack("HBBI", _RETURN, 0, 0, _ERROR | errno.EACCES)
    numbers = _REFUSED[machine] if keep_truncate else (*_REFUSED[machine], _TRUNCATE[machine])
    rows = [
        struct.pack("HBBI", _LOAD, 0, 0, 4),
        struct.pack("HBBI", _JUMP_EQUAL, 1, 0, _ARCHITECTURES[machine]),
        refuse,
        struct.pack("HBBI", _LOAD, 0, 0, 0),
        struct.pack("HBBI", _JUMP_GREATER_OR_EQUAL, len(numbers) + 1, 0, _X32_BIT),
        *(struct.pack("HBBI", _JUMP_EQUAL, len(numbers) - i, 0, number) for i, number in enumerate(numbers)),
        struct.pack("HBBI", _RETURN, 0, 0, _ALLOW),
        refuse,
    ]
    code = ctypes.create_string_buffer(b"".join(rows))
    program = _Program(len(rows), ctypes.cast(code, ctypes.c_void_p))
    libc = ctypes.CDLL(None, use_errno=True)
    libc.prctl(_PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0)
    if libc.prctl(_PR_SET_SECCOMP, _MODE_FILTER, ctypes.byref(program), 0, 0) != 0:
        raise OSError(ctypes.get_errno(), f"prctl(PR_SET_SECCOMP): {os.strerror(ctypes.get_errno())}")
