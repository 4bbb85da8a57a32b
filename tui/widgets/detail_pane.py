"""The pane beside a list: the details of the row under the cursor."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Static

READ_ON = "Tab read on"
READ_BACK = "Tab back to the list"


class DetailPane(VerticalScroll, can_focus=True):
    """Text to read beside a list.

    If it is longer than the pane, Tab moves the focus here and back to the list. While it has the
    focus, the arrows scroll and Esc goes back too.
    """

    DEFAULT_CSS = """
    DetailPane > Static { padding-right: 1; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,left,tab,shift+tab", "leave", show=False),
    ]

    def compose(self) -> ComposeResult:
        """Yield the text as one block, never parsed as markup."""
        yield Static("", markup=False)

    def show(self, words: Content, title: str) -> None:
        """Show `words` from the top, with `title` in the frame; without words there is no pane."""
        self.display = bool(words.plain)
        self.query_one(Static).update(words)
        self.border_title = Content(title)
        self.scroll_home(animate=False)

    def allow_focus(self) -> bool:
        """Return whether the text is longer than the pane, or the pane already has the focus."""
        return self.has_focus or self.max_scroll_y > 0

    def watch_virtual_size(self) -> None:
        """Name the key that leads here, now that the text is longer or shorter."""
        self.call_after_refresh(self._say_way)

    def on_resize(self) -> None:
        """Name the key that leads here, now that the pane is larger or smaller."""
        self._say_way()

    def watch_has_focus(self, has_focus: bool) -> None:
        """Name the key that leads back, or the one that leads here again."""
        super().watch_has_focus(has_focus)
        self._say_way()

    def _say_way(self) -> None:
        way = READ_BACK if self.has_focus else READ_ON
        self.border_subtitle = Content(way if self.allow_focus() else "")

    def action_leave(self) -> None:
        """Go back to the list."""
        self.screen.focus_previous()
