"""What every dialog shares: a framed box over the window, gone with Esc."""

from collections.abc import Sequence
from typing import ClassVar, TypeVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Static

from tui.widgets.notice_line import NoticeLine

ResultT = TypeVar("ResultT")


class Dialog(ModalScreen[ResultT | None]):
    """A framed box; Esc closes it and changes nothing."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "dismiss_it", "Close", show=False)]
    heading: ClassVar[str] = ""
    keys_in_words: ClassVar[str] = "Esc: close"

    def compose(self) -> ComposeResult:
        """Yield the box with what the dialog has in it."""
        with VerticalScroll(id="dialog", can_focus=False) as box:
            box.border_title = Content(self.heading)
            box.border_subtitle = Content(self.keys_in_words)
            yield from self.contents()
        yield NoticeLine()

    def contents(self) -> ComposeResult:
        """Yield what is in the box."""
        yield from ()

    def action_dismiss_it(self) -> None:
        """Close the dialog with no result."""
        self.dismiss(None)


class Words(VerticalScroll, can_focus=True):
    """Text to read in a dialog: paragraphs and lists, scrolled with the arrows."""

    def __init__(self, lines: Sequence[Content | str]) -> None:
        super().__init__(id="words")
        self._lines = lines

    def compose(self) -> ComposeResult:
        """Yield the text as one block; never read as markup."""
        yield Static(_joined(self._lines), markup=False)

    def show(self, lines: Sequence[Content | str]) -> None:
        """Show other text in its place, from the top."""
        self._lines = lines
        self.query_one(Static).update(_joined(lines))
        self.scroll_home(animate=False)


def _joined(lines: Sequence[Content | str]) -> Content:
    contents = [line if isinstance(line, Content) else Content(line) for line in lines]
    return Content("\n").join(contents)
