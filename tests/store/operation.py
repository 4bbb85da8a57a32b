"""What every operation in the tables of the tests consists of, and how a plan is judged after."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest

from plan.changes.change import applied, inverse, tables_of
from plan.model.plan import Plan
from store.places import HOME_VARIABLE
from store.plan_file import PlanFile
from tests.store.plans import SMALL, made, three_rows, timescale

PLAN = "Family support.plan.json"

MONTHLY = timescale(SMALL, "Monthly")
MONTHLY_PLAN = applied(SMALL, MONTHLY)


@dataclass(frozen=True)
class Operation:
    """One way of saving something in a folder."""

    name: str
    prepare: Callable[[Path], object]
    run: Callable[[Path], object]
    check: Callable[[Path, bool], None]


def sound_plan(path: Path) -> PlanFile:
    """Open a plan, assert that its history leads to it without a gap, and return its file."""
    file = PlanFile.open(path)
    history = file.history.read()
    assert [change.revision for change in history] == list(range(1, file.revision + 1))
    plan = file.plan
    for change in reversed(history):
        plan = applied(plan, inverse(change, kind="undo", label="Undo"))
    again = PlanFile.open(path)
    assert (again.plan, again.revision) == (file.plan, file.revision)
    assert again.history.read() == history
    return file


def is_one_of(path: Path, before: Plan, after: Plan, is_done: bool) -> None:
    """Assert that a plan is as it was before or as it should be after."""
    tables = tables_of(sound_plan(path).plan)
    assert tables == tables_of(after) or (tables == tables_of(before) and not is_done)


def saved_monthly(folder: Path) -> PlanFile:
    file = made(folder / PLAN)
    file.save(MONTHLY)
    return file


@contextmanager
def at_home(folder: Path) -> Iterator[None]:
    """Have the settings lie in the folder."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv(HOME_VARIABLE, str(folder))
        yield


def save_three_rows(folder: Path) -> None:
    PlanFile.open(folder / PLAN).save(three_rows(MONTHLY_PLAN))


def check_three_rows(folder: Path, is_done: bool) -> None:
    after = applied(MONTHLY_PLAN, three_rows(MONTHLY_PLAN))
    is_one_of(folder / PLAN, MONTHLY_PLAN, after, is_done)
