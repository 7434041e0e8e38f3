"""What a grading says: plain data for screens, reports and JSON, without a sentence in any language.

The closed lists of states and reasons live here; `course.catalogue` turns the messages into words.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any, Literal

from course.message import Message
from grader.difference import TensorDifference

Status = Literal["passed", "failed", "error", "timeout", "crashed", "memory", "refused", "grader_fault"]
"""`failed` ran and is wrong; `error` raised; `refused` broke a source rule or cannot be parsed."""

RunStatus = Literal["finished", "error", "timeout", "crashed", "memory", "refused", "grader_fault"]
"""How a program ends that is run without being graded; `refused` was not run at all."""

CheckStatus = Literal["passed", "failed", "skipped", "not_run"]

Reason = Literal[
    "undefined",
    "type",
    "shape",
    "dtype",
    "device",
    "finite",
    "values",
    "length",
    "keys",
    "requires_grad",
    "is_leaf",
    "grad",
    "strides",
    "aliasing",
    "inputs_unchanged",
    "module",
    "optimizer",
    "condition",
    "stdout",
    "source",
    "not_raised",
    "exception",
    "raised",
    "too_large",
    "unobservable",
]

DiagnosedBy = Literal["mistake", "mutant", "transformation", "error"]

Isolation = Literal["none", "limits", "seatbelt", "landlock", "bubblewrap"]
"""How the learner's run was confined, weakest first: process limits; the sandbox of macOS round the host, untested;
Landlock and a system call filter in each worker; bubblewrap round the host, and in it what there is of those.
"""

Summary = dict[str, Any]
"""An observed value as plain data: `type`, and for a tensor `shape`, `dtype`, `device` and, where small, `values`.

A tensor that a program has bound also tells `requires_grad` and `grad_fn` where it has them and, where it is too large
for `values` but not very large, `min`, `max` and `mean`.
"""

MAX_VALUES = 400
"""Elements of a tensor up to which its values are shown."""
MAX_PICTURE = 4_096
"""Elements of a tensor that a program shows up to which its values are told: 64 by 64."""
MAX_ITEMS = 20
"""Items of a container, or parameters of a module, that are shown."""
MAX_TEXT = 2_000
"""Characters of a text that are shown."""
MAX_SHOWN = 50
"""Values that one program may show."""
MAX_WARNINGS = 20
"""Warnings of one program that are told."""
MAX_FRAMES = 30
"""The learner's frames of an exception that are told, the innermost ones."""
MAX_POINTS = 10_000
"""Points that one program may plot."""


MAX_OPERANDS = 8
"""Values on a failing line that are told."""


@dataclass(frozen=True, slots=True)
class Frame:
    """A line of the learner's that was running when the exception came."""

    line: int
    """From 1."""
    function: str
    """The name of the function; `<module>` at the top."""
    text: str = ""
    """What stands in the line, less its indent."""
    mark: tuple[int, int] | None = None
    """Where in the text the expression that failed begins and ends, in characters; None when it is all of it."""


@dataclass(frozen=True, slots=True)
class LearnerError:
    """An exception or a warning in the learner's program."""

    type: str
    """The class name."""
    message: str
    """The original message, unabridged up to 10,000 characters."""
    line: int | None
    """The learner's innermost line, from 1; None when it lies outside the program."""
    explanation: Message | None = None
    """What it means, when that is known."""
    remedy: Message | None = None
    """What to try, when there is an explanation."""
    frames: tuple[Frame, ...] = ()
    """The learner's frames, outermost first."""
    operands: tuple[tuple[str, Summary], ...] = ()
    """The values that the innermost line works with, as it writes them (`self.fc1.weight`)."""


@dataclass(frozen=True, slots=True)
class CheckResult:
    """The answer to one check."""

    name: str
    status: CheckStatus
    points: float
    """What a pass is worth."""
    reason: Reason | None = None
    """Why it failed; None when it did not."""
    case: int | None = None
    """The failing case as the author counts them, from 0; None when there is one case only."""
    cases: int = 1
    """How many cases the check has."""
    message: Message | None = None
    """What was expected and what was found; None unless it failed or was skipped."""
    diagnosis: str | Message | None = None
    """The tutor's sentence: the author's, in the lesson's language, or one of the catalogue's."""
    diagnosed_by: DiagnosedBy | None = None
    diagnosed_line: int | None = None
    """The learner's line that the sentence points at, from 1; None when it is about none in particular."""
    expected: Summary | None = None
    """None when hidden, or when there is nothing to show."""
    actual: Summary | None = None
    given: dict[str, Summary] | None = None
    """The inputs of the failing case; None when hidden or none."""
    hidden: bool = False
    difference: TensorDifference | None = None
    """The numbers, where two tensors, arrays or numbers differ; None when hidden, or when something else is wrong."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """The answer to one attempt."""

    exercise: str
    """`lesson/exercise`."""
    status: Status
    device: str
    torch: str
    """The version of torch."""
    isolation: Isolation
    seconds: float
    """Wall-clock seconds from the request to the verdict, the preparation of cases left out."""
    replay: str | None
    """Shows author and instructor the same cases again; None when no case was made."""
    checks: tuple[CheckResult, ...] = ()
    warnings: tuple[LearnerError, ...] = ()
    error: LearnerError | None = None
    message: Message | None = None
    """What a status other than `passed` and `failed` means here."""
    stdout: str = ""
    stderr: str = ""
    truncated: bool = False
    """Whether output was left out of `stdout` or `stderr`."""
    remark: Message | None = None
    """On a pass, how PyTorch people would write it; None when there is nothing to say."""

    @property
    def passed(self) -> bool:
        """Whether every check passed."""
        return self.status == "passed"


@dataclass(frozen=True, slots=True)
class RunResult:
    """The end of a program that was run without being graded."""

    status: RunStatus
    seconds: float
    device: str
    error: LearnerError | None = None
    message: Message | None = None
    warnings: tuple[LearnerError, ...] = ()
    stdout: str = ""
    stderr: str = ""
    truncated: bool = False
    value: Summary | None = None
    """What the probe of a case gave; None for a run without one."""


@dataclass(frozen=True, slots=True)
class Output:
    """Text that the running program printed, as it came."""

    stream: Literal["stdout", "stderr"]
    text: str


@dataclass(frozen=True, slots=True)
class Shown:
    """A value that the program passed to `blitz.show`."""

    label: str
    summary: Summary


@dataclass(frozen=True, slots=True)
class Plotted:
    """Points that the program passed to `blitz.plot`."""

    series: str
    points: list[list[float]] = field(default_factory=list)
    """Pairs of x and y."""


@dataclass(frozen=True, slots=True)
class Defined:
    """The names that the program has bound at its end."""

    names: tuple[tuple[str, Summary], ...]
    """Name and value, in the order of the program; modules, functions and private names left out."""


Event = Output | Shown | Plotted | Defined
"""What a running program says before its end; never trusted, and dropped beyond a cap."""
