from __future__ import annotations

from textual import events
from textual.app import App, ComposeResult
from textual.document._document import Selection
from textual.pilot import Pilot

from tests.tui.fakes import until
from tui.themes import THEMES
from tui.widgets.code_area import BLOCK
from tui.widgets.editor import Editor


class EditorApp(App[None]):
    def __init__(self, text: str = "") -> None:
        super().__init__()
        self.first = text
        for theme in THEMES.values():
            self.register_theme(theme)
        self.theme = "dark"

    def compose(self) -> ComposeResult:
        yield Editor(id="editor")

    def on_mount(self) -> None:
        self.editor.load_text(self.first)
        self.editor.focus()

    @property
    def editor(self) -> Editor:
        return self.query_one(Editor)


async def write(pilot: Pilot[None], text: str) -> None:
    names = {" ": "space", "\n": "enter", ":": "colon", "(": "left_parenthesis", ")": "right_parenthesis"}
    await pilot.press(*(names.get(character, character) for character in text))


async def test_typing_a_function_indents_itself() -> None:
    app = EditorApp()
    async with app.run_test() as pilot:
        await write(pilot, "def f(x):\nif x:\nreturn 1\nreturn 2")
        assert app.editor.text == "def f(x):\n    if x:\n        return 1\n    return 2"


async def test_keys_that_come_fast_keep_their_order() -> None:
    app = EditorApp("x" * 40)
    async with app.run_test():
        app.editor.move_cursor((0, 40))
        for key, character in [
            *[("backspace", None)] * 40,
            ("a", "a"),
            ("b", "b"),
            ("backspace", None),
            ("c", "c"),
        ]:
            app.post_message(events.Key(key, character))
        await until(lambda: "c" in app.editor.text)
        assert app.editor.text == "ac"


async def test_backspace_takes_a_level_and_tab_gives_one() -> None:
    app = EditorApp("        x")
    async with app.run_test() as pilot:
        app.editor.move_cursor((0, 8))
        await pilot.press("backspace")
        assert app.editor.text == "    x"
        await pilot.press("tab")
        assert app.editor.text == "        x"
        await pilot.press("end", "backspace")
        assert app.editor.text == "        "


async def test_comments_are_one_undoable_edit_and_keep_the_choice() -> None:
    app = EditorApp("a = 1\nb = 2\nc = 3")
    async with app.run_test() as pilot:
        app.editor.selection = Selection((0, 2), (1, 3))
        await pilot.press("ctrl+underscore")
        assert app.editor.text == "# a = 1\n# b = 2\nc = 3"
        assert app.editor.selection == Selection((0, 4), (1, 5))
        await pilot.press("ctrl+z")
        assert app.editor.text == "a = 1\nb = 2\nc = 3"


async def test_tab_moves_chosen_lines_and_shift_tab_moves_them_back() -> None:
    app = EditorApp("a\nb\nc")
    async with app.run_test() as pilot:
        app.editor.selection = Selection((0, 0), (2, 0))
        await pilot.press("tab")
        assert app.editor.text == "    a\n    b\nc"
        await pilot.press("shift+tab")
        assert app.editor.text == "a\nb\nc"


async def test_putting_another_text_in_can_be_undone() -> None:
    app = EditorApp("mine")
    async with app.run_test() as pilot:
        await write(pilot, "x")
        app.editor.replace_all("starter\n")
        assert app.editor.text == "starter\n"
        await pilot.press("ctrl+z")
        assert app.editor.text == "xmine"


async def test_code_is_coloured_also_beyond_the_first_block_and_after_edits() -> None:
    lines = ["x = 1"] * BLOCK + ["def late(): pass", '"""a', "b", 'c"""']
    app = EditorApp("\n".join(lines))
    async with app.run_test():
        colours = app.editor._highlights
        assert (0, 3, "keyword") in colours[BLOCK]
        assert [name for _, _, name in colours[BLOCK + 2]] == ["string"]
        app.editor.replace("# ", (BLOCK, 0), (BLOCK, 0))
        assert [name for _, _, name in colours[BLOCK]] == ["comment"]


async def test_the_failed_line_is_marked_in_the_gutter() -> None:
    app = EditorApp("a = 1\nb = 2")
    async with app.run_test() as pilot:
        app.editor.mark_failed(2)
        await pilot.pause()
        assert "✗" in app.editor.render_line(1).text
        assert "✗" not in app.editor.render_line(0).text
        app.editor.mark_failed(None)
        assert "✗" not in app.editor.render_line(1).text


async def test_a_question_cannot_be_changed() -> None:
    app = EditorApp("print(1)")
    async with app.run_test() as pilot:
        app.editor.read_only = True
        await write(pilot, "x\n")
        await pilot.press("tab", "backspace", "ctrl+underscore")
        assert app.editor.text == "print(1)"


async def test_the_colours_follow_the_theme() -> None:
    app = EditorApp("import x")
    async with app.run_test() as pilot:
        dark = app.editor._theme.syntax_styles["keyword"]
        app.theme = "light"
        await pilot.pause()
        assert app.editor._theme.syntax_styles["keyword"] != dark


async def undo(pilot: Pilot[None], times: int = 1) -> str:
    """The text after some steps back."""
    await pilot.press(*["ctrl+z"] * times)
    return pilot.app.query_one(Editor).text


async def test_brackets_and_quotes_close_themselves_and_are_typed_over() -> None:
    app = EditorApp()
    async with app.run_test() as pilot:
        await pilot.press(*"print", "left_parenthesis", "quotation_mark", *"hi")
        assert app.editor.text == 'print("hi")'
        await pilot.press("quotation_mark", "right_parenthesis")
        assert app.editor.text == 'print("hi")'
        assert app.editor.cursor_location == (0, 11)
        assert await undo(pilot) == 'print("")'
        assert await undo(pilot) == "print()"
        assert await undo(pilot) == "print"
        await pilot.press("ctrl+y", "x")
        assert app.editor.text == "print(x)"


async def test_backspace_takes_an_empty_pair_and_an_opener_wraps_what_is_chosen() -> None:
    app = EditorApp("x = ")
    async with app.run_test() as pilot:
        await pilot.press("end", "left_square_bracket", "backspace")
        assert app.editor.text == "x = "
        app.editor.selection = Selection((0, 1), (0, 0))
        await pilot.press("left_parenthesis", "quotation_mark")
        assert app.editor.text == '("x") = '
        assert app.editor.selection == Selection((0, 3), (0, 2))
        assert await undo(pilot, 2) == "x = "


async def test_triple_quotes_are_typed_by_hand() -> None:
    app = EditorApp()
    async with app.run_test() as pilot:
        await pilot.press(*["quotation_mark"] * 3, "a", "enter", *["quotation_mark"] * 3, "b")
        assert app.editor.text == '"""a\n"""b'


async def test_enter_between_brackets_opens_them() -> None:
    app = EditorApp("    x = ")
    async with app.run_test() as pilot:
        await pilot.press("end", "left_square_bracket", "enter", "1")
        assert app.editor.text == "    x = [\n        1\n    ]"
        assert await undo(pilot, 2) == "    x = []"


async def test_a_clause_finds_its_place_and_undo_puts_only_that_back() -> None:
    app = EditorApp("if x:\n    a()\n")
    async with app.run_test() as pilot:
        app.editor.move_cursor((2, 0))
        await pilot.press("tab", *"else", "colon")
        assert app.editor.text == "if x:\n    a()\nelse:"
        await pilot.press("enter", "b")
        assert app.editor.text == "if x:\n    a()\nelse:\n    b"
        assert await undo(pilot, 3) == "if x:\n    a()\n    else:"


async def test_undo_takes_back_words_and_a_paste_at_once() -> None:
    app = EditorApp()
    async with app.run_test() as pilot:
        await write(pilot, "one two three")
        app.post_message(events.Paste(" (\r\n\tpasted"))
        await until(lambda: "pasted" in app.editor.text)
        assert app.editor.text == "one two three (\n    pasted"
        assert await undo(pilot) == "one two three"
        assert await undo(pilot) == "one two "
        await write(pilot, "x")
        assert await undo(pilot) == "one two "
        assert await undo(pilot) == "one "


async def test_lines_move_with_what_is_chosen_and_are_duplicated() -> None:
    app = EditorApp("a\nb\nc\nd")
    async with app.run_test() as pilot:
        app.editor.selection = Selection((1, 1), (3, 0))
        await pilot.press("alt+up")
        assert app.editor.text == "b\nc\na\nd"
        assert app.editor.selection == Selection((0, 1), (2, 0))
        await pilot.press("alt+up")
        assert app.editor.text == "b\nc\na\nd"
        await pilot.press("alt+down", "alt+down")
        assert app.editor.text == "a\nd\nb\nc"
        assert await undo(pilot, 3) == "a\nb\nc\nd"
        assert app.editor.selection == Selection((1, 1), (3, 0))
        await pilot.press("alt+shift+down")
        assert app.editor.text == "a\nb\nc\nb\nc\nd"
        assert app.editor.selection == Selection((3, 1), (5, 0))
        assert await undo(pilot) == "a\nb\nc\nd"


async def test_a_part_of_a_line_is_indented_not_replaced_by_tab() -> None:
    app = EditorApp("name = 1")
    async with app.run_test() as pilot:
        app.editor.selection = Selection((0, 0), (0, 4))
        await pilot.press("tab")
        assert app.editor.text == "    name = 1"


async def test_a_long_paste_is_one_step_also_when_undo_takes_the_scroll_bar_away() -> None:
    app = EditorApp("last")
    async with app.run_test() as pilot:
        app.post_message(events.Paste("x = 1\n" * 5000))
        await until(lambda: app.editor.document.line_count == 5001)
        assert await undo(pilot) == "last"
        await pilot.press("ctrl+y")
        assert app.editor.document.line_count == 5001


async def test_halves_of_characters_do_no_harm() -> None:
    app = EditorApp("'\ud83d'\r\n")
    async with app.run_test() as pilot:
        assert app.editor.text == "'\ufffd'\n"
        app.post_message(events.Paste("\udc00"))
        await pilot.pause()
        assert app.editor.text == "\ufffd'\ufffd'\n"


async def test_the_mark_of_failure_goes_with_the_first_change() -> None:
    app = EditorApp("a = 1\nb = 2")
    async with app.run_test() as pilot:
        app.editor.mark_failed(2)
        await pilot.press("x")
        assert app.editor.failed_line is None


async def test_f6_is_left_to_the_app() -> None:
    app = EditorApp("a = 1")
    async with app.run_test() as pilot:
        await pilot.press("f6")
        assert app.editor.selection.is_empty


async def test_a_string_of_many_lines_is_coloured_across_blocks() -> None:
    app = EditorApp('x = """\n' + "words\n" * (2 * BLOCK) + '"""\ny = 1')
    async with app.run_test():
        colours = app.editor._highlights
        assert [name for _, _, name in colours[BLOCK + 5]] == ["string"]
        app.editor.delete((0, 4), (0, 7))
        assert "string" not in [name for _, _, name in colours[BLOCK + 5]]


async def test_ctrl_end_and_ctrl_home_go_to_the_ends_of_the_text() -> None:
    app = EditorApp("first\nsecond\nthird")
    async with app.run_test() as pilot:
        await pilot.press("ctrl+end")
        assert app.editor.cursor_location == (2, 5)
        await pilot.press("ctrl+home")
        assert app.editor.cursor_location == (0, 0)
