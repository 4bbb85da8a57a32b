"""Copies that a synchronising program leaves beside a plan are one plan again, with all in it."""

import json
import shutil
from pathlib import Path

import pytest

from desk.copies import bring_together, copies_of, with_new_id
from desk.plan_summaries import desk_plans, names_of_plans
from desk.session import PlanSession
from plan.changes.change import tables_of
from plan.changes.edits import add_note, set_action_field
from plan.model.conflicts import open_conflicts
from plan.model.outline import NoteOutline
from store.copies import is_copy_name
from store.history import history_path
from store.places import plan_path, plans_folder
from store.plan_file import PlanFile
from store.plans_folder import plans_on_desk
from tests.store.plans import SMALL, made
from tui.__main__ import main

COPIES = (
    "Plan.plan-LAPTOP-7.json",
    "Plan-LAPTOP-7.plan.json",
    "Plan.plan (1).json",
    "Plan.plan (Jane's conflicted copy 2026-11-26).json",
    "Plan.plan (conflicted copy 2026-11-26 101500).json",
    "Plan.plan.sync-conflict-20261126-101500-ABCDEFG.json",
)


@pytest.fixture
def path() -> Path:
    path = plans_folder() / "Plan.plan.json"
    path.parent.mkdir(parents=True)
    made(path)
    return path


def edited(path: Path, field: str, text: str, action: int = 0) -> None:
    """Edit a field of the plan at `path`, with its history beside it."""
    file = PlanFile.open(path)
    row = file.plan.actions[action].id
    file.save(set_action_field(file.plan, row, field, text, name=field))


def copied(path: Path, name: str, *edits: tuple[str, str], note: str = "") -> Path:
    """Leave a copy beside a plan in which a laptop has made edits, as its program would."""
    laptop = path.parent.parent / "laptop" / path.name
    shutil.rmtree(laptop.parent, ignore_errors=True)
    laptop.parent.mkdir()
    shutil.copy(path, laptop)
    shutil.copy(history_path(path), history_path(laptop))
    for field, text in edits:
        edited(laptop, field, text)
    if note:
        file = PlanFile.open(laptop)
        file.save(add_note(file.plan, file.plan.actions[0].id, NoteOutline(text=note)))
    copy = path.with_name(name)
    shutil.copy(laptop, copy)
    mark = name.removesuffix(".json").removeprefix("Plan").removeprefix(".plan")
    mark = mark.removesuffix(".plan")
    shutil.copy(history_path(laptop), path.with_name(f"Plan.history{mark}.jsonl"))
    return copy


@pytest.mark.parametrize("name", COPIES)
def test_a_copy_is_known_by_its_name(name: str) -> None:
    assert is_copy_name(name, "Plan.plan.json")


@pytest.mark.parametrize(
    "name",
    [
        "Plan.plan.json",
        "Plan 2.plan.json",
        "Plan-2.plan.json",
        "Plan of another.plan.json",
        "Planner.plan.json",
        "Plan.history.jsonl",
        "Plan.plan.json.bak",
        "Other.plan (1).json",
        "Plan.planned (1).json",
    ],
)
def test_a_name_of_its_own_is_no_copy(name: str) -> None:
    assert not is_copy_name(name, "Plan.plan.json")


def test_the_plan_is_listed_once_and_its_reviews_too(
    path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for name in COPIES:
        copied(path, name, ("timescale", "March 2020"))
    (entry,) = plans_on_desk(plans_folder())
    assert (entry.name, entry.copies) == ("Plan", 6)
    assert [one.name for one in desk_plans()[0]] == ["Plan"]
    assert names_of_plans() == ("Plan",)
    assert main(["list"]) == 0
    assert main(["list", "--json"]) == 0
    printed = capsys.readouterr().out
    assert printed.startswith("Plan: ")
    assert "6 copies" in printed.splitlines()[0]
    assert [one["copies"] for one in json.loads(printed.split("\n", 1)[1])] == [6]


def test_a_file_of_that_name_with_another_plan_is_no_copy(path: Path) -> None:
    other = path.with_name("Plan (1).plan.json")
    made(other, with_new_id(SMALL))
    assert {one.name for one in plans_on_desk(plans_folder())} == {"Plan", "Plan (1)"}


def test_fetch_brings_all_copies_together_and_puts_them_in_the_bin(
    path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for number, name in enumerate(COPIES):
        copied(path, name, ("pages", f"{number}"), ("text", "New"), note=f"Note {number}")
    edited(path, "timescale", "May 2027")
    assert main(["fetch", "Plan"]) == 1
    printed = capsys.readouterr()
    assert "6 copies are in the plan now" in printed.out
    assert "1 conflict waits for you" in printed.err
    plan = PlanFile.open(path).plan
    action = plan.actions[0]
    assert (action.text, action.timescale) == ("New", "May 2027")
    assert {note.text for note in plan.note_rows.values()} == {f"Note {n}" for n in range(6)}
    (conflict,) = open_conflicts(plan)
    assert {conflict.shown, *conflict.others} == {f"{number}" for number in range(6)}
    assert sorted(one.name for one in path.parent.iterdir() if one.suffix != ".lock") == [
        "Plan.history.jsonl",
        "Plan.plan.json",
    ]
    assert main(["undo", "Plan"]) == 0
    assert PlanFile.open(path).plan.actions[0].text == SMALL.actions[0].text


@pytest.mark.parametrize("name", COPIES)
def test_a_copy_in_the_bin_can_be_brought_back(path: Path, name: str) -> None:
    copy = copied(path, name, ("timescale", "June 2027"))
    before = copy.read_bytes()
    assert main(["fetch", "Plan"]) == 0
    assert not copy.exists()
    assert main(["restore", str(copy)]) == 0
    assert copy.read_bytes() == before


@pytest.mark.parametrize("name", COPIES)
def test_what_only_one_has_edited_is_no_clash_and_a_deletion_stays_one(
    path: Path, name: str
) -> None:
    copied(path, name, ("timescale", "June 2027"), ("timescale", "July 2027"))
    edited(path, "pages", "12", action=1)
    assert main(["remove", "Plan", "2.1"]) == 0
    assert main(["fetch", "Plan"]) == 0
    plan = PlanFile.open(path).plan
    assert plan.actions[0].timescale == "July 2027"
    assert plan.actions[1].pages == "12"
    assert len(plan.actions) == 2


def test_a_copy_that_is_only_older_changes_nothing(path: Path) -> None:
    copied(path, COPIES[0])
    edited(path, "timescale", "May 2027")
    before = PlanFile.open(path).plan
    assert main(["fetch", "Plan"]) == 0
    assert PlanFile.open(path).plan == before


def test_a_copy_without_a_history_drops_nothing(path: Path) -> None:
    copied(path, COPIES[2], ("timescale", "June"), ("pages", "7"))
    path.with_name("Plan.history (1).jsonl").unlink()
    edited(path, "timescale", "May")
    assert main(["fetch", "Plan"]) == 1
    plan = PlanFile.open(path).plan
    (clash,) = (one for one in open_conflicts(plan) if one.field == "timescale")
    assert {clash.shown, *clash.others} == {"May", "June"}


def test_a_damaged_copy_stays_where_it_is_and_is_no_plan_of_the_desk(path: Path) -> None:
    copy = copied(path, COPIES[0], ("timescale", "June"))
    copy.write_bytes(copy.read_bytes()[:-200])
    with_session = PlanSession.opened(path)
    assert copies_of(with_session) == ()
    done = bring_together(with_session, [copy])
    with_session.close()
    assert done.names == ()
    assert "damaged" in done.problems[0]
    assert copy.exists()


def test_the_same_plan_under_another_name_is_asked_about(
    path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    own = path.with_name("Next year.plan.json")
    shutil.copy(path, own)
    shutil.copy(history_path(path), history_path(own))
    edited(own, "timescale", "June 2027")
    folder = path.parent.parent / "shared"
    assert main(["share", "Plan", "--to", str(folder)]) == 0
    assert main(["fetch", "Plan"]) == 1
    asked = capsys.readouterr().err
    assert "Next year.plan.json holds the same plan under a name of its own" in asked
    assert main(["fetch", "Next year", "--own"]) == 0
    assert main(["fetch", "Plan"]) == 0
    first, second = PlanFile.open(path), PlanFile.open(own)
    assert first.plan_id != second.plan_id == second.plan.cover.id
    assert second.plan.actions[0].timescale == "June 2027"
    assert main(["set", "Next year", "1.1", "timescale", "July"]) == 0


def test_the_same_plan_under_another_name_can_be_brought_together(path: Path) -> None:
    own = path.with_name("Next year.plan.json")
    shutil.copy(path, own)
    shutil.copy(history_path(path), history_path(own))
    edited(own, "timescale", "June 2027")
    assert main(["fetch", "Plan", "--with", "Next year"]) == 0
    assert PlanFile.open(path).plan.actions[0].timescale == "June 2027"
    assert not own.exists()
    assert not plan_path("Next year").exists()


def test_a_new_id_changes_nothing_else() -> None:
    own = with_new_id(SMALL)
    assert own.cover.id != SMALL.cover.id
    again = json.dumps(tables_of(own)).replace(own.cover.id, SMALL.cover.id)
    assert json.loads(again) == json.loads(json.dumps(tables_of(SMALL)))


def test_a_copy_that_a_person_made_in_a_file_manager_is_asked_about_and_can_be_either(
    path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    names = ("Plan.plan - Copy.json", "Plan.plan - Copy (2).json")
    for name in names:
        shutil.copy(path, path.with_name(name))
        edited(path.with_name(name), "timescale", "June 2027")
    assert main(["fetch", "Plan"]) == 1
    asked = capsys.readouterr().err
    assert all(f"{name} holds the same plan under a name of its own" in asked for name in names)
    assert main(["fetch", "Plan", "--with", str(path.with_name(names[0]))]) == 1
    assert PlanFile.open(path).plan.actions[0].timescale == "June 2027"
    assert main(["fetch", str(path.with_name(names[1])), "--own"]) == 0
    assert not any(path.with_name(name).exists() for name in names)
    assert {one.path.name for one in plans_on_desk(plans_folder())} == {
        path.name,
        "Plan - Copy (2).plan.json",
    }
    capsys.readouterr()
    assert main(["fetch", "Plan"]) == 1
    assert "holds the same plan" not in capsys.readouterr().err
