"""A colleague who shares whatever they like spoils no plan and writes nowhere else."""

import contextlib
import json
import os
import shutil
from pathlib import Path
from typing import Any

import pytest

from plan.changes.ancestry import PlanVersion
from plan.changes.change import tables_of
from store.errors import StoreError
from store.plan_file import PlanFile
from store.sharing.folder import SEEN
from store.sharing.version_file import LARGEST_VERSION, canonical, content_of_version, name_of
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


def test_nothing_is_written_through_a_link_that_leads_out_of_the_folder(
    tmp_path: Path, folder: Path
) -> None:
    one = first_laptop(tmp_path / "one", str(folder))
    (seen,) = (folder / SEEN).iterdir()
    mine = tmp_path / "important.txt"
    mine.write_text("mine")
    seen.unlink()
    seen.symlink_to(mine)
    one.write("May 2027")
    one.share()
    assert mine.read_text() == "mine"
    assert not seen.is_symlink()
    assert len(seen.read_text()) == 64
    shutil.rmtree(folder / SEEN)
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    (folder / SEEN).symlink_to(elsewhere)
    one.write("June 2027")
    one.share()
    assert list(elsewhere.iterdir()) == []
    (there,) = (path for path in folder.glob("*.json") if "June 2027" in path.read_text())
    there.unlink()
    there.symlink_to(mine)
    one.note("Begun")
    one.share()
    assert mine.read_text() == "mine"


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are no pipes here")
def test_what_is_no_file_of_a_version_is_let_be(tmp_path: Path, folder: Path) -> None:
    """Folders, devices, pipes, loops of links, a huge file, and names with a path in them."""
    one = first_laptop(tmp_path / "one", str(folder))
    names = iter(f"{digit * 64}.json" for digit in "0123456789")
    (folder / next(names)).mkdir()
    (folder / next(names)).symlink_to("/dev/zero")
    os.mkfifo(folder / next(names))
    (folder / (loop := next(names))).symlink_to(folder / loop)
    with (folder / next(names)).open("wb") as file:
        file.truncate(LARGEST_VERSION + 1)
    (folder / f"..{next(names)}").write_text("{}")
    (folder / SEEN / "..seen").write_text("../../" * 20)
    (folder / SEEN / f"{SMALL.cover.id}.x.seen").write_bytes(bytes(range(256)) * 99)
    there = sorted(folder.iterdir())
    one.write("May 2027")
    assert one.share().problems == ()
    assert one.fetch().fetched == 0
    assert len(sorted(folder.iterdir())) == len(there) + 1
    assert one.plan.actions[0].timescale == "May 2027"


def test_very_many_files_that_are_no_versions_are_passed_over(tmp_path: Path, folder: Path) -> None:
    one = first_laptop(tmp_path / "one", str(folder))
    for number in range(400):
        put(folder, b"%d" % number)
    one.write("May 2027")
    assert one.share().problems == ()
    two = joined_laptop(tmp_path / "two", str(folder))
    assert two.plan == one.plan


@pytest.mark.parametrize("count", [100_000, 100_001])
def test_a_version_that_claims_too_many_ancestors_spoils_no_plan(
    tmp_path: Path, folder: Path, count: int
) -> None:
    one = first_laptop(tmp_path / "one", str(folder))
    (there,) = folder.glob("*.json")
    values = json.loads(there.read_bytes())
    claimed = (f"{number:064x}" for number in range(count - 1))
    put(folder, canonical({**values, "parents": [there.stem], "ancestors": [there.stem, *claimed]}))
    one.write("May 2027")
    before = one.plan
    with contextlib.suppress(StoreError):
        one.share()
    assert one.plan == before
    assert one.session.saved(30)
    assert PlanFile.open(one.session.path).plan == before
