"""`plandesk check`: what was found in plain lines, or for a program."""

import json
from dataclasses import replace

import pytest

from plan.changes.edits.reasons import give_reason
from plan.checks.all_checks import findings
from plan.checks.paper import Paper
from plan.model.finding import Finding
from plan.model.outline import CommentOutline, PlanOutline
from plan.model.plan import Plan
from store.plan_file import PlanFile
from tests.plan.checks.sound import FORMAT, FORMS, OUTLINE, TODAY, action, report
from tests.tui.window import on_disk
from tui.__main__ import main

Captured = pytest.CaptureFixture[str]
pytestmark = pytest.mark.usefixtures("frozen")


def findings_of(plan: Plan) -> tuple[Finding, ...]:
    return findings(Paper(plan, FORMAT, TODAY, FORMS))


def test_each_finding_is_a_line_and_fix_is_told_by_the_status(capsys: Captured) -> None:
    on_disk(action(2, pages="")(report(meeting_date="")(OUTLINE)))
    assert main(["check", "Small"]) == 1
    lines = capsys.readouterr().out.splitlines()
    assert lines[0].startswith("FIX R2 report/meeting_date: The date of the meeting is missing. (")
    assert lines[1].startswith(
        "ASK P3 action/2.1/pages: No page of the inspection report is named."
    )
    assert lines[2].startswith("ASK E33 ")  # of law that came after the paper
    assert lines[-1] == "Not ready for committee: header not complete; 1 FIX, 2 ASK, 4 INFO."


def test_what_is_only_asked_is_no_refusal(capsys: Captured) -> None:
    on_disk(action(2, pages="")(OUTLINE))
    assert main(["check", "Small"]) == 0
    assert "Ready for committee: 1 ASK, 1 INFO." in capsys.readouterr().out


def test_a_program_reads_rule_severity_place_and_text(capsys: Captured) -> None:
    on_disk(action(2, pages="")(OUTLINE))
    assert main(["check", "Small", "--json"]) == 0
    first, second = json.loads(capsys.readouterr().out)
    assert {"rule": "P3", "severity": "ASK", "place": "action/2.1/pages"}.items() <= first.items()
    assert first["text"] == "No page of the inspection report is named."
    assert second["rule"] == "E30"
    assert set(first) == {"rule", "severity", "place", "text", "source"}


def test_a_plan_that_is_not_there_is_refused(capsys: Captured) -> None:
    assert main(["check", "Nowhere"]) == 1
    assert "Nowhere" in capsys.readouterr().err


def test_a_plan_without_actions_is_not_said_to_be_in_order(capsys: Captured) -> None:
    on_disk(PlanOutline(title="", subtitle="", date="", aims=()), "Empty")
    assert main(["check", "Empty"]) == 0
    said = capsys.readouterr().out
    assert said == "There is nothing to check yet: the plan has no action.\n"


def test_a_comment_is_printed_with_its_words_and_answered_with_its_answer(
    capsys: Captured,
) -> None:
    comment = CommentOutline("Which June?\nThe next one", "actions", "timescale", 1)
    path = on_disk(replace(OUTLINE, comments=(comment,)))
    assert main(["check", "Small"]) == 0
    printed = capsys.readouterr().out.splitlines()
    assert printed[0] == (
        "ASK P13 action/2.1/timescale: A comment waits for an answer: “Which June? / The next one”"
        " (The Word file that the plan was read from)"
    )
    file = PlanFile.open(path)
    (finding,) = (one for one in findings_of(file.plan) if one.is_comment)
    file.save(give_reason(file.plan, finding, "June 2027", given_on="1 June 2026"))
    assert main(["check", "Small"]) == 0
    assert "Which June?" not in capsys.readouterr().out
    assert main(["check", "Small", "--answered"]) == 0
    assert " Answered: June 2027\n" in capsys.readouterr().out
    assert main(["show", "Small", "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["remarks"] == [
        {"place": "2.1", "field": "timescale", "text": comment.text, "answer": "June 2027"}
    ]
