"""Text as Word XML: escaped, and cleaned once more, so that no text can break a file."""

from xml.sax.saxutils import escape

from plan.papers.blocks import Text
from plan.text.clean import safe_characters

_MARKS = {
    (False, False): "",
    (True, False): "<w:rPr><w:b/></w:rPr>",
    (False, True): "<w:rPr><w:i/></w:rPr>",
    (True, True): "<w:rPr><w:b/><w:i/></w:rPr>",
}
_QUOTE = {'"': "&quot;"}


def run_xml(run: Text) -> str:
    """Return a run; its line feeds become line breaks, its tabs tabs."""
    return _pieces(safe_characters(run.text), _MARKS[run.bold, run.italic])


def attribute(text: str) -> str:
    """Return `text` as the value of an attribute, without the quotation marks round it."""
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
