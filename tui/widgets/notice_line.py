"""The notice line above the key line: what plandesk tells the officer."""

from typing import TYPE_CHECKING

from textual.content import Content
from textual.message import Message
from textual.reactive import reactive
from textual.widgets import Static

if TYPE_CHECKING:
    from tui.notices import Notice


class NoticeLine(Static):
    """Shows one notice, hidden when there is none; it covers nothing, as what is above shrinks.

    A long sentence takes several lines; a click dismisses it.
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
        """The line is mounted and can show a notice that is already waiting."""

    class Read(Message):
        """The officer clicked the notice away."""

    def __init__(self) -> None:
        super().__init__("", markup=False)
        self.display = False

    def on_mount(self) -> None:
        """Ask for the notice to show."""
        self.post_message(self.Ready())

    def watch_notice(self, notice: "Notice | None") -> None:
        """Show the notice, or hide the line."""
        self.display = notice is not None
        self.set_class(notice is not None and notice.is_problem, "-problem")
        if notice is not None:
            mark = "! " if notice.is_problem else ""
            self.update(Content(f"{mark}{notice.sentence}"))

    def on_click(self) -> None:
        """Dismiss the notice, unless the mouse was used to select some of its words."""
        if self.text_selection is None:
            self.post_message(self.Read())
