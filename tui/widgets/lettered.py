"""Letters at the edge of a panel, each beside what the cursor jumps to when it is typed."""

from abc import abstractmethod
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, NamedTuple

from textual.content import Content
from textual.geometry import Region
from textual.message import Message
from textual.strip import Strip
from textual.visual import Visual

if TYPE_CHECKING:
    from textual.widget import Widget as Panel
else:
    Panel = object  # a widget that is the first base would hide the style sheet of the other

LETTER = "lettered--letter"
"""The component class of the letters."""


class Target(NamedTuple):
    """What the cursor can jump to: its label, the line of the panel beside it, and the jump."""

    label: str
    line: int
    go: Callable[[], object]


class Lettered(Panel):
    """A framed panel with letters over its left edge while the officer jumps, hiding no word.

    It is mixed into a widget that has the component class `LETTER` and says how that is painted.
    """

    letters: Mapping[int, str] = {}
    """The letters to show, by the line of the panel."""

    class Scrolled(Message):
        """The panel was scrolled while letters stood at its edge."""

    def watch_scroll_y(self, old_value: float, new_value: float) -> None:
        """Say so if the letters stand beside other lines now."""
        super().watch_scroll_y(old_value, new_value)
        if self.letters:
            self.post_message(self.Scrolled())

    @abstractmethod
    def targets(self) -> list[Target]:
        """Return what can be jumped to of what is on the screen, from top to bottom."""

    def show_letters(self, letters: Mapping[int, str]) -> None:
        """Show letters at the left edge, or none."""
        if letters != self.letters:
            self.letters = letters
            self.refresh()

    def render_lines(self, crop: Region) -> list[Strip]:
        """Return the painted lines, with the letters over the edge."""
        strips = super().render_lines(crop)
        if not self.letters or crop.x > 0:
            return strips
        last = self.outer_size.height - 1  # the lower edge has words of its own
        return [
            self._with_letters(strip, self.letters.get(line, "") if line < last else "")
            for line, strip in enumerate(strips, crop.y)
        ]

    def _with_letters(self, strip: Strip, letters: str) -> Strip:
        if not letters or strip.cell_length <= len(letters):
            return strip
        style = self.get_visual_style(LETTER)
        painted = Visual.to_strips(self, Content(letters), len(letters), 1, style)
        return Strip.join([*painted, strip.crop(len(letters))])
