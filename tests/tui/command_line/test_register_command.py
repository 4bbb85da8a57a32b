"""`plandesk register` and `rename`: a plan's names with their places, and one name for another."""

import json

import pytest

from plan.model.outline import ActionOutline, AimOutline, NoteOutline, PlanOutline
from store.plan_file import PlanFile
from tests.tui.window import on_disk, saved_plan
from tui.__main__ import main

Captured = pytest.CaptureFixture[str]
OUTLINE = PlanOutline(
    aims=(
        AimOutline(
            "Plan well.",
            (
                ActionOutline(
                    "One for the Adult Protection Committee (APC).",
                    leads=("ABCX", "Parenting Group"),
                    progress=(NoteOutline("1 May 2026", "On track", "x"),),
                ),
                ActionOutline("Two.", leads=("Parenting group", "Parenting Group with others")),
            ),
        ),
    )
)


def test_the_register_has_a_line_for_each_name_with_its_places(capsys: Captured) -> None:
    on_disk(OUTLINE)
    assert main(["register", "Small"]) == 0
    assert capsys.readouterr().out.splitlines() == [
        "lead ABCX: 1 (action/1.1/leads)",
        "lead Parenting Group: 1 (action/1.1/leads) (like “Parenting group”)",
        "lead Parenting group: 1 (action/1.2/leads) (like “Parenting Group”)",
        "lead Parenting Group with others: 1 (action/1.2/leads)",
        "group Parenting Group: 2 (action/1.1/leads, action/1.2/leads)",
        "group Adult Protection Committee: 1 (action/1.1/text)",
        "status On track: 1 (action/1.1/progress)",
        "acronym ABCX: 1 (action/1.1/leads)",
        "acronym APC = Adult Protection Committee: 1 (action/1.1/text)",
    ]


def test_a_program_reads_the_register_as_json(capsys: Captured) -> None:
    on_disk(OUTLINE)
    assert main(["register", "Small", "--json"]) == 0
    assert json.loads(capsys.readouterr().out)[1] == {
        "kind": "lead",
        "name": "Parenting Group",
        "count": 1,
        "places": ["action/1.1/leads"],
        "stands_for": "",
        "like": ["Parenting group"],
    }


def test_a_lead_is_renamed_everywhere_as_one_change(capsys: Captured) -> None:
    path = on_disk(OUTLINE)
    assert main(["rename", "Small", "Parenting group", "Parenting Group"]) == 0
    assert capsys.readouterr().out.splitlines() == [
        "Saved: Rename “Parenting group” to “Parenting Group”.",
        "“Parenting group” is “Parenting Group” now, as a lead, 1 time. The two are one name now.",
    ]
    assert [one.leads for one in saved_plan(path).actions] == [
        ("ABCX", "Parenting Group"),
        ("Parenting Group", "Parenting Group with others"),
    ]
    assert len(PlanFile.open(path).past()) == 2
    assert main(["undo", "Small"]) == 0
    assert saved_plan(path).actions[1].leads[0] == "Parenting group"


def test_what_is_no_whole_name_is_refused_and_nothing_changed(capsys: Captured) -> None:
    path = on_disk(OUTLINE)
    before = path.read_bytes()
    for old, new, said in (
        ("Parenting", "X", "“Parenting” is no lead, indicator or status of the plan."),
        ("parenting group", "X", "Is “Parenting Group” or “Parenting group” meant?"),
        ("APC", "X", "stands 1 time in longer texts, which rename leaves alone"),
        ("Parenting Group", " ", "A name needs words"),
    ):
        assert main(["rename", "Small", old, new]) == 1
        told = capsys.readouterr().err
        assert said in told
        assert "The plan Small is unchanged." in told
    assert main(["rename", "Small", "On track", "On track"]) == 0
    assert "Nothing was changed." in capsys.readouterr().out
    assert path.read_bytes() == before


def test_what_an_acronym_stands_for_is_said_once_and_asked_no_more(capsys: Captured) -> None:
    path = on_disk(OUTLINE)
    main(["check", "Small", "--json"])
    assert "ABCX: nowhere tied" in capsys.readouterr().out
    assert main(["register", "Small", "ABCX", "A Board of Careful X-rays"]) == 0
    assert capsys.readouterr().out == ("Saved: ABCX stands for “A Board of Careful X-rays”.\n")
    main(["check", "Small", "--json"])
    assert "ABCX" not in capsys.readouterr().out
    assert main(["register", "Small"]) == 0
    assert "acronym ABCX = A Board of Careful X-rays: 1" in capsys.readouterr().out
    assert len(PlanFile.open(path).past()) == 2
    assert main(["history", "Small"]) == 0
    assert "ABCX stands for" in capsys.readouterr().out
    assert main(["register", "Small", "ABCX", ""]) == 0
    main(["check", "Small", "--json"])
    assert "ABCX: nowhere tied" in capsys.readouterr().out


def test_an_acronym_that_the_plan_has_not_is_refused(capsys: Captured) -> None:
    on_disk(OUTLINE)
    assert main(["register", "Small", "QQQ", "Queues"]) == 1
    assert capsys.readouterr().err == (
        "The plan has no acronym QQQ. It has ABCX, APC. The plan Small is unchanged.\n"
    )
    assert main(["register", "Small", "APC"]) == 1
    assert "Say what APC stands for" in capsys.readouterr().err


def test_an_empty_plan_has_no_names_yet(capsys: Captured) -> None:
    on_disk(PlanOutline())
    assert main(["register", "Small"]) == 0
    assert capsys.readouterr().out == "The plan has no names yet.\n"
