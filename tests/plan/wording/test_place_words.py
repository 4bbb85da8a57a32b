"""Where a finding is, in the words that the paper itself prints there."""

from dataclasses import replace

import pytest

from plan.model.finding import Place
from plan.papers.places import (
    action_place,
    aim_place,
    assessment_place,
    cover_place,
    passage_place,
    report_place,
    section_place,
    source_place,
)
from plan.wording.place_words import place_in_words
from plan.wording.wording import Wording
from tests.plan.checks.sound import FORMAT, FORMS, OUTLINE
from tests.plan.judged_papers import DUNDEE_FORM
from tests.plan.strategies import plan_from

PLAN = plan_from(OUTLINE)
FORM = FORMS[DUNDEE_FORM]
WORDING = Wording(FORMAT, FORMS)


def asked(question: str) -> Place:
    return assessment_place(PLAN, PLAN.assessments[0].id, FORM, question)


@pytest.mark.parametrize(
    ("place", "words"),
    [
        (cover_place(PLAN, "title"), "cover, Title"),
        (aim_place(PLAN, PLAN.aims[1].id), "aim 2"),
        (action_place(PLAN, PLAN.actions[0].id, "timescale"), "action 1.1, Timescale"),
        (action_place(PLAN, PLAN.actions[0].id, "success_criteria"), "action 1.1, Success"),
        (report_place("meeting_date"), "report, Meeting"),
        (section_place("main-text"), "report, 4.0 Main text"),
        (
            passage_place(PLAN, PLAN.passages_of("main-text")[0]),
            "report, 4.0 Main text, 4.1",
        ),
        (source_place("contents"), "inspection report, Contents"),
        (asked("evidence"), "assessment, part 1, question 7"),
        (asked("report-number"), "assessment, part 1, Report number"),
        (asked("characteristics"), "assessment, part 2, Impact on each protected characteristic"),
        (asked("unlawful"), "assessment, Not printed, Unlawful discrimination"),
    ],
    ids=lambda value: value if isinstance(value, str) else value.path,
)
def test_every_kind_of_place_goes_by_its_printed_name(place: Place, words: str) -> None:
    assert place_in_words(PLAN, place, WORDING) == words


def test_a_form_that_cannot_be_read_still_names_the_question() -> None:
    without = Wording(FORMAT, {})
    assert place_in_words(PLAN, asked("report-number"), without) == (
        "assessment, part 1, report number"
    )


def test_a_place_in_an_assessment_that_is_gone_still_has_its_words() -> None:
    gone = asked("report-number")._replace(id="gone")
    assert place_in_words(PLAN, gone, WORDING) == "assessment, part 1, report number"


def test_an_action_is_called_as_the_paper_calls_it_too() -> None:
    first = OUTLINE.aims[0].actions[0]
    called = replace(first, own_ref="CP-1")
    aims = (replace(OUTLINE.aims[0], actions=(called,)), *OUTLINE.aims[1:])
    plan = plan_from(replace(OUTLINE, aims=aims))
    place = action_place(plan, plan.actions[0].id, "timescale")
    assert place_in_words(plan, place, WORDING) == "action 1.1 (CP-1), Timescale"
    assert place.path == "action/1.1/timescale"
