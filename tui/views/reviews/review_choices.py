"""Which reviews an officer wants to see: how they are grouped, whose, and of which plans."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from desk.action_filter import ActionFilter
from plan.following.timeline import Grouping
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
    """What to list: how it is grouped, of which actions, of one plan or of the whole desk."""

    by: Grouping = "month"
    only: ActionFilter = ActionFilter()  # noqa: RUF009 - it is never changed, only replaced
    is_of_desk: bool = False

    @classmethod
    def of(cls, kept: Mapping[str, str]) -> "Choice":
        """Return the choice that `kept` was made from, with defaults for what is unknown."""
        return cls(
            next((by for by in GROUPINGS if by == kept.get("by")), "month"),
            ActionFilter.of(kept),
            kept.get("desk", "") == "yes",
        )

    @property
    def kept(self) -> dict[str, str]:
        """The choice as strings, for the settings; `of` reads them."""
        desk = "yes" if self.is_of_desk else ""
        return {"by": self.by, **self.only.kept, "desk": desk}

    @property
    def in_words(self) -> str:
        """What it is limited to, and the desk, to add to a title; empty for all of one plan."""
        where = "every plan of the desk" if self.is_of_desk else ""
        return "".join(f", {words}" for words in (self.only.in_words, where) if words)

    def with_grouping(self, by: Grouping) -> "Choice":
        """Return the choice with another grouping."""
        return replace(self, by=by)

    def with_only(self, only: ActionFilter) -> "Choice":
        """Return the choice limited to some actions."""
        return replace(self, only=only)

    def with_desk(self, *, is_of_desk: bool) -> "Choice":
        """Return the choice of one plan, or of every plan of the desk."""
        return replace(self, is_of_desk=is_of_desk)
