"""The help: the keys that work where the officer is, from the table of commands."""

from collections.abc import Collection, Mapping
from itertools import zip_longest

from textual.app import ComposeResult
from textual.content import Content
from textual.geometry import Size
from textual.widget import Widget
from textual.widgets import Static

from tui.commands import Where, commands_at, key_names, keys_of, typed_instead
from tui.dialogs.dialog import Dialog, TextToRead

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
    "jumping": "the letters to jump by",
    "everywhere": "plandesk",
}

_READ_ON = ("tab,shift+tab", "To the words beside or below, where there is more to read; and back")
_THROUGH = (
    ("home,end", "To the first and the last"),
    ("pageup,pagedown", "A page up or down"),
)
WIDGET_KEYS: dict[Where, tuple[tuple[str, str], ...]] = {
    "desk": (("up,down", "From plan to plan"), *_THROUGH),
    "aims": (("up,down", "From aim to aim"), *_THROUGH),
    "actions": (("up,down", "From action to action"), *_THROUGH),
    "fields": (("up,down", "From field to field"), *_THROUGH),
    "outline": (("up,down", "From section to section"), *_THROUGH),
    "passages": (("up,down", "From paragraph to paragraph"), *_THROUGH),
    "assessments": (("up,down", "From assessment to assessment"), *_THROUGH),
    "questions": (("up,down", "From question to question"), *_THROUGH),
    "answer": (("up,down", "From field to field"), *_THROUGH),
    "marks": (
        ("up,down,right", "From box to box"),
        ("home,end", "To the first and the last row"),
        ("pageup,pagedown", "A page up or down"),
    ),
    "reviews": (("up,down", "From action to action, heading to heading"), *_THROUGH, _READ_ON),
    "checks": (("up,down", "From finding to finding"), *_THROUGH, _READ_ON),
    "jumping": (("up,down,home,end,pageup,pagedown,enter", "As ever: the letters go"),),
    "editing": (
        ("right", "On; at the end of a line: take the completion shown in grey"),
        ("left,up,down", "Through the text"),
        ("ctrl+left,ctrl+right", "A word back or on"),
        ("home,ctrl+a", "To the beginning of the line"),
        ("end,ctrl+e", "To the end of the line"),
        ("pageup,pagedown", "A page up or down"),
        ("shift+left,shift+right,shift+up,shift+down,shift+home,shift+end", "Mark text"),
        ("ctrl+shift+left,ctrl+shift+right", "Mark a word"),
        ("f6", "Mark the line"),
        ("ctrl+c,ctrl+x", "Copy or cut what is marked, else the line"),
        ("ctrl+v", "Paste what was copied"),
        ("backspace,delete,ctrl+d", "Delete a character"),
        ("ctrl+w,ctrl+backspace,alt+backspace,alt+delete", "Delete a word"),
        ("ctrl+u", "Delete to the beginning of the line"),
        ("ctrl+k", "Delete to the end of the line"),
        ("ctrl+shift+k", "Delete the line"),
        ("ctrl+z,ctrl+y", "Undo or redo within the field"),
    ),
}
"""Keys that Textual's widgets handle, so they are not in the table of commands."""
_LETTERS = ("p n o …", "The letter above a column: tick its box, or take the tick away")

_KEYS_WIDTH, _GAP = 18, "  "
"""The width of the column of keys, in cells, and the gap after it."""
_KEPT = "What you type is kept when you leave the field, whichever way."
_UNDONE = "Nothing asks “are you sure?”: everything can be undone."


class KeysDialog(Dialog[None]):
    """Lists every key that does something where the officer is."""

    heading = "Keys"

    def __init__(
        self, where: Where, own_keys: Mapping[str, str], idle: Collection[str] = ()
    ) -> None:
        super().__init__()
        self._where = where
        self._own_keys = own_keys
        self._idle = idle

    def contents(self) -> ComposeResult:
        """Yield the name of the place, and below it a line for each key."""
        with TextToRead(id="words"):
            yield Static(f"In {PLACES[self._where]}:\n", markup=False)
            yield KeyTable(self._lines())
            yield Static(f"\n{_KEPT if self._where == 'editing' else _UNDONE}", markup=False)

    def on_mount(self) -> None:
        """Focus the text, so that the arrows scroll it."""
        self.query_one("#words").focus()

    def _lines(self) -> tuple[tuple[str, str], ...]:
        """Return each command's keys and what they do; in a field, no key that types a letter."""
        of_widget = WIDGET_KEYS.get(self._where, ())
        lines = [(" or ".join(key_names(keys.split(","))), does) for keys, does in of_widget]
        if self._where == "marks":
            lines.append(_LETTERS)
        for command in commands_at(self._where):
            every = keys_of(command, self._own_keys).split(",")
            if self._where == "editing":
                every = [key for key in every if not typed_instead(key, self._where)]
            keys = key_names(every)
            if keys and command.id not in self._idle:
                lines.append((" or ".join(keys), command.title))
        return tuple(lines)


class KeyTable(Widget):
    """Two columns, keys and what they do; a line that wraps stays in its column."""

    DEFAULT_CSS = """
    KeyTable { height: auto; }
    """

    def __init__(self, lines: tuple[tuple[str, str], ...]) -> None:
        super().__init__()
        self.lines = lines

    def render(self) -> Content:
        """Return the lines, wrapped to the width of the table."""
        return Content("\n").join(self._laid_out(self.size.width))

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """Return how many lines the table takes at `width`."""
        return len(self._laid_out(width))

    def _laid_out(self, width: int) -> list[Content]:
        laid_out: list[Content] = []
        for keys, does in self.lines:
            beside = zip_longest(
                Content(keys).wrap(_KEYS_WIDTH),
                Content(does).wrap(max(width - _KEYS_WIDTH - len(_GAP), 10)),
                fillvalue=Content(""),
            )
            for key, words in beside:
                margin = " " * (_KEYS_WIDTH - key.cell_length)
                key_painted = key.stylize("bold $accent")
                laid_out.append(Content.assemble(margin, key_painted, _GAP, words))
        return laid_out
