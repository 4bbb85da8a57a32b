"""A line to type in, in which what a reader sees as one character is one step."""

from textual.widgets import Input
from textual.widgets.input import Selection

from tui.widgets.seen_characters import seen_after, seen_before, seen_edge


class TextLine(Input):
    """Textual's line, but the cursor never stands within a character, and it goes as one."""

    def validate_selection(self, selection: Selection) -> Selection:
        """Return a selection whose ends are edges of characters."""
        start, end = super().validate_selection(selection)
        return Selection(seen_edge(self.value, start), seen_edge(self.value, end))

    def action_cursor_left(self, select: bool = False) -> None:
        """Go one character to the left; highlight it, or leave what is highlighted."""
        start, end = self.selection
        if select:
            self.selection = Selection(start, seen_before(self.value, end))
        elif self.selection.is_empty:
            self.cursor_position = seen_before(self.value, end)
        else:
            super().action_cursor_left()

    def action_delete_left(self) -> None:
        """Take away what is highlighted, else the character before the cursor."""
        end = self.cursor_position
        if self.selection.is_empty and end:
            self.delete(seen_before(self.value, end), end)
        else:
            super().action_delete_left()

    def action_delete_right(self) -> None:
        """Take away what is highlighted, else the character behind the cursor."""
        start = self.cursor_position
        if self.selection.is_empty and start < len(self.value):
            self.delete(start, seen_after(self.value, start))
        else:
            super().action_delete_right()
