"""Landlock by its system calls: read named paths, write one directory, reach nothing else.

Numbers and structures are those of the Linux user-space API, `linux/landlock.h`. Needs no root and no package.
"""

from __future__ import annotations

import ctypes
import os
import stat
import sys
from pathlib import Path

from course.message import Message

_CREATE_RULESET, _ADD_RULE, _RESTRICT_SELF = 444, 445, 446
_VERSION = 1
_RULE_PATH_BENEATH = 1
_PR_SET_NO_NEW_PRIVS = 38

_EXECUTE, _WRITE_FILE, _READ_FILE, _READ_DIR = 1, 2, 4, 8
_ALL_BY_ABI = {1: (1 << 13) - 1, 2: (1 << 14) - 1, 3: (1 << 15) - 1, 5: (1 << 16) - 1}
"""Every file system right that a version of the interface knows."""
_FILE_RIGHTS = _EXECUTE | _WRITE_FILE | _READ_FILE | (1 << 14) | (1 << 15)
_DEVICE_RIGHTS = _READ_FILE | _WRITE_FILE | _READ_DIR | (1 << 15)
"""Of a device file; the last is `ioctl`."""
_MAKE_DEVICES = (1 << 6) | (1 << 11)
"""Of a directory; root could make a disk's own device file, and read all that is on it."""
_READ = _EXECUTE | _READ_FILE | _READ_DIR
_BIND_TCP_AND_CONNECT_TCP = 3
_SCOPE_ABSTRACT_SOCKETS_AND_SIGNALS = 3
_NULL = Path("/dev/null")


class _RulesetAttr(ctypes.Structure):
    _fields_ = [("fs", ctypes.c_uint64), ("net", ctypes.c_uint64), ("scoped", ctypes.c_uint64)]


class _PathAttr(ctypes.Structure):
    _pack_ = 1
    _fields_ = [("allowed", ctypes.c_uint64), ("parent", ctypes.c_int32)]


def abi() -> int:
    """The version of the interface; 0 where there is none."""
    if sys.platform != "linux":
        return 0
    version: int = ctypes.CDLL(None, use_errno=True).syscall(_CREATE_RULESET, None, 0, _VERSION)
    return max(0, version)


def missing() -> list[Message]:
    """Why Landlock cannot be used here; empty when it can."""
    return [] if abi() else [Message("sandbox-no-landlock")]


def bounds_truncation() -> bool:
    """Whether files that cannot be written cannot be emptied either, by `truncate`."""
    return abi() >= 3


class Ruleset:
    """Reading of named paths, use of device files, and writing in a worker's own directory, in two layers.

    The first is made once and allows all of `scratch_root`; the second, small and made in each worker, leaves of it
    the worker's own directory alone.
    """

    def __init__(self, readable: list[Path], scratch_root: Path, device_files: list[Path]) -> None:
        self._version = abi()
        self._all = _ALL_BY_ABI[max(known for known in _ALL_BY_ABI if known <= self._version)]
        scoped = _SCOPE_ABSTRACT_SOCKETS_AND_SIGNALS if self._version >= 6 else 0
        network = _BIND_TCP_AND_CONNECT_TCP if self._version >= 4 else 0
        self.descriptor = _create(_RulesetAttr(self._all, network, scoped), self._version)
        for path in readable:
            _allow(self.descriptor, path, _READ)
        _allow(self.descriptor, scratch_root, self._all & ~_MAKE_DEVICES)
        self._device_files = [_NULL, *device_files]
        for path in self._device_files:
            _allow(self.descriptor, path, self._all & _DEVICE_RIGHTS)
        tops = {path: Path(*path.parts[:2]) for path in readable}
        root = scratch_root.resolve()
        self._coarse = {path if root.is_relative_to(top) else top for path, top in tops.items()}
        """Few paths that hold all readable ones and no scratch directory."""

    def enforce(self, scratch: Path) -> None:
        """Confines this process to what is readable and to `scratch`; cannot be undone."""
        own = _create(_RulesetAttr(self._all, 0, 0), self._version)
        for path in self._coarse:
            _allow(own, path, _READ)
        _allow(own, scratch, self._all & ~_MAKE_DEVICES)
        for path in self._device_files:
            _allow(own, path, self._all & _DEVICE_RIGHTS)
        _enforce(self.descriptor)
        _enforce(own)


def _create(attributes: _RulesetAttr, version: int) -> int:
    size = 24 if version >= 6 else 16 if version >= 4 else 8
    return _call(_CREATE_RULESET, ctypes.byref(attributes), size, 0)


def _allow(ruleset: int, path: Path, rights: int) -> None:
    try:
        descriptor = os.open(path, os.O_PATH | os.O_CLOEXEC)
    except OSError:
        return
    try:
        if not stat.S_ISDIR(os.fstat(descriptor).st_mode):
            rights &= _FILE_RIGHTS
        _call(_ADD_RULE, ruleset, _RULE_PATH_BENEATH, ctypes.byref(_PathAttr(rights, descriptor)), 0)
    finally:
        os.close(descriptor)


def _enforce(ruleset: int) -> None:
    libc = ctypes.CDLL(None, use_errno=True)
    if libc.prctl(_PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) != 0:
        raise OSError(ctypes.get_errno(), "prctl(PR_SET_NO_NEW_PRIVS)")
    _call(_RESTRICT_SELF, ruleset, 0)
    os.close(ruleset)


def _call(number: int, *arguments: object) -> int:
    libc = ctypes.CDLL(None, use_errno=True)
    result: int = libc.syscall(number, *arguments)
    if result < 0:
        raise OSError(ctypes.get_errno(), f"Landlock system call {number}: {os.strerror(ctypes.get_errno())}")
    return result
