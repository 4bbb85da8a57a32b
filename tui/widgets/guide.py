"""Words beside what is written: what belongs here, what is wanted, what is offered."""

from textual.content import Content
from textual.widgets import Static


class Guide(Static):
    """Words to read only, gone where there are none; never read as markup."""

    DEFAULT_CSS = """
    Guide {
        height: auto;
        margin-bottom: 1;
    }
    """

    def __init__(self, *, id: str) -> None:  # noqa: A002
        super().__init__(id=id, markup=False)
        self.display = False

    def show(self, *lines: Content | str) -> None:
        """Show these lines, a paragraph each."""
        words = [line for line in lines if line]
        self.display = bool(words)
        self.update(Content("\n").join(map(_content, words)))


def _content(line: Content | str) -> Content:
    return line if isinstance(line, Content) else Content.styled(line, "dim")
