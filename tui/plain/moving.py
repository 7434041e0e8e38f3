"""The commands that go from step to step, and those about the conversation itself."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

from tui.plain.places import lesson_named, map_lines, step_named
from tui.plain.prompt import found, names_told, whole_number
from tui.session import Place, entry_step, neighbour, total_done

if TYPE_CHECKING:
    from tui.plain.reader import Reader


async def go_on(reader: Reader, _: str) -> None:
    """Goes to the next step; a page is read when the learner goes on from it."""
    page, study = reader.page, reader.study
    if page.view.step.kind == "read":
        study.passed(page.place)
    following = neighbour(study.lessons, page.place, 1)
    if following is not None:
        await reader.go(following)
        return
    done, total = total_done(study.rows())
    reader.tell("plain-end", done=done, total=total)


async def go_back(reader: Reader, _: str) -> None:
    """Goes to the step before."""
    before = neighbour(reader.study.lessons, reader.page.place, -1)
    if before is None:
        reader.tell("plain-beginning")
    else:
        await reader.go(before)


async def read_again(reader: Reader, _: str) -> None:
    """Reads the step again."""
    reader.tell_step()


async def read_map(reader: Reader, rest: str) -> None:
    """Tells all lessons, with the steps of this one or of the one that was named."""
    study, here = reader.study, reader.here
    async for _ in study.read_lessons():
        pass
    shown = here.lesson if here is not None else None
    if rest.strip():
        lesson = lesson_named(rest.strip(), study.lessons)
        if lesson is None:
            reader.tell("plain-no-lesson", name=rest.strip())
            return
        shown = lesson.id
    for line in map_lines(study, shown, here):
        reader.say(line)


async def go_to(reader: Reader, rest: str) -> None:
    """Goes to a step of this lesson, to a lesson, or to a step of a lesson."""
    name = rest.strip()
    if not name:
        reader.tell("plain-go-where")
        return
    place = await _place_named(reader, name)
    if place is None:
        reader.tell("plain-no-place", name=name)
    else:
        await reader.go(place)


async def _place_named(reader: Reader, name: str) -> Place | None:
    study = reader.study
    if "/" not in name and reader.here is not None:
        place = step_named(name, study.outline(reader.here.lesson))
        if place is not None or whole_number(name) is not None:
            return place
    lesson_name, _, step_name = name.partition("/")
    known = lesson_named(lesson_name, study.lessons)
    if known is None:
        return None
    lesson = await study.read_lesson(known.id)
    if not lesson.steps:
        return Place(lesson.id, "")
    return step_named(step_name, lesson) if step_name else entry_step(lesson, study.signs(), study.last)


async def change_language(reader: Reader, _: str) -> None:
    """Goes to the next language and reads the step in it."""
    from tui.opening import other_language

    opened = await asyncio.to_thread(other_language, reader.study.course, reader.parts)
    await reader.study.speak(opened.course, opened.words)
    reader.tell("plain-language")
    if reader.here is not None:
        await reader.go(reader.here)


async def tell_where(reader: Reader, _: str) -> None:
    """Says what is kept and where, and what leaves the machine."""
    from tui.privacy import privacy_lines

    study = reader.study
    for line in privacy_lines(await study.keeper.file(), study.isolation, study.words):
        reader.say(line)


async def give_help(reader: Reader, rest: str) -> None:
    """Tells the commands that make sense here, all of them, or one."""
    words, asked = reader.words, rest.strip().casefold()
    command = found(asked, reader.commands, words)
    told = [command] if command is not None else list(reader.commands)
    if not asked and reader.here is not None:
        told = [each for each in reader.commands if each.fits(reader.page.view)]
    for each in told:
        reader.tell("plain-help", names=names_told(each, words), help=words.text(each.help))
    if command is None:
        reader.tell("plain-help-all" if len(told) < len(reader.commands) else "plain-help-keys")


async def leave(reader: Reader, _: str) -> None:
    """Ends the conversation."""
    await reader.input_ended()
