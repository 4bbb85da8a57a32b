"""Which reviews an officer wants to see: how they are grouped, whose, and of which plans."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from plan.following.timeline import EVERYTHING, Grouping, TimelineFilter, aim_in_words, leads_of
from plan.model.plan import Plan
from tui.widgets.row_list import ListedRow

GROUPINGS: dict[Grouping, str] = {
    "month": "by month",
    "lead": "by lead",
    "aim": "by aim",
    "plan": "by plan",
}
_ORDER = tuple(GROUPINGS)
NEXT_GROUPING = dict(zip(_ORDER, (*_ORDER[1:], _ORDER[0]), strict=True))
"""The grouping that follows each in the order of the key."""
_LEAD, _AIM = "lead:", "aim:"


REMINDERS: dict[str, str] = {
    "": "No reminder",
    "0": "On the day itself",
    "1": "A day before",
    "7": "A week before",
    "14": "Two weeks before",
    "28": "Four weeks before",
}
"""How many days before what is due a calendar may remind, and each in words."""


def reminder_rows(days: str) -> Iterator[ListedRow]:
    """Yield the reminders to choose from, and the one that is set if it is another."""
    other = {} if days in REMINDERS else {days: f"{days} days before"}
    yield from (ListedRow(one or "none", words) for one, words in {**REMINDERS, **other}.items())


@dataclass(frozen=True)
class Choice:
    """What to list: how it is grouped, for which lead or aim, of one plan or of the whole desk."""

    by: Grouping = "month"
    only: TimelineFilter = EVERYTHING
    is_of_desk: bool = False

    @classmethod
    def of(cls, kept: Mapping[str, str]) -> "Choice":
        """Return the choice that `kept` was made from, with defaults for what is unknown."""
        return cls(
            next((by for by in GROUPINGS if by == kept.get("by")), "month"),
            TimelineFilter(kept.get("lead", ""), kept.get("aim", "")),
            kept.get("desk", "") == "yes",
        )

    @property
    def kept(self) -> dict[str, str]:
        """The choice as strings, for the settings; `of` reads them."""
        desk = "yes" if self.is_of_desk else ""
        return {"by": self.by, "lead": self.only.lead, "aim": self.only.aim, "desk": desk}

    @property
    def in_words(self) -> str:
        """The lead or aim, and the desk, to add to a title; empty for everything of one plan."""
        whose = self.only.lead or (f"aim {self.only.aim}" if self.only.aim else "")
        where = "every plan of the desk" if self.is_of_desk else ""
        return "".join(f", {words}" for words in (whose, where) if words)

    def with_grouping(self, by: Grouping) -> "Choice":
        """Return the choice with another grouping."""
        return replace(self, by=by)

    def with_only(self, only: TimelineFilter) -> "Choice":
        """Return the choice narrowed to a lead or an aim."""
        return replace(self, only=only)

    def with_desk(self, *, is_of_desk: bool) -> "Choice":
        """Return the choice of one plan, or of every plan of the desk."""
        return replace(self, is_of_desk=is_of_desk)


def narrowing_rows(plans: Mapping[str, Plan]) -> tuple[ListedRow, ...]:
    """Return a row for everything, each lead and each aim; `only_of` takes their ids."""
    return (
        ListedRow("", "Everything"),
        *(ListedRow(f"{_LEAD}{lead}", lead) for lead in leads_of(plans.values())),
        *(ListedRow(f"{_AIM}{aim}", f"Aim {aim}") for aim in dict.fromkeys(_aims(plans))),
    )


def only_of(row_id: str) -> TimelineFilter:
    """Return the lead or aim that a row of `narrowing_rows` stands for."""
    if row_id.startswith(_LEAD):
        return TimelineFilter(lead=row_id.removeprefix(_LEAD))
    return TimelineFilter(aim=row_id.removeprefix(_AIM))


def row_of(only: TimelineFilter) -> str:
    """Return the id of the row of `narrowing_rows` that stands for a lead or an aim."""
    if only.lead:
        return f"{_LEAD}{only.lead}"
    return f"{_AIM}{only.aim}" if only.aim else ""


def _aims(plans: Mapping[str, Plan]) -> Iterator[str]:
    for plan in plans.values():
        yield from (aim_in_words(plan, aim.id) for aim in plan.aims)
