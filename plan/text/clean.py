"""Cleans text once, when it comes in: everything typed, pasted or imported goes through here."""

from plan.text.patterns import late_pattern

_LINE_BREAKS = late_pattern("\r\n|[\r\x0b\x0c\x85\u2028\u2029]")
"""Every kind of line ending; Word pastes a manual line break as U+000B, a page break as U+000C."""

_ESCAPE_SEQUENCE = late_pattern(
    "\x1b(?:\\[[0-?]*[ -/]*[@-~]|\\][^\x07\x1b]*(?:\x07|\x1b\\\\)|[ -/]*[0-~])"
)

UNSAFE = (
    "\x00-\x08\x0b-\x1f\x7f-\x9f"  # controls, other than tab and line feed
    "\u202a-\u202e\u2066-\u2069"  # bidirectional overrides: they show one text and mean another
    "\ufeff\ufffe\uffff"  # byte order marks and what XML cannot hold
)
"""Characters that no text in a plan may contain, written as the inside of a regex class.

Lone surrogates are refused too, but Rust's regex engine cannot read a pattern that has them.
"""

_UNSAFE = late_pattern(f"[{UNSAFE}\ud800-\udfff]")


def safe_characters(text: str) -> str:
    """Return `text` with one kind of line ending and nothing that could harm a file or screen."""
    if text.isprintable():
        return text
    text = _LINE_BREAKS.sub("\n", text)
    if "\x1b" in text:
        text = _ESCAPE_SEQUENCE.sub("", text)
    return _UNSAFE.sub("", text)


def clean_text(text: str) -> str:
    """Return `text` made safe, without trailing spaces or blank lines around it."""
    if text.isprintable():  # one line, as most texts are
        return text.rstrip()
    return "\n".join(line.rstrip() for line in safe_characters(text).split("\n")).strip("\n")


def clean_line(text: str) -> str:
    """Return `text` cleaned, on one line, with single spaces."""
    return " ".join((text if text.isprintable() else clean_text(text)).split())


def clean_items(text: str) -> tuple[str, ...]:
    """Return the items of a list typed one per line: cleaned, without blank lines."""
    if text.isprintable():  # one line, as most are
        item = " ".join(text.split())
        return (item,) if item else ()
    return tuple(item for item in map(clean_line, clean_text(text).split("\n")) if item)


_FORBIDDEN = late_pattern(r'[<>:"/\\|?*\x00-\x1f]+')


def file_words(text: str) -> str:
    """Return `text` on one line without the characters that some system forbids in a file name."""
    return " ".join(_FORBIDDEN.sub(" ", text).split())


def may_be_table(text: str) -> bool:
    """Return whether a text has what stands between the cells of a pasted table: tabs or pipes."""
    return "\t" in text or "|" in text
