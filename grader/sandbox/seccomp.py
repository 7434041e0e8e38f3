"""A system call filter for what Landlock leaves alone: sockets of any family, other processes, modes of files.

Landlock's network rules leave UDP alone; refusing `socket` itself closes the gap without a network namespace. A
`socketpair` of datagrams could be turned to any address, so only those of streams stay. Which calls are refused
stands in `syscalls`.
"""

from __future__ import annotations

import ctypes
import errno
import os
import platform
import socket
import struct
import sys
from collections.abc import Iterable

from course.message import Message
from grader.sandbox import syscalls

_PR_GET_SECCOMP, _PR_SET_SECCOMP, _MODE_FILTER = 21, 22, 2
_PR_SET_NO_NEW_PRIVS = 38
_LOAD, _AND, _JUMP_EQUAL, _JUMP_GREATER_OR_EQUAL, _RETURN = 0x20, 0x54, 0x15, 0x35, 0x06
_ALLOW, _ERROR = 0x7FFF0000, 0x00050000
_ARCHITECTURES = {"x86_64": 0xC000003E, "aarch64": 0xC00000B7}
_X32_BIT = 0x40000000
_NUMBER, _ARCHITECTURE, _FIRST_ARGUMENT, _SECOND_ARGUMENT = 0, 4, 16, 24
"""Offsets in what the kernel shows to a filter."""
_SOCKET_TYPE_BITS = 0xF


class _Program(ctypes.Structure):
    _fields_ = [("length", ctypes.c_ushort), ("filter", ctypes.c_void_p)]


def missing() -> list[Message]:
    """Why no filter can be used here; empty when one can."""
    if sys.platform == "linux" and platform.machine() in _ARCHITECTURES and _kernel_filters():
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
    rows = _rows(platform.machine(), keep_truncate=keep_truncate)
    code = ctypes.create_string_buffer(b"".join(rows))
    program = _Program(len(rows), ctypes.cast(code, ctypes.c_void_p))
    libc = ctypes.CDLL(None, use_errno=True)
    libc.prctl(_PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0)
    if libc.prctl(_PR_SET_SECCOMP, _MODE_FILTER, ctypes.byref(program), 0, 0) != 0:
        raise OSError(ctypes.get_errno(), f"prctl(PR_SET_SECCOMP): {os.strerror(ctypes.get_errno())}")


def _rows(machine: str, *, keep_truncate: bool) -> list[bytes]:
    """The instructions of the filter."""
    allow, refuse, ignore = (_row(_RETURN, what) for what in (_ALLOW, _ERROR | errno.EACCES, _ERROR))
    cutting = [] if keep_truncate else [syscalls.TRUNCATE[machine]]
    streams = (socket.SOCK_STREAM, socket.SOCK_SEQPACKET)
    return [
        _row(_LOAD, _ARCHITECTURE),
        *_unless_equal(_ARCHITECTURES[machine], [refuse]),
        _row(_LOAD, _NUMBER),
        _row(_JUMP_GREATER_OR_EQUAL, _X32_BIT, otherwise=1),
        refuse,
        *_each([*syscalls.refused(machine), *cutting], [refuse]),
        *_each(syscalls.ignored(machine), [ignore]),
        *_each([syscalls.PRLIMIT[machine]], [_row(_LOAD, _FIRST_ARGUMENT), *_each([0], [allow]), refuse]),
        *_each(
            [syscalls.SOCKETPAIR[machine]],
            [
                _row(_LOAD, _SECOND_ARGUMENT),
                _row(_AND, _SOCKET_TYPE_BITS),
                *_each(map(int, streams), [allow]),
                refuse,
            ],
        ),
        allow,
    ]


def _each(values: Iterable[int], then: list[bytes]) -> list[bytes]:
    """For each value: if what is loaded equals it, what is then done, which must end in a return."""
    return [row for value in values for row in (_row(_JUMP_EQUAL, value, otherwise=len(then)), *then)]


def _unless_equal(value: int, then: list[bytes]) -> list[bytes]:
    return [_row(_JUMP_EQUAL, value, equal=len(then)), *then]


def _row(code: int, value: int, *, equal: int = 0, otherwise: int = 0) -> bytes:
    """One instruction; `equal` and `otherwise` are how many to leap over."""
    return struct.pack("HBBI", code, equal, otherwise, value)
