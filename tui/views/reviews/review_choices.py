"""What an officer chose of the reviews: how they are put together, whose, and of which plans."""

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
"""What follows each grouping when the next one is asked for."""
_LEAD, _AIM = "lead:", "aim:"


@dataclass(frozen=True)
class Choice:
    """What is listed: how it is grouped, of which lead or aim, of one plan or of the desk."""

    by: Grouping = "month"
    only: TimelineFilter = EVERYTHING
    is_of_desk: bool = False

    @classmethod
    def of(cls, kept: Mapping[str, str]) -> "Choice":
        """Return what was kept of a choice; what is unknown there is as it is at first."""
        return cls(
            next((by for by in GROUPINGS if by == kept.get("by")), "month"),
            TimelineFilter(kept.get("lead", ""), kept.get("aim", "")),
            kept.get("desk", "") == "yes",
        )

    @property
    def kept(self) -> dict[str, str]:
        """The choice as it is remembered until the next start."""
        desk = "yes" if self.is_of_desk else ""
        return {"by": self.by, "lead": self.only.lead, "aim": self.only.aim, "desk": desk}

    @property
    def in_words(self) -> str:
        """What is left out, or added, in words; empty where it is all of one plan."""
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
    """Return what the reviews can be narrowed to: all, each lead, each aim; ids for `only_of`."""
    return (
        ListedRow("", "Everything"),
        *(ListedRow(f"{_LEAD}{lead}", lead) for lead in leads_of(plans.values())),
        *(ListedRow(f"{_AIM}{aim}", f"Aim {aim}") for aim in dict.fromkeys(_aims(plans))),
    )


def only_of(row_id: str) -> TimelineFilter:
    """Return what the row of `narrowing_rows` with that id narrows the reviews to."""
    if row_id.startswith(_LEAD):
        return TimelineFilter(lead=row_id.removeprefix(_LEAD))
    return TimelineFilter(aim=row_id.removeprefix(_AIM))


def row_of(only: TimelineFilter) -> str:
    """Return the id of the row of `narrowing_rows` that stands for what is shown."""
    if only.lead:
        return f"{_LEAD}{only.lead}"
    return f"{_AIM}{only.aim}" if only.aim else ""


def _aims(plans: Mapping[str, Plan]) -> Iterator[str]:
    for plan in plans.values():
        yield from (aim_in_words(plan, aim.id) for aim in plan.aims)
