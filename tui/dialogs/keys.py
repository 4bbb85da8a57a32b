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
    "editing": "a field that you write in",
    "moving": "a row on the move",
    "everywhere": "plandesk",
}

_WITHOUT_KEYS = {
    "desk": ("↑ ↓: from plan to plan",),
    "aims": ("↑ ↓: from aim to aim",),
    "actions": ("↑ ↓: from action to action",),
    "fields": ("↑ ↓: from field to field",),
    "editing": (
        "What you type is kept when you leave the field, whichever way.",
        "→ at the end of a line takes the completion shown in grey.",
        "Ctrl+Z and Ctrl+Y: undo and redo within the field.",
    ),
}


class KeysDialog(Dialog[None]):
    """Every key that does something where the officer is."""

    heading = "Keys"

    def __init__(self, where: Where, own_keys: Mapping[str, str]) -> None:
        super().__init__()
        self._where = where
        self._own_keys = own_keys

    def contents(self) -> ComposeResult:
        """Yield the keys, a line each."""
        lines: list[Content | str] = [f"In {PLACES[self._where]}:", ""]
        lines += _WITHOUT_KEYS.get(self._where, ())
        for command in commands_at(self._where):
            keys = " or ".join(map(key_name, keys_of(command, self._own_keys).split(",")))
            lines.append(Content.assemble((f"{keys:>16}", "bold $accent"), f"  {command.title}"))
        lines += ["", "Nothing asks “are you sure?”: everything can be undone."]
        yield Words(lines)
