"""Show everything that concerns one action on one screen."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from textual.app import ComposeResult
from textual.content import Content

from desk.checking import found_now
from desk.explaining import explanation
from desk.today import today
from tui.dialogs.dialog import Dialog, ScrolledText

if TYPE_CHECKING:
    from tui.views.fields_view import FieldsView


class ExplainDialog(Dialog[None]):
    """Shows the lines of an explanation, with the label at the start of each in bold."""

    DEFAULT_CSS = """
    ExplainDialog > #dialog { width: 96%; max-width: 132; max-height: 94%; }
    """
    keys_in_words = "Esc: back"

    def __init__(self, title: str, lines: Sequence[str]) -> None:
        super().__init__()
        self._title = title
        self._lines = lines

    def contents(self) -> ComposeResult:
        """Yield the lines."""
        yield ScrolledText([_shown(line) for line in self._lines])

    def on_mount(self) -> None:
        """Name the action in the frame."""
        self.query_one("#dialog").border_title = Content(self._title)
        self.query_one(ScrolledText).focus()


def _shown(line: str) -> Content:
    """Return a line with its label in bold; one that is indented has none."""
    label, colon, rest = line.partition(":")
    if not colon or line.startswith(" "):
        return Content(line)
    return Content.assemble((f"{label}{colon}", "bold"), rest)


def explain_action(view: "FieldsView", action: str) -> None:
    """Show everything that concerns an action of the view's plan; `action` is its id."""
    plan, session = view.plan, view.session
    lines = explanation(plan, action, session.council, found_now(session), today())
    view.app.push_screen(ExplainDialog(f"Action {plan.ref_of(action)}", lines))
