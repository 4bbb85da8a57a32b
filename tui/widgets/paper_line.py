"""The line above the preview: the plan's papers, each with its key."""

from collections.abc import Sequence

from textual.content import Content
from textual.widget import Widget

from tui.commands import COMMAND, shown_key
from tui.widgets.key_line import KeyLine, clickable

Title = tuple[str, str]
"""A paper's kind and title."""


class PaperLine(Widget):
    """The papers of a plan, with marks around the one shown; a click shows another."""

    DEFAULT_CSS = """
    PaperLine {
        height: 1;
        padding: 0 1;
        link-color: $foreground;
        link-style: none;
        link-background-hover: $accent;
    }
    """

    ALLOW_SELECT = False  # the mouse does here what the keys do

    def __init__(self) -> None:
        super().__init__()
        self._papers: tuple[Title, ...] = ()
        self._current = 0

    def show(self, papers: Sequence[Title], current: int) -> None:
        """Show the papers, with the one at `current` marked as open."""
        self._papers = tuple(papers)
        self._current = current
        self.refresh()

    def render(self) -> Content:
        """Return the papers with their keys; in a narrow window only the open one has its title."""
        whole = self._rendered(self._papers)
        if whole.cell_length <= self.size.width:
            return whole
        short = [
            (kind, title if place == self._current else "")
            for place, (kind, title) in enumerate(self._papers)
        ]
        return self._rendered(short).truncate(self.size.width, ellipsis=True)

    def _key_of(self, kind: str) -> str:
        own_keys = self.app.query_one(KeyLine).own_keys
        return shown_key(COMMAND[f"paper-{kind}"], "preview", own_keys)

    def _rendered(self, papers: Sequence[Title]) -> Content:
        return Content.assemble(
            *(
                _tab(kind, title, self._key_of(kind), is_current=place == self._current)
                for place, (kind, title) in enumerate(papers)
            )
        )


def _tab(kind: str, title: str, key: str, *, is_current: bool) -> Content:
    current = Content.assemble((f"▸{key} {title}◂", "b $accent"), " ")
    words = current if is_current else Content.assemble(" ", (key, "b"), f" {title}  ")
    return clickable(words, f"app.do('paper-{kind}')")
