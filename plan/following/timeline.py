"""The timeline of one or more plans: what is overdue, due or up for review, grouped as asked.

It is computed from the reviews that the timescales give; nothing is stored.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from types import MappingProxyType
from typing import Literal, TypeAlias

from plan.council.own_field import NO_OWN_FIELDS, OwnFields
from plan.following.action_state import reading_of, state_of
from plan.following.commitments import (
    Promised,
    commitments_of,
    promise_numbered,
    promises_due,
    promises_overdue,
    why_undated,
)
from plan.following.reviews import (
    Kind,
    Review,
    ambiguous,
    doubted,
    numbered,
    overdue,
    reviews,
    still_comes,
    unreadable,
)
from plan.model.plan import Plan
from plan.model.rows import Action, Commitment
from plan.reading.dates import DateSpan, date_in_words, in_iso, month_in_words, span_in_words
from plan.text.line_breaks import NO_TEXT

Grouping: TypeAlias = Literal["month", "lead", "aim", "plan"]
Standing: TypeAlias = Literal["overdue", "coming", "unsaid", "unread"]

NO_PLANS: Mapping[str, OwnFields] = MappingProxyType({})
OVERDUE, UNSAID, UNREAD = "Overdue", "To be said: due, or reviewed?", "Not understood, or missing"
NO_LEAD = "No lead yet"
PROMISED = "Promised to the committee"
MISSING = "There is no timescale yet."
_STANDINGS: tuple[Standing, ...] = ("overdue", "coming", "unsaid", "unread")
_COUNTED: dict[Standing, str] = {
    "overdue": "overdue",
    "coming": "to come",
    "unsaid": "to be said",
    "unread": "not understood",
}
_HEADINGS: dict[Standing, str] = {"overdue": OVERDUE, "unsaid": UNSAID, "unread": UNREAD}


@dataclass(frozen=True)
class TimelineEntry:
    """An action at a point in time: overdue, coming, or with a timescale that needs attention.

    `plan` is the name under which its plan was given, `aim` the aim's number and sentence. There is
    no `review` if the timescale is the problem; `remark` says what is wrong with it, or that the
    latest note of what is overdue gives a new date. Of what was promised to the committee,
    `commitment` is the row, and `action` says its words and its time as an action's.
    """

    plan: str
    ref: str
    action: Action
    aim: str
    standing: Standing
    review: Review | None = None
    remark: str = ""
    commitment: Commitment | None = None

    @property
    def when(self) -> DateSpan | None:
        """When it is due or reviewed, or None if we cannot tell."""
        return self.review.when if self.review else None

    @property
    def kind(self) -> Kind | None:
        """Whether it is due or reviewed then."""
        return self.review.kind if self.review else None

    @property
    def id(self) -> str:
        """An id unique within a timeline."""
        when = self.when.last if self.when else ""
        return f"{self.plan}/{self.action.id}/{self.standing}/{self.kind}/{when}"


@dataclass(frozen=True)
class TimelineGroup:
    """Entries under one heading, soonest first."""

    heading: str
    entries: tuple[TimelineEntry, ...]


@dataclass(frozen=True)
class TimelineFilter:
    """What a timeline is limited to: one lead, one aim, or nothing if both are empty.

    `actions` are those to which it is limited for another reason, which `also` says: each by the
    name of its plan and its id. None are all.
    """

    lead: str = ""
    aim: str = ""
    also: str = ""
    actions: frozenset[tuple[str, str]] | None = None

    def shows(self, entry: TimelineEntry) -> bool:
        """Return whether an entry is within the limit."""
        if self.actions is not None and (entry.plan, entry.action.id) not in self.actions:
            return False
        is_of_lead = not self.lead or any(_same(self.lead, lead) for lead in entry.action.leads)
        return is_of_lead and (not self.aim or entry.aim == self.aim)


EVERYTHING = TimelineFilter()


def timeline(
    plans: Mapping[str, Plan],
    first: date,
    last: date,
    only: TimelineFilter = EVERYTHING,
    own: Mapping[str, OwnFields] = NO_PLANS,
) -> tuple[TimelineEntry, ...]:
    """Return what is overdue on the day `first`, and what is due or reviewed up to `last`.

    Then come the actions whose date may be for delivery or review, then those with a missing or
    unreadable timescale. `plans` are keyed by name, as are the fields that their councils add.
    """
    found = [
        entry
        for name, plan in plans.items()
        for entry in _of_plan(name, plan, first, last, own.get(name, NO_OWN_FIELDS))
        if only.shows(entry)
    ]
    return tuple(sorted(found, key=_order))


def grouped(entries: Iterable[TimelineEntry], by: Grouping) -> tuple[TimelineGroup, ...]:
    """Return a timeline's entries under headings, each group in timeline order.

    By month, overdue, ambiguous and unreadable entries get headings of their own. By lead, an
    action appears under each of its leads.
    """
    headings: dict[str, tuple[str, list[TimelineEntry]]] = {}
    for entry in entries:
        for heading in _HEADINGS_OF[by](entry):
            headings.setdefault(heading.casefold(), (heading, []))[1].append(entry)
    groups = [TimelineGroup(heading, tuple(found)) for heading, found in headings.values()]
    if by in ("lead", "plan"):
        groups.sort(
            key=lambda group: (group.heading in (NO_LEAD, PROMISED), group.heading.casefold())
        )
    elif by == "aim":
        groups.sort(key=lambda group: (group.entries[0].plan, _number(group.heading)))
    return tuple(groups)


def months(
    entries: Iterable[TimelineEntry], first: date, last: date
) -> tuple[tuple[str, int], ...]:
    """Return each month from `first` to `last` with the number of entries in it."""
    counts: dict[tuple[int, int], int] = {}
    for entry in entries:
        if entry.standing == "coming" and entry.when is not None:
            month = (entry.when.last.year, entry.when.last.month)
            counts[month] = counts.get(month, 0) + 1
    numbers = range(first.year * 12 + first.month - 1, last.year * 12 + last.month)
    spanned = ((number // 12, number % 12 + 1) for number in numbers)
    return tuple(
        (month_in_words(year, month), counts.get((year, month), 0)) for year, month in spanned
    )


@dataclass(frozen=True)
class ShownReviews:
    """A timeline as shown: which plans by name, from when to when, for whom, grouped how.

    If there are `plans` besides the one it is printed for, `is_of_desk` is true.
    """

    plans: Mapping[str, Plan]
    first: date
    last: date
    by: Grouping = "month"
    only: TimelineFilter = EVERYTHING
    is_of_desk: bool = False
    own: Mapping[str, OwnFields] = field(default_factory=dict)

    @property
    def entries(self) -> tuple[TimelineEntry, ...]:
        """The entries shown, in order."""
        return timeline(self.plans, self.first, self.last, self.only, self.own)

    @property
    def groups(self) -> tuple[TimelineGroup, ...]:
        """The entries shown, under their headings."""
        return grouped(self.entries, self.by)

    @property
    def whose(self) -> str:
        """The lead, the aim and what else it is limited to; empty if there is no limit."""
        aim = f"aim {self.only.aim.rstrip('.')}" if self.only.aim else ""
        named = " in ".join(filter(None, (self.only.lead, aim)))
        return ", ".join(filter(None, (named, self.only.also)))

    @property
    def in_words(self) -> str:
        """What it contains: "Reviews of CPC, 26 November 2026 to 26 November 2027, by month"."""
        whose = f" of {self.whose}" if self.whose else ""
        desk = ", every plan of the desk" if self.is_of_desk else ""
        days = f"{date_in_words(self.first)} to {date_in_words(self.last)}"
        return f"Reviews{whose}, {days}, by {self.by}{desk}"

    @property
    def in_short(self) -> str:
        """The same for a file name: "CPC to 26 November 2027"."""
        number = self.only.aim.partition(" ")[0]
        aim = f"aim {number}" if number else ""
        desk = "all plans" if self.is_of_desk else ""
        last = f"to {date_in_words(self.last)}"
        return " ".join(filter(None, (self.only.lead, aim, self.only.also, desk, last)))


def when_and_kind(entry: TimelineEntry, plan: Plan) -> tuple[str, str]:
    """Return for a program when it is and what it is then; empty where the timescale does not say.

    The day is as "2017-04-01", or the month as "2016-09"; what may be either is "either".
    """
    if entry.review is not None:
        return entry.review.when_iso, entry.review.kind
    due = reading_of(plan, entry.action).due if entry.standing == "unsaid" else None
    return (in_iso(due), "either") if due is not None else ("", "")


def counted_entries(entries: Iterable[TimelineEntry]) -> str:
    """Return how many entries there are: "3 overdue, 12 to come", or that there are none."""
    counts = Counter(entry.standing for entry in entries)
    said = (f"{counts[one]} {words}" for one, words in _COUNTED.items() if counts[one])
    return ", ".join(said) or "nothing due or reviewed"


def leads_of(plans: Iterable[Plan]) -> tuple[str, ...]:
    """Return the leads of all actions in alphabetical order, each once."""
    found: dict[str, str] = {}
    for plan in plans:
        for action in plan.actions:
            for lead in action.leads:
                found.setdefault(lead.casefold(), lead)
    return tuple(found[key] for key in sorted(found))


def aim_in_words(plan: Plan, aim_id: str) -> str:
    """Return an aim by number and sentence: "2 Improve the quality …"."""
    aim = plan.aim_rows[aim_id]
    return f"{plan.number_of(aim_id)} {aim.text or NO_TEXT}"


def _of_plan(
    name: str, plan: Plan, first: date, last: date, own: OwnFields
) -> Iterator[TimelineEntry]:
    def entry(
        action: Action, standing: Standing, review: Review | None = None, remark: str = ""
    ) -> TimelineEntry:
        aim = aim_in_words(plan, action.parent)
        return TimelineEntry(name, plan.ref_of(action.id), action, aim, standing, review, remark)

    rows, blank = plan.action_rows, [one for one in plan.actions if not one.timescale.strip()]
    for one in overdue(plan, first, own):
        yield entry(rows[one.action_id], "overdue", one, _noted(plan, one, first, own))
    yield from (
        entry(rows[one.action_id], "coming", one) for one in reviews(plan, first, last, own)
    )
    yield from (entry(one, "unsaid") for one in ambiguous(plan))
    yield from (entry(one, "unread", remark=problem) for one, problem in unreadable(plan))
    for action_id, words in doubted(plan, first, own).items():
        if reading_of(plan, rows[action_id]).is_done:
            remark = f"It is said to be done, and its note says “{words}”: which is right?"
            yield entry(rows[action_id], "unread", remark=remark)
    yield from (entry(one, "unread", remark=MISSING) for one in blank)
    yield from _of_promises(name, plan, first, last)


def _noted(plan: Plan, review: Review, day: date, own: OwnFields) -> str:
    """Return what an overdue action's latest note says of a new date; empty if it gives none."""
    if review.kind != "due":
        return ""
    new = state_of(plan, plan.action_rows[review.action_id], day, own).noted
    return f"its note gives {span_in_words(new)} as the new date" if new is not None else ""


def _of_promises(name: str, plan: Plan, first: date, last: date) -> Iterator[TimelineEntry]:
    """Yield what was promised to the committee and is still open."""
    promised = {one.row.id: one for one in commitments_of(plan) if one.is_open}
    if not promised:
        return

    def entry(
        one: Promised, standing: Standing, review: Review | None = None, remark: str = ""
    ) -> TimelineEntry:
        row = one.row
        action = Action(id=row.id, text=row.text, timescale=row.by_when)
        return TimelineEntry(name, one.ref, action, PROMISED, standing, review, remark, row)

    for review in promises_overdue(plan, first):
        yield entry(promised[review.action_id], "overdue", review)
    for review in promises_due(plan, first, last):
        yield entry(promised[review.action_id], "coming", review)
    for one in promised.values():
        if remark := why_undated(plan, one.row):
            yield entry(one, "unread", remark=remark)


def dated_again(
    plan: Plan, row_id: str, kind: str, number: int, today: date, own: OwnFields = NO_OWN_FIELDS
) -> Review | None:
    """Return what a plan dates by the id of its row, its kind and its number, or None if nothing.

    The kind of a delivery is "due" even where it may be a review. What is done or given up by
    `today` is not due any more.
    """
    if kind == "commitment":
        return promise_numbered(plan, row_id, number)
    found = numbered(plan, row_id, kind, number)
    if found is None:
        return None
    action = plan.action_rows[row_id]
    return found if still_comes(plan, action, found.kind, today, own) else None


def _order(entry: TimelineEntry) -> tuple[int, date, str]:
    when = entry.when.last if entry.when else date.max
    return _STANDINGS.index(entry.standing), when, entry.plan


def _month_headings(entry: TimelineEntry) -> tuple[str, ...]:
    if entry.standing != "coming" or entry.when is None:
        return (_HEADINGS[entry.standing],)
    return (month_in_words(entry.when.last.year, entry.when.last.month),)


def _lead_headings(entry: TimelineEntry) -> tuple[str, ...]:
    return entry.action.leads or (PROMISED if entry.commitment else NO_LEAD,)


_HEADINGS_OF: dict[Grouping, Callable[[TimelineEntry], tuple[str, ...]]] = {
    "month": _month_headings,
    "lead": _lead_headings,
    "aim": lambda entry: (entry.aim,),
    "plan": lambda entry: (entry.plan,),
}


def _number(heading: str) -> float:
    """Return an aim's number; what was promised to the committee comes last."""
    return float("inf") if heading == PROMISED else int(heading.partition(" ")[0])


def _same(one: str, other: str) -> bool:
    return one.casefold() == other.casefold()
