"""`plandesk names`: each renaming printed, one change, saved; nothing else."""

import json

import pytest

from plan.changes.edits.indicators import choose_framework
from plan.model.outline import ActionOutline, AimOutline, PlanOutline
from store.plan_file import PlanFile
from tests.tui.views.test_rename_indicators import NAME, OUTLINE
from tests.tui.window import on_disk, saved_plan
from tui.__main__ import main

Captured = pytest.CaptureFixture[str]
UNKNOWN = (
    "Left, as “How well are we improving the lives of children and young people? "
    "(Care Inspectorate, 2014)” does not know it: 1 indicator: 1.1 “Our own”."
)
UNREAD = (
    "Left, as the framework's own wording was not read in a source: "
    "1 indicator: 1.2 “Impact on the community”."
)


def test_every_renaming_is_printed_and_all_are_saved_as_one_change(capsys: Captured) -> None:
    path = on_disk(OUTLINE)
    assert main(["names", "Small"]) == 0
    assert capsys.readouterr().out.splitlines() == [
        f"1.1: Planning for individual children -> {NAME}",
        "1.2: Early help -> Providing help and support at an early stage",
        UNKNOWN,
        UNREAD,
        "Saved: Use the framework's names of the indicators.",
    ]
    assert [one.indicators[0] for one in saved_plan(path).actions] == [
        NAME,
        "Providing help and support at an early stage",
    ]
    assert len(PlanFile.open(path).past()) == 2


def test_one_action_is_renamed_alone(capsys: Captured) -> None:
    path = on_disk(OUTLINE)
    assert main(["names", "Small", "1.2"]) == 0
    assert "1.1" not in capsys.readouterr().out
    assert saved_plan(path).actions[0].indicators[0] == "Planning for individual children"


def test_a_dry_run_changes_nothing(capsys: Captured) -> None:
    path = on_disk(OUTLINE)
    before = path.read_bytes()
    assert main(["names", "Small", "--dry-run"]) == 0
    said = capsys.readouterr().out
    assert f"-> {NAME}" in said
    assert said.endswith("Nothing was changed.\n")
    assert path.read_bytes() == before


def test_where_all_are_named_so_it_says_so(capsys: Captured) -> None:
    path = on_disk(PlanOutline(aims=(AimOutline("A.", (ActionOutline(indicators=(NAME,)),)),)))
    before = path.read_bytes()
    assert main(["names", "Small"]) == 0
    assert capsys.readouterr().out.startswith("Nothing to rename")
    assert path.read_bytes() == before


@pytest.mark.parametrize("dry", [(), ("--dry-run",)], ids=["saved", "dry run"])
def test_a_program_reads_it_as_json(dry: tuple[str, ...], capsys: Captured) -> None:
    on_disk(OUTLINE)
    assert main(["names", "Small", "1.1", "--json", *dry]) == 0
    assert json.loads(capsys.readouterr().out) == {
        "framework": "care-inspectorate-2014",
        "saved": not dry,
        "renamed": [{"ref": "1.1", "printed": "Planning for individual children", "name": NAME}],
        "left": [{"ref": "1.1", "printed": "Our own", "why": "the framework does not know it"}],
    }


def test_an_action_that_is_not_there_is_refused(capsys: Captured) -> None:
    path = on_disk(OUTLINE)
    before = path.read_bytes()
    assert main(["names", "Small", "9.9"]) == 1
    assert capsys.readouterr().err == "There is no action 9.9. The plan Small is unchanged.\n"
    assert path.read_bytes() == before


def test_the_names_are_those_of_the_framework_that_was_chosen(capsys: Captured) -> None:
    path = on_disk(OUTLINE)
    plan = PlanFile.open(path).plan
    PlanFile.open(path).save(choose_framework(plan, "care-inspectorate-2019"))
    assert main(["names", "Small", "1.1", "--dry-run"]) == 0
    said = capsys.readouterr().out
    assert "Inspectorate, 2019)” does not know it: 2 indicators" in said
    assert "->" not in said


def test_where_no_framework_is_followed_the_command_that_chooses_one_is_named(
    capsys: Captured,
) -> None:
    path = on_disk(OUTLINE)
    plan = PlanFile.open(path).plan
    PlanFile.open(path).save(choose_framework(plan, "none"))
    assert main(["names", "Small"]) == 1
    assert "plandesk set “Small” plan framework NAME chooses one." in capsys.readouterr().err
