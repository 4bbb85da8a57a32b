"""Which actions an officer wants to see: of a lead, an aim, a status, a page, with some words.

The plan view and the reviews are narrowed by the same filter; nothing of it is stored in the plan.
"""

from collections import Counter
from collections.abc import Collection, Iterator, Mapping
from datetime import date
from typing import Literal, NamedTuple, TypeAlias

from desk.council import own_fields_of
from desk.today import today
from plan.council.format import Format
from plan.council.own_field import OwnFields
from plan.following.ledger import status_in_short
from plan.following.reviews import first_dates, still_comes
from plan.following.timeline import TimelineFilter, aim_in_words
from plan.model.plan import Plan
from plan.model.rows import Action
from plan.papers.plan_texts import texts_of_action
from plan.reading.dates import date_in_words, read_date
from plan.reading.pages import read_pages
from plan.text.remembered import remembered
from plan.text.word_search import folded

Kind: TypeAlias = Literal["marked", "lead", "aim", "status", "indicator", "page", "before", "text"]
COUNTED: tuple[Kind, ...] = ("lead", "aim", "status", "indicator", "page")
"""The kinds whose values are those that the actions have, in the order of the list."""


class ActionFilter(NamedTuple):
    """What the actions are limited to: all that is not empty holds of each that is shown.

    `before` is a day as "2027-03-31", `marked` is "yes" or empty.
    """

    lead: str = ""
    aim: str = ""
    status: str = ""
    indicator: str = ""
    page: str = ""
    before: str = ""
    text: str = ""
    marked: str = ""

    @classmethod
    def of(cls, kept: Mapping[str, str]) -> "ActionFilter":
        """Return the filter that `kept` was made from."""
        known = {name: kept[name] for name in cls._fields if kept.get(name)}
        read = read_date(known.get("before", ""))
        return cls(**{**known, "before": read.first.isoformat() if read else "", "marked": ""})

    @property
    def kept(self) -> dict[str, str]:
        """The filter as strings, for the settings; marks are not kept, and so no filter by them."""
        return {**self._asdict(), "marked": ""}

    @property
    def conditions(self) -> dict[Kind, str]:
        """What is limited, by kind."""
        of_kind: dict[Kind, str] = {
            "lead": self.lead,
            "aim": self.aim,
            "status": self.status,
            "indicator": self.indicator,
            "page": self.page,
            "before": self.before,
            "text": self.text,
            "marked": self.marked,
        }
        return {kind: value for kind, value in of_kind.items() if value}

    @property
    def in_words(self) -> str:
        """What the actions are limited to; empty if they are not."""
        return ", ".join(condition_in_words(*one) for one in self.conditions.items())

    def switched(self, kind: Kind, value: str) -> "ActionFilter":
        """Return the filter with a condition more, or without it if it is one of it already."""
        is_on = self.conditions.get(kind) == value
        return self._replace(**{kind: "" if is_on else value})


def condition_in_words(kind: Kind, value: str) -> str:
    """Return a condition as it is shown: "CPC", "page 9", "due before 31 March 2027"."""
    match kind:
        case "lead" | "indicator":
            return value
        case "before":
            return f"due before {date_in_words(date.fromisoformat(value))}"
        case "text":
            return f"“{value}”"
        case "marked":
            return "marked"
        case "aim" | "status" | "page":
            return f"{kind} {value}"


class Admission:
    """Which actions of a plan a filter lets through, and how many have what can be asked for.

    `marks` are the ids of the rows that are marked.
    """

    def __init__(self, plan: Plan, council: Format, marks: Collection[str] = ()) -> None:
        self._plan = plan
        self._council = council
        self._marks = marks
        self._own = own_fields_of(plan)
        self._said: dict[str, str] = {}

    def of(self, wanted: ActionFilter) -> tuple[str, ...]:
        """Return the ids of the actions of which all conditions hold, in printed order."""
        conditions = wanted.conditions
        return tuple(
            action.id
            for action in self._plan.actions
            if all(self._holds(action, *one) for one in conditions.items())
        )

    def _holds(self, action: Action, kind: Kind, value: str) -> bool:
        match kind:
            case "marked":
                return action.id in self._marks or action.parent in self._marks
            case "before":
                return _is_due_before(self._plan, action, date.fromisoformat(value), self._own)
            case "text":
                return all(word in self._said_by(action) for word in folded(value).split())
            case _:
                wanted = value.casefold()
                return any(one.casefold() == wanted for one in self._values(action, kind))

    def _values(self, action: Action, kind: Kind) -> Iterator[str]:
        match kind:
            case "lead":
                yield from action.leads
            case "indicator":
                yield from action.indicators
            case "aim":
                yield aim_in_words(self._plan, action.parent)
            case "status":
                yield status_in_short(self._plan, action, self._own)
            case "page":
                yield from _pages_in(action.pages)

    def _said_by(self, action: Action) -> str:
        """Return the ref of an action and all that it and its notes say, folded."""
        said = self._said.get(action.id)
        if said is None:
            texts = texts_of_action(self._plan, action, self._council)
            said = folded("\n".join((self._plan.ref_of(action.id), *(one.text for one in texts))))
            self._said[action.id] = said
        return said

    def values(self, kind: Kind, ids: Collection[str]) -> Counter[str]:
        """Return what actions have of a kind, each with how many of those with these ids have it.

        Names that differ only in their case are one.
        """
        counts, spelt = Counter[str](), dict[str, str]()
        for action_id in ids:
            action = self._plan.action_rows[action_id]
            named = {one.casefold(): one for one in self._values(action, kind) if one.strip()}
            counts.update(spelt.setdefault(key, one) for key, one in named.items())
        return counts


def admitted_in_reviews(
    wanted: ActionFilter, plans: Mapping[str, Plan], council: Format
) -> TimelineFilter:
    """Return a filter as a limit of the reviews of one or more plans, by their names."""
    other = wanted._replace(lead="", aim="", marked="")
    if not other.conditions:
        return TimelineFilter(wanted.lead, wanted.aim)
    found = frozenset(
        (name, one) for name, plan in plans.items() for one in Admission(plan, council).of(other)
    )
    return TimelineFilter(wanted.lead, wanted.aim, other.in_words, found)


def day_typed(typed: str) -> str:
    """Return the first day of what is typed as a date, as "2027-03-31"; empty if it is none."""
    read = read_date(typed.strip()) if any(map(str.isdigit, typed)) else None
    return read.first.isoformat() if read else ""


def _is_due_before(plan: Plan, action: Action, day: date, own: OwnFields) -> bool:
    """Return whether an action is still due, or reviewed for the first time, before a day."""
    return any(
        one.when.first < day and still_comes(plan, action, one.kind, today(), own)
        for one in first_dates(plan, action)
    )


@remembered
def _pages_in(pages: str) -> tuple[str, ...]:
    """Return the pages that an action names, or "All"."""
    read = read_pages(pages)
    return ("All",) if read.is_all else tuple(map(str, read.pages))
