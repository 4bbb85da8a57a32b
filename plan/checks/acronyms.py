"""Whether an acronym stands somewhere in full: "Adult Protection Committee" for APC."""

import re

from plan.text.remembered import remembered

_SMALL = r"(?:and|&|of|for|the|in|on|to|with)"
_CAPITAL = r"[A-Z][\w'’]*+(?:-[A-Z]\w*+)*+"
_FULL = re.compile(rf"(?<![\w-]){_CAPITAL}(?: (?:{_SMALL} ){{0,2}}{_CAPITAL}){{1,8}}")
"""A name of several words with capitals: "Adult Support and Protection"."""

_NAME = r"(?P<name>[A-Z][A-Z&]{0,9})s?"
"""The length is limited, because an unlimited run would be read again from each letter."""
_NAMED = rf"[“”\"'‘’]?{_NAME}\b"
_TIED = (
    (re.compile(rf"\w\s*\((?:(?:the|or|hereafter) )?{_NAMED}[“”\"'‘’]?\)"), ("(",)),
    (re.compile(rf"\b{_NAME}(?=\s*\(\w{{4}})"), ("(",)),
    (
        re.compile(
            rf"\b(?:known|referred to|abbreviated) (?:\w+ ){{0,2}}?(?:as|to) (?:the )?{_NAMED}"
        ),
        ("known ", "referred to ", "abbreviated "),
    ),
    (re.compile(rf"(?<=\w), (?:or|the) (?:the )?{_NAMED}(?=[,.;)])"), (", or ", ", the ")),
)
"""An acronym beside its full form: in brackets before or after, "known as the CPC", "or CPC".

Each with letters of which some stand wherever it matches: without them we do not look.
"""


@remembered
def tied_in(text: str) -> frozenset[str]:
    """Return the acronyms that a text ties to a full name beside them."""
    patterns = [tied for tied, hints in _TIED for hint in hints if hint in text]
    return frozenset([found["name"] for tied in patterns for found in tied.finditer(text)])


@remembered
def initials_of(text: str) -> str:
    """Return the initials of the names in a text, with and without their small words.

    "Adult Support and Protection" gives " ASP ASAP"; a name of one word has none.
    """
    found = []
    for name in _FULL.findall(text):
        words = name.replace("-", " ").split()
        found.append("".join(word[0] for word in words if word[0].isupper()))
        found.append("".join(word[0].upper() for word in words))
    return "".join(f" {one}" for one in dict.fromkeys(found))


def is_written_out(name: str, text: str) -> bool:
    """Return whether a text has the full name that an acronym stands for."""
    letters = iter([word[0] for word in text.split()])
    return all(one in letters for one in name if one.isalpha()) and name in initials_of(text)
