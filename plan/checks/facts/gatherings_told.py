"""A workshop or another gathering that is told of two days: for R44.

"A workshop with community councils was held on 3 September" and "at the workshop with community
councils on 3 October" tell of one: the second is called by the name of the first. Two of which each
is "a workshop" are two.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from plan.checks.facts.report_text import Words, prose_words, sentences_of
from plan.checks.facts.spoken_of import stems_of
from plan.checks.paper import Paper
from plan.reading.atoms import word_set
from plan.reading.dates import A_FULL_DATE, DateSpan, read_date
from plan.text.patterns import late_pattern
from plan.text.remembered import remembered
from plan.text.signs import Signs

_HELD = late_pattern(
    r"\b(?P<which>an?|the|that|this|one)\s+(?:[a-z-]+ ){0,2}?(?P<what>workshops?|seminar|"
    r"conference|drop-in|focus group|open day|public meeting|information (?:event|evening|session)|"
    r"consultation (?:event|meeting)|development day|away day|site visit|"
    r"hearing)\b(?P<with>(?: (?:with|for|of|between|in|at) (?:the |all |"
    r"our )?[^.;,()\d]{3,60}?)?)(?= (?:on|in|was|were|held|took|is|of)\b|[,(])",
    re.IGNORECASE,
    signs=Signs(
        "workshop seminar conference drop dropin focus open public information consultation "
        "development away site hearing",
        "workshop seminar conference drop dropin group day. meeting event evening session visit "
        "hearing",
        "a. an. the. that. this. one.",
    ),
)
_DAY = late_pattern(rf"\b(?:on|in) (?:[A-Z][a-z]+day,? )?(?P<when>{A_FULL_DATE})\b", re.IGNORECASE)
_SEVERAL = late_pattern(
    r"\b(?:first|second|third|last|next|another|further|follow-up|earlier|previous|again|each|both|"
    r"two|three|will|would|to be|planned|series|monthly|quarterly|annual|also)\b",
    re.IGNORECASE,
)
_OF_ITS_PAPERS = late_pattern(
    r"\b(?:reports?|notes?|minutes?|feedback|questions|comments|results|findings|papers?|summary|"
    r"record|points|heard) (?:of|from|at|about|on) (?:the|that|this)\b|\b(?:published|sent|"
    r"circulated|issued|put on)\b",
    re.IGNORECASE,
)
"""Words by which the day is that of what came of a gathering."""
_COMMON = word_set("with from that this held took place they were about between the and all our")
_MOST_MONTHS = 4


class _Gathering(NamedTuple):
    what: str
    is_known: bool
    of: frozenset[str]
    typed: str
    when: DateSpan


@remembered
def _told_in(sentence: str) -> _Gathering | None:
    found = list(_HELD.finditer(sentence)) if "20" in sentence else []
    days = list(_DAY.finditer(sentence)) if len(found) == 1 else []
    if len(days) != 1 or _SEVERAL.search(sentence):
        return None
    if _OF_ITS_PAPERS.search(sentence):
        return None
    when = read_date(days[0]["when"])
    of = stems_of(found[0]["with"], _COMMON, long=4)
    if when is None or not of:
        return None
    what = found[0]["what"].casefold()
    is_known = found[0]["which"].casefold() in ("the", "that", "this")
    return _Gathering(what, is_known, of, days[0]["when"], when)


def gathered_on_two_days(paper: Paper) -> Iterator[tuple[Words, str, str, str]]:
    """Yield where a gathering that was told of has another day: what it is, and both as typed."""
    earlier: list[_Gathering] = []
    for words in prose_words(paper):
        for sentence, _ in sentences_of(words):
            told = _told_in(sentence)
            if told is None:
                continue
            alike = [one for one in earlier if one.what == told.what and one.of == told.of]
            if told.is_known and len(alike) == 1 and _are_near(alike[0].when, told.when):
                yield words, told.what, alike[0].typed, told.typed
            earlier.append(told)


def _are_near(one: DateSpan, other: DateSpan) -> bool:
    months = (one.first.year - other.first.year) * 12 + one.first.month - other.first.month
    return not one.overlaps(other) and abs(months) <= _MOST_MONTHS
