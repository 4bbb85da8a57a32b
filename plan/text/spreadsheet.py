r"""How a text is kept whole in a spreadsheet, which runs some texts and retypes others.

In a CSV file a sign, an apostrophe, stands before such a text. In a workbook what looks like one
of its escapes is escaped, and so is what XML cannot hold. Each way has its inverse.
"""

import re

GUARD = "'"
"""Stands before a text that a spreadsheet would not keep; each program shows it as it is."""
RUN = "=+-@\t\r\n＝＋－＠"
"""What begins a formula, in the wide letters of East Asian programs too, or hides that it does.

See OWASP, "CSV Injection".
"""
_NUMBER = re.compile(r"[£$€]?[\d,]*\.?\d+(?:[eE][+-]?\d+)?%?")
_PLAIN_NUMBER = re.compile(r"(?:0|[1-9]\d{0,14})(?:\.\d{0,13}[1-9])?")
"""A number that a spreadsheet gives back as it was."""
_FIGURES_OF_A_DATE = re.compile(r"\d{1,4}[-/]\d{1,2}(?:[-/]\d{1,4})?")
_ESCAPED = re.compile("_x([0-9A-Fa-f]{4})_")
_NONE_OF_XML = "\x00-\x08\x0b-\x1f\ud800-\udfff\ufffe\uffff"
_NO_XML = re.compile(f"[{_NONE_OF_XML}]")
_BEGINS_ESCAPE = re.compile(f"_(?=x[0-9A-Fa-f]{{4}}[_{_NONE_OF_XML}])")


def guarded(text: str) -> str:
    """Return a text as it is written in a CSV file, which no spreadsheet runs or retypes."""
    is_kept = not _needs_guard(text) and unguarded(text) == text
    return text if is_kept else GUARD + text


def unguarded(cell: str) -> str:
    """Return the text of a cell of a CSV file, without the sign that `guarded` put before it."""
    rest = cell[1:]
    is_guarded = cell[:1] == GUARD and (rest[:1] == GUARD or _needs_guard(rest))
    return rest if is_guarded else cell


def _needs_guard(text: str) -> bool:
    """Return whether a text would be run, or come back otherwise: "1.10" as 1.1, "3-5" as 3 May."""
    if text[:1] and text[0] in RUN:
        return True
    said = text.strip()
    if _FIGURES_OF_A_DATE.fullmatch(said):
        return True
    return bool(_NUMBER.fullmatch(said)) and not _PLAIN_NUMBER.fullmatch(said)


def escaped(text: str) -> str:
    """Return a text as it is written in a workbook: what XML cannot hold is there by its number."""
    text = _BEGINS_ESCAPE.sub("_x005F_", text)
    return _NO_XML.sub(lambda found: f"_x{ord(found[0]):04X}_", text)


def unescaped(cell: str) -> str:
    """Return the text of a cell of a workbook, as `escaped` was given it."""
    return _ESCAPED.sub(lambda found: chr(int(found[1], 16)), cell) if "_x" in cell else cell
