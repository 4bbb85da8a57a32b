"""`plandesk trace`: pages to indicators to actions, and everything that hangs on one action."""

import json
from dataclasses import replace

import pytest

from plan.changes.edits.fields import set_source_field
from store.plan_file import PlanFile
from tests.plan.checks.sound import OUTLINE, action
from tests.tui.window import on_disk
from tui.__main__ import main

Captured = pytest.CaptureFixture[str]
pytestmark = pytest.mark.usefixtures("frozen")
CONTENTS = """\
8-11 Key performance outcomes
12-16 Impact on children and young people
17-19 Impact on families"""


@pytest.fixture
def traced() -> None:
    path = on_disk(action(2, pages="Page 18")(OUTLINE))
    for field, text in (
        ("contents", CONTENTS),
        ("recommendations", "Make help for parents easier to find"),
    ):
        plan = PlanFile.open(path).plan
        PlanFile.open(path).save(set_source_field(plan, field, text))


def out(capsys: Captured, *arguments: str) -> str:
    assert main(["trace", "Small", *arguments]) == 0
    return capsys.readouterr().out


@pytest.mark.usefixtures("traced")
def test_each_page_has_its_part_its_indicator_and_its_actions(capsys: Captured) -> None:
    lines = out(capsys)
    assert "Where the plan answers the inspection report" in lines
    assert "1.1, 2.1" in lines
    assert "no action names" in lines
    assert "Make help for parents easier to find" in lines


def test_what_is_not_known_of_the_report_is_said(capsys: Captured) -> None:
    on_disk(OUTLINE)
    assert "type them once under Inspection report" in out(capsys)


@pytest.mark.usefixtures("traced")
def test_it_begins_with_what_is_wrong(capsys: Captured) -> None:
    lines = out(capsys).splitlines()
    assert lines[0] == "Pages that no action names:"
    assert lines[1].startswith("  No action names pages 8, 10")
    assert lines.index("Wording and order:") < lines.index(
        "Where the plan answers the inspection report"
    )


@pytest.mark.usefixtures("traced")
def test_an_action_is_explained_with_all_that_hangs_on_it(capsys: Captured) -> None:
    lines = out(capsys, "1.1").splitlines()
    assert lines[0] == "Action 1.1: Publish one guide to family support."
    assert lines[1] == "Aim 1: Make help for parents easy to find."
    assert lines[2] == "Recommendation 1: Make help for parents easier to find"
    assert any(line.startswith("  18: Impact on families") for line in lines)
    place = lines.index("  Impact on families")
    later = "A quality framework for children and young people in need of care and protection"
    said = f"    in “{later} (Care Inspectorate, 2019)”: 2.2 Impact on families (the same)"
    assert lines[place + 1] == said, "by its name, not by its id"
    assert "Leads: Parenting Group" in lines
    assert "Progress: no note yet" in lines


@pytest.mark.parametrize(
    ("timescale", "says"),
    [
        ("31 March 2027", "next: due 31 March 2027"),
        ("Review December 2026, then annually", "next: review December 2026"),
        ("June 2027, then annually", "next: due or reviewed June 2027"),
        ("31 March 2026", "overdue since 31 March 2026: no note since"),
    ],
)
def test_an_action_is_explained_with_what_is_late_and_what_comes_next(
    timescale: str, says: str, capsys: Captured
) -> None:
    on_disk(action(1, timescale=timescale, progress=())(OUTLINE))
    lines = [line.strip() for line in out(capsys, "1.1").splitlines()]
    assert [one for one in lines if one.startswith(("next:", "overdue"))] == [says]


def test_an_action_that_is_not_there_is_refused(capsys: Captured) -> None:
    on_disk(replace(OUTLINE, title="Another"))
    assert main(["trace", "Small", "9.9"]) == 1
    assert "There is no action 9.9 in Small." in capsys.readouterr().err


@pytest.mark.usefixtures("traced")
def test_a_program_reads_the_pages_the_recommendations_and_what_does_not_go_together(
    capsys: Captured,
) -> None:
    found = json.loads(out(capsys, "--json"))
    by_page = {one["page"]: one for one in found["pages"]}
    (part,) = by_page[18]["parts"]
    assert part["heading"] == "Impact on families"
    assert part["indicator"]["name"] == "Impact on families"
    assert by_page[18]["refs"] == ["1.1", "2.1"]
    assert by_page[8]["refs"] == []
    assert 8 in found["unanswered"]
    (recommendation,) = found["recommendations"]
    assert recommendation["aim"] == {"number": 1, "text": "Make help for parents easy to find."}
    assert recommendation["refs"] == ["1.1"]
    assert found["framework"] == "care-inspectorate-2014"
    assert {one["about"] for one in found["problems"]} >= {"Pages that no action names"}


@pytest.mark.usefixtures("traced")
def test_a_program_reads_all_that_hangs_on_an_action(capsys: Captured) -> None:
    found = json.loads(out(capsys, "1.1", "--json"))
    assert found["ref"] == "1.1"
    assert found["recommendation"]["text"] == "Make help for parents easier to find"
    assert [one["page"] for one in found["pages"]] == [9, 18]
    assert found["leads"] == ["Parenting Group"]
    assert found["timescale"]["read"] == "review December 2016, then every 12 months"
    assert main(["trace", "Small", "9.9", "--json"]) == 1
