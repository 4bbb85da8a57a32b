"""The title line at the top: which plan is open, and whether it is saved."""

from textual.content import Content
from textual.reactive import reactive
from textual.widget import Widget

_LEAST_TITLE = 16
"""Cells for the plan's title below which it is said more briefly how the plan is shared."""


class TitleLine(Widget):
    """The program's name, the plan's title and, on the right, whether it is saved, in words."""

    DEFAULT_CSS = """
    TitleLine {
        dock: top;
        height: 1;
        background: $primary-muted;
        color: $foreground;

        &.-unsaved {
            background: $error;
            color: $text;
        }
    }
    """

    plan_title: reactive[str] = reactive("")
    state: reactive[str] = reactive("")
    sharing: reactive[str] = reactive("")
    sharing_briefly: reactive[str] = reactive("")
    to_check: reactive[str] = reactive("")
    is_unsaved: reactive[bool] = reactive(False, toggle_class="-unsaved")

    def render(self) -> Content:
        """Return the line; a title that does not fit is shortened with …."""
        left = Content.assemble((" plandesk", "bold"), "   ")
        right = self._right(self.sharing)
        if self.size.width - left.cell_length - right.cell_length < _LEAST_TITLE:
            right = self._right(self.sharing_briefly or self.sharing)
        room = self.size.width - left.cell_length - right.cell_length - 2
        title = Content(self.plan_title).truncate(max(room, 0), ellipsis=True)
        gap = max(self.size.width - left.cell_length - title.cell_length - right.cell_length, 1)
        return Content.assemble(left, title, " " * gap, right)

    def _right(self, sharing: str) -> Content:
        return Content("   ".join(filter(None, (self.state, sharing, self.to_check))) + " ")
