"""Opening courses and lessons: which files they are, in which language, and whether they are what they say.

Opening a course reads `course.yaml` and nothing else, so that a thousand lessons open as fast as ten; each
lesson is read when it is first asked for. What YAML is belongs to `course.document`, what fits to
`course.validation`.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from course.composer import Place
from course.document import Document, read_document
from course.glossary import Glossary, GlossaryWords
from course.model import CourseIndex, CourseWords, Lesson, LessonWords
from course.problem import CourseError, Problem, quoted
from course.terms import Entry, entries, overlay_faults
from course.validation import validate
from course.wording import did_you_mean
from course.words import translate_lesson

BUILTIN = Path(__file__).parent / "builtin"
"""The course that comes with the program."""

BUILTIN_NAME = "blitz"

ENTRY_POINTS = "blitz_course.courses"
"""Entry points by which other packages bring courses; a value is a package whose directory is a course."""

ORIGINAL = "en"
"""The language of lesson files; the others are overlays."""

INDEX = "course.yaml"

GLOSSARY = "glossary.yaml"


@dataclass(frozen=True)
class Course:
    """An opened course."""

    root: Path
    """The directory of `course.yaml`."""
    lang: str
    index: CourseIndex
    """`course.yaml`, in this language."""
    _document: Document = field(repr=False, compare=False)
    _lessons: dict[str, Lesson] = field(default_factory=dict, repr=False, compare=False)

    @property
    def id(self) -> str:
        """The id under which progress is kept."""
        return self.index.id

    @property
    def title(self) -> str:
        """The heading."""
        return self.index.title

    @property
    def lesson_ids(self) -> list[str]:
        """The ids of the lessons, in teaching order."""
        return self.index.lessons

    def lesson(self, lesson_id: str) -> Lesson:
        """The lesson of this id, read and checked when it is first asked for. Raises CourseError."""
        if lesson_id not in self._lessons:
            self._lessons[lesson_id] = load_lesson(self.lesson_file(lesson_id), self.lang)
        return self._lessons[lesson_id]

    def lesson_file(self, lesson_id: str) -> Path:
        """The file of a lesson: `ID.yaml` or `ID/lesson.yaml`. Raises CourseError unless there is one."""
        if lesson_id not in self.lesson_ids:
            near = did_you_mean(lesson_id, self.lesson_ids)
            raise self._error(None, f"the course has no lesson {quoted(lesson_id)}{near}")
        candidates = (self.root / f"{lesson_id}.yaml", self.root / lesson_id / "lesson.yaml")
        found = [file for file in candidates if file.exists()]
        if len(found) == 1:
            return found[0]
        one, other = f"`{lesson_id}.yaml`", f"`{lesson_id}/lesson.yaml`"
        told = f"both {one} and {other} exist; keep one" if found else f"neither {one} nor {other} exists"
        raise self._error(self._document.value_place(("lessons", self.lesson_ids.index(lesson_id))), told)

    def glossary(self) -> tuple[Entry, ...]:
        """The terms of the course, in this language; none when it has no glossary. Raises CourseError."""
        return load_glossary(self.root / GLOSSARY, self.lang)

    def in_language(self, lang: str) -> Course:
        """The same course in another language. Raises CourseError when its overlay is not usable."""
        return self if lang == self.lang else open_course(self.root, lang=lang)

    def _error(self, place: Place | None, message: str) -> CourseError:
        return CourseError([self._document.problem(place, message)])


def open_course(path: Path | None = None, *, lang: str = ORIGINAL) -> Course:
    """Opens the course in a directory, the built-in one when there is none given. Raises CourseError."""
    root = BUILTIN if path is None else path
    document = read_document(root / INDEX)
    index = validate(CourseIndex, document)
    overlay = overlay_of(root / INDEX, lang)
    if overlay is not None:
        words = validate(CourseWords, read_document(overlay))
        index = index.model_copy(update=words.model_dump(exclude_none=True))
    return Course(root, lang, index, document)


def load_lesson(path: Path, lang: str = ORIGINAL) -> Lesson:
    """Reads a lesson from its file or directory, in `lang` as far as it is translated. Raises CourseError."""
    file = path / "lesson.yaml" if path.is_dir() else path
    document = read_document(file)
    lesson = validate(Lesson, document)
    _check_id(lesson.id, document)
    overlay = overlay_of(file, lang)
    if overlay is None:
        return lesson
    words = read_document(overlay)
    return translate_lesson(lesson, validate(LessonWords, words), words)


def load_glossary(file: Path, lang: str = ORIGINAL) -> tuple[Entry, ...]:
    """Reads a glossary and all its overlays; no entries when there is no such file. Raises CourseError."""
    if not file.exists():
        return ()
    glossary = validate(Glossary, read_document(file))
    overlays: dict[str, GlossaryWords] = {}
    for overlay in sorted(file.parent.glob(f"{file.stem}.*.yaml")):
        document = read_document(overlay)
        words = validate(GlossaryWords, document)
        if faults := list(overlay_faults(glossary, words)):
            raise CourseError([document.problem(document.key_place(path), told) for path, told in faults])
        overlays[overlay.stem.removeprefix(f"{file.stem}.")] = words
    return entries(glossary, overlays, lang)


def resolve_course(name: str | Path) -> Path:
    """The directory of a course, given that directory, its `course.yaml`, or the name of an installed course.

    Raises CourseError when there is no such course.
    """
    path = Path(name)
    if path.name == INDEX and path.is_file():
        return path.parent
    if (path / INDEX).is_file():
        return path
    if path.is_dir():
        raise _unplaced(path, f"this directory holds no `{INDEX}`")
    if str(name) == BUILTIN_NAME:
        return BUILTIN
    return _installed_course(str(name), path)


def installed_courses() -> list[str]:
    """The names of the courses on this machine, the built-in one first."""
    from importlib.metadata import entry_points

    names = {entry.name for entry in entry_points(group=ENTRY_POINTS)} - {BUILTIN_NAME}
    return [BUILTIN_NAME, *sorted(names)]


def _installed_course(name: str, path: Path) -> Path:
    from importlib.metadata import entry_points
    from importlib.util import find_spec

    for entry in entry_points(group=ENTRY_POINTS, name=name):
        try:
            spec = find_spec(entry.value)
        except Exception as error:  # whatever a stranger's package raises when its parent is imported
            raise _unplaced(path, f"the package `{entry.value}` cannot be imported: {error}") from error
        for directory in (spec.submodule_search_locations if spec else None) or ():
            if (Path(directory) / INDEX).is_file():
                return Path(directory)
        raise _unplaced(path, f"the package `{entry.value}` holds no `{INDEX}`")
    near = did_you_mean(name, installed_courses())
    raise _unplaced(path, f"there is no such directory, and no installed course of this name{near}")


def _unplaced(path: Path, message: str) -> CourseError:
    return CourseError([Problem(path, None, None, message)])


def _check_id(lesson_id: str, document: Document) -> None:
    file = document.file.absolute()
    named = file.parent.name if file.name == "lesson.yaml" else file.stem
    if lesson_id != named:
        told = f"the id is {quoted(lesson_id)}, but the file is named for {quoted(named)}"
        raise CourseError([document.problem(document.value_place(("id",)), told)])


def overlay_of(file: Path, lang: str) -> Path | None:
    """The overlay of a file in a language: `NAME.LANG.yaml` beside it; None when there is none."""
    overlay = file.with_name(f"{file.stem}.{lang}.yaml")
    return overlay if lang != ORIGINAL and overlay.exists() else None
