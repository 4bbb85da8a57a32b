"""Read every plan of the desk in turn, for what is asked across plans."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from functools import partial
from pathlib import Path

from desk.checking import checked, open_in_words
from desk.council import own_fields_of
from desk.lost_texts import is_in
from plan.council.format import FormatError
from plan.following.timeline import timeline
from plan.model.plan import Plan
from plan.reading.dates import date_in_words
from store.drafts import tidy_all_unfinished_drafts
from store.errors import StoreError
from store.formats import format_for
from store.places import plans_folder
from store.plan_file import PlanFile
from store.plans_folder import plan_names, plans_on_desk


@dataclass(frozen=True)
class DeskPlan:
    """A plan of the desk as it is in its file."""

    path: Path
    name: str
    plan_id: str
    plan: "Plan"


def desk_plans() -> tuple[tuple[DeskPlan, ...], tuple[str, ...]]:
    """Return the plans on the desk, by name, and a sentence for each that cannot be read."""
    found: list[DeskPlan] = []
    problems: list[str] = []
    for entry in sorted(plans_on_desk(plans_folder()), key=lambda one: one.name.casefold()):
        try:
            file = PlanFile.open(entry.path, read_only_because="It is only looked at.")
        except StoreError as error:
            problems.append(f"{entry.name} is left out: {error}")
        else:
            found.append(DeskPlan(entry.path, entry.name, file.plan_id, file.plan))
    return tuple(found), tuple(problems)


def names_of_plans() -> tuple[str, ...]:
    """Return the names of the plans on the desk."""
    return plan_names(plans_folder())


SOON = timedelta(days=31)
"""How far ahead the desk looks."""


def desk_news(today: date) -> dict[str, str]:
    """Return what is to be said of each plan of the desk that can be read, by its path.

    Now that all are read, what killed processes have left of drafts is seen to, too: a plan may
    never be opened again.
    """
    plans, _ = desk_plans()
    _tidy_unfinished_drafts(plans)
    return {str(one.path): news_of(one, today) for one in plans}


def _tidy_unfinished_drafts(plans: Iterable[DeskPlan]) -> None:
    """Tidy unfinished drafts; a text counts as kept only if every plan of its id has it."""
    by_id: dict[str, list[Plan]] = {}
    for one in plans:
        by_id.setdefault(one.plan_id, []).append(one.plan)
    tidy_all_unfinished_drafts({plan_id: partial(_is_in_all, of) for plan_id, of in by_id.items()})


def _is_in_all(plans: Iterable[Plan], typed: str) -> bool:
    return all(is_in(plan, typed) for plan in plans)


def news_of(one: DeskPlan, today: date) -> str:
    """Return what is overdue, due soon and to be checked in a plan, empty where nothing is."""
    entries = timeline(
        {one.name: one.plan},
        today,
        today + SOON,
        own={one.name: own_fields_of(one.plan)},
    )
    overdue = sum(entry.standing == "overdue" for entry in entries)
    soon = sum(entry.standing == "coming" for entry in entries)
    parts = (
        f"{overdue} overdue" if overdue else "",
        f"{soon} due or reviewed by {date_in_words(today + SOON)}" if soon else "",
        _to_check(one, today),
    )
    return ", ".join(filter(None, parts))


def _to_check(one: DeskPlan, today: date) -> str:
    try:
        return open_in_words(checked(one.plan, format_for(one.plan.cover.format), today))
    except FormatError:
        return ""  # the views say what is wrong with the format
