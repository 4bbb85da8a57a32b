"""Show everything that concerns one action on one screen."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from textual.app import ComposeResult
from textual.content import Content
from textual.widgets import Static

from desk.checking import found_now
from desk.explaining import explanation
from desk.today import today
from tui.dialogs.dialog import Dialog, ScrolledText

if TYPE_CHECKING:
    from tui.views.fields_view import FieldsView


class _Facts(ScrolledText):
    """The lines of an explanation; a line that wraps keeps its indent."""

    def compose(self) -> ComposeResult:
        """Yield each line as a block of its own, never parsed as markup."""
        yield from (_block(str(line)) for line in self._lines)


class ExplainDialog(Dialog[None]):
    """Shows the lines of an explanation, with the label at the start of each in bold."""

    DEFAULT_CSS = """
    ExplainDialog > #dialog { width: 96%; max-width: 132; max-height: 94%; }
    """
    keys_in_words = "↑↓: read on   Esc: back"

    def __init__(self, title: str, lines: Sequence[str]) -> None:
        super().__init__()
        self._title = title
        self._lines = lines

    def contents(self) -> ComposeResult:
        """Yield the lines."""
        yield _Facts(self._lines)

    def on_mount(self) -> None:
        """Name the action in the frame."""
        self.query_one("#dialog").border_title = Content(self._title)
        self.query_one(_Facts).focus()


def _block(line: str) -> Static:
    text = line.lstrip()
    block = Static(Content("").join(_shown(text, is_fact=text == line)), markup=False)
    block.styles.padding = (0, 0, 0, len(line) - len(text))
    return block


def _shown(text: str, *, is_fact: bool) -> Iterator[Content]:
    label, colon, rest = text.partition(":") if is_fact else ("", "", text)
    if not colon:
        yield Content(text)
    else:
        yield Content.styled(f"{label}{colon}", "bold")
        yield Content(rest)


def explain_action(view: "FieldsView", action: str) -> None:
    """Show everything that concerns an action of the view's plan; `action` is its id."""
    plan, session = view.plan, view.session
    lines = explanation(plan, action, session.council, found_now(session), today())
    view.app.push_screen(ExplainDialog(f"Action {plan.ref_of(action)}", lines))
