"""The plan held against the inspection report: each of P3 to P5 and P10 where it must speak."""

from dataclasses import replace

import pytest

from plan.checks.actions.inspection_checks import in_words
from plan.checks.all_checks import findings
from plan.checks.paper import Paper
from plan.council.framework import fitting_framework, framework_named
from plan.model.outline import AimOutline, PlanOutline
from plan.model.plan import Plan
from tests.plan.checks.sound import TODAY
from tests.plan.strategies import plan_from
from tests.plan.traced_plans import CHILDREN, EARLY, FAMILIES, FORM, RISKS, traced_plan

Told = tuple[str, str, str]


def told(plan: Plan, rule: str) -> list[Told]:
    """Return what a rule says of a plan: how urgent it is, where, and in which words."""
    found = findings(Paper(plan, FORM, TODAY))
    return [(one.severity, one.place.path, one.text) for one in found if one.rule == rule]


PAGES, INDICATORS = "action/1.1/pages", "action/1.1/indicators"


@pytest.mark.parametrize(
    ("pages", "severity", "says"),
    [
        ("", "ASK", "No page of the inspection report is named."),
        ("  ", "ASK", "No page of the inspection report is named."),
        ("see above", "FIX", "“see above” is not a page number."),
        ("18, 12", "FIX", "The pages are not in ascending order."),
        ("12, 12", "FIX", "Page 12 is named twice."),
        ("12, 49", "FIX", "Page 49 is beyond the inspection report's 48 pages."),
        ("11, 12", "ASK", "The findings stand on pages 12 to 24: is page 11 meant?"),
        ("24, 25, 48", "ASK", "The findings stand on pages 12 to 24: are pages 25 and 48 meant?"),
    ],
)
def test_a_page_that_is_not_there_or_cannot_be_read_is_told(
    pages: str, severity: str, says: str
) -> None:
    assert told(traced_plan((pages, (CHILDREN,))), "P3") == [(severity, PAGES, says)]


@pytest.mark.parametrize("pages", ["12", "24", "12-24", "All"])
def test_pages_with_findings_are_right(pages: str) -> None:
    assert told(traced_plan((pages, (CHILDREN,))), "P3") == []


def test_of_an_inspection_report_that_is_not_known_no_page_is_too_far() -> None:
    plan = traced_plan(("12, 900", (CHILDREN,)), contents="")
    bare = replace(plan, source_rows={})
    assert told(bare, "P3") == []


@pytest.mark.parametrize(
    ("pages", "indicators", "severity", "says"),
    [
        ("12", (), "FIX", "No quality indicator is named."),
        ("All", (EARLY, EARLY), "FIX", f"“{EARLY}” is named twice: was another indicator meant?"),
        (
            "20, 23",
            (EARLY, EARLY),
            "FIX",
            f"“{EARLY}” is named twice: was “{RISKS}” meant, which page 23 is about?",
        ),
        (
            "20, 22, 24",
            (EARLY, EARLY, EARLY),
            "FIX",
            f"“{EARLY}” is named twice: was “{RISKS}” meant, which pages 22 and 24 are about?",
        ),
        (
            "12, 19, 20, 22, 24",
            (CHILDREN, EARLY, EARLY),
            "FIX",
            f"“{EARLY}” is named twice: was “{RISKS}” meant, which pages 22 and 24 are about?",
        ),
        (
            "12",
            (CHILDREN, "Impacts on famlies", "Impacts on famlies"),
            "ASK",
            f"“Impacts on famlies” is no indicator of {{framework}}: is “{FAMILIES}” meant?",
        ),
        ("12", (CHILDREN, "Zebras"), "ASK", "“Zebras” is no indicator of {framework}."),
    ],
)
def test_an_indicator_that_is_missing_doubled_or_unknown_is_told(
    pages: str, indicators: tuple[str, ...], severity: str, says: str
) -> None:
    plan = traced_plan((pages, indicators))
    framework = Paper(plan, FORM, TODAY).framework
    assert framework is not None
    expected = (severity, INDICATORS, says.format(framework=framework.name))
    found = told(plan, "P4")
    assert expected in found
    twice = [one for one in found if "named twice" in one[2]]
    assert len(found) - len(twice) <= 1
    assert len(twice) <= 1


def test_without_a_framework_no_indicator_is_unknown_and_no_page_is_of_one() -> None:
    plan = traced_plan(("12", ("Zebras", "zebras")))
    without = FORM.model_copy(update={"plan": FORM.plan.model_copy(update={"framework": ""})})
    found = [one for one in findings(Paper(plan, without, TODAY)) if one.rule in ("P4", "P5")]
    assert [one.text for one in found] == ["“zebras” is named twice: was another indicator meant?"]


def test_an_indicator_that_no_page_is_about_is_asked_about_at_the_indicators() -> None:
    one = told(traced_plan(("12, 13", (CHILDREN, RISKS))), "P5")
    assert one == [
        ("ASK", INDICATORS, f"None of its pages is about “{RISKS}”, which is named."),
    ]
    two = told(traced_plan(("12, 13", (CHILDREN, FAMILIES, RISKS))), "P5")
    assert two == [
        (
            "ASK",
            INDICATORS,
            f"None of its pages is about “{FAMILIES}” and “{RISKS}”, which are named.",
        ),
    ]


def test_pages_about_what_is_not_named_are_told_at_the_pages() -> None:
    one = told(traced_plan(("12, 18, 19", (CHILDREN,))), "P5")
    assert one == [
        (
            "INFO",
            PAGES,
            (
                f"It cites pages about “{FAMILIES}” (pages 18 to 19), "
                "which is not among its indicators."
            ),
        ),
    ]
    two = told(traced_plan(("12, 18, 23", (CHILDREN,))), "P5")
    assert two == [
        (
            "INFO",
            PAGES,
            (
                f"It cites pages about “{FAMILIES}” (page 18) and “{RISKS}” (page 23), "
                "which are not among its indicators."
            ),
        ),
    ]


def test_the_indicator_that_was_meant_by_a_doubled_one_is_not_told_again() -> None:
    assert told(traced_plan(("20, 22, 24", (EARLY, EARLY))), "P5") == []


def test_a_page_on_which_one_part_ends_and_the_next_begins_counts_for_both() -> None:
    assert told(traced_plan(("17", (CHILDREN,))), "P5") == []
    assert told(traced_plan(("17", (FAMILIES,))), "P5") == []
    assert told(traced_plan(("18", (CHILDREN,))), "P5") != []


def test_lines_of_the_contents_list_without_pages_are_asked_about() -> None:
    plan = traced_plan(("12", (CHILDREN,)), contents=f"12–16 {CHILDREN}\nForeword\nThanks")
    assert told(plan, "P5") == [
        (
            "ASK",
            "source/contents",
            (
                "No pages could be read in “Foreword”, “Thanks”: nothing is known of that part "
                "of the report."
            ),
        )
    ]


WHOLE = "12-19, 20-24"


def test_a_recommendation_that_became_no_action_is_asked_about() -> None:
    taken = traced_plan(
        (WHOLE, (CHILDREN,)), recommendations=("Give families help early", "Mend the roads")
    )
    assert told(taken, "P10") == [
        (
            "ASK",
            "source/recommendations",
            "Recommendation 2 has no action: no aim is worded like it.",
        )
    ]
    left = plan_from(PlanOutline(aims=(AimOutline("Give families help early"),)))
    left = replace(left, source_rows=taken.source_rows)
    assert told(left, "P10")[:2] == [
        (
            "ASK",
            "source/recommendations",
            "Recommendation 1 has no action: the aim that takes it up has none.",
        ),
        (
            "ASK",
            "source/recommendations",
            "Recommendation 2 has no action: no aim is worded like it.",
        ),
    ]


def test_pages_with_findings_that_no_action_names_are_told() -> None:
    assert told(traced_plan((WHOLE, (CHILDREN,))), "P10") == []
    assert told(traced_plan(("12-17, 19-23", (CHILDREN,))), "P10") == [
        ("INFO", "source/contents", "No action names pages 18 and 24 of the inspection report.")
    ]
    of_all = traced_plan(("12-17, 19-24", (CHILDREN,)), ("All", (CHILDREN,)), ("All", (CHILDREN,)))
    assert told(of_all, "P10") == [
        (
            "INFO",
            "source/contents",
            (
                "No action names page 18 of the inspection report, though 1.2 and 1.3 answer all "
                "of it."
            ),
        )
    ]


def test_each_recommendation_and_each_indicator_is_answered_with_a_reason_of_its_own() -> None:
    plan = traced_plan(("12", ("Zebras", "Yaks")), recommendations=("Mend roads", "Paint bridges"))
    found = findings(Paper(plan, FORM, TODAY))
    assert len({one.id for one in found}) == len(found)
    assert [one.rule for one in found].count("P10") == len(("Mend", "Paint", "the pages"))


@pytest.mark.parametrize(
    ("pages", "said"),
    [
        ((9,), "page 9"),
        ((16, 12, 13, 14, 15, 22), "pages 12 to 16 and 22"),
        ((9, 11, 13), "pages 9, 11 and 13"),
        ((9, 10), "pages 9 to 10"),
    ],
)
def test_pages_are_said_as_a_sentence_says_them(pages: tuple[int, ...], said: str) -> None:
    assert in_words(pages) == said


@pytest.mark.parametrize("indicators", [(), (CHILDREN, CHILDREN), ("Street lighting",)])
def test_where_no_framework_is_chosen_the_indicators_are_left_in_peace(
    indicators: tuple[str, ...],
) -> None:
    plan = traced_plan(("12", indicators))
    assert told(plan, "P4")
    cover = plan.cover.model_copy(update={"framework": "none"})
    none = replace(plan, cover=cover)
    assert told(none, "P4") == []
    assert told(none, "P5") == []


SCHOOL = (
    *("2.3 Learning, teaching and assessment", "1.1 Self-evaluation for self-improvement"),
    *("HGIOS4 3.2 Raising attainment and achievement", "QI 2.6 Transitions"),
)


def following(framework: str, *indicators: str, title: str = "A plan") -> list[Told]:
    """Return what P4 says of a plan with an action for each of these indicators."""
    plan = traced_plan(*(("12", (one,) if one else ()) for one in indicators), contents="")
    cover = plan.cover.model_copy(update={"framework": framework, "title": title})
    return told(replace(plan, cover=cover), "P4")


@pytest.mark.parametrize("framework", ["", "care-inspectorate-2014"])
def test_indicators_of_another_known_framework_are_one_question(framework: str) -> None:
    ((severity, place, text),) = following(framework, *SCHOOL, CHILDREN)
    assert (severity, place) == ("ASK", "plan/framework")
    assert "those of “How good is our school? 4th edition" in text


def test_indicators_of_the_framework_that_was_chosen_are_right() -> None:
    assert following("hgios-4", *SCHOOL) == []


@pytest.mark.parametrize(("framework", "severity"), [("", "INFO"), ("hgios-4", "ASK")])
@pytest.mark.parametrize("named", [("2.1 Chronologies",), ("Chronologies", "Involvement", "Risk")])
def test_indicators_of_no_known_framework_are_told_once(
    named: tuple[str, ...], framework: str, severity: str
) -> None:
    ((said, place, _),) = following(framework, *named)
    assert (said, place) == (severity, "plan/framework")


@pytest.mark.parametrize(("framework", "severity"), [("", "INFO"), ("hgios-4", "FIX")])
def test_no_indicator_anywhere_is_a_fault_only_of_a_framework_that_was_chosen(
    framework: str, severity: str
) -> None:
    ((said, place, _),) = following(framework, "", "", "")
    assert (said, place) == (severity, "plan/framework")


def test_an_unknown_indicator_of_several_actions_is_said_once() -> None:
    ((severity, place, text),) = following("", CHILDREN, FAMILIES, RISKS, "Zebras", "Zebras")
    assert (severity, place) == ("ASK", "action/1.4/indicators")
    assert text.endswith("It is named in 1.4 and 1.5.")


@pytest.mark.parametrize(
    ("named", "title", "fits"),
    [
        (SCHOOL, "A plan", "hgios-4"),
        (("2.3", "3.1", "1.2"), "Primary School Improvement Plan", "hgios-4"),
        (("2.3", "3.1", "1.2"), "Adult protection plan", ""),
        ((CHILDREN, FAMILIES, RISKS), "School plan", ""),
        ((*SCHOOL[:2], CHILDREN, FAMILIES, RISKS), "School plan", ""),
        (("Chronologies",), "School plan", ""),
        (("Vision and leadership", "Effective use of resources"), "A plan", "best-value-2020"),
    ],
)
def test_the_framework_of_most_indicators_is_known(
    named: tuple[str, ...], title: str, fits: str
) -> None:
    usual = framework_named("care-inspectorate-2014")
    found = fitting_framework(named, usual, title)
    assert (found.id if found else "") == fits
