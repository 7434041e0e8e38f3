"""Every honest mistake has words of its own in all languages, and a line where there is one.

What each program of `tests/hostile/mistake` is told is in its first lines, and `test_hostile_suite` holds the verdicts
to it; here the words of different mistakes are held against each other.
"""

import itertools

import pytest

from course.catalogue import LANGUAGES, Catalogue
from course.message import Message
from tests.hostile_programs import programs

PROGRAMS = {program.path.stem: program for program in programs("mistake")}
MISTAKES = {
    "an infinite loop": ("infinite_loop", "infinite_loop_in_a_function"),
    "an exit": ("sys_exit", "quit", "exit_in_a_function"),
    "input": ("asks_for_input", "input_in_a_function"),
    "endless printing": ("endless_printing",),
    "a huge tensor": ("huge_tensor", "huge_list"),
    "a huge tensor in a function": ("huge_tensor_in_a_function",),
    "recursion": ("recursion", "recursion_in_a_function"),
    "a crash": ("segfault", "abort"),
    "a signal of its own": ("kills_itself", "ends_itself_by_an_alarm"),
    "an end below Python": ("ends_itself_at_once",),
    "a wait": ("waits_for_a_lock", "waits_for_a_thread", "stops_itself"),
    "threads without end": ("threads_in_a_loop",),
    "a file too large": ("file_too_large", "tensor_saved_too_large"),
    "worker processes": ("loader_with_workers",),
    "an ellipsis left": ("ellipsis_left", "ellipsis_as_argument", "ellipsis_as_body"),
    "a blank left": ("blank_left", "blank_in_a_function"),
    "a fault of syntax": ("bracket_left_open", "half_a_line", "wrong_indentation"),
    "a name that is not defined": ("another_name", "nothing_written"),
    "a value for a function": ("number_for_a_function",),
    "a function for a value": ("function_for_a_value",),
    "printed, not returned": ("printed_not_returned",),
    "returned, not printed": ("returned_not_printed",),
    "numbers that are no tensor": ("list_for_a_tensor", "array_for_a_tensor", "number_for_a_tensor"),
    "a gradient lost": ("gradient_lost",),
    "no graph": ("no_graph",),
    "another device": ("another_device",),
    "a rule broken": ("uses_what_is_forbidden",),
}
WITHOUT_LINE = {
    "a huge tensor", "a signal of its own", "an end below Python", "a name that is not defined",
    "a value for a function", "a function for a value", "printed, not returned", "returned, not printed",
    "numbers that are no tensor", "a gradient lost", "another device", "a crash", "a wait",
}  # fmt: skip
"""Mistakes whose words name no line, or do so only where one was running; the verdict's error may name it."""
LINE = 371
VALUES = {
    "line": LINE, "seconds": 10, "count": 5, "limit": 7, "name": "x", "actual": "Tensor", "expected": "Linear",
    "code": 3, "signal": "SIGKILL", "why": "?", "blank": "___",
}  # fmt: skip


def words_of(what):
    """The keys of what is said of a mistake, whichever of its programs it is."""
    return {key for name in MISTAKES[what] for key in PROGRAMS[name].words}


def explains_an_error(key):
    """Whether the words belong to an exception, before whose explanation the app sets the line."""
    return key.startswith("error-")


def said(language, key, line=LINE):
    return Catalogue.load(language).render(Message(key, {**VALUES, "line": line}))


def test_no_two_mistakes_have_the_same_words():
    for one, other in itertools.combinations(MISTAKES, 2):
        assert words_of(one), one
        assert not words_of(one) & words_of(other), (one, other)


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_two_sentences_are_alike(language):
    keys = sorted(set().union(*map(words_of, MISTAKES)))
    sentences = {key: said(language, key) for key in keys}
    assert len(set(sentences.values())) == len(keys)
    for key, sentence in sentences.items():
        assert key not in sentence
        assert "{" not in sentence


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("what", sorted(MISTAKES.keys() - WITHOUT_LINE))
def test_the_sentence_names_the_line(language, what):
    for key in itertools.filterfalse(explains_an_error, words_of(what)):
        assert str(LINE) in said(language, key)
        if key != "grader-unfinished-line":  # which is always one of the text
            assert "0" not in said(language, key, line=0).replace("10", "")


@pytest.mark.parametrize("what", sorted(MISTAKES.keys() - WITHOUT_LINE))
def test_the_program_says_which_line_that_is(what):
    for name in MISTAKES[what]:
        assert PROGRAMS[name].lines, name


def test_every_program_with_words_is_looked_at():
    looked_at = set(itertools.chain(*MISTAKES.values()))
    others = {name for name, program in PROGRAMS.items() if program.words} - looked_at
    assert {name: PROGRAMS[name].words for name in others} == {"too_few_parameters": ["grader-raised"]}
