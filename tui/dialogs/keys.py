"""The help: the keys of where the officer is, from the table of commands."""

from collections.abc import Mapping

from textual.app import ComposeResult
from textual.content import Content

from tui.commands import Where, commands_at, key_name, keys_of
from tui.dialogs.dialog import Dialog, Words

PLACES: dict[Where, str] = {
    "desk": "the list of plans",
    "aims": "the aims",
    "actions": "the actions",
    "fields": "the fields",
    "outline": "the parts of the report",
    "passages": "the paragraphs and fields of the report",
    "assessments": "the assessments",
    "questions": "the questions of the assessment",
    "answer": "the answer to a question",
    "marks": "the boxes to tick",
    "reviews": "the reviews",
    "checks": "the checks",
    "preview": "the preview",
    "editing": "a field that you write in",
    "moving": "a row on the move",
    "everywhere": "plandesk",
}

_READ_ON = ("Tab", "To the words beside or below, where there is more to read; and back")
_NO_COMMANDS: dict[Where, tuple[tuple[str, str], ...]] = {
    "desk": (("↑ or ↓", "From plan to plan"),),
    "aims": (("↑ or ↓", "From aim to aim"),),
    "actions": (("↑ or ↓", "From action to action"),),
    "fields": (("↑ or ↓", "From field to field"),),
    "outline": (("↑ or ↓", "From section to section"),),
    "passages": (("↑ or ↓", "From paragraph to paragraph"),),
    "assessments": (("↑ or ↓", "From assessment to assessment"),),
    "questions": (("↑ or ↓", "From question to question"),),
    "answer": (("↑ or ↓", "From field to field"),),
    "marks": (
        ("↑ ↓ ← →", "From box to box"),
        ("p n o …", "The letter above a column: tick its box, or take the tick away"),
    ),
    "reviews": (("↑ or ↓", "From action to action, heading to heading"), _READ_ON),
    "checks": (("↑ or ↓", "From finding to finding"), _READ_ON),
    "preview": (("↑ or ↓", "From line to line"),),
    "editing": (
        ("→", "At the end of a line: take the completion shown in grey"),
        ("Ctrl+Z or Ctrl+Y", "Undo or redo within the field"),
    ),
}
"""What the keys do by themselves."""

_KEPT = "What you type is kept when you leave the field, whichever way."
_UNDONE = "Nothing asks “are you sure?”: everything can be undone."


class KeysDialog(Dialog[None]):
    """Every key that does something where the officer is."""

    heading = "Keys"
    keys_in_words = "↑↓: read on   Esc: close"

    def __init__(self, where: Where, own_keys: Mapping[str, str]) -> None:
        super().__init__()
        self._where = where
        self._own_keys = own_keys

    def contents(self) -> ComposeResult:
        """Yield the keys, a line each."""
        lines: list[Content | str] = [f"In {PLACES[self._where]}:", ""]
        lines += [_line(keys, does) for keys, does in _NO_COMMANDS.get(self._where, ())]
        for command in commands_at(self._where):
            keys = " or ".join(map(key_name, keys_of(command, self._own_keys).split(",")))
            lines.append(_line(keys, command.title))
        yield Words([*lines, "", _KEPT if self._where == "editing" else _UNDONE])


def _line(keys: str, does: str) -> Content:
    return Content.assemble((f"{keys:>16}", "bold $accent"), f"  {does}")
