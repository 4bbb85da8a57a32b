"""What lies behind other widgets and is seen between them, if at all."""

from typing import TYPE_CHECKING

from textual.geometry import Region
from textual.strip import Strip

if TYPE_CHECKING:
    from textual.widget import Widget as Behind
else:
    Behind = object  # a widget that is the first base would hide the style sheet of the other


class Ground(Behind):
    """A widget without words or frame of its own: all its lines are the same blank one.

    Textual keeps each line of each widget, and each again cut at every edge of what lies on it: at
    120x40 that would be more of the window's memory than everything that can be read there. It is
    mixed into a widget.
    """

    def render(self) -> str:
        """Return nothing; Textual would paint the name of the class until something lies on it."""
        return ""

    def render_lines(self, crop: Region) -> list[Strip]:
        """Return one painted line as often as there are lines to paint."""
        return super().render_lines(Region(crop.x, crop.y, crop.width, 1)) * crop.height
