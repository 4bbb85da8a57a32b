"""`plandesk roll`: next year's plan, and what can be followed back from it."""

import json
from pathlib import Path
from typing import Any

import pytest

from desk.versions import plan_of_version
from plan.changes.versions import versions_of
from plan.model.plan import Plan
from store.pictures import keep_picture, kept_pictures
from store.plan_file import PlanFile
from tests.exporters.made_pictures import png
from tests.plan.strategies import small_plan
from tests.tui.window import MADE_AT
from tui.__main__ import main

Captured = pytest.CaptureFixture[str]


@pytest.fixture
def path(tmp_path: Path) -> Path:
    file = tmp_path / "Old.plan.json"
    plan = small_plan(("Safe", "Review", "Train"), ("Heard", "Go"))
    PlanFile.create(file, plan, label="Made", who="A. Officer", now=MADE_AT)
    for given in (
        ("set", "1.1", "timescale", "May 2015"),
        ("set", "1.2", "timescale", "Monthly"),
        ("set", "2.1", "timescale", "June 2090"),
        ("note", "1.1", "Begun."),
    ):
        assert main([given[0], str(file), *given[1:]]) == 0
    add = ["commitments", str(file), "--add", "To come back with costs", "--by", "June 2090"]
    assert main(add) == 0
    return file


def rolled(path: Path, *options: str) -> Plan:
    new = path.with_name("New.plan.json")
    assert main(["roll", str(path), "--out", str(new), *options]) == 0
    return PlanFile.open(new).plan


def test_every_action_is_carried_with_its_id_and_without_its_progress(path: Path) -> None:
    old = PlanFile.open(path).plan
    before = path.read_bytes()
    new = rolled(path)
    assert [(one.id, one.text) for one in new.actions] == [
        (one.id, one.text) for one in old.actions
    ]
    assert new.cover.id != old.cover.id
    assert not new.note_rows
    assert path.read_bytes() == before


def test_what_is_closed_does_not_go_on_and_its_reason_is_in_the_plan_as_it_was(path: Path) -> None:
    new = rolled(path, "--close", "1.1=Everything is done.")
    assert [one.text for one in new.actions] == ["Train", "Go"]
    (version,) = versions_of(new)
    archived = plan_of_version(version)
    action = archived.action_at("1.1")
    assert action is not None
    notes = archived.notes_of(action.id)
    assert [(one.status, one.text) for one in notes] == [
        ("", "Begun."),
        ("Closed", "Everything is done."),
    ]


@pytest.mark.parametrize(
    ("option", "given"), [("--close", "1.1"), ("--split", "1.1"), ("--merge", "1.1=1.2")]
)
def test_what_becomes_of_an_action_wants_a_reason_and_says_where_it_goes(
    path: Path, option: str, given: str, capsys: Captured
) -> None:
    new = path.with_name("New.plan.json")
    assert main(["roll", str(path), "--out", str(new), option, f"{given}= "]) == 1
    assert f"A reason is wanted: {option} {given}=REASON. Nothing" in capsys.readouterr().err
    assert not new.exists()


def test_what_is_merged_says_into_what_and_what_is_split_goes_on_as_two(path: Path) -> None:
    new = rolled(path, "--merge", "1.2=1.1=One course.", "--split", "2.1=Two teams.")
    assert [one.text for one in new.actions] == ["Review", "Go", "Go"]
    archived = plan_of_version(versions_of(new)[0])
    said = {archived.ref_of(one.parent): one.text for one in archived.note_rows.values()}
    assert said["1.2"] == "Merged into action 1.1. One course."
    assert said["2.1"] == "Two teams."


def test_open_promises_are_carried_and_past_timescales_asked(path: Path, capsys: Captured) -> None:
    capsys.readouterr()
    new = rolled(path)
    assert [one.text for one in new.commitment_rows.values()] == ["To come back with costs"]
    said = capsys.readouterr().out
    assert "1.1 Review: May 2015" in said
    assert "1.2" not in said
    assert "2.1" not in said


def test_what_has_changed_since_is_told_from_the_plan_as_it_was(
    path: Path, capsys: Captured
) -> None:
    rolled(path, "--close", "1.2=Done.")
    new = str(path.with_name("New.plan.json"))
    assert main(["set", new, "1.1", "timescale", "May 2091"]) == 0
    capsys.readouterr()
    assert main(["changes", new, "--json"]) == 0
    told: dict[str, Any] = json.loads(capsys.readouterr().out)
    kinds = {(one["kind"], one["row"], one.get("ref_before")) for one in told["changes"]}
    assert ("changed", "action", "1.1") in kinds
    assert ("deleted", "action", "1.2") in kinds


def traced(path: Path, ref: str, capsys: Captured) -> str:
    capsys.readouterr()
    assert main(["trace", str(path), ref]) == 0
    return capsys.readouterr().out


def test_what_an_action_was_can_be_followed_back_over_the_years(
    path: Path, capsys: Captured
) -> None:
    rolled(path, "--merge", "1.2=1.1=One course.", "--split", "2.1=Two teams.")
    new, next_one = (path.with_name(f"{name}.plan.json") for name in ("New", "Next"))
    name = "“Old, as it was rolled forward on"
    assert f"Before: action 1.1 of {name}" in traced(new, "1.1", capsys)
    assert "merged into it: 1.2 Train: One course." in traced(new, "1.1", capsys)
    last = next(line for line in traced(new, "1.1", capsys).splitlines() if "last noted" in line)
    assert last.endswith(": Begun.")
    for ref in ("2.1", "2.2"):
        assert f"Before: action 2.1 of {name}" in traced(new, ref, capsys)
        assert "split in two: Two teams." in traced(new, ref, capsys)
    assert main(["note", str(new), "2.2", "Half is done.", "--status", "Late"]) == 0
    assert main(["roll", str(new), "--out", str(next_one), "--close", "2.1=Done."]) == 0
    said = traced(next_one, "2.1", capsys)
    assert said.index("Before: action 2.2 of “New,") < said.index("Before: action 2.1 of “Old,")
    assert "Half is done." in said
    assert len(versions_of(PlanFile.open(next_one).plan)) == 2


def test_a_program_is_told_what_an_action_was(path: Path, capsys: Captured) -> None:
    rolled(path, "--merge", "1.2=1.1=One course.", "--split", "2.1=Two teams.")
    new = path.with_name("New.plan.json")
    told = {}
    for ref in ("1.1", "2.2"):
        capsys.readouterr()
        assert main(["trace", str(new), ref, "--json"]) == 0
        (told[ref],) = json.loads(capsys.readouterr().out)["before"]
    assert told["1.1"]["version"].startswith("Old, as it was rolled forward on")
    assert told["1.1"]["ref"] == "1.1"
    assert told["1.1"]["merged"] == [{"ref": "1.2", "text": "Train", "reason": "One course."}]
    assert told["1.1"]["last_noted"]["text"] == "Begun."
    assert (told["2.2"]["ref"], told["2.2"]["split"]) == ("2.1", "Two teams.")


def test_what_began_this_year_comes_from_nothing(path: Path, capsys: Captured) -> None:
    rolled(path)
    new = path.with_name("New.plan.json")
    assert main(["seal", str(new), "as approved"]) == 0
    assert main(["add", str(new), "1", "Something new"]) == 0
    assert "Before:" not in traced(new, "1.3", capsys)
    assert traced(new, "1.1", capsys).count("Before:") == 1


def test_a_timescale_that_is_given_stands_in_the_new_plan_and_is_not_asked(
    path: Path, capsys: Captured
) -> None:
    capsys.readouterr()
    new = rolled(path, "--timescale", "1.1=May 2091")
    assert [one.timescale for one in new.actions] == ["May 2091", "Monthly", "June 2090"]
    assert "By when now?" not in capsys.readouterr().out


def test_what_becomes_of_each_action_is_said_with_its_reason(path: Path, capsys: Captured) -> None:
    capsys.readouterr()
    rolled(path, "--merge", "1.2=1.1=One course.", "--split", "2.1=Two teams.")
    said = capsys.readouterr().out
    assert "Merged into 1.1: 1.2 Train: One course." in said
    assert "Split in two: 2.1 Go: Two teams." in said


@pytest.mark.parametrize(
    ("options", "status"),
    [
        (["--close", "9.9=Done."], 1),
        (["--close", "1.1"], 1),
        (["--close", "1.1=Done.", "--split", "1.1=Two."], 2),
        (["--merge", "1.1=1.1=Why"], 1),
        (["--merge", "1.1=1.2=Why", "--close", "1.2=Done."], 1),
        (["--timescale", "9.9=May 2091"], 1),
        (["--timescale", f"1.1={'May ' * 200_000}"], 1),
    ],
)
def test_what_cannot_be_rolled_makes_nothing(path: Path, options: list[str], status: int) -> None:
    new = path.with_name("New.plan.json")
    assert main(["roll", str(path), "--out", str(new), *options]) == status
    assert not new.exists()


def test_the_pictures_of_the_plan_as_it_was_lie_beside_the_new_plan(path: Path) -> None:
    name = keep_picture(path, png())
    out = path.with_name("Next.plan.json")
    assert main(["roll", str(path), "--out", str(out)]) == 0
    assert kept_pictures(out, [name]) == {name: png()}
