"""Document blocks: the contents of a paper, as plain values.

Every way in and out uses the same set: the Word writer prints them, the Word reader yields them,
the screen and the plain-text mode show them.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Literal, TypeAlias, TypeGuard

from plan.council.counting import Counting
from plan.reading.status import Tone

Role: TypeAlias = Literal[
    "body",
    "body-continued",
    "heading-1",
    "heading-2",
    "heading-3",
    "appendix-label",
    "cover-title",
    "cover-subtitle",
    "cover-date",
    "plan-header",
    "plan-cell",
    "plan-item",
    "progress-date",
    "report-item",
    "report-line",
    "report-centred",
    "section-heading",
    "numbered",
    "numbered-text",
    "recommendation",
    "caption",
    "picture",
    "signatory",
    "signatory-post",
    "form-title",
    "form-header",
    "form-question",
    "form-help",
    "form-answer",
    "form-mark",
    "front-line",
    "front-title",
    "contents-title",
    "contents-1",
    "contents-2",
    "contents-3",
]
"""What a paragraph is for. The Word writer maps each role to a style of the template.

A "section-heading" and a "numbered" paragraph carry the number that the document works out for
them: see `Document.numbers`. A "numbered-text" goes on with the numbered paragraph above it, a
"body-continued" with the text above it. A "picture" has one run: what is read out for it, with the
name of its file beside it. A "plan-item" is one of several in a cell that have no bullets.
"""


HEADING_LEVELS: Mapping[Role, int] = {
    "heading-1": 1,
    "appendix-label": 1,
    "section-heading": 1,
    "form-title": 1,
    "heading-2": 2,
    "heading-3": 3,
}
"""The roles that are headings, with their level: what a table of contents lists."""
CONTENTS: tuple[Role, ...] = ("contents-1", "contents-2", "contents-3")
"""The lines of a table of contents, by the level of the headings that they name."""
NO_ACTION = "No action yet"
"""Stands in the table of an aim without actions: a header row alone says nothing."""
UNNAMED_AIM = "Aim {number}"
"""The heading of an aim without words, where the format prints nothing else of it."""
TO_FILL_IN = "…"
"""Stands in a cell of a header row that has no text yet: none of these may be blank."""
PAGE_WIDTH, LABEL_WIDTH = 160.0, 45.0
"""Millimetres, of a table and of the labels in a table with one pair to a row."""
LEFT_OUT = "[left out of the public copy]"
"""Stands in a public copy for a text of which nothing is left."""
INTERNAL, PUBLIC = "INTERNAL", "PUBLIC"
"""Stand in the names of the files of such a copy."""
NOT_FOR_ISSUE = "NOT FOR ISSUE"
"""Printed on every page of papers that must not go out before something is corrected."""


BesideKind: TypeAlias = Literal[
    "footnote",
    "endnote",
    "brackets",
    "comment",
    "struck",
    "link",
    "sign",
    "number",
    "colour",
    "picture",
]
"""What a Word file shows with a piece of text, besides its words."""


@dataclass(frozen=True, slots=True)
class Beside:
    """What a Word file shows with a piece of text; no paragraph's own words say it.

    A footnote, an endnote or a comment stands at a text that is empty, its own words in `blocks`;
    "brackets" is a footnote or an endnote that goes into the plan in brackets.
    "struck" text is crossed out by hand; where it is left out, and nothing else is left of its
    paragraph, it stands at an empty text too, and `blocks` has what the paragraph said. A "link"
    leads to an `address` that its words do not say (struck text may as well), a "number" is what
    Word itself puts before an item of a list that was typed, a "sign" is a letter
    or figure that a symbol font draws, a "picture" is shown in place of its words (its `address`
    is the name of its file), and a "colour" is a word that a cell says by its colour alone; at an
    empty text, the colour behind the words is in `blocks`. A comment may have been
    marked as resolved.
    """

    kind: BesideKind
    blocks: tuple["Block", ...] = ()
    address: str = ""
    is_resolved: bool = False

    @property
    def text(self) -> str:
        """The words of a note or comment, one line a paragraph."""
        return "\n".join(
            said for paragraph in paragraphs_of(self.blocks) if (said := paragraph.text.strip())
        )


@dataclass(frozen=True, slots=True)
class Text:
    """A run of text in one emphasis; a line feed in it is a line break within the paragraph."""

    text: str
    bold: bool = False
    italic: bool = False
    beside: Beside | None = None


@dataclass(frozen=True, slots=True)
class TickBox:
    """A box, ticked or not, with a name for people who cannot see where it is."""

    name: str
    ticked: bool


Inline: TypeAlias = Text | TickBox


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph.

    `bullet` is its depth in a bulleted list (0 is outermost), or None outside a list; `label` is
    the number worked out for it ("4.1", "2.0"), or empty. `capitals` prints its words in capitals,
    though they are still read out as words. `starts_page` puts it at the top of a page. `at` has
    the numbers of the paragraphs of a file that it was made of, in the order in which they were
    read.
    """

    inlines: tuple[Inline, ...]
    role: Role = "body"
    bullet: int | None = None
    label: str = ""
    capitals: bool = False
    starts_page: bool = field(default=False, compare=False)
    at: tuple[int, ...] = field(default=(), compare=False, repr=False)

    @property
    def text(self) -> str:
        """Only the words; a tick box reads ☒ or ☐."""
        inlines = self.inlines
        if len(inlines) == 1 and isinstance(inlines[0], Text):  # as most have
            return inlines[0].text
        return "".join(
            inline.text if isinstance(inline, Text) else "☒" if inline.ticked else "☐"
            for inline in inlines
        )


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell of a table.

    `span` is the number of columns it covers; `merged_up` says that it continues the cell above it,
    in which case it has no blocks of its own. `tone` colours a cell whose words already say the
    same. `fill` is the colour of its ground, such as "FFC000": that of the file that it was read
    from, or that of the word in it in the council's key.
    """

    blocks: tuple["Block", ...] = ()
    span: int = 1
    merged_up: bool = False
    tone: Tone = ""
    fill: str = field(default="", compare=False, repr=False)

    @property
    def paragraphs(self) -> tuple[Paragraph, ...]:
        """Its paragraphs in order; each row of a table in it is one."""
        return self.blocks if _are_lines(self.blocks) else tuple(_lines_of(self.blocks))

    @property
    def text(self) -> str:
        """Its words, one line per paragraph."""
        paragraphs = self.paragraphs
        if len(paragraphs) == 1:  # as most have
            return paragraphs[0].text
        return "\n".join([paragraph.text for paragraph in paragraphs])


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a table; `first_column` is above 0 if the row starts late."""

    cells: tuple[Cell, ...]
    is_header: bool = False
    first_column: int = 0

    def placed(self) -> Iterator[tuple[int, Cell]]:
        """Yield its cells, each with the column in which it begins."""
        column = self.first_column
        for cell in self.cells:
            yield column, cell
            column += cell.span

    @property
    def width(self) -> int:
        """How many columns it has up to its end."""
        return self.first_column + sum(cell.span for cell in self.cells)


@dataclass(frozen=True, slots=True)
class Table:
    """A table; `widths` are in millimetres, `title` and `description` are its alternative text."""

    rows: tuple[Row, ...]
    widths: tuple[float, ...] = ()
    title: str = ""
    description: str = ""

    def with_cells(self, made: Callable[[Cell], Cell]) -> "Table":
        """Return the table with each of its cells as `made` makes it."""
        rows = (replace(row, cells=tuple(map(made, row.cells))) for row in self.rows)
        return replace(self, rows=tuple(rows))


Block: TypeAlias = Paragraph | Table


@dataclass(frozen=True, slots=True)
class Section:
    """Pages with one orientation and one footer, starting on a new page.

    In `footer`, `{page}` stands for the page number and `{pages}` for the number of pages.
    """

    blocks: tuple[Block, ...]
    landscape: bool = False
    footer: str = ""


@dataclass(frozen=True, slots=True)
class Document:
    """A whole paper, with the properties that Word stores next to the text.

    `numbers` are the patterns for the numbers of sections and numbered paragraphs, with `{1}` for
    the section and `{2}` for the paragraph: "{1}.0" and "{1}.{2}". `counting` is how its numbered
    recommendations are counted. `mark` is printed in the header of every page, or is empty. `size`
    is that of its usual text in points, None for that of the template; all else follows it, the
    text of the plan's tables too, which is `plan_size` in that. `dates` are when what it is printed
    from was made and last changed, None where that is not known. `pictures` has what the files of
    its pictures hold, by name; one that is missing is not there.
    """

    title: str
    sections: tuple[Section, ...]
    subject: str = ""
    numbers: tuple[str, str] = ("{1}.", "{1}.{2}")
    mark: str = ""
    counting: Counting | None = None
    size: float | None = None
    plan_size: float | None = None
    dates: tuple[datetime | None, datetime | None] = (None, None)
    pictures: Mapping[str, bytes] = field(default_factory=dict, compare=False, repr=False)

    @property
    def blocks(self) -> tuple[Block, ...]:
        """Every block of every section, in order."""
        return tuple(block for section in self.sections for block in section.blocks)


def paragraphs_of(blocks: tuple[Block, ...]) -> Iterator[Paragraph]:
    """Yield every paragraph in `blocks` in reading order, going through tables row by row."""
    for block in blocks:
        if isinstance(block, Paragraph):
            yield block
        else:
            for row in block.rows:
                for cell in row.cells:
                    yield from paragraphs_of(cell.blocks)


def crossed_out(blocks: tuple[Block, ...]) -> tuple[Paragraph, ...]:
    """Return, as they were, the paragraphs of which no word is left, as all were crossed out."""
    return tuple(
        said
        for paragraph in paragraphs_of(blocks)
        for inline in paragraph.inlines
        if isinstance(inline, Text) and inline.beside is not None and inline.beside.kind == "struck"
        for said in inline.beside.blocks
        if isinstance(said, Paragraph)
    )


def _are_lines(blocks: tuple[Block, ...]) -> TypeGuard[tuple[Paragraph, ...]]:
    """Return whether no block is a table, as in most cells: it is asked of each of very many."""
    for block in blocks:  # noqa: SIM110 - a generator takes twice as long
        if block.__class__ is not Paragraph:
            return False
    return True


def _lines_of(blocks: tuple[Block, ...]) -> Iterator[Paragraph]:
    for block in blocks:
        if isinstance(block, Paragraph):
            yield block
            continue
        for row in block.rows:
            cells = [said for cell in row.cells if _has_words(said := cell.paragraphs)]
            if len(cells) > 1:
                yield _in_one([_in_one(cell, " / ") for cell in cells], " | ")
            else:
                yield from (paragraph for cell in cells for paragraph in cell)


def _has_words(paragraphs: Sequence[Paragraph]) -> bool:
    return any(paragraph.text.strip() for paragraph in paragraphs)


def _in_one(paragraphs: Sequence[Paragraph], between: str) -> Paragraph:
    """Return the words of some paragraphs as one, with `between` between them."""
    said = [one for one in paragraphs if one.text.strip() or one.label]
    if len(said) == 1:
        return said[0]
    inlines: list[Inline] = []
    for paragraph in said:
        label = f"{paragraph.label} " if paragraph.label else ""
        inlines += [Text((between if inlines else "") + label), *paragraph.inlines]
    at = tuple(place for paragraph in said for place in paragraph.at)
    return replace(said[0], inlines=tuple(inlines), bullet=None, label="", at=at)


def picture_block(name: str, alternative: str) -> Paragraph:
    """Return a picture as a paragraph; `alternative` is what is read out for it."""
    return Paragraph((Text(alternative, beside=Beside("picture", address=name)),), "picture")


def picture_in(paragraph: Paragraph) -> str:
    """Return the name of the file of the picture that a paragraph is, empty where it is none."""
    if paragraph.role != "picture":
        return ""
    besides = (one.beside for one in paragraph.inlines if isinstance(one, Text) and one.beside)
    return next((one.address for one in besides if one.kind == "picture"), "")


def missing_picture_words(picture: Paragraph) -> str:
    """Return what stands in the place of a picture whose file is gone."""
    said = picture.text.strip()
    return f"[The picture is not here: {said}]" if said else "[The picture is not here]"


def plain(text: str, role: Role = "body", *, bullet: int | None = None) -> Paragraph:
    """Return a paragraph of `text` without emphasis."""
    return Paragraph((Text(text),) if text else (), role, bullet)
