"""From the pages of an inspection report to its indicators to the actions, and back."""

from dataclasses import replace

import pytest

from plan.council.framework import framework_of
from plan.model.finding import Finding
from plan.model.outline import ActionOutline, AimOutline, NoteOutline, PlanOutline
from plan.model.rows import SOURCE_ID, SourceReport
from plan.papers.places import action_place, aim_place, cover_place
from plan.tracing.tracing import (
    Mismatch,
    PageIndicators,
    mismatches,
    recommendation_traces,
    repeated,
    tracing_of,
)
from plan.tracing.tracing_action import explained
from tests.plan.strategies import plan_from
from tests.plan.traced_plans import CHILDREN, CONTENTS, EARLY, FAMILIES, FORM, RISKS, traced_plan


def mismatch(pages: str, *indicators: str, contents: str = CONTENTS) -> dict[str, object]:
    """Return what is said of one action: the names and pages of each kind that is not empty."""
    plan = traced_plan((pages, indicators), contents=contents)
    framework = framework_of(plan, FORM)
    assert framework is not None
    about = PageIndicators(tracing_of(plan, framework).reading, framework)
    found = mismatches(plan, about)
    if not found:
        return {}
    (one,) = found.values()
    assert one != Mismatch()
    said = {
        "unsupported": [indicator.name for indicator in one.unsupported],
        "unnamed": {indicator.name: pages for indicator, pages in one.unnamed},
        "twice": list(one.twice),
        "meant": one.meant.name if one.meant else "",
    }
    return {name: value for name, value in said.items() if value}


def test_each_page_leads_to_its_indicator_and_to_the_actions_that_name_it() -> None:
    plan = traced_plan(("Pages 12, 17", (CHILDREN,)), ("17", (FAMILIES,)), ("All", ()))
    tracing = tracing_of(plan, framework_of(plan, FORM))
    refs = {one.page: one.refs for one in tracing.pages}
    assert refs[12] == ("1.1",)
    assert refs[17] == ("1.1", "1.2")
    assert refs[13] == ()
    assert [one.indicators[0].number for one in tracing.pages if one.page in (16, 17)] == [
        "2.1",
        "2.2",
    ]
    assert tracing.whole_report == ("1.3",)


def test_pages_stand_in_order_and_each_tells_its_indicators_once() -> None:
    contents = f"100–101 {CHILDREN}\n101–102 {CHILDREN}: examples\n103 Conclusion"
    plan = traced_plan(("103, 5", ()), ("70", ()), contents=contents)
    tracing = tracing_of(plan, framework_of(plan, FORM))
    about = {one.page: [each.number for each in one.indicators] for one in tracing.pages}
    assert list(about.items()) == [
        (5, []),
        (70, []),
        (100, ["2.1"]),
        (101, ["2.1"]),
        (102, ["2.1"]),
        (103, []),
    ]


def test_pages_with_findings_that_no_action_names_are_known() -> None:
    plan = traced_plan(("12-19", ()), ("21-22, 24", ()), ("38", ()), ("All", ()))
    tracing = tracing_of(plan, framework_of(plan, FORM))
    assert tracing.unanswered == (20, 23)
    assert tracing.findings_from_to == (12, 24)


def test_without_a_contents_list_the_pages_are_known_by_their_actions_alone() -> None:
    plan = traced_plan(("9", (CHILDREN,)), contents="")
    tracing = tracing_of(plan, framework_of(plan, FORM))
    assert [(one.page, one.refs) for one in tracing.pages] == [(9, ("1.1",))]
    assert (tracing.unanswered, tracing.findings_from_to) == ((), (0, 0))


@pytest.mark.parametrize(
    ("pages", "indicators"),
    [
        ("12-16", (CHILDREN,)),
        ("All", (CHILDREN,)),
        ("", (CHILDREN,)),
        ("12", ()),
        ("17", (CHILDREN,)),
        ("22", (EARLY,)),
        ("12, 38", (CHILDREN,)),
        ("12", (CHILDREN, "Leadership of improvement and change")),
    ],
    ids=[
        "they agree",
        "the whole report is about everything",
        "no page",
        "no indicator",
        "the first page of the next part may hold the end of this one",
        "so it may for the next",
        "a page that is about no indicator",
        "an indicator that the contents list does not name",
    ],
)
def test_nothing_is_said_where_pages_and_indicators_may_agree(
    pages: str, indicators: tuple[str, ...]
) -> None:
    assert mismatch(pages, *indicators) == {}


def test_an_indicator_that_none_of_the_pages_is_about_is_found() -> None:
    assert mismatch("12, 13", CHILDREN, RISKS) == {"unsupported": [RISKS]}


def test_pages_about_an_indicator_that_is_not_named_are_found() -> None:
    assert mismatch("13, 18, 19", CHILDREN) == {"unnamed": {FAMILIES: (18, 19)}}


def test_a_page_of_two_parts_is_about_the_one_that_is_named() -> None:
    contents = f"12–16 {CHILDREN}\n16–19 {FAMILIES}"
    assert mismatch("16, 18", CHILDREN, contents=contents) == {"unnamed": {FAMILIES: (18,)}}


def test_an_indicator_named_twice_was_meant_to_be_what_most_of_the_other_pages_are_about() -> None:
    assert mismatch("12, 19, 20, 22, 24", CHILDREN, EARLY, EARLY) == {
        "twice": [EARLY],
        "unnamed": {RISKS: (22, 24), FAMILIES: (19,)},
        "meant": RISKS,
    }


def test_without_pages_an_indicator_named_twice_is_just_that() -> None:
    assert mismatch("All", EARLY, "Early help") == {"twice": ["Early help"]}
    assert mismatch("20", EARLY, EARLY, contents="") == {"twice": [EARLY]}


def test_two_spellings_of_what_no_framework_knows_are_the_same() -> None:
    assert repeated(("Our own", "our own.", "Other"), None) == ("our own.",)


def test_a_recommendation_leads_to_the_aim_that_takes_it_up() -> None:
    plan = traced_plan(
        ("12", ()), ("13", ()), recommendations=("Give help to families early", "Mend the roads")
    )
    taken, left = recommendation_traces(plan)
    assert (taken.number, taken.aim, taken.refs) == (1, plan.aims[0], ("1.1", "1.2"))
    assert (left.number, left.aim, left.refs) == (2, None, ())


def test_an_action_is_explained_by_everything_that_hangs_on_it() -> None:
    action = ActionOutline(
        "Publish a guide.",
        "Pages 12, 17",
        ("Impact on children", "Our own"),
        progress=(NoteOutline("1 May 2016", "On track", "Begun."),),
    )
    other = ActionOutline("Do more.", "13")
    plan = plan_from(PlanOutline(aims=(AimOutline("Give families help early", (action, other)),)))
    source = SourceReport(
        id=SOURCE_ID, contents=CONTENTS, recommendations=("Give help early to families",)
    )
    plan = replace(plan, source_rows={SOURCE_ID: source})
    its_own, others = plan.actions
    findings = [
        Finding("P9", "ASK", action_place(plan, its_own.id, "success_criteria"), "Own", "Practice"),
        Finding(
            "P9", "ASK", action_place(plan, others.id, "success_criteria"), "Other", "Practice"
        ),
        Finding("P2", "FIX", aim_place(plan, plan.aims[0].id), "Aim", "Practice"),
        Finding("P2", "FIX", cover_place(plan, "title"), "Cover", "Practice"),
    ]
    told = explained(plan, its_own.id, framework_of(plan, FORM), findings)
    assert (told.ref, told.aim_number, told.aim.text) == ("1.1", 1, "Give families help early")
    assert told.recommendation is not None
    assert told.recommendation.number == 1
    assert [(one.page, [span.heading for span in one.spans]) for one in told.pages] == [
        (12, [CHILDREN]),
        (17, [FAMILIES]),
    ]
    known, unknown = told.indicators
    assert known.indicator is not None
    assert (known.indicator.name, known.is_canonical) == (CHILDREN, False)
    assert (unknown.indicator, unknown.is_canonical) == (None, False)
    assert [note.text for note in told.notes] == ["Begun."]
    assert [finding.text for finding in told.findings] == ["Own", "Aim"]


def test_an_action_that_answers_the_whole_report_says_so() -> None:
    plan = traced_plan(("All", (CHILDREN,)))
    told = explained(plan, plan.actions[0].id, framework_of(plan, FORM))
    assert (told.answers_all, told.pages, told.recommendation) == (True, (), None)
    assert told.indicators[0].is_canonical


def test_an_action_is_told_the_recommendation_of_its_own_aim() -> None:
    aims = tuple(
        AimOutline(text, (ActionOutline("Do it.", "12"),))
        for text in ("Give families help early", "Listen to every child", "Mend the roads")
    )
    plan = plan_from(PlanOutline(aims=aims))
    recommendations = ("Paint all bridges", "Listen to every child", "Give families help early")
    source = SourceReport(id=SOURCE_ID, recommendations=recommendations)
    plan = replace(plan, source_rows={SOURCE_ID: source})
    told = [explained(plan, action.id, framework_of(plan, FORM)) for action in plan.actions]
    numbers = [one.recommendation.number if one.recommendation else None for one in told]
    assert numbers == [3, 2, None]


def test_without_a_framework_an_indicator_is_what_the_plan_prints() -> None:
    plan = traced_plan(("12", (CHILDREN,)))
    (printed,) = explained(plan, plan.actions[0].id, None).indicators
    assert (printed.printed, printed.indicator, printed.elsewhere) == (CHILDREN, None, ())
