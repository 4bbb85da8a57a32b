"""Knows the lines that explain a plan's colours, or say of when they are: no dates and no aims.

What a whole key says of each colour is read in `colour_meanings`; here are single lines, anywhere.
"""

import re

_COLOUR = r"(?:red|amber|green|blue|yellow|gr[ae]y|white|black|purple|orange)"
_RAG = r"(?:b?ragb?|colou?rs?(?: codes?| coding)?|traffic[- ]lights?)"
_NAMED = re.compile(
    rf"(?:(?:{_RAG}|status|progress|symbols?) )?(?:key|legend)(?: to [\w ]{{1,40}})?\s*(?:[:–—-]|$)"
    rf"|{_RAG}(?: (?:status(?:es)?|ratings?|definitions?|codes?|explained))?\s*(?:[:–—-]|$)",
    re.IGNORECASE,
)
_SAID = r"\s*(?:[:=–—]|-(?= )|\((?=\w)|\bmeans\b|\bis\b)\s*"
_COLOUR_FIRST = re.compile(rf"(?:{_COLOUR}{_SAID}|[RAGB] ?= ?)\w", re.IGNORECASE)
_COLOUR_SAID = re.compile(rf"\b({_COLOUR}){_SAID}\w", re.IGNORECASE)
_SAID_COLOUR = re.compile(rf"[:=–—-]\s*({_COLOUR})\b(?!\s*[\w’'])", re.IGNORECASE)
_AS_AT = re.compile(
    r"(?:current )?(?:status|position|progress|b?ragb?)(?: \w+)?"
    r" (?:as (?:at|of|on)\b|(?:at|on) \d)",
    re.IGNORECASE,
)
_LEAST_COLOURS = 2
_LONGEST = 400
"""Characters; a longer paragraph is prose that names colours."""


def begins_with_colour(text: str) -> bool:
    """Return whether a text begins as the key of one colour does: "Red: overdue"."""
    return _COLOUR_FIRST.match(text) is not None


def explains_colours(text: str, *, is_heading: bool = False) -> bool:
    """Return whether a line is the key of a plan's colours, or of one, or says of when they are.

    A heading that begins with a colour may be an aim: "Green: parks in every street".
    """
    line = text.strip()
    if not line or len(line) > _LONGEST:
        return False
    if _NAMED.match(line) or _AS_AT.match(line):
        return True
    if _COLOUR_FIRST.match(line) and not is_heading:
        return True
    return any(
        len({one.casefold() for one in said.findall(line)}) >= _LEAST_COLOURS
        for said in (_COLOUR_SAID, _SAID_COLOUR)
    )
