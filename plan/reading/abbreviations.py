"""Abbreviations that a line explains: "DHT: Depute Headteacher", "RCI is the …"."""

import re
from collections.abc import Mapping

from plan.text.remembered import remembered

_ENTRY = re.compile(
    r"(?<![\w’'&/-])(?P<name>(?=[A-Za-z&]*[A-Z][A-Za-z&]*[A-Z])[A-Z][A-Za-z&]{1,9})\s*"
    r"(?:=|:|\s[-–—]|[–—]|\b(?:means|is|are|stands? for|is short for)\b)\s*(?:the |an? )?"
    r"(?P<full>[A-Za-z][^.;,\n=:–—()|]{2,80})"
)
_WORDS = re.compile(r"[^\W\d_]+")


@remembered
def abbreviations_in(text: str) -> Mapping[str, str]:
    """Return the abbreviations that a text explains, each with its full name as typed.

    The letters of one stand in its name in their order, the first at its beginning; all else that
    a colon or a dash follows is none.
    """
    found = {}
    for one in _ENTRY.finditer(text):
        name, full = one["name"], " ".join(one["full"].split())
        if not full.isupper() and _is_short_for(name, full):
            found[name] = full
    return found


def _is_short_for(name: str, full: str) -> bool:
    letters = [one for one in name.lower() if one.isalpha()]
    said = iter("".join(_WORDS.findall(full.lower())))
    return full[0].lower() == letters[0] and all(one in said for one in letters)
