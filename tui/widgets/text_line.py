"""A line to type in whose cursor moves by graphemes: what a reader sees as one character."""

from textual.widgets import Input
from textual.widgets.input import Selection

from tui.widgets.graphemes import grapheme_edge, grapheme_end, grapheme_start


class TextLine(Input):
    """Textual's input, but the cursor is never inside a grapheme, which is deleted as a whole."""

    def validate_selection(self, selection: Selection) -> Selection:
        """Return the selection with both ends moved to edges of graphemes."""
        start, end = super().validate_selection(selection)
        return Selection(grapheme_edge(self.value, start), grapheme_edge(self.value, end))

    def action_cursor_left(self, select: bool = False) -> None:
        """Go one grapheme to the left, and select it or drop the selection."""
        start, end = self.selection
        if select:
            self.selection = Selection(start, grapheme_start(self.value, end))
        elif self.selection.is_empty:
            self.cursor_position = grapheme_start(self.value, end)
        else:
            super().action_cursor_left()

    def action_delete_left(self) -> None:
        """Delete what is selected, otherwise the grapheme before the cursor."""
        end = self.cursor_position
        if self.selection.is_empty and end:
            self.delete(grapheme_start(self.value, end), end)
        else:
            super().action_delete_left()

    def action_delete_right(self) -> None:
        """Delete what is selected, otherwise the grapheme after the cursor."""
        start = self.cursor_position
        if self.selection.is_empty and start < len(self.value):
            self.delete(start, grapheme_end(self.value, start))
        else:
            super().action_delete_right()
