"""Pieces of plans that are rare or easily misread: lists, boxes, and a usual table of actions."""

from typing import TypeAlias

from tests.importers.plan.cells_right import Right
from tests.importers.plan.layouts import action, heading
from tests.importers.word_files import (
    BULLETS,
    listed,
    para,
    raw,
    row,
)

Layout: TypeAlias = tuple[str, Right, list[str], str]
"""The body, the plan in it, what is not taken of it, and its labels to the last word."""


def _level(level: int, form: str, text: str) -> str:
    return (
        f'<w:lvl w:ilvl="{level}"><w:start w:val="1"/><w:numFmt w:val="{form}"/>'
        f'<w:lvlText w:val="{text}"/></w:lvl>'
    )


_DECIMAL = _level(0, "decimal", "%1.") + _level(1, "decimal", "%1.%2") + _level(2, "bullet", "o")
_LETTERS = _level(0, "lowerLetter", "(%1)") + _level(1, "lowerRoman", "(%2)")
_ABSTRACT = "".join(
    f'<w:abstractNum w:abstractNumId="{name}">{levels}</w:abstractNum>'
    for name, levels in ((5, _DECIMAL), (6, _LETTERS))
)
_NUMS = "".join(
    f'<w:num w:numId="{name}"><w:abstractNumId w:val="{name}"/></w:num>' for name in (5, 6)
)
_BULLETS, _, _BULLETED = BULLETS.partition("<w:num ")
NUMBERS = f"{_ABSTRACT}{_BULLETS}{_NUMS}<w:num {_BULLETED}"
"""Lists 5, of decimal numbers with bullets below, 6, of letters and Roman numbers, 7, bullets."""


def numbered(text: str, level: int = 0) -> str:
    return listed(text, 5, level)


def lettered(text: str, level: int = 0) -> str:
    return listed(text, 6, level)


def bullet(text: str, level: int = 0) -> str:
    return listed(text, 7, level)


def paras(*texts: str) -> str:
    return "".join(map(para, texts))


def bold(text: str) -> str:
    return raw(f'<w:r><w:rPr><w:b/></w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>')


def boxed(content: str) -> str:
    """Return a paragraph with a text box that holds ready-made content."""
    inner = f"<w:txbxContent>{content}</w:txbxContent>"
    drawn = f"<w:drawing><w:shape>{inner}</w:shape></w:drawing>"
    older = f"<w:pict><w:shape>{inner}</w:shape></w:pict>"
    both = (
        f'<mc:AlternateContent><mc:Choice Requires="wps">{drawn}</mc:Choice>'
        f"<mc:Fallback>{older}</mc:Fallback></mc:AlternateContent>"
    )
    return raw(f"<w:r>{both}</w:r>")


TITLE = heading("Warm Homes Plan")
HEADER = row("Action", "Lead", "By when", "Measure of success", "Progress")
WIDE = HEADER
WHEN = row("By when", "May 2027")
COLUMNS = "Action Lead By when Measure of success Progress"
NARROW = row("Action", "Lead", "By when")
COLUMNS_OF_NARROW = "Action Lead By when"


def lines(*texts: str) -> str:
    return "".join(row(text, "Team", "May 2027") for text in texts)


def done(text: str, ref: str = "", **cells: object) -> Right:
    return action(text, ref, leads=["Team"], timescale="May 2027", **cells)
