"""Show text that a crash left out of the plan, and ask whether to keep it."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content

from tui.dialogs.dialog import Dialog, ScrolledText

if TYPE_CHECKING:
    from desk.lost_texts import LostText


class DraftDialog(Dialog[str]):
    """Shows text that is not in the plan; the result is "keep", "drop", or None to decide later."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("k,enter", "answer('keep')", show=False),
        Binding("d,delete", "answer('drop')", show=False),
    ]
    heading = "Not in the plan yet"
    opens_unasked = True
    keys_in_words = "k or Enter: keep   d: drop   Esc: not now"

    def __init__(self, plan: str, at: str, lost: Sequence["LostText"]) -> None:
        super().__init__()
        self._plan = plan
        self._at = at
        self._lost = tuple(lost)

    def contents(self) -> ComposeResult:
        """Yield what happened, and each lost text."""
        yield ScrolledText([self._opening(), *(line for one in self._lost for line in _lines(one))])

    def on_mount(self) -> None:
        """Focus the text, so that the arrows scroll it."""
        self.query_one(ScrolledText).focus()

    def action_answer(self, choice: str) -> None:
        """Close with the officer's choice."""
        self.dismiss(choice)

    def _opening(self) -> str:
        when = f" on {self._at}" if self._at else ""
        return (
            f"plandesk ended{when} before this was in the plan {self._plan}. Everything saved "
            "before is there. Keep puts it into the plan, and can be undone."
        )


def _lines(lost: "LostText") -> list[Content | str]:
    lines: list[Content | str] = [
        "",
        Content.styled(lost.label, "bold"),
        f"Was: {lost.was or '(nothing)'}",
        f"Typed: {lost.typed or '(nothing)'}",
    ]
    if lost.change is None:
        why = (
            "Its place has changed since" if lost.fitted else "Its field holds less text than this"
        )
        lines.append(f"{why}: keep puts this text on the clipboard.")
    return lines
