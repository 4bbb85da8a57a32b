"""What stands beside a list: all that there is to say of the row under its cursor."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Static

READ_ON = "Tab read on"
READ_BACK = "Tab back to the list"


class Beside(VerticalScroll, can_focus=True):
    """Text to read; where there is more than fits, Tab comes here from the list, and goes back.

    Here the arrows scroll, and Esc goes back too.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,left,tab,shift+tab", "leave", show=False),
    ]

    def compose(self) -> ComposeResult:
        """Yield the text as one block; never read as markup."""
        yield Static("", markup=False)

    def show(self, words: Content, title: str) -> None:
        """Show what there is to say, from its beginning."""
        self.query_one(Static).update(words)
        self.border_title = Content(title)
        self.scroll_home(animate=False)

    def allow_focus(self) -> bool:
        """Return whether there is more to read than is seen, or it is being read."""
        return self.has_focus or self.max_scroll_y > 0

    def watch_virtual_size(self) -> None:
        """Say that there is more to read, where there is."""
        self.call_after_refresh(self._say_way)

    def on_resize(self) -> None:
        """Say that there is more to read, where there is no room for it now."""
        self._say_way()

    def watch_has_focus(self, has_focus: bool) -> None:
        """Say the way back, or the way here again."""
        super().watch_has_focus(has_focus)
        self._say_way()

    def _say_way(self) -> None:
        way = READ_BACK if self.has_focus else READ_ON
        self.border_subtitle = Content(way if self.allow_focus() else "")

    def action_leave(self) -> None:
        """Go back to the list."""
        self.screen.focus_previous()
