"""Choose field by field between the plan on the screen and its file, changed by another program."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widgets import OptionList, Static

from plan.changes.merging import Comparison, Difference, Side
from plan.model.conflicts import FieldKey
from plan.wording.difference_words import DifferenceWords, excerpts
from tui.dialogs.dialog import Dialog, ScrolledText
from tui.widgets.row_list import ListedRow, RowList

_SCREEN, _FILE = "on your screen", "in the file"


@dataclass(frozen=True, slots=True)
class DifferenceRow(ListedRow):
    """One field that differs: its two wordings, and which of them is chosen."""

    ours: str = ""
    theirs: str = ""
    side: Side = "ours"

    @property
    def content(self) -> Content:
        """What is painted; never parsed as markup."""
        lines: list[Content | str] = [Content.styled(self.line, "bold")]
        for side, name, text in (("ours", _SCREEN, self.ours), ("theirs", _FILE, self.theirs)):
            mark = "(•)" if side == self.side else "( )"
            lines.append(f"{mark} {name}: {text}")
        return Content("\n").join(Content(one) if isinstance(one, str) else one for one in lines)


class DifferencesDialog(Dialog[dict[FieldKey, Side]]):
    """Lists each difference with both wordings; the result is the chosen side of each field.

    A field that the officer did not touch is missing from the result. Esc leaves the plan on the
    screen and the file as they are.
    """

    DEFAULT_CSS = """
    DifferencesDialog #differences { text-wrap: wrap; }
    """
    heading = "The file was changed elsewhere"
    opens_unasked = True
    keys_in_words = "Space or ←→: switch   r: read   Enter: bring together   Esc: not now"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("space", "switch", show=False),
        Binding("left", "take('ours')", show=False),
        Binding("right", "take('theirs')", show=False),
        Binding("r", "read", show=False),
    ]

    def __init__(
        self, name: str, comparison: Comparison, words: DifferenceWords, problem: str = ""
    ) -> None:
        super().__init__()
        self._problem = problem
        self._name = name
        self._words = words
        self._differences = comparison.differences
        self._kept = comparison.kept
        self._choices: dict[FieldKey, Side] = {}
        if not self._differences:
            self.keys_in_words = "Enter: bring together   Esc: not now"

    def contents(self) -> ComposeResult:
        """Yield the explanation of what happened, and the list of differences."""
        yield Static(self._what_happened(), markup=False)
        yield Static("")
        yield RowList(id="differences")

    def on_mount(self) -> None:
        """Fill the list of differences and focus it."""
        self._show()
        self.query_one(RowList).focus()

    def _what_happened(self) -> str:
        happened = (
            f"{self._name} was changed by another program since it was last saved here. Nothing "
            "was overwritten: what is on your screen and what is in the file are both safe. "
            f"{self._how_far_known()}"
        )
        count = len(self._differences)
        if not count:
            return happened
        asked = "One field differs" if count == 1 else f"{count} fields differ"
        return f"{happened} {asked}: choose."

    def _how_far_known(self) -> str:
        if self._problem:
            return f"Which of the two changed what is not known. {self._problem}"
        return "What only one of the two has changed is taken from it."

    def _show(self) -> None:
        choices = self.query_one(RowList)
        choices.show(self._rows(), choices.current)

    def _rows(self) -> Sequence[ListedRow]:
        rows: list[ListedRow] = [
            self._row(place, one) for place, one in enumerate(self._differences)
        ]
        kept = (self._words.kept(row) for row in self._kept)
        return [*rows, *(ListedRow(f"kept-{place}", line) for place, line in enumerate(kept))]

    def _row(self, place: int, one: Difference) -> DifferenceRow:
        ours, theirs = excerpts(*self._words.values(one))
        side = self._choices.get(one.key, "ours")
        return DifferenceRow(str(place), self._words.thing(one), "", ours, theirs, side)

    @property
    def _current(self) -> Difference | None:
        """The difference under the cursor, or None on a row that is only information."""
        current = self.query_one(RowList).current
        return self._differences[int(current)] if current.isdigit() else None

    def action_switch(self) -> None:
        """Choose the other wording of the difference under the cursor."""
        if (one := self._current) is not None:
            is_ours = self._choices.get(one.key, "ours") == "ours"
            self.action_take("theirs" if is_ours else "ours")

    def action_take(self, side: Side) -> None:
        """Choose one wording, "ours" or "theirs", of the difference under the cursor."""
        if (one := self._current) is not None:
            self._choices[one.key] = side
            self._show()

    def action_read(self) -> None:
        """Show both wordings in full."""
        if (one := self._current) is not None:
            self.app.push_screen(WordingsDialog(self._words.thing(one), *self._words.values(one)))

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Close with the choices, so that the two are merged."""
        event.stop()
        self.dismiss(dict(self._choices))


class WordingsDialog(Dialog[None]):
    """Shows both wordings of a difference in full."""

    keys_in_words = "Esc: back"

    def __init__(self, thing: str, ours: str, theirs: str) -> None:
        super().__init__()
        self._thing = thing
        self._wordings = ((_SCREEN, ours), (_FILE, theirs))

    def contents(self) -> ComposeResult:
        """Yield the two wordings, one after the other."""
        lines: list[Content | str] = []
        for name, text in self._wordings:
            lines += [Content.styled(f"{name.capitalize()}:", "bold"), text, ""]
        yield ScrolledText(lines[:-1])

    def on_mount(self) -> None:
        """Name the field in the frame."""
        self.query_one("#dialog").border_title = Content(self._thing)
        self.query_one(ScrolledText).focus()
