"""Names that are nearly one: a letter too few, two that changed places, "Finance", "Financial"."""

import re

from plan.text.remembered import remembered

_LONG = 9
"""Letters of a word in which one that is missing is a slip: "Protecton"."""
_LONGEST_WORD = 40
_ENDING = re.compile(r"(\w{4,})al \1\b|(\w{4,}) \2al\b")
"""Two words of which one ends otherwise: "nation" and "national"."""


@remembered
def near_to_another(leads: tuple[str, ...]) -> dict[str, str]:
    """Return the leads that are an earlier one but for a letter, with that one."""
    near: dict[str, str] = {}
    without: dict[str, str] = {}
    alike: dict[str, str] = {}
    for lead in leads:
        first = alike.setdefault(_OF_A_TRADE.sub("", lead), lead)
        if first is not lead:
            near[lead] = first
        shorter = _without_a_letter(lead)
        other = next((without[one] for one in (lead, *shorter) if one in without), "")
        if other and _is_slip(lead, other):
            near[lead] = other
        for one in (lead, *shorter):
            without.setdefault(one, lead)
    return near


_OF_A_TRADE = re.compile(r"(?<=\w{4})(?:ce|cial)\b")
"""The ending in which two names of one post differ: "Finance Officer", "Financial Officer"."""


@remembered
def _without_a_letter(lead: str) -> tuple[str, ...]:
    """Return a lead with each letter of its long words left out in turn."""
    found = []
    for word in re.finditer(r"[^\W\d_]+", lead):
        if _LONG <= len(word[0]) <= _LONGEST_WORD:
            found += [f"{lead[:at]}{lead[at + 1 :]}" for at in range(word.start(), word.end())]
    return tuple(found)


def _is_slip(one: str, other: str) -> bool:
    """Return whether two leads differ in one word, by a letter too few or two that changed places.

    Another letter instead is a slip only in a very long word: police is no policy.
    """
    ours, theirs = one.split(), other.split()
    pairs = [pair for pair in zip(ours, theirs, strict=False) if pair[0] != pair[1]]
    if len(ours) != len(theirs) or len(pairs) != 1:
        return False
    (mine, yours), longest = pairs[0], max(map(len, pairs[0]))
    if sorted(mine) == sorted(yours) or len(mine) != len(yours):
        return longest >= _LONG and not _ENDING.search(mine + " " + yours)
    return longest > _LONG
