"""What one undo takes back: a word being typed, a word being deleted, or one larger edit.

Owns the grouping of edits into steps. Textual's own groups up to two seconds of typing, and lets what is
typed after an undo join the step before it.
"""

from __future__ import annotations

from dataclasses import dataclass

from textual.document._document import EditResult, Selection
from textual.document._edit import Edit
from textual.document._history import EditHistory
from textual.widgets import TextArea

STEPS = 1000
"""How many steps are remembered."""

PAUSE = 2.0
"""Seconds without a key after which a new step begins."""


@dataclass
class PlacedEdit(Edit):
    """An edit that leaves the cursor, or a choice, at a place of its own; also when it is redone."""

    placed: Selection
    """What is chosen after it."""

    def do(self, text_area: TextArea, record_selection: bool = True) -> EditResult:
        """Performs the edit."""
        result = super().do(text_area, record_selection)
        self._updated_selection = self.placed
        return result


@dataclass(frozen=True, slots=True)
class Stroke:
    """An edit as the grouping sees it."""

    added: str
    removed: str

    def continues(self, last: Stroke) -> bool:
        """Whether it belongs to the step of the stroke before: one more character of the same word."""
        if len(self.added) == 1 and len(last.added) == 1 and not self.removed:
            return _same_word(last.added, self.added)
        if len(self.removed) == 1 and len(last.removed) == 1 and not (self.added or last.added):
            return _same_word(last.removed, self.removed)
        return False


def _same_word(last: str, this: str) -> bool:
    """Whether a character goes on with a word or the blanks after it; a line's end stands for itself."""
    return "\n" not in (last, this) and not (last.isspace() and not this.isspace())


class EditSteps(EditHistory):
    """The steps of an editor's undo and redo."""

    def __init__(self) -> None:
        super().__init__(max_checkpoints=STEPS, checkpoint_timer=PAUSE, checkpoint_max_characters=0)
        self._stroke = Stroke("", "")

    def record(self, edit: Edit) -> None:
        """Adds an edit that was made, to the step before it or as a new one."""
        result = edit._edit_result
        assert result is not None
        stroke = Stroke(edit.text, result.replaced_text)
        if stroke == Stroke("", ""):
            return
        now = self._get_time()
        paused = now - self._last_edit_time > self.checkpoint_timer
        if self._undo_stack and not (self._force_end_batch or paused) and stroke.continues(self._stroke):
            self._undo_stack[-1].append(edit)
        else:
            self._undo_stack.append([edit])
        self._stroke, self._last_edit_time, self._force_end_batch = stroke, now, False
        self._redo_stack.clear()

    def _pop_undo(self) -> list[Edit] | None:
        self.checkpoint()
        return super()._pop_undo()
