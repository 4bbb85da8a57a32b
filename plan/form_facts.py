"""What the rules of a form look at beyond the form: the committee report and its dates.

Every word here is read from what the officer wrote; nothing of it is a verdict.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from difflib import SequenceMatcher

from plan.dates import DateSpan, read_date

ALIKE = 0.6
"""From this share of letters in common on, two titles are taken for one."""
REMINDED_FOR = timedelta(days=365)
"""So long after a meeting it is still asked whether the results were published."""

_TIME = re.compile(
    r"\b(?:19|20)\d\d\b|\d{1,2}/\d{1,2}/\d{2}|\b(?:daily|weekly|fortnightly|monthly|quarterly|"
    r"termly|yearly|annual(?:ly)?|twice|once|each|every|after|before|by the end|"
    r"(?:in|by|of|from|until) may|(?:six|6|twelve|12|three|3)[- ]month(?:s|ly)?|"
    r"january|february|march|april|june|july|august|"
    r"september|october|november|december|spring|summer|autumn|winter|next (?:year|month|term))\b",
    re.IGNORECASE,
)
_LONG_WORD = 4
_WORD = re.compile(r"\w+")


@dataclass(frozen=True)
class PaperFacts:
    """What is known of the paper that an assessment belongs to.

    `fields` are "report.number", "report.title" and "plan.title" as typed, and "report.service":
    the committee and who reports to it. `facts` are the names
    of what holds: "approves" (the report asks the committee to approve something), "cites"
    (it names reports, surveys or research). `judged_at` is the day of the meeting, or today.
    """

    fields: Mapping[str, str] = field(default_factory=dict)
    facts: frozenset[str] = frozenset()
    meeting: date | None = None
    today: date = date.max

    @property
    def judged_at(self) -> date:
        """The day at which the rules are judged."""
        return self.meeting or self.today

    def is_past(self) -> bool:
        """Return whether the meeting was lately."""
        return self.meeting is not None and (
            self.meeting < self.today <= self.meeting + REMINDED_FOR
        )


def differs(text: str, wanted: str) -> bool:
    """Return whether two texts that are both there differ, but for spaces and capitals."""
    return bool(text.strip() and wanted.strip()) and _bare(text) != _bare(wanted)


def is_unlike(text: str, titles: list[str]) -> bool:
    """Return whether a title resembles none of `titles`; it may be a part of one, or hold one."""
    said = _bare(text)
    known = [bare for bare in map(_bare, titles) if bare]
    return bool(said and known) and not any(
        said in one or one in said or SequenceMatcher(None, said, one).ratio() >= ALIKE
        for one in known
    )


def has_no_word_of(text: str, other: str) -> bool:
    """Return whether two texts that are both there have no word of some length in common."""
    one, two = (
        {word.rstrip("s") for word in _bare(said).split() if len(word) >= _LONG_WORD}
        for said in (text, other)
    )
    return bool(one and two) and not one & two


def is_no_date(text: str) -> bool:
    """Return whether a text is there and is no date."""
    return bool(text.strip()) and read_date(text) is None


def is_after(text: str, day: date | None) -> bool:
    """Return whether a date lies after a day, wholly."""
    read = read_date(text)
    return read is not None and day is not None and read.first > day


def is_not_later(text: str, other: str) -> bool:
    """Return whether one date does not come after another one."""
    one, before = read_date(text), read_date(other)
    return one is not None and before is not None and one.last <= before.first


def is_later_by(text: str, other: str, months: int) -> bool:
    """Return whether one date lies more than so many months after another one."""
    one, before = read_date(text), read_date(other)
    return one is not None and before is not None and _months(before, one) > months


def says_when(text: str) -> bool:
    """Return whether a text says anything of when or how often."""
    return bool(_TIME.search(text))


def _months(one: DateSpan, other: DateSpan) -> int:
    return (other.first.year - one.last.year) * 12 + other.first.month - one.last.month


def _bare(text: str) -> str:
    return " ".join(_WORD.findall(text.casefold()))
