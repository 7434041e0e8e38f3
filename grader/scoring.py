"""The mutation score of lessons: how many slips in the solutions their checks find out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from course.findings import Finding
from course.loader import Course
from course.model import Exercise
from grader.client import Grader
from grader.linting import Job, Notice, Proof, jobs_of, proved
from grader.proofs import Proofs
from grader.surviving import TRIES, counted, survivors


@dataclass(frozen=True, slots=True)
class Score:
    """What the checks of a lesson find out."""

    lesson: str
    """Empty for several together."""
    mutants: int
    """Those that count: without duplicates, what does not compile, and what is argued."""
    killed: int
    """Those that do not pass."""
    argued: int
    """Those that the lesson's file says to be right as well."""

    @property
    def percent(self) -> float:
        """Killed mutants of a hundred, to one place, rounded down so that 100 means all; 100 where there are none."""
        return self.killed * 1000 // self.mutants / 10 if self.mutants else 100.0


def total(scores: Iterable[Score]) -> Score:
    """Several scores as one."""
    known = list(scores)
    return Score(
        "",
        sum(score.mutants for score in known),
        sum(score.killed for score in known),
        sum(score.argued for score in known),
    )


async def score_course(
    course: Course,
    proofs: Proofs,
    make_grader: Callable[[], Grader],
    *,
    lesson_ids: list[str] | None = None,
    notice: Notice = lambda done, total, name: None,
) -> tuple[list[Score], list[Finding]]:
    """The scores of lessons that can be used, and the mutants that survive.

    Args:
        course: in its original language.
        proofs: what was proved before; gets what is proved now.
        make_grader: makes the grader when there is something to prove.
        lesson_ids: the lessons to look at; None means all.
        notice: told of progress.

    Raises:
        CourseError: a lesson cannot be used.
        GraderError: no grader can be had.
    """
    jobs = {
        lesson_id: [job for job in jobs_of(course, lesson_id) if isinstance(job.step, Exercise)]
        for lesson_id in lesson_ids or course.lesson_ids
    }
    findings: list[Finding] = []
    alive: Counter[str] = Counter()
    whole = [job for own in jobs.values() for job in own]
    proof = Proof(f"mutate/{TRIES}", survivors)
    async for job, remarks in proved(whole, proof, proofs, make_grader, notice):
        findings += [job.finding(remark) for remark in remarks]
        alive[job.name.split("/")[0]] += sum(remark.code == "mutant-survives" for remark in remarks)
    return [_score(lesson_id, own, alive[lesson_id]) for lesson_id, own in jobs.items()], findings


def _score(lesson_id: str, jobs: list[Job], alive: int) -> Score:
    counts = [counted(job.step) for job in jobs if isinstance(job.step, Exercise)]
    count = sum(own for own, _ in counts)
    return Score(lesson_id, count, count - alive, sum(argued for _, argued in counts))
