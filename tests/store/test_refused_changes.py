"""A change that would harm the plan is refused, and the file stays as it is."""

from pathlib import Path

import pytest

from plan.changes.change import Change, RowChange, applied
from plan.changes.edits import delete_aim
from store.errors import NotSavedError
from store.plan_file import PlanFile
from tests.store.plans import SMALL, made, timescale


def test_a_change_that_does_not_start_from_what_is_stored_is_refused(path: Path) -> None:
    file = made(path)
    file.save(timescale(SMALL, "Monthly"))
    before = path.read_bytes()
    with pytest.raises(NotSavedError):
        file.save(timescale(SMALL, "Weekly"))
    assert path.read_bytes() == before
    assert file.revision == 2


def broken_changes() -> list[Change]:
    aim, action = SMALL.aims[0], SMALL.actions[0]
    stray = {**action.as_json(), "id": "stray", "parent": "nowhere"}
    cover = SMALL.cover
    rows = [
        RowChange(table="aims", id=aim.id, before=aim.as_json(), after=None),
        RowChange(table="actions", id="stray", before=None, after=stray),
        RowChange(table="plan", id=cover.id, before=cover.as_json(), after=None),
        RowChange(table="plan", id="two", before=None, after={**cover.as_json(), "id": "two"}),
    ]
    return [Change(label="Broken", rows=(row,)) for row in rows]


@pytest.mark.parametrize("change", broken_changes(), ids=["children", "stray", "none", "two"])
def test_a_change_after_which_the_plan_could_not_be_opened_is_refused(
    path: Path, change: Change
) -> None:
    file = made(path)
    before = path.read_bytes()
    with pytest.raises(NotSavedError):
        file.save(change)
    assert path.read_bytes() == before


def test_an_aim_goes_together_with_its_actions(path: Path) -> None:
    file = made(path)
    change = delete_aim(SMALL, SMALL.aims[0].id)
    file.save(change)
    assert PlanFile.open(path).plan == applied(SMALL, change)


@pytest.mark.parametrize("text", ["\ud800", "a\x00b", "\x1b[2J", "\u202eabc"])
def test_what_no_plan_may_contain_never_reaches_the_file(path: Path, text: str) -> None:
    file = made(path)
    action = SMALL.actions[0]
    after = {**action.as_json(), "timescale": text}
    row = RowChange(table="actions", id=action.id, before=action.as_json(), after=after)
    before = path.read_bytes()
    with pytest.raises(NotSavedError):
        file.save(Change(label="Paste", rows=(row,)))
    assert path.read_bytes() == before
