"""Tables of words, as document blocks: a header row, then rows with cells of one or more lines."""

from collections.abc import Iterable, Iterator

from plan.papers.blocks import Cell, Paragraph, Row, Table, plain
from plan.papers.markdown import blocks_of
from plan.text.line_breaks import NO_TEXT


def text_table(
    headings: tuple[str, ...], widths: tuple[float, ...], rows: Iterable[Row], title: str
) -> Table:
    """Return a table with a header row; its description lists the columns."""
    header = Row(tuple(Cell((plain(name, "plan-header"),)) for name in headings), is_header=True)
    description = f"{title}: {', '.join(headings)}."
    return Table((header, *rows), widths, title, description)


def text_row(*texts: str) -> Row:
    """Return a row of cells; a line feed in a text starts another paragraph."""
    return Row(tuple(text_cell(text) for text in texts))


def text_cell(text: str) -> Cell:
    """Return a cell with one or more lines."""
    return Cell(tuple(_paragraphs(text)))


def opening_of(markdown: str) -> str:
    """Return the first paragraph of a text, with a mark if the text goes on after it."""
    blocks = [block for block in blocks_of(markdown) if block.text.strip()]
    if not blocks:
        return NO_TEXT
    return f"{blocks[0].text} …" if len(blocks) > 1 else blocks[0].text


def _paragraphs(text: str) -> Iterator[Paragraph]:
    """Yield a paragraph for each line; a blank one would be read out as nothing."""
    lines = [line for line in text.split("\n") if line.strip()]
    yield from (plain(line, "plan-cell") for line in lines or [""])
