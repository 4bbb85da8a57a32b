"""Every plan of the desk, read and put away again: for what is asked across plans."""

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from store.errors import StoreError
from store.places import plans_folder
from store.plan_file import PlanFile
from store.plans_folder import plans_on_desk

if TYPE_CHECKING:
    from plan.model.plan import Plan


@dataclass(frozen=True)
class DeskPlan:
    """A plan of the desk as it is in its file."""

    path: Path
    name: str
    plan_id: str
    plan: "Plan"


def desk_plans() -> tuple[tuple[DeskPlan, ...], tuple[str, ...]]:
    """Return the plans that lie on the desk, by name, and a sentence for each not to be read."""
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
