"""An explanation of a wrong value: in which way it comes from the expected one, and how far that is beyond chance.

Computed by the judge for one case at a time and weighed over all cases by `grader.transformations`.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TypeAlias

from course.message import Value

BY_COUNT = ("sum-for-mean", "mean-for-sum", "times-root", "over-root")
"""Kinds whose factor is a size, or its root, or one by these, and so is one for a size of one."""


@dataclass(frozen=True, slots=True)
class Explanation:
    """One way in which an actual value comes from the expected one, and which holds in a case."""

    kind: str
    """The sentence: `tutor-KIND` in the catalogues."""
    values: dict[str, Value] = field(default_factory=dict)
    """What the sentence names."""
    same: str = ""
    """What must be the same in all cases for it to be one explanation; a factor n, say, need not be."""
    evidence: float = 0.0
    """Bits that an unrelated value would have to hit by chance; nothing for elements that it leaves alone."""
    cost: float = 0.0
    """Bits that were spent on the choice among those tried, or on a fitted number."""
    fact: bool = False
    """Whether it only tells what was seen, so that chance is no matter."""

    @property
    def key(self) -> tuple[str, str]:
        """What makes it the same explanation in another case."""
        return self.kind, self.same


Explanations: TypeAlias = dict[tuple[str, str], Explanation]
"""By their keys."""


def both(one: Explanations, other: Explanations) -> Explanations:
    """What holds of two cases, in the words of the first and with the evidence of both."""
    return {
        key: replace(
            known,
            evidence=known.evidence + other[key].evidence,
            cost=max(known.cost, other[key].cost),
            fact=known.fact and other[key].fact,
        )
        for key, known in one.items()
        if key in other
    }
