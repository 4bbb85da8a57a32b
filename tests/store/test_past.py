"""What led to a plan as it was opened, whatever became of the file of its history."""

from pathlib import Path

import pytest

from plan.changes.change import RowChange
from store.history import history_path
from store.plan_file import PlanFile
from tests.store.plans import made, timescale


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Return a plan of three revisions."""
    path = tmp_path / "a.plan.json"
    file = made(path)
    first = file.save(timescale(file.plan, "June 2017"))
    again = first.model_copy(update={"rows": tuple(_twice(row) for row in first.rows), "when": ""})
    file.save(again)
    return path


def _twice(row: RowChange) -> RowChange:
    after = {**(row.after or {}), "timescale": "July 2017"}
    return row.model_copy(update={"before": row.after, "after": after})


def revisions(path: Path) -> list[int]:
    return [change.revision for change in PlanFile.open(path).past()]


def test_it_is_every_change_in_order(path: Path) -> None:
    assert revisions(path) == [1, 2, 3]


def test_a_change_that_a_crash_kept_from_the_history_is_there(path: Path) -> None:
    lines = history_path(path).read_bytes().splitlines(keepends=True)
    history_path(path).write_bytes(b"".join(lines[:2]))
    path.chmod(0o444)  # so that opening it does not mend the history
    assert revisions(path) == [1, 2, 3]


def test_what_came_after_a_copy_that_was_brought_back_is_not_its_past(path: Path) -> None:
    copy = path.read_bytes()
    file = PlanFile.open(path)
    file.save(timescale(file.plan, "March 2018"))
    path.write_bytes(copy)
    path.chmod(0o444)
    assert revisions(path) == [1, 2, 3]


def test_without_a_history_the_last_change_is_known(path: Path) -> None:
    history_path(path).unlink()
    path.chmod(0o444)
    assert revisions(path) == [3]


def test_what_is_saved_follows_what_led_to_the_plan_as_opened(path: Path) -> None:
    file = PlanFile.open(path)
    file.save(timescale(file.plan, "March 2018"))
    assert [change.revision for change in file.past()] == [1, 2, 3, 4]
