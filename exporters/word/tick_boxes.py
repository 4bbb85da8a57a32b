"""Tick boxes as content controls: named, so that a screen reader says what is ticked."""

from exporters.word.text import attribute
from plan.papers.blocks import TickBox

_LONGEST_NAME = 64
"""Characters; Word refuses a longer title of a content control."""


def tick_box_xml(box: TickBox, number: int) -> str:
    """Return a tick box; `number` is its own in the whole document."""
    glyph, checked = ("☒", "1") if box.ticked else ("☐", "0")
    name = attribute(_short(box.name))
    return (
        f'<w:sdt><w:sdtPr><w:alias w:val="{name}"/><w:id w:val="{number}"/>'
        f'<w14:checkbox><w14:checked w14:val="{checked}"/>'
        '<w14:checkedState w14:val="2612" w14:font="MS Gothic"/>'
        '<w14:uncheckedState w14:val="2610" w14:font="MS Gothic"/></w14:checkbox></w:sdtPr>'
        '<w:sdtContent><w:r><w:rPr><w:rFonts w:ascii="MS Gothic" w:eastAsia="MS Gothic" '
        f'w:hAnsi="MS Gothic" w:hint="eastAsia"/></w:rPr><w:t>{glyph}</w:t></w:r>'
        "</w:sdtContent></w:sdt>"
    )


def _short(name: str) -> str:
    """Return a name that Word takes; of "Race, …: Positively" the end is what tells it apart."""
    if len(name) <= _LONGEST_NAME:
        return name
    start, colon, end = name.rpartition(": ")
    room = _LONGEST_NAME - len(colon) - len(end) - 1
    return f"{start[:room]}…{colon}{end}" if start and room > 0 else name[:_LONGEST_NAME]
