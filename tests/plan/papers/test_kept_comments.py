"""A comment is kept with the plan: on its row wherever that goes, and until it is answered."""

from dataclasses import replace

import pytest

from plan.changes import edits
from plan.changes.change import applied, inverse, tables_of
from plan.changes.edits.reasons import give_reason, take_reason_back
from plan.changes.merging import compared, merge_change, resolved
from plan.checks.all_checks import findings
from plan.checks.paper import Paper, Practice
from plan.checks.readiness import keeps_back
from plan.model.finding import Finding
from plan.model.outline import (
    ActionOutline,
    AimOutline,
    AppendixOutline,
    CommentOutline,
    PassageOutline,
    PlanOutline,
    ReportOutline,
    outline_of,
)
from plan.model.plan import Plan
from plan.papers.plan_json import printed_comments, printed_plan
from plan.wording.place_words import place_in_words
from plan.wording.wording import Wording
from tests.plan.checks.sound import FORMAT, FORMS, OUTLINE, TODAY
from tests.plan.strategies import plan_from

WHO_PAYS = "Who pays?\nThe council, I think."
COMMENTED = PlanOutline(
    title="Libraries",
    aims=(
        AimOutline("Read", (ActionOutline("Lend books"), ActionOutline("Lend tools"))),
        AimOutline("Write", (ActionOutline("Hold a class"),)),
    ),
    report=ReportOutline(
        number="1-2027",
        passages=(
            PassageOutline("financial", text="As before"),
            PassageOutline("main-text", text="None"),
        ),
        appendices=(AppendixOutline("plan"), AppendixOutline("text", "Costs")),
    ),
    comments=(
        CommentOutline("Which one?", "actions", "timescale", 1),
        CommentOutline(WHO_PAYS, "actions", "leads", 2),
        CommentOutline("In plain words?", "aims", "text", 1),
        CommentOutline("Is it?", "passages", "text", 1),
        CommentOutline("Of this year?", "report", "number"),
        CommentOutline("Attach it", "appendices", "title", 1),
        CommentOutline("A good title", "plan", "title"),
        CommentOutline("Much better than the last one"),
    ),
)
PLAN = plan_from(COMMENTED)


def asked(plan: Plan) -> list[Finding]:
    found = findings(Paper(plan, FORMAT, TODAY, FORMS))
    return [one for one in found if one.is_comment]


def paths(plan: Plan) -> list[str]:
    return [one.place.path for one in asked(plan)]


def answered(plan: Plan, finding: Finding, words: str) -> Plan:
    return applied(plan, give_reason(plan, finding, words, given_on="26 September 2016"))


def test_a_comment_is_on_what_its_outline_says_and_comes_back_from_it() -> None:
    assert outline_of(PLAN).comments == COMMENTED.comments
    assert [(one["place"], one["field"], one["text"]) for one in printed_comments(PLAN)] == [
        ("1.2", "timescale", "Which one?"),
        ("2.1", "leads", WHO_PAYS),
        ("aim/2", "text", "In plain words?"),
        ("report/main-text/1", "text", "Is it?"),
        ("report", "number", "Of this year?"),
        ("appendix/2", "title", "Attach it"),
        ("plan", "title", "A good title"),
        ("plan", "", "Much better than the last one"),
    ]


def test_a_comment_goes_along_when_its_row_is_moved_and_numbered_anew() -> None:
    first, moved = PLAN.aims[0], PLAN.actions[1]
    there = applied(PLAN, edits.move_action(PLAN, moved.id, PLAN.aims[1].id, 0))
    assert paths(there)[:2] == ["action/2.1/timescale", "action/2.2/leads"]
    without = applied(PLAN, edits.delete_aim(PLAN, first.id))
    assert paths(without)[1:3] == ["action/1.1/leads", "aim/1"]


def test_a_comment_whose_row_is_deleted_is_on_the_plan_until_that_is_undone() -> None:
    change = edits.delete_action(PLAN, PLAN.actions[1].id)
    without = applied(PLAN, change)
    assert paths(without)[0] == "plan"
    assert printed_comments(without)[0] == {"place": "plan", "field": "", "text": "Which one?"}
    assert outline_of(without).comments[0] == CommentOutline("Which one?")
    undone = applied(without, inverse(change, kind="undo", label="Undo"))
    assert undone == PLAN
    assert paths(undone)[0] == "action/1.2/timescale"


def test_a_comment_is_listed_with_its_words_until_it_is_answered() -> None:
    finding = asked(PLAN)[1]
    assert finding.text == "A comment waits for an answer: “Who pays? / The council, I think.”"
    after = answered(PLAN, finding, "The partnership pays.")
    assert [one.is_open for one in asked(after)] == [True, False, *[True] * 6]
    assert printed_plan(after)["remarks"][1]["answer"] == "The partnership pays."
    assert "answer" not in printed_plan(PLAN)["remarks"][1]
    again = applied(after, take_reason_back(after, asked(after)[1]))
    assert all(one.is_open for one in asked(again))


def test_an_answer_stays_whatever_becomes_of_the_row() -> None:
    after = answered(PLAN, asked(PLAN)[0], "June.")
    moved = applied(after, edits.move_action(after, after.actions[1].id, after.aims[1].id, 0))
    edited = applied(
        moved, edits.set_action_field(moved, moved.actions[1].id, "timescale", "June", name="When")
    )
    without = applied(edited, edits.delete_action(edited, after.actions[1].id))
    for plan in (moved, edited, without):
        assert not asked(plan)[0].is_open
        assert printed_comments(plan)[0]["answer"] == "June."


def test_a_comment_keeps_no_paper_back() -> None:
    sound = plan_from(replace(OUTLINE, comments=COMMENTED.comments[:1]))
    found = findings(Paper(sound, FORMAT, TODAY, FORMS, Practice("every-day")))
    assert [one.rule for one in found if one.severity != "INFO"] == ["P13"]
    assert not any(map(keeps_back, found))


def test_two_comments_on_one_field_are_answered_one_by_one() -> None:
    twice = (CommentOutline("One", "actions", "leads"), CommentOutline("Two", "actions", "leads"))
    plan = plan_from(replace(COMMENTED, comments=twice))
    after = answered(plan, asked(plan)[0], "Done.")
    assert [(one.reason, one.is_open) for one in asked(after)] == [("Done.", False), ("", True)]


def test_an_answer_from_elsewhere_is_kept_beside_an_edit_and_a_deletion_here() -> None:
    ours = applied(PLAN, edits.delete_action(PLAN, PLAN.actions[1].id))
    theirs = answered(PLAN, asked(PLAN)[0], "June.")
    found = compared(*map(tables_of, (PLAN, ours, theirs)))
    assert found.differences == ()
    for here in (ours, theirs):
        plan = applied(here, merge_change(tables_of(here), resolved(found, {})))
        assert len(plan.actions) == len(PLAN.actions) - 1
        assert printed_comments(plan)[0]["answer"] == "June."
        assert plan.comment_rows == PLAN.comment_rows


def test_a_copy_has_no_comment() -> None:
    action = PLAN.actions[1]
    after = applied(PLAN, edits.duplicate_action(PLAN, action.id))
    assert after.comment_rows == PLAN.comment_rows


def test_the_json_of_a_plan_without_comments_has_no_remarks() -> None:
    assert "remarks" not in printed_plan(plan_from(OUTLINE))


@pytest.mark.parametrize(
    ("number", "words", "name"),
    [
        (0, "action 1.2, Timescale", "Comment on action 1.2"),
        (2, "aim 2", "Comment on aim 2"),
        (
            3,
            "report, 4.0 Main text, paragraph 1",
            "Comment on paragraph 1 of report section “Main text”",
        ),
        (4, "report, Number", "Comment on the report"),
        (5, "appendix 2", "Comment on appendix 2"),
        (6, "cover, Title", "Comment on the plan as a whole"),
        (7, "the plan as a whole", "Comment on the plan as a whole"),
    ],
)
def test_the_place_of_a_comment_is_said_in_words(number: int, words: str, name: str) -> None:
    wording = Wording(FORMAT, FORMS)
    assert place_in_words(PLAN, asked(PLAN)[number].place, wording) == words
    assert wording.thing(PLAN, "comments", PLAN.comments[number].id) == name
