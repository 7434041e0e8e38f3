"""The system calls that a confined worker is refused, by what they would reach; `seccomp` makes the filter of them.

Landlock guards the contents of files, TCP and, in later versions, signals. It leaves alone who may change the mode,
the owner or the times of any file that can be named, the limits and priorities of the user's other processes, and,
for root, the clock, the name and the modules of the machine. Numbers are those of the Linux system call tables; of
a call that a machine does not have, there is none.
"""

from __future__ import annotations

from collections.abc import Iterable

_Numbers = dict[str, tuple[int | None, int | None]]
"""Name to the numbers on x86_64 and on aarch64."""

_MACHINES = ("x86_64", "aarch64")

_CHANNELS: _Numbers = {
    "socket": (41, 198),
    "shmget": (29, 194),
    "msgget": (68, 186),
    "semget": (64, 190),
    "mq_open": (240, 180),
    "add_key": (248, 217),
    "keyctl": (250, 219),
}
"""Ways to others that are no files."""

_PROCESSES: _Numbers = {
    "ptrace": (101, 117),
    "process_vm_readv": (310, 270),
    "process_vm_writev": (311, 271),
    "process_madvise": (440, 440),
    "pidfd_getfd": (438, 438),
    "kcmp": (312, 272),
    "move_pages": (279, 239),
    "migrate_pages": (256, 238),
    "setpriority": (141, 140),
    "ioprio_set": (251, 30),
    "sched_setparam": (142, 118),
    "sched_setscheduler": (144, 119),
    "sched_setattr": (314, 274),
    "sched_setaffinity": (203, 122),
}
"""What looks into other processes or slows them down."""

_KERNEL: _Numbers = {
    "io_uring_setup": (425, 425),
    "bpf": (321, 280),
    "userfaultfd": (323, 282),
    "perf_event_open": (298, 241),
    "open_by_handle_at": (304, 265),
    "init_module": (175, 105),
    "finit_module": (313, 273),
    "delete_module": (176, 106),
    "kexec_load": (246, 104),
    "kexec_file_load": (320, 294),
    "reboot": (169, 142),
    "syslog": (103, 116),
    "acct": (163, 89),
    "quotactl": (179, 60),
    "quotactl_fd": (443, 443),
    "swapon": (167, 224),
    "swapoff": (168, 225),
    "settimeofday": (164, 170),
    "clock_settime": (227, 112),
    "adjtimex": (159, 171),
    "clock_adjtime": (305, 266),
    "sethostname": (170, 161),
    "setdomainname": (171, 162),
    "vhangup": (153, 58),
    "iopl": (172, None),
    "ioperm": (173, None),
}
"""Ways round a filter, and what belongs to the machine as a whole."""

_PLACES: _Numbers = {
    "mount": (165, 40),
    "umount2": (166, 39),
    "pivot_root": (155, 41),
    "chroot": (161, 51),
    "open_tree": (428, 428),
    "move_mount": (429, 429),
    "fsopen": (430, 430),
    "fspick": (433, 433),
    "mount_setattr": (442, 442),
    "unshare": (272, 97),
    "setns": (308, 268),
}
"""What gives paths another meaning."""

_OWNERS: _Numbers = {
    "chown": (92, None),
    "fchown": (93, 55),
    "lchown": (94, None),
    "fchownat": (260, 54),
    "setxattr": (188, 5),
    "lsetxattr": (189, 6),
    "fsetxattr": (190, 7),
    "setxattrat": (463, 463),
    "removexattr": (197, 14),
    "lremovexattr": (198, 15),
    "fremovexattr": (199, 16),
    "removexattrat": (466, 466),
    "file_setattr": (469, 469),
}
"""What changes a file that may not even be read."""

_MODES: _Numbers = {
    "chmod": (90, None),
    "fchmod": (91, 52),
    "fchmodat": (268, 53),
    "fchmodat2": (452, 452),
    "utime": (132, None),
    "utimes": (235, None),
    "futimesat": (261, None),
    "utimensat": (280, 88),
}
"""The same, but called by every honest copy of a file, too."""

_GROUPS: _Numbers = {"setsid": (112, 157), "setpgid": (109, 154)}
"""What leaves the worker's group of processes, which is ended as one."""

PRLIMIT = {"x86_64": 302, "aarch64": 261}
"""`prlimit64`, by which a process sets its own limits, or another's."""
SOCKETPAIR = {"x86_64": 53, "aarch64": 199}
"""`socketpair`; asyncio and pipes between processes live on it."""


TRUNCATE = {"x86_64": 76, "aarch64": 45}
"""`truncate`, which cuts a file by its name."""


def refused(machine: str) -> list[int]:
    """Calls that fail with EACCES."""
    return _numbers(machine, (_CHANNELS, _PROCESSES, _KERNEL, _PLACES, _OWNERS))


def ignored(machine: str) -> list[int]:
    """Calls that succeed and do nothing."""
    return _numbers(machine, (_MODES, _GROUPS))


def _numbers(machine: str, groups: Iterable[_Numbers]) -> list[int]:
    column = _MACHINES.index(machine)
    found = (numbers[column] for group in groups for numbers in group.values())
    return [number for number in found if number is not None]
