"""Lints a course: what is seen by reading comes from `course.lint`, what is proved by running from `grader.proving`.

Steps are proved in parallel, and what was found is kept by the step's content, so that a sound step that did not
change is not proved again and an unchanged course needs no torch.
"""

from __future__ import annotations

import asyncio
import os
from collections.abc import AsyncIterator, Awaitable, Callable, Iterable
from dataclasses import dataclass
from functools import partial

from course.document import Document, read_document
from course.findings import Finding, Remark
from course.lint import lint_lesson, lint_shared, place_remark, unusable
from course.loader import Course
from course.model import AnyStep, Exercise
from course.problem import CourseError
from grader.client import Grader
from grader.proofs import Proofs
from grader.proving import SEEDS, prove

Notice = Callable[[int, int, str], None]
"""Told of progress: steps done, steps to do, the name of the step."""


@dataclass(frozen=True, slots=True)
class Proof:
    """A way of finding out what is wrong with a step by running it."""

    name: str
    """Changes with whatever changes its result, the step and the program apart."""
    run: Callable[[Grader, str, AnyStep], Awaitable[list[Remark]]]


@dataclass(frozen=True, slots=True)
class Job:
    """A step to be proved."""

    name: str
    """`lesson/step`."""
    step: AnyStep
    document: Document
    index: int

    def finding(self, remark: Remark) -> Finding:
        """A remark about the step with its place."""
        return place_remark(remark, self.document, self.index)

    @property
    def runs(self) -> bool:
        """Whether the step has code."""
        return isinstance(self.step, Exercise) or self.step.run is not None


async def lint_course(
    course: Course,
    proofs: Proofs,
    make_grader: Callable[[], Grader],
    *,
    lesson_ids: list[str] | None = None,
    seeds: int = SEEDS,
    notice: Notice = lambda done, total, name: None,
) -> list[Finding]:
    """Everything that is wrong with a course, in the order of its files.

    Args:
        course: in its original language.
        proofs: what was proved before; gets what is proved now.
        make_grader: makes the grader when there is something to prove.
        lesson_ids: the lessons to look at; None means all.
        seeds: case sets with which each answer is tried.
        notice: told of progress.

    Raises:
        GraderError: no grader can be had.
    """
    findings = lint_shared(course) if lesson_ids is None else []
    jobs: list[Job] = []
    for lesson_id in lesson_ids or course.lesson_ids:
        try:
            findings += lint_lesson(course, lesson_id)
            jobs += [job for job in jobs_of(course, lesson_id) if job.runs]
        except CourseError as error:
            findings += unusable(error)
    proof = Proof(str(seeds), partial(prove, seeds=seeds))
    async for job, remarks in proved(jobs, proof, proofs, make_grader, notice):
        findings += [job.finding(remark) for remark in remarks]
    return in_order(findings)


def in_order(findings: Iterable[Finding]) -> list[Finding]:
    """Findings as they stand in the files."""
    return sorted(
        findings, key=lambda found: (str(found.file), found.line or 0, found.column or 0, found.code)
    )


def jobs_of(course: Course, lesson_id: str) -> list[Job]:
    """The steps of a lesson. Raises CourseError."""
    document = read_document(course.lesson_file(lesson_id))
    steps = enumerate(course.lesson(lesson_id).steps)
    return [Job(f"{lesson_id}/{step.id}", step, document, index) for index, step in steps]


async def proved(
    jobs: list[Job], proof: Proof, proofs: Proofs, make_grader: Callable[[], Grader], notice: Notice
) -> AsyncIterator[tuple[Job, list[Remark]]]:
    """Each job with what is wrong with it: from earlier proofs, then from new ones as they end."""
    open_jobs = []
    for job in jobs:
        known = proofs.find(job.step, proof.name)
        if known is None:
            open_jobs.append(job)
        else:
            yield job, known
    if not open_jobs:
        return
    grader = make_grader()
    try:
        await grader.ready()
        async for job, remarks in _prove_all(grader, open_jobs, proof, notice):
            proofs.keep(job.step, proof.name, remarks)
            yield job, remarks
    finally:
        await grader.close()
        proofs.save()


async def _prove_all(
    grader: Grader, jobs: list[Job], proof: Proof, notice: Notice
) -> AsyncIterator[tuple[Job, list[Remark]]]:
    turns = asyncio.Semaphore(os.cpu_count() or 1)

    async def one(job: Job) -> tuple[Job, list[Remark]]:
        async with turns:
            return job, await proof.run(grader, job.name, job.step)

    async with asyncio.TaskGroup() as group:
        tasks = [group.create_task(one(job)) for job in jobs]
        for done, ended in enumerate(asyncio.as_completed(tasks), start=1):
            job, remarks = await ended
            notice(done, len(jobs), job.name)
            yield job, remarks
