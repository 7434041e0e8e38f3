"""What happens after the first paint and before the first key: imports, the course's index, the store.

Owns what the app is made of and when it is imported: all of it runs in a thread, so that the app answers
meanwhile, and the modules of the lesson screen are imported here, so that opening a lesson does not
import on the event loop.
"""

from __future__ import annotations

import importlib
import os
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from course.catalogue import Catalogue
    from course.loader import Course
    from course.progress import Progress
    from grader.client import Grader, GraderState
    from grader.verdict import Isolation
    from tui.keeping import Keeper

SCREENS = (
    *("lesson", "scratch", "search", "placement", "tour"),
    *("help", "solution", "history", "settings", "transfer", "restart", "disputed"),
)

AHEAD = (
    *(f"tui.screens.{name}" for name in SCREENS),
    *("tui.palette", "tui.dispute", "grader.client", "grader.document", "grader.sandbox", "course.archive"),
)
"""Modules imported before they are used."""


@dataclass(frozen=True, slots=True)
class Request:
    """What the command line asked for."""

    course: str | None = None
    """A directory or the name of an installed course; None means the built-in one."""
    lesson: str | None = None
    """The lesson to open at once; None means the map."""
    device: str = "auto"
    language: str | None = None
    """None means the one that was switched to last, or else the environment's."""
    isolation: Isolation | None = None
    """How programs are to be confined; None means the strongest way there is."""


def chosen_language(asked: str | None, kept: str | None) -> str:
    """The language to speak: the one asked for, or the one kept of a switch, or the environment's."""
    from course.catalogue import LANGUAGES, guess_language

    wanted = asked or kept
    return wanted if wanted in LANGUAGES else guess_language(os.environ)


async def in_kept_language(request: Request, keeper: Keeper) -> Request:
    """The request with the language that the sitting begins in."""
    return replace(request, language=chosen_language(request.language, await keeper.setting("language")))


def open_course(request: Request) -> Course:
    """The course that was asked for. Raises CourseError when it, or the lesson asked for, cannot be used."""
    from course import loader

    root = loader.resolve_course(request.course) if request.course else None
    course = loader.open_course(root, lang=chosen_language(request.language, None))
    if request.lesson is not None:
        course.lesson(request.lesson)
    return course


def open_words(language: str) -> Catalogue:
    """The sentences of a language."""
    from course.catalogue import Catalogue

    return Catalogue.load(language)


def open_store() -> Progress:
    """The store of this user."""
    from course.progress import Progress

    return Progress.open()


def make_grader(request: Request, on_state: Callable[[GraderState], None]) -> Grader:
    """The grader that was asked for, not started."""
    from grader.client import Grader

    return Grader(device=request.device, isolation=request.isolation, on_state=on_state)


@dataclass(frozen=True, slots=True)
class Parts:
    """What the app is made of; tests put other things in."""

    open_course: Callable[[Request], Course] = open_course
    open_words: Callable[[str], Catalogue] = open_words
    open_store: Callable[[], Progress] = open_store
    make_grader: Callable[[Request, Callable[[GraderState], None]], Grader] = make_grader


@dataclass(frozen=True, slots=True)
class Opened:
    """A course and its words."""

    course: Course
    words: Catalogue


def open_sitting(request: Request, parts: Parts, ahead: Sequence[str] = AHEAD) -> Opened | Exception:
    """Opens the course and imports what is needed next; returns the CourseError when it cannot."""
    from course.problem import CourseError

    try:
        course = parts.open_course(request)
    except CourseError as error:
        return error
    words = parts.open_words(chosen_language(request.language, None))
    import_ahead(words, ahead)
    return Opened(course, words)


def other_language(course: Course, parts: Parts) -> Opened:
    """The same course in the next of our languages; its title stays where its overlay cannot be used."""
    from course.catalogue import LANGUAGES

    language = LANGUAGES[(LANGUAGES.index(course.lang) + 1) % len(LANGUAGES)]
    words = parts.open_words(language)
    return Opened(course.in_language(language), words)


def import_ahead(words: Catalogue, modules: Sequence[str] = AHEAD) -> None:
    """Imports what is needed soon, and does once what takes time the first time."""
    for module in modules:
        importlib.import_module(module)
    from tui.highlighting import python_query
    from tui.prose import blocks

    python_query()
    words.text("app-count", done=0, total=0)
    blocks("`x`\n\n- y\n\n```\nz\n```")
