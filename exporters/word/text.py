"""Text as Word XML: escaped, and cleaned once more, so that no text can break a file."""

from xml.sax.saxutils import escape

from plan.papers.blocks import Text, TickBox
from plan.text.clean import safe_characters

_MARKS = {
    (False, False): "",
    (True, False): "<w:rPr><w:b/></w:rPr>",
    (False, True): "<w:rPr><w:i/></w:rPr>",
    (True, True): "<w:rPr><w:b/><w:i/></w:rPr>",
}
_QUOTE = {'"': "&quot;"}


def run_xml(run: Text, ink: str = "") -> str:
    """Return a run as XML; line feeds become Word's line breaks and tabs its tabs.

    `ink` is the colour of the text, such as "FFFFFF", empty for the usual one.
    """
    marks = _MARKS[run.bold, run.italic]
    if ink:
        inner = marks.removeprefix("<w:rPr>").removesuffix("</w:rPr>")
        marks = f'<w:rPr>{inner}<w:color w:val="{ink}"/></w:rPr>'
    return _pieces(safe_characters(run.text), marks)


def attribute(text: str) -> str:
    """Return `text` as the value of an attribute, without the quotation marks."""
    return escape(" ".join(safe_characters(text).split()), _QUOTE)


def _pieces(text: str, marks: str) -> str:
    if "\n" not in text and "\t" not in text:
        return f"<w:r>{marks}{_written(text)}</w:r>"
    lines = "<w:br/>".join(
        "<w:tab/>".join(map(_written, line.split("\t"))) for line in text.split("\n")
    )
    return f"<w:r>{marks}{lines}</w:r>"


def _written(text: str) -> str:
    if not text:
        return ""
    return f'<w:t xml:space="preserve">{escape(text)}</w:t>'


_LONGEST_NAME = 64
"""Characters; Word refuses a longer title of a content control."""


def tick_box_xml(box: TickBox, number: int) -> str:
    """Return a tick box as XML; no other in the document has its `number`."""
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
    """Return a name short enough for Word; the end is kept, as in "Race, …: Positively"."""
    if len(name) <= _LONGEST_NAME:
        return name
    start, colon, end = name.rpartition(": ")
    room = _LONGEST_NAME - len(colon) - len(end) - 1
    return f"{start[:room]}…{colon}{end}" if start and room > 0 else name[:_LONGEST_NAME]
