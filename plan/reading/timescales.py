"""Timescales: when an action is due or reviewed, according to the officer's words.

The officer's text never changes; we work out the reading separately. A month stays a month: due by
its last day, shown as a month. What had to be assumed is told, what only the officer knows is
asked, and what nobody could date is quoted as it was typed. If the text does not say whether a date
is for delivery or review, the reading uses the officer's answer once there is one.
"""

from dataclasses import dataclass, replace
from datetime import date
from typing import Literal, TypeAlias

from plan.reading.dates import DateSpan, no_such_day, span_in_words
from plan.reading.rhythms import Biannually, months_of, rhythm_in_words
from plan.reading.timescale_dates import dates_of
from plan.reading.timescale_said import DatesSaid, Milestone, PlanField
from plan.reading.timescale_tokens import tokens_of
from plan.text.line_breaks import shortened
from plan.text.remembered import remembered

Meant: TypeAlias = Literal["", "due", "review"]

_A_LINE = 40
"""Width of the quotation from a timescale that we do not understand, in cells."""


@dataclass(frozen=True)
class TimescaleReading:
    """How a timescale was understood.

    `due` is when the action must be done, `begins` when it starts, `review` its first review. Of
    several `milestones` the last is due; each is at a date and called what the text calls it.
    `was` is a date that has since been replaced. `every` is how many months later the next reviews
    follow (0 means once, or more often than monthly), `rhythm` the same as a period of ISO 8601
    ("P6W"), `scope` what they cover. `is_either` says that the first date may be either. If
    `is_until`, what recurs ends when it is due. `asks` is what only the officer knows, `told` what
    was assumed, `unread` the words that nobody could date, `needs` the plan's fields that answer.
    """

    due: DateSpan | None = None
    begins: DateSpan | None = None
    review: DateSpan | None = None
    milestones: tuple[Milestone, ...] = ()
    was: DateSpan | None = None
    every: int = 0
    rhythm: str = ""
    scope: str = ""
    is_ongoing: bool = False
    is_done: bool = False
    is_either: bool = False
    is_until: bool = False
    asks: str = ""
    told: str = ""
    unread: str = ""
    needs: tuple[PlanField, ...] = ()

    @property
    def is_dated(self) -> bool:
        """Whether a date was read that counts: due, beginning or review."""
        return any((self.due, self.begins, self.review))

    @property
    def says_when(self) -> bool:
        """Whether it says when at all: by a date, a rhythm, or as ongoing or done."""
        return self.is_dated or bool(self.rhythm) or self.is_ongoing or self.is_done

    @property
    def problem(self) -> str:
        """What must be asked because nothing says when it is; empty if something does."""
        return "" if self.says_when else self.remark

    @property
    def remark(self) -> str:
        """What is asked or could not be dated, in a sentence; empty if there is nothing."""
        if self.asks:
            return self.asks
        if not self.unread:
            return ""
        if no_day := no_such_day(self.unread):
            return f"“{no_day}” is no day of the calendar."
        quoted = shortened(" ".join(self.unread.split()), _A_LINE)
        return f"“{quoted}” is not understood as a time."

    def meant_as(self, meant: Meant) -> "TimescaleReading":
        """Return the reading once the officer has said what an ambiguous date means."""
        if not self.is_either or not meant:
            return self
        if meant == "review":
            return replace(self, due=None, is_either=False)
        return replace(self, is_either=False)


@remembered
def read_timescale(
    text: str,
    approved: date | None = None,
    year_1_begins: date | None = None,
    biannually: Biannually = "",
) -> TimescaleReading:
    """Return what a timescale says, counted from the day `approved` of the committee's meeting.

    `year_1_begins` and `biannually` are what the officer has said of the whole plan. A blank text
    says nothing, without a problem.
    """
    words, tokens = tokens_of(text, approved, year_1_begins, biannually)
    if not tokens:
        return TimescaleReading(unread=text.strip())
    found = dates_of(words, tokens)
    dues, due = found.dues, None
    if dues:
        due = dues[0] if len(dues) == 1 else max(dues, key=lambda one: one.when.last)
    milestones = _several(dues, found.reviews[1:])
    review, is_ongoing, is_either = _settled(found, due, milestones)
    says_when = due or found.begins or review or found.rhythm or is_ongoing or found.is_done
    is_read = bool(says_when or found.asks)
    return TimescaleReading(
        due.when if due else None,
        found.begins,
        review,
        milestones,
        found.was if due is None or found.was != due.when else None,
        months_of(found.rhythm) if found.rhythm else 0,
        found.rhythm,
        found.scope,
        is_ongoing,
        found.is_done,
        is_either,
        found.is_until,
        " ".join(dict.fromkeys(found.asks)),
        " ".join(dict.fromkeys(found.told)) if is_read else "",
        found.unread if is_read else text.strip(),
        tuple(dict.fromkeys(found.needs)),
    )


def _several(dues: list[Milestone], further: list[Milestone]) -> tuple[Milestone, ...]:
    """Return the milestones of a timescale that has several, soonest first; a day counts once."""
    if len(dues) < 2 and not further:  # noqa: PLR2004 - one date is no milestone on the way
        return ()
    once = {one.when: one for one in reversed((*dues, *further))}
    if len(once) < 2 and not further:  # noqa: PLR2004
        return ()
    return tuple(sorted(once.values(), key=lambda one: one.when.last))


def _settled(
    found: DatesSaid, due: Milestone | None, milestones: tuple[Milestone, ...]
) -> tuple[DateSpan | None, bool, bool]:
    """Return the first review, whether it goes on, and whether the date may be either.

    A recurring date is a review, or may be one.
    """
    every = found.rhythm[-1:] == "M"
    goes_on = found.is_ongoing or (bool(found.rhythm) and not every)
    review = found.reviews[0].when if found.reviews else None
    if found.begins is not None:
        anchor = found.reviews_begin if every and not found.asks else None
        return review or anchor, goes_on or due is None, False
    if due is None or (review is None and (not every or milestones or found.is_until)):
        return review, goes_on, False
    if review is None:
        return None if goes_on else due.when, goes_on, due.is_plain and not goes_on
    return review, goes_on, review == due.when and due.is_plain


def reading_in_words(reading: TimescaleReading) -> str:
    """Return the reading in words, shown next to the text: "review May 2027, every 6 months"."""
    parts: list[str] = []
    if reading.is_either and reading.due:
        parts.append(f"due or reviewed {span_in_words(reading.due)}")
    else:
        if reading.begins and reading.begins != reading.review:
            parts.append(f"from {span_in_words(reading.begins)}")
        parts.extend(_milestones_in_words(reading))
        if reading.due:
            parts.append(f"due {span_in_words(reading.due)}")
        if reading.review and reading.review != reading.due:
            parts.append(f"review {span_in_words(reading.review)}")
    if reading.rhythm:
        parts.append(f"then {rhythm_in_words(reading.rhythm)}")
    if reading.is_ongoing:
        parts.append("ongoing")
    if reading.is_done:
        parts.append("done")
    if reading.was:
        parts.append(f"was {span_in_words(reading.was)}")
    return ", ".join(parts)


def _milestones_in_words(reading: TimescaleReading) -> list[str]:
    """Return the milestones before the last one: "milestone June 2027 (Phase 1)"."""
    return [
        f"milestone {span_in_words(one.when)}" + (f" ({shortened(one.what)})" if one.what else "")
        for one in reading.milestones
        if one.when != reading.due
    ]
