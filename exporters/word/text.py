"""Text as Word XML: escaped, and cleaned once more, so that no text can break a file."""

import re
from xml.sax.saxutils import escape

from plan.papers.blocks import Text, TickBox
from plan.text.clean import safe_characters
from plan.text.languages import FILES_OWN, Speech, directed, has_rtl, language_of_piece

_MARKS = {
    (False, False): "",
    (True, False): "<w:rPr><w:b/></w:rPr>",
    (False, True): "<w:rPr><w:i/></w:rPr>",
    (True, True): "<w:rPr><w:b/><w:i/></w:rPr>",
}
_QUOTE = {'"': "&quot;"}
_LAYOUT = re.compile(r"[ \t]*(?: {3}|\t{3})[ \t]*")
"""Blanks by which words were put below one another: no font of a paper keeps them there."""

_COMPLEX = ("ar", "he", "fa", "ur", "pa", "gu", "bn", "ta", "th")
"""Languages whose script Word calls complex, with a language and a weight of its own."""
_EAST_ASIAN = ("zh", "ja", "ko")


def run_xml(run: Text, ink: str = "", speech: Speech = FILES_OWN, style: str = "") -> str:
    """Return a run as XML; line feeds become Word's line breaks and tabs its tabs.

    `ink` is the colour of the text, such as "FFFFFF", empty for the usual one; `speech` is that of
    its paragraph; `style` is a character style's id.
    """
    text = run.text
    if "   " in text or "\t\t\t" in text:
        text = without_layout(text)
    marks = _MARKS[run.bold, run.italic] if run.bold or run.italic else ""
    is_usual = speech is FILES_OWN and not ink and not style
    if is_usual and text.isascii() and text.isprintable():  # as nearly all are: this must be quick
        return f"<w:r>{marks}{_written(text)}</w:r>"
    text = safe_characters(text)
    if is_usual and not has_rtl(text):
        return _pieces(text, marks)
    return "".join(
        _pieces(
            piece,
            _marked(
                run,
                ink,
                speech.language or (language_of_piece(piece) if is_rtl else ""),
                style,
                is_rtl=is_rtl,
            ),
        )
        for piece, is_rtl in directed(text, is_rtl=speech.is_rtl)
    )


def marks_xml(run: Text) -> str:
    """Return the properties of a run that is bold, italic, both or neither."""
    return _MARKS[run.bold, run.italic]


def without_layout(text: str) -> str:
    """Return a text whose words are apart by single blanks where three or more parted them.

    A tab stands between two columns, a space where a "|" parts them already, and nothing at the
    beginning of a line. Every word stays.
    """
    return _LAYOUT.sub(_one_blank, text)


def _one_blank(found: re.Match[str]) -> str:
    start, end = found.span()
    before, after = found.string[max(start - 1, 0) : start], found.string[end : end + 1]
    if before == "\n":
        return ""
    return "\t" if before not in ("", "|") and after not in ("", "|", "\n") else " "


def _marked(run: Text, ink: str, language: str, style: str, *, is_rtl: bool) -> str:
    """Return the properties of a run, in the order of the schema (CT_RPr)."""
    is_complex = is_rtl or language.startswith(_COMPLEX)
    each = (
        (style, f'<w:rStyle w:val="{style}"/>'),
        (run.bold, "<w:b/>"),
        (run.bold and is_complex, "<w:bCs/>"),
        (run.italic, "<w:i/>"),
        (run.italic and is_complex, "<w:iCs/>"),
        (ink, f'<w:color w:val="{ink}"/>'),
        (is_rtl, "<w:rtl/>"),
        (is_complex and not is_rtl, "<w:cs/>"),
        (language, f'<w:lang w:{_kind(language)}="{language}"/>'),
    )
    inner = "".join(xml for holds, xml in each if holds)
    return f"<w:rPr>{inner}</w:rPr>" if inner else ""


def _kind(language: str) -> str:
    """Return which of Word's three languages of a run this is."""
    if language.startswith(_COMPLEX):
        return "bidi"
    return "eastAsia" if language.startswith(_EAST_ASIAN) else "val"


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
    escaped = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return f'<w:t xml:space="preserve">{escaped}</w:t>'


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
