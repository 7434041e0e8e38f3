"""What the shell offers to complete a command with: courses, lessons, exercises, files.

Owns the choice, from the files of a course alone. Whatever is wrong with them, there is just nothing to offer.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

if TYPE_CHECKING:
    from click.shell_completion import CompletionItem

    from course.loader import Course

Items = list["CompletionItem[Any]"]


def courses(_: click.Context, __: click.Parameter, incomplete: str) -> Items:
    """Installed courses by name, and directories."""
    from click.shell_completion import CompletionItem

    from course.loader import installed_courses

    named = [CompletionItem(name) for name in installed_courses() if name.startswith(incomplete)]
    return named or [CompletionItem(incomplete, type="dir")]


def files(_: click.Context, __: click.Parameter, incomplete: str) -> Items:
    """Files."""
    from click.shell_completion import CompletionItem

    return [CompletionItem(incomplete, type="file")]


def lessons(context: click.Context, _: click.Parameter, incomplete: str) -> Items:
    """The lessons of the course that the command names."""
    from click.shell_completion import CompletionItem

    course = _course(context)
    ids = course.lesson_ids if course is not None else []
    return [CompletionItem(lesson_id) for lesson_id in ids if lesson_id.startswith(incomplete)]


def exercises(context: click.Context, _: click.Parameter, incomplete: str) -> Items:
    """Lessons until one alone is meant, then its exercises, so that no other has to be read."""
    from click.shell_completion import CompletionItem

    course = _course(context)
    if course is None:
        return []
    meant, slash, _rest = incomplete.partition("/")
    found = [each for each in course.lesson_ids if (each == meant if slash else each.startswith(meant))]
    names = _exercises(course, found[0]) if len(found) == 1 else [f"{lesson_id}/" for lesson_id in found]
    return [CompletionItem(name) for name in names if name.startswith(incomplete)]


def _exercises(course: Course, lesson_id: str) -> list[str]:
    from course.model import Exercise
    from course.problem import CourseError

    try:
        lesson = course.lesson(lesson_id)
    except CourseError:
        return []
    return [f"{lesson_id}/{step.id}" for step in lesson.steps if isinstance(step, Exercise)]


def _course(context: click.Context) -> Course | None:
    """The course that the command names, the built-in one when it names none."""
    from course.loader import open_course, resolve_course
    from course.problem import CourseError

    # An option still without its value keeps click from giving the arguments before it their names.
    name = context.params.get("course") or next(iter(context.args), None)
    try:
        return open_course(resolve_course(name) if name else None)
    except CourseError:
        return None
