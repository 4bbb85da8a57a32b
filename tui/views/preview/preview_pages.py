"""The pages of the preview: the lines of a paper, one screenful a page."""

from typing import ClassVar

from textual.content import Content
from textual.events import Resize
from textual.geometry import Size
from textual.message import Message
from textual.scroll_view import ScrollView
from textual.selection import Selection
from textual.strip import Strip
from textual.visual import Visual

from plan.papers.linear_paragraphs import BLANK, Line
from tui.widgets.field_panel import selection_style

WIDEST = 96
"""Greatest width of a line, in cells; longer lines are hard to read."""
DRAWN_FROM = 120
"""The width of a window, in cells, from which tables are drawn."""
_MARGIN = 2


class PreviewPages(ScrollView, inherit_bindings=False):
    """A paper to read, page by page; only the lines on the screen are painted."""

    DEFAULT_CSS = """
    PreviewPages {
        height: 1fr;
        border: round $border-blurred;
        border-title-color: $text-muted;
        border-subtitle-color: $foreground;
        background: $background;
        text-wrap: nowrap;
        overflow-x: hidden;
        overflow-y: scroll;
        scrollbar-size-vertical: 1;

        &:focus { border: round $accent; border-title-color: $accent; }

        & > .preview--title { text-style: bold; color: $accent; }
        & > .preview--heading { text-style: bold; }
        & > .preview--strong { text-style: bold; }
        & > .preview--faint { color: $foreground 75%; }
        & > .preview--break { color: $foreground 75%; }
    }
    """

    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "preview--text",
        "preview--title",
        "preview--heading",
        "preview--strong",
        "preview--faint",
        "preview--break",
        "preview--grid",
    }

    class Turned(Message):
        """The page on the screen or the number of pages has changed."""

    class Resized(Message):
        """The width of the lines has changed."""

    def __init__(self) -> None:
        super().__init__(id="pages")
        self._lines: tuple[Line, ...] = ()
        self._top = 0

    @property
    def text_width(self) -> int:
        """The width of a line, in cells."""
        return min(self.size.width - _MARGIN, WIDEST)

    @property
    def table_width(self) -> int:
        """The width of a drawn table, in cells; 0 in a window that is too narrow for any."""
        return self.size.width - _MARGIN if self.app.size.width >= DRAWN_FROM else 0

    @property
    def page_height(self) -> int:
        """The number of lines on a page."""
        return max(self.size.height, 1)

    @property
    def pages(self) -> int:
        """The number of pages of the paper, at least 1."""
        return max(-(-len(self._lines) // self.page_height), 1)

    @property
    def page(self) -> int:
        """The number of the page on the screen, from 1; between two pages, the upper one."""
        return min(self.first_line // self.page_height + 1, self.pages)

    @property
    def has_lines(self) -> bool:
        """Whether a paper is shown."""
        return bool(self._lines)

    @property
    def first_line(self) -> int:
        """The index of the first line on the screen."""
        return self.scroll_offset.y

    def show(self, lines: tuple[Line, ...], first_line: int) -> None:
        """Show a paper with the line `first_line` at the top, or its last page if it is shorter.

        The line may be inside the last page: pages are shorter while a notice takes a row.
        """
        self._lines = lines
        self._put_at_top(first_line if first_line < len(lines) else self._last_page)
        self.refresh()

    def go_to(self, line: int) -> None:
        """Put a line at the top, or the last page if the line is inside that."""
        last = max(self._last_page, self.first_line)
        self._put_at_top(max(min(line, last), 0))

    @property
    def _last_page(self) -> int:
        """The index of the first line of the last page."""
        return (self.pages - 1) * self.page_height

    def _put_at_top(self, line: int) -> None:
        self._top = line
        self._measure()
        self.scroll_to(y=line, animate=False, force=True, immediate=True)
        self.post_message(self.Turned())

    def turn(self, pages: int) -> None:
        """Turn forward by so many pages, or back if the number is negative."""
        self.go_to(self.first_line + pages * self.page_height)

    @property
    def max_scroll_y(self) -> int:
        """The last line that can be at the top: the last page's first, or the present one."""
        return max(self._last_page, self._top)

    def _measure(self) -> None:
        """Make the scrolled area whole pages long, so that the last page too starts at the top."""
        self.virtual_size = Size(self.size.width, self.max_scroll_y + self.page_height)

    def on_resize(self, event: Resize) -> None:
        """Count the pages again, and ask for the lines to be wrapped to the new width."""
        self._measure()
        self.post_message(self.Turned())
        self.post_message(self.Resized())

    def watch_scroll_y(self, old_value: float, new_value: float) -> None:
        """Report that another line is at the top, whether scrolled by key, mouse or code."""
        super().watch_scroll_y(old_value, new_value)
        self._top = self.first_line
        self.post_message(self.Turned())

    def render_line(self, y: int) -> Strip:
        """Return what is painted in row `y` of the widget."""
        place = self.first_line + y
        line = self._lines[place] if place < len(self._lines) else BLANK
        width = self.size.width
        margin = self._margin_of(line)
        style = self.visual_style + self.get_visual_style(f"preview--{line.kind}", partial=True)
        content = self._highlighted(_content(line, margin), place)
        (strip, *_) = Visual.to_strips(self, content, width, 1, style, pad=True)
        return strip.apply_offsets(0, place)

    @property
    def text_selection(self) -> Selection | None:
        """None, so that Textual highlights nothing: it would take each line for the first one."""
        return None

    def _highlighted(self, content: Content, place: int) -> Content:
        """Return a line with what the mouse has selected highlighted."""
        selection = self.screen.selections.get(self)
        span = selection.get_span(place) if selection else None
        if span is None:
            return content
        first, last = span
        end = len(content.plain) if last < 0 else last
        margin = self._margin_of(self._lines[place])
        return content.stylize(selection_style(self), max(first, margin), end)

    def get_selection(self, selection: Selection) -> tuple[str, str]:
        """Return the selected text without the margin."""
        margins = [self._margin_of(line) for line in self._lines]
        painted = (
            " " * margin + line.text for margin, line in zip(margins, self._lines, strict=True)
        )
        first, *others = selection.extract("\n".join(painted)).split("\n")
        place, x = (selection.start.y, selection.start.x) if selection.start else (0, 0)
        before = max(margins[place] - x, 0) if place < len(margins) else 0
        below = zip(margins[place + 1 :], others, strict=False)
        return "\n".join((first[before:], *(line[margin:] for margin, line in below))), "\n"

    def _margin_of(self, line: Line) -> int:
        width = self.table_width if line.kind == "grid" else self.text_width
        return max((self.size.width - width) // 2, 0)

    def text_of_screen(self) -> str:
        """Return the lines on the screen, for copying."""
        lines = self._lines[self.first_line : self.first_line + self.page_height]
        return "\n".join(line.text for line in lines).rstrip()


def _content(line: Line, margin: int) -> Content:
    """Return a line after its margin, with its bold and italic parts."""
    content = Content(" " * margin + line.text)
    for span in line.spans:
        for name, is_so in (("bold", span.bold), ("italic", span.italic)):
            if is_so:
                content = content.stylize(name, margin + span.start, margin + span.end)
    return content
