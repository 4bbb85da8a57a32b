"""Cleaning of text at the door: whatever is typed, pasted or imported passes here once."""

import re

_LINE_BREAKS = re.compile("\r\n|[\r\x0b\x0c\x85\u2028\u2029]")
"""Line ends of every kind; Word pastes a manual line break as U+000B and a page break as U+000C."""

_ESCAPE_SEQUENCE = re.compile(
    "\x1b(?:\\[[0-?]*[ -/]*[@-~]|\\][^\x07\x1b]*(?:\x07|\x1b\\\\)|[ -/]*[0-~])"
)

UNSAFE = (
    "\x00-\x08\x0b-\x1f\x7f-\x9f"  # controls, other than tab and line feed
    "\u202a-\u202e\u2066-\u2069"  # bidirectional overrides: they show one text and mean another
    "\ufeff\ufffe\uffff"  # byte order marks and what XML cannot hold
)
"""Characters that no text of a plan may contain, as the inside of a regular expression's class.

Lone surrogates are refused as well; they have no place in a pattern that Rust must read.
"""

_UNSAFE = re.compile(f"[{UNSAFE}\ud800-\udfff]")


def safe_characters(text: str) -> str:
    """Return `text` with one kind of line end and without what could harm a file or a screen."""
    if text.isprintable():
        return text
    text = _LINE_BREAKS.sub("\n", text)
    if "\x1b" in text:
        text = _ESCAPE_SEQUENCE.sub("", text)
    return _UNSAFE.sub("", text)


def clean_text(text: str) -> str:
    """Return `text` safe, without spaces at the end of lines or blank lines around it."""
    if text.isprintable():  # one line, as most texts are
        return text.rstrip()
    return "\n".join(line.rstrip() for line in safe_characters(text).split("\n")).strip("\n")


def clean_line(text: str) -> str:
    """Return `text` cleaned, on one line, with single spaces."""
    return " ".join(clean_text(text).split())


def clean_items(text: str) -> tuple[str, ...]:
    """Return the items of a list typed one to a line: cleaned, blank lines left out."""
    return tuple(item for item in map(clean_line, clean_text(text).split("\n")) if item)


_FORBIDDEN = re.compile(r'[<>:"/\\|?*\x00-\x1f]+')


def file_words(text: str) -> str:
    """Return `text` on one line without what the name of a file cannot have on some system."""
    return " ".join(_FORBIDDEN.sub(" ", text).split())
