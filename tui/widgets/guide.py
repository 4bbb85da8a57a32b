"""Guidance for the officer beside a text: what belongs here, what is asked, what is offered."""

from textual.content import Content
from textual.widgets import Static


class Guide(Static):
    """Lines of guidance, hidden when there are none; never parsed as markup."""

    DEFAULT_CSS = """
    Guide {
        height: auto;
        margin-bottom: 1;
        padding-right: 1;
    }
    """

    def __init__(self, *, id: str) -> None:  # noqa: A002
        super().__init__(id=id, markup=False)
        self.display = False

    def show(self, *lines: Content | str) -> None:
        """Show each line as a paragraph; empty lines are left out."""
        words = [line for line in lines if line]
        self.display = bool(words)
        self.update(Content("\n").join(map(_content, words)))


def _content(line: Content | str) -> Content:
    return line if isinstance(line, Content) else Content.styled(line, "dim")
