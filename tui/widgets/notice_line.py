"""The line above the key line: what the officer is told, in a place of its own."""

from typing import TYPE_CHECKING

from textual.content import Content
from textual.message import Message
from textual.reactive import reactive
from textual.widgets import Static

if TYPE_CHECKING:
    from tui.notices import Notice


class NoticeLine(Static):
    """One notice, gone where there is none; what is above gives way, so that nothing is hidden.

    A sentence that is longer than the line goes on below; a click takes it away.
    """

    DEFAULT_CSS = """
    NoticeLine {
        height: auto;
        padding: 0 1;
        background: $accent-muted;
        color: $foreground;

        &.-problem {
            background: $error;
            color: $background;
            text-style: bold;
        }
    }
    """

    notice: "reactive[Notice | None]" = reactive(None)

    class Ready(Message):
        """The line is there, and may have something to show already."""

    class Read(Message):
        """The officer has read the notice."""

    def __init__(self) -> None:
        super().__init__("", markup=False)
        self.display = False

    def on_mount(self) -> None:
        """Ask for what is to be shown."""
        self.post_message(self.Ready())

    def watch_notice(self, notice: "Notice | None") -> None:
        """Show it, or nothing."""
        self.display = notice is not None
        self.set_class(notice is not None and notice.is_problem, "-problem")
        if notice is not None:
            mark = "! " if notice.is_problem else ""
            self.update(Content(f"{mark}{notice.sentence}"))

    def on_click(self) -> None:
        """Say that it has been read, unless the mouse has highlighted words of it."""
        if self.text_selection is None:
            self.post_message(self.Read())
