"""Which actions an officer wants to see: of a lead, an aim, a status, a page, with some words.

The plan view and the reviews are narrowed by the same filter; nothing of it is stored in the plan.
"""

from collections import Counter
from collections.abc import Collection, Iterator, Mapping
from datetime import date
from typing import Literal, NamedTuple, TypeAlias, TypeVar

from desk.council import own_fields_of
from desk.today import today
from plan.council.format import Format
from plan.following.action_state import said_of_all
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

    def of(self, wanted: ActionFilter) -> tuple[str, ...]:
        """Return the ids of the actions of which all conditions hold, in printed order."""
        conditions = wanted.conditions
        return tuple(
            action.id
            for action in self._plan.actions
            if all(self._holds(action, *one) for one in conditions.items())
        )

    def read(self) -> None:
        """Read the texts and the dates of all actions, so that any filter is quick after it."""
        for action in self._plan.actions:
            self._said_by(action)
            self._first_due(action)

    def _holds(self, action: Action, kind: Kind, value: str) -> bool:
        match kind:
            case "marked":
                return action.id in self._marks or action.parent in self._marks
            case "before":
                due = self._first_due(action)
                return due is not None and due < date.fromisoformat(value)
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
        plan = self._plan
        notes, ref = plan.notes_of(action.id), plan.ref_of(action.id)
        known = _SAID.get(action.id)
        if known is not None and known[0] is action and known[1] == (notes, ref):
            return known[2]
        texts = (one.text for one in texts_of_action(plan, action, self._council))
        said = folded("\n".join((ref, *texts)))
        _keep(_SAID, action.id, (action, (notes, ref), said))
        return said

    def _first_due(self, action: Action) -> date | None:
        """Return the first day on which something of an action is still due or reviewed."""
        plan, now = self._plan, today()
        beside = (plan.notes_of(action.id), said_of_all(plan), self._own, now)
        known = _FIRST_DUE.get(action.id)
        if known is not None and known[0] is action and known[1] == beside:
            return known[2]
        due = min(
            (
                one.when.first
                for one in first_dates(plan, action)
                if still_comes(plan, action, one.kind, now, self._own)
            ),
            default=None,
        )
        _keep(_FIRST_DUE, action.id, (action, beside, due))
        return due

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


_MOST = 5_000
"""Actions of which it is remembered what they say and when they are due."""
_SAID: dict[str, tuple[Action, object, str]] = {}
_FIRST_DUE: dict[str, tuple[Action, object, date | None]] = {}
ResultT = TypeVar("ResultT")


def _keep(kept: dict[str, ResultT], key: str, result: ResultT) -> None:
    """Remember a result; a row never changes, so it holds as long as the row and its notes are."""
    if len(kept) >= _MOST:
        kept.clear()
    kept[key] = result


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


@remembered
def _pages_in(pages: str) -> tuple[str, ...]:
    """Return the pages that an action names, or "All"."""
    read = read_pages(pages)
    return ("All",) if read.is_all else tuple(map(str, read.pages))
