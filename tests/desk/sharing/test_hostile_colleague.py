"""A colleague who shares whatever they like spoils no plan and writes nowhere else."""

import json
from pathlib import Path
from typing import Any

import pytest

from plan.changes.ancestry import PlanVersion
from plan.changes.change import tables_of
from store.plan_file import PlanFile
from store.sharing.version_file import canonical, content_of_version, name_of
from tests.desk.sharing.laptops import Laptop, first_laptop, joined_laptop
from tests.store.plans import SMALL, made
from tui.__main__ import main


def put(folder: Path, content: bytes) -> None:
    (folder / f"{name_of(content)}.json").write_bytes(content)


def by_colleague(laptop: Laptop, folder: Path, **rows: dict[str, Any]) -> None:
    """Share a version that follows what is there, with more rows in it."""
    (there,) = folder.glob("*.json")
    values = json.loads(there.read_bytes())
    for table, more in rows.items():
        values["rows"][table] |= more
    values["parents"] = [there.stem]
    values["ancestors"] = sorted({*values["ancestors"], there.stem})
    put(folder, canonical(values))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "shared"


ACTION = {"parent": SMALL.aims[0].id, "rank": "a"}


@pytest.mark.parametrize(
    "rows",
    [
        {"actions": {"x": {**ACTION, "leads": [f"Lead {n}" for n in range(999)]}}},
        {"actions": {"x": {**ACTION, "text": "x" * 99_000}}},
        {"actions": {"x": {**ACTION, "text": "[red]{}$(touch here)\n=cmd()"}}},
        {"actions": {f"x{n}": ACTION for n in range(3000)}},
    ],
)
def test_whatever_makes_a_plan_can_be_saved_undone_and_opened_again(
    tmp_path: Path, folder: Path, rows: dict[str, Any]
) -> None:
    one = first_laptop(tmp_path / "one", str(folder))
    one.write("May 2027")
    before = one.plan
    by_colleague(one, folder, **rows)
    assert one.fetch().fetched == 1
    one.write("June 2027")
    assert one.session.saved(30)
    assert PlanFile.open(one.session.path).plan == one.plan
    one.undo()
    one.undo()
    assert one.plan == before
    assert one.session.saved(30)


def test_a_version_that_makes_no_plan_is_said_and_left_out(tmp_path: Path, folder: Path) -> None:
    one = first_laptop(tmp_path / "one", str(folder))
    by_colleague(one, folder, actions={"x": {"parent": "nothing", "rank": "a"}})
    before = one.plan
    done = one.fetch()
    assert one.plan == before
    assert "damaged and was left out" in done.problems[0]


def test_a_newer_version_waits_and_the_rest_is_fetched(
    tmp_path: Path, folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "Small.plan.json"
    made(path)
    assert main(["share", str(path), "--to", str(folder)]) == 0
    newer = json.loads(content_of_version(SMALL.cover.id, PlanVersion(tables_of(SMALL))))
    put(folder, canonical({**newer, "schema_version": 99, "rows": {"plan": {"x": {"y": 1}}}}))
    assert main(["fetch", str(path)]) == 1
    assert "update plandesk" in capsys.readouterr().err
    assert main(["share", str(path)]) == 1
    assert len([*folder.glob("*.json")]) == 2


def test_a_version_that_another_program_made_is_merged_like_any(
    tmp_path: Path, folder: Path
) -> None:
    one = first_laptop(tmp_path / "one", str(folder))
    two = joined_laptop(tmp_path / "two", str(folder))
    one.write("May 2027")
    two.note("Begun")
    by_colleague(one, folder, actions={"x": ACTION})
    for laptop in (one, two, one, two):
        laptop.share()
    one.fetch()
    assert "May 2027" in {action.timescale for action in one.plan.actions}
    assert "x" in one.plan.action_rows
    assert "Begun" in one.notes()
    assert tables_of(one.plan) == tables_of(two.plan)
