"""What a form's rules look at beyond the form: the committee report and its dates.

Every word here comes from what the officer wrote; nothing is a verdict.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from difflib import SequenceMatcher

from plan.reading.dates import DateSpan, read_date

ALIKE = 0.6
"""Two titles with at least this share of letters in common count as the same."""
_REMINDED_FOR = timedelta(days=365)
"""How long after a meeting we keep asking whether the results were published."""

_DATE = re.compile(
    r"(?:\b\d{1,2}(?:st|nd|rd|th)? )?\b[A-Za-z]{3,9}\.? \d{4}\b|\b\d{1,2}[/.-]\d{1,2}[/.-]\d{2,4}\b"
    r"|\b\d{4}-\d{1,2}(?:-\d{1,2})?\b"
)
_LONG_WORD = 4
_WORD = re.compile(r"\w+")


@dataclass(frozen=True)
class PaperFacts:
    """What we know about the paper that an assessment belongs to.

    `fields` has "report.number", "report.title", "plan.title" and "plan.subtitle" as typed, and
    "report.service": the committee, who reports to it and the partnership. `facts` names what is
    true: "approves" (the report asks the committee to approve something), "cites" (it names
    reports, surveys or research). `ticked` has the boxes ticked in any of the paper's assessments
    on the same form, each with its question.
    """

    fields: Mapping[str, str] = field(default_factory=dict)
    facts: frozenset[str] = frozenset()
    ticked: frozenset[tuple[str, str]] = frozenset()
    meeting: date | None = None
    today: date = date.max

    @property
    def titles(self) -> tuple[str, ...]:
        """The titles of the report and the plan."""
        names = ("report.title", "plan.title", "plan.subtitle")
        return tuple(filter(None, (self.fields.get(name) for name in names)))

    @property
    def judged_at(self) -> date:
        """The day as of which we judge the rules."""
        return self.meeting or self.today

    def is_past(self) -> bool:
        """Return whether the meeting was held recently."""
        return self.meeting is not None and (
            self.meeting < self.today <= self.meeting + _REMINDED_FOR
        )


def differs(text: str, wanted: str) -> bool:
    """Return whether both texts exist and `text` does not contain `wanted` as whole words.

    Spaces, capitals and punctuation do not count: "Report no. 299/2016" contains "299-2016".
    """
    said, looked_for = _bare(text), _bare(wanted)
    return bool(said and looked_for) and f" {looked_for} " not in f" {said} "


def is_unlike(text: str, titles: Iterable[str]) -> bool:
    """Return whether a title is like none of `titles`; it may be part of one, or contain one."""
    said = _bare(text)
    known = [bare for bare in map(_bare, titles) if bare]
    return bool(known) and not any(
        said in one or one in said or SequenceMatcher(None, said, one).ratio() >= ALIKE
        for one in known
    )


def has_no_word_of(text: str, other: str) -> bool:
    """Return whether two texts both exist and share no word but short ones."""
    one, two = (
        {word.rstrip("s") for word in _bare(said).split() if len(word) >= _LONG_WORD}
        for said in (text, other)
    )
    return bool(one and two) and not one & two


def date_in(text: str) -> DateSpan | None:
    """Return the date that a text is, or the first date in it, or None."""
    spans = (read_date(found[0]) for found in _DATE.finditer(text))
    return read_date(text) or next(filter(None, spans), None)


def is_no_date(text: str) -> bool:
    """Return whether a text exists and contains no date."""
    return bool(text.strip()) and date_in(text) is None


def is_after(text: str, day: date | None) -> bool:
    """Return whether all of a date is after a day."""
    read = date_in(text)
    return read is not None and day is not None and read.first > day


def is_not_later(text: str, other: str) -> bool:
    """Return whether one date does not come after another; two in the same month do not."""
    one, before = date_in(text), date_in(other)
    return one is not None and before is not None and one.last <= before.last


def is_later_by(text: str, other: str, months: int) -> bool:
    """Return whether one date is more than so many months after another."""
    one, before = date_in(text), date_in(other)
    return one is not None and before is not None and _months(before, one) > months


def _months(one: DateSpan, other: DateSpan) -> int:
    return (other.first.year - one.last.year) * 12 + other.first.month - one.last.month


def _bare(text: str) -> str:
    return " ".join(_WORD.findall(text.casefold()))
