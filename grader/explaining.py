"""Says of an exception or a warning what it means and what to try, by the catalogue of `course.explanations`.

Imported by the app, hence without torch; what it explains comes from a learner's worker and is looked through here.
"""

from __future__ import annotations

from dataclasses import replace
from itertools import islice

from course.explanations import matching
from course.message import Message, Value
from grader.verdict import LearnerError, Summary


def explained(error: LearnerError, near: tuple[str, str] | None = None) -> LearnerError:
    """The same error with its explanation, if the catalogue has one.

    Args:
        error: what was raised, or the warning given.
        near: the unknown name in it and the known one nearest to it.
    """
    for entry, groups in islice(matching(error.type, error.message), 1):
        values: dict[str, Value] = {**groups, "line": error.line or 0}
        meaning = Message(f"error-{entry.id}", values)
        found = entry.find(groups, [described(summary) for _, summary in error.operands])
        if found is not None:
            for variable, position in found.items():
                values |= _facts(variable, *error.operands[position])
            meaning = joined(meaning, Message(f"error-{entry.id}-here", values))
        remedy = Message(f"error-{entry.id}-try", values)
        if entry.near and near is not None:
            remedy = Message("error-near", {"wrong": near[0], "near": near[1]})
        return replace(error, explanation=meaning, remedy=remedy)
    return error


def diagnosis_of(error: LearnerError) -> Message | None:
    """Explanation and remedy as one."""
    if error.explanation is None or error.remedy is None:
        return None
    return joined(error.explanation, error.remedy)


def joined(first: Message, second: Message) -> Message:
    """Two messages said one after the other."""
    return Message("error-joined", {"first": first, "second": second})


def described(summary: Summary) -> str:
    """A value of the line as entries of the catalogue describe it: `(4, 400) float32 cpu`, `None`, `int 3`."""
    kind = str(summary.get("type"))
    if "shape" not in summary:
        return f"{kind} {summary.get('value', '')}".strip() if kind != "None" else kind
    parts = [_shape(summary), summary.get("dtype"), summary.get("device")]
    parts += [
        "requires_grad" if summary.get("requires_grad") else None,
        "ndarray" if kind == "ndarray" else None,
    ]
    return " ".join(str(part) for part in parts if part)


def _facts(variable: str, name: str, summary: Summary) -> dict[str, Value]:
    """What a sentence can say of one value of the line."""
    return {
        variable: name,
        f"{variable}-shape": _shape(summary),
        f"{variable}-dtype": str(summary.get("dtype", "")),
        f"{variable}-device": str(summary.get("device", "cpu")),
        f"{variable}-value": str(summary.get("value", "")),
    }


def _shape(summary: Summary) -> str:
    return str(tuple(summary.get("shape", ())))
