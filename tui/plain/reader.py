"""The conversation: where the learner is, what was typed, what is said.

Owns the open step and the way from a typed line to its command; the commands themselves are functions in
`moving`, `trying` and `writing`, in the table of `tui.plain.commands`. It reads and prints nothing itself:
`tui.plain.console` does.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Coroutine
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any

from tui.attempts import Attempts
from tui.plain.commands import COMMANDS
from tui.plain.places import lesson_told, position, step_told
from tui.plain.prompt import Typed, found, nearest, typed
from tui.plain.speech import block_lines, choice_lines, clean, numbered_code, ways
from tui.plain.writing import INDENTS, end_entry, take_line
from tui.session import Place, entry_step, reading_order
from tui.steps import StepView

if TYPE_CHECKING:
    from course.catalogue import Catalogue
    from grader.verdict import Verdict
    from tui.opening import Parts
    from tui.plain.commands import Spoken
    from tui.plain.editing import Entry
    from tui.plain.output import Speaker
    from tui.study import OpenStep, Study

LONGEST_WORD = 40
"""Characters of an unknown command that are said."""


@dataclass(slots=True)
class Page:
    """The open step, and what the learner did at it since it was opened."""

    opened: OpenStep
    view: StepView
    code: str
    """What the learner's code is now; empty where the step has none."""
    earlier: list[str] = field(default_factory=list)
    """What it was before each change."""
    verdict: Verdict | None = None
    results: tuple[str, ...] = ()
    """What was said of the last run or check."""
    originals: tuple[str, ...] = ()
    """The original messages of the errors that it explained."""
    speaker: Speaker | None = None
    """What the last program printed; None until one ran."""

    @property
    def place(self) -> Place:
        """Where it is."""
        return self.opened.place


class Reader:
    """One sitting in lines of text; every method is called on the event loop."""

    def __init__(self, study: Study, parts: Parts, say: Callable[[str], None]) -> None:
        self.study = study
        self.parts = parts
        self.commands = COMMANDS
        self.attempts = Attempts(study.grader)
        self.entry: Entry | None = None
        """The code that is being typed; None while commands are."""
        self.playing: asyncio.Task[Any] | None = None
        """The running program."""
        self.indents = False
        """Whether indentation is read in words."""
        self.prefills = False
        """Whether a line that is to be changed stands in the typed line at first."""
        self.ended = False
        self._say = say
        self._page: Page | None = None
        self._background: dict[str, asyncio.Task[Any]] = {}

    @property
    def words(self) -> Catalogue:
        """The sentences, in the language of now."""
        return self.study.words

    @property
    def page(self) -> Page:
        """The open step; there is one whenever a command needs one."""
        assert self._page is not None
        return self._page

    @property
    def here(self) -> Place | None:
        """Where the learner is; None when no lesson could be opened."""
        return self._page.place if self._page is not None else None

    @property
    def prompt(self) -> str:
        """What stands before the typed line."""
        if self.entry is not None:
            return f"{self.entry.number}: "
        if self.here is None:
            return "> "
        number, total = position(self.study, self.here)
        return f"[{self.words.text('app-count', done=number, total=total)}] > "

    @property
    def prefill(self) -> str:
        """What the typed line holds at first, where that is possible."""
        if self.entry is None or not self.entry.single:
            return ""
        return self.page.code.split("\n")[self.entry.span.start]

    # Speaking

    def say(self, text: str) -> None:
        """Says a text line by line."""
        for line in clean(text):
            self._say(line)

    def tell(self, key: str, **values: object) -> None:
        """Says a sentence of the catalogue."""
        self.say(self.words.text(key, **values))

    def tell_step(self) -> None:
        """Reads the open step from its heading to what can be done."""
        page = self.page
        step = page.opened.step
        self.say(step_told(self.study, page.place))
        lines = block_lines(page.opened.page, self.words)
        if step.kind == "quiz":
            lines += choice_lines(step.choices, self.words)
        for line in lines:
            self.say(line)
        asked_about = step.kind == "quiz" and any(block.kind == "code" for block in page.opened.page)
        if page.view.code is not None and not asked_about:
            self.tell_code()
        self.say(ways(page.view, self.words))

    def tell_code(self, span: range | None = None) -> None:
        """Reads the code of the open step with the numbers of its lines, or some of them."""
        lines = numbered_code(self.page.code, self.words, span, indents=self.indents)
        if span is None:
            self.tell(f"plain-code-{self.page.view.step.kind}", count=len(lines))
        for line in lines:
            self.say(line)

    # Coming and going

    async def begin(self, lesson: str | None) -> None:
        """Greets, and opens the lesson that was asked for, or the step where the learner left."""
        self.in_background("grader", self._start_grader())
        self.indents = await self.study.keeper.setting(INDENTS) == "on"
        self.tell("plain-hello", course=self.study.course.title)
        self.tell("plain-ask")
        await self.go(await (self._entry(lesson) if lesson is not None else self._resume()))

    async def go(self, place: Place | None) -> None:
        """Opens a step and reads it; None means that there is no step to be opened."""
        if place is None:
            self.tell("plain-nothing-open")
            return
        lesson = await self.study.read_lesson(place.lesson)
        if lesson.problem is not None:
            self.say(lesson.problem)
            self.tell("plain-other-lesson")
            return
        opened = await self.study.open_step(place if place.step else lesson.place(0))
        if self.here is None or self.here.lesson != opened.place.lesson:
            self.say(lesson_told(self.study, opened.place.lesson))
        self.study.visit(opened.place)
        self._page = _page(opened, self.study)
        self.tell_step()
        if opened.step.kind == "exercise":
            self.in_background("prepare", self.study.grader.prepare(opened.place.ref, opened.step))

    async def _entry(self, lesson_id: str) -> Place:
        lesson = await self.study.read_lesson(lesson_id)
        return entry_step(lesson, self.study.signs(), self.study.last)

    async def _resume(self) -> Place | None:
        """Where to go on; when all is done, where the learner was last, or the first step there is."""
        study = self.study
        for lesson_id in reading_order(study.lessons, study.last):
            await study.read_lesson(lesson_id)
            if (resume := study.resume()) is not None:
                return resume.place
        readable = [lesson for lesson in study.lessons if lesson.steps]
        if not readable:
            return None
        self.tell("app-resume-done")
        last = study.last
        return last if last is not None and study.marks.get(last) else readable[0].place(0)

    async def _start_grader(self) -> None:
        from grader.errors import GraderError

        try:
            await self.study.grader.start()
            await self.study.grader.ready()
        except GraderError as error:
            self.say(self.words.render(error.message))

    def in_background(self, name: str, work: Coroutine[Any, Any, None]) -> None:
        """Does something beside the conversation; an earlier one of that name is given up."""
        if name in self._background:
            self._background[name].cancel()
        self._background[name] = asyncio.ensure_future(work)

    async def close(self) -> None:
        """Saves what waits, and ends the grader."""
        for task in self._background.values():
            task.cancel()
        await self.study.close()

    # What is typed

    async def obey(self, line: str) -> None:
        """Does what a typed line asks for."""
        if self.entry is not None:
            take_line(self, line)
            return
        asked = typed(line)
        if not asked.word:
            self._tell_prompt()
            return
        command = found(asked.word, self.commands, self.words)
        if command is None:
            near = nearest(asked.word, self.commands, self.words)
            word = asked.word[:LONGEST_WORD]
            self.tell("plain-unknown-near" if near else "plain-unknown", word=word, near=near or "")
        else:
            await self._do(command, asked)

    async def _do(self, command: Spoken, asked: Typed) -> None:
        if self._page is None and not command.anywhere:
            self.tell("plain-nothing-open")
        elif self._page is not None and not command.fits(self._page.view):
            self.tell("plain-not-here", command=self.words.text(command.label))
            self.say(ways(self._page.view, self.words))
        else:
            await command.do(self, asked.rest)

    def _tell_prompt(self) -> None:
        if self.here is not None:
            self.say(step_told(self.study, self.here))
        self.tell("plain-ask-briefly")

    def stop(self) -> None:
        """Ctrl+C while a program runs: stops it; other commands are short, and an editor has its own."""
        if self.playing is not None:
            self.playing.cancel()

    async def interrupted(self) -> None:
        """Ctrl+C at the prompt: gives up the typing of code, or says how to quit."""
        if self.entry is not None:
            self.entry = None
            self.tell("plain-type-given-up")
        else:
            self.tell("plain-how-to-quit")

    async def input_ended(self) -> None:
        """Ctrl+D, or the end of the input: ends the typing of code, else the conversation."""
        if self.entry is not None:
            end_entry(self)
        else:
            self.ended = True
            self.tell("plain-goodbye")

    # What changes

    def change(self, code: str, *, regrettable: bool = False) -> None:
        """Takes other code as the learner's; the one before it is a revision when it may be missed."""
        page = self.page
        if code == page.code:
            return
        page.earlier.append(page.code)
        self.put(code, regrettable=regrettable)

    def put(self, code: str, *, regrettable: bool = False) -> None:
        """Keeps code as the learner's, with no way back in this sitting."""
        self.page.code = code
        (self.study.reset if regrettable else self.study.wrote)(self.page.place, code)

    def see(self, view: StepView) -> None:
        """Takes another state of the open step, with the mark that is kept of it."""
        self.page.view = replace(view, mark=self.study.marks.get(self.page.place))


def _page(opened: OpenStep, study: Study) -> Page:
    view = StepView(opened.step, mark=study.marks.get(opened.place))
    draft = opened.draft if view.editable else None
    return Page(opened, view, draft if draft is not None else view.code or "")
