"""The committee report: what the findings of R1 to R14 say, and what is next to them and right."""

from dataclasses import replace

import pytest

from plan.checks.all_checks import findings
from plan.checks.paper import Paper
from plan.council.format import Format
from plan.model.outline import AppendixOutline, PlanOutline
from tests.plan.checks.sound import FORMAT, FORMS, OUTLINE, TODAY, passage, report
from tests.plan.strategies import plan_from


def told(outline: PlanOutline, rule: str, council: Format = FORMAT) -> list[str]:
    """Return what a rule says of a paper."""
    found = findings(Paper(plan_from(outline), council, TODAY, FORMS))
    return [one.text for one in found if one.rule == rule]


@pytest.mark.parametrize(
    ("typed", "says"),
    [
        ("", "The date of the meeting is missing."),
        ("  ", "The date of the meeting is missing."),
        ("soon", "“soon” is no day that the calendar has."),
        ("September 2016", "“September 2016” names no one day: on which do they meet?"),
        ("Tuesday 26 September 2016", "26 September 2016 is not a Tuesday."),
        ("tuesday 26 September 2016", "26 September 2016 is not a Tuesday."),
        ("25 September 2016", "25 September 2016 is at the weekend: is that when they meet?"),
    ],
)
def test_a_date_of_the_meeting_is_told_what_it_is(typed: str, says: str) -> None:
    assert told(report(meeting_date=typed)(OUTLINE), "R2") == [says]


@pytest.mark.parametrize(
    ("number", "says"),
    [
        ("", "The report has no number yet: it is needed before the paper goes out."),
        ("  ", "The report has no number yet: it is needed before the paper goes out."),
        ("299-2015", "The number is of 2015, the meeting of 2016."),
    ],
)
def test_a_number_of_the_report_is_told_what_it_is(number: str, says: str) -> None:
    assert told(report(number=number)(OUTLINE), "R3") == [says]


@pytest.mark.parametrize(
    ("signed", "is_late"),
    [
        ("26 September 2016", False),
        ("27 September 2016", True),
        ("September 2016", False),
        ("October 2016", True),
        ("", False),
    ],
)
def test_a_report_may_be_signed_on_the_day_of_the_meeting(signed: str, is_late: bool) -> None:
    found = told(report(signed_on=signed)(OUTLINE), "R13")
    assert found == (["The report is signed after the meeting."] if is_late else [])


def test_what_stands_above_the_recommendations_is_none() -> None:
    said = passage("recommendations", "The Committee is asked for this.")(OUTLINE)
    assert told(said, "R5") == ["The committee is asked for no decision."]
    decides = next(one for one in OUTLINE.report.passages if one.kind == "recommendation")
    both = replace(said, report=replace(said.report, passages=(*said.report.passages, decides)))
    assert told(both, "R5") == []


def test_a_recommendation_may_stand_in_quotation_marks() -> None:
    for decides in ("“Approve the plan”", "(approve the plan)", '"approve the plan"'):
        said = passage("recommendations", decides, "recommendation")(OUTLINE)
        assert told(said, "R5") == []


@pytest.mark.parametrize(
    ("said", "is_told"),
    [
        ("The survey planned in Report no. 166-2016 was made.", True),
        ("A survey is planned, as Report no. 166-2016 has it.", True),
        ("A survey is planned. Research shows why.", True),
        ("A survey is planned and research is proposed.", False),
        ("The Head is to submit a progress report no later than June 2017.", False),
    ],
)
def test_only_what_is_there_already_was_relied_on(said: str, is_told: bool) -> None:
    outline = passage("purpose", f"{said} The plan is Appendix 1.")(OUTLINE)
    assert bool(told(outline, "R10")) == is_told


def appendices(said: str, *listed: AppendixOutline) -> PlanOutline:
    """Return a paper that says this of its appendices and lists these."""
    outline = passage("purpose", said)(OUTLINE)
    policy = next(one for one in outline.report.passages if one.section == "policy")
    silent = replace(policy, text=policy.text.replace("attached to", "kept with"))
    others = (one for one in outline.report.passages if one.section != "policy")
    with_them = replace(outline.report, passages=(*others, silent), appendices=listed)
    return replace(outline, report=with_them)


PLAN_ITSELF, FRAMEWORK = AppendixOutline("plan"), AppendixOutline("text", "A framework", "Words.")


@pytest.mark.parametrize(
    ("said", "listed", "says"),
    [
        (
            "See Appendix 2.",
            (PLAN_ITSELF,),
            [
                "Appendix 2 is cited, and this paper has none.",
                "Appendix 1 is nowhere cited in the report.",
            ],
        ),
        (
            "See Appendix 1, and again Appendix 3; Appendix 3 is new.",
            (PLAN_ITSELF,),
            ["Appendix 3 is cited, and this paper has none."],
        ),
        ("The attached plan is put to Committee.", (PLAN_ITSELF,), []),
        (
            "The attached plan is put to Committee.",
            (PLAN_ITSELF, FRAMEWORK),
            [
                "Appendix 1 is nowhere cited in the report.",
                "Appendix 2 is nowhere cited in the report.",
            ],
        ),
        (
            "See Appendices 1 and 2.",
            (PLAN_ITSELF, AppendixOutline("text", "A framework", "  ")),
            ["Appendix 2 is listed and holds nothing yet."],
        ),
        (
            "See Appendices 1 and 2.",
            (PLAN_ITSELF, AppendixOutline("file", "A map")),
            ["Appendix 2 is listed and holds nothing yet."],
        ),
        (
            "See Appendices 1 and 2.",
            (PLAN_ITSELF, AppendixOutline("file", "A map", file="map.pdf")),
            [],
        ),
        ("See Appendices 1 and 2.", (PLAN_ITSELF, AppendixOutline("tracing")), []),
    ],
)
def test_report_and_list_name_the_same_appendices(
    said: str, listed: tuple[AppendixOutline, ...], says: list[str]
) -> None:
    assert sorted(told(appendices(said, *listed), "R4")) == sorted(says)


def test_appendices_go_by_the_word_of_the_council() -> None:
    for label, word in (("Annex {number}", "Annex"), ("{number}.", "Appendix")):
        printed = FORMAT.plan.model_copy(update={"appendix_label": label})
        council = FORMAT.model_copy(update={"plan": printed})
        outline = appendices(f"See {word} 1 and {word} 2.", PLAN_ITSELF)
        assert told(outline, "R4", council) == [f"{word} 2 is cited, and this paper has none."]


ASSESSED = AppendixOutline("text", "Equality Impact Assessment", "- Sex: No impact: X")
BY_OTHER_WORDS = [
    ("The plan is Annex A, the assessment Annex B.", (PLAN_ITSELF, ASSESSED), []),
    ("The action plan is at Annex A. An EqIA is Schedule 2.", (PLAN_ITSELF, ASSESSED), []),
    ("An EqIA is enclosed as Attachment 1.", (ASSESSED,), []),
    ("The plan is Appendix I, the map Appendix II.", (PLAN_ITSELF, ASSESSED), []),
    (
        "The action plan is at Annex A.",
        (PLAN_ITSELF, AppendixOutline("text", "Map", "Words.")),
        ["Appendix 2 is nowhere cited in the report."],
    ),
]


@pytest.mark.parametrize(("said", "listed", "says"), BY_OTHER_WORDS)
def test_an_appendix_is_cited_by_any_word_for_one(
    said: str, listed: tuple[AppendixOutline, ...], says: list[str]
) -> None:
    outline = appendices(said, *listed)
    assert told(outline, "R4") == says
    assert told(outline, "R19") == []


def test_where_nothing_is_said_of_background_papers_only_that_is_told() -> None:
    outline = passage("purpose", "Report no. 166-2016 refers. The plan is Appendix 1.")(OUTLINE)
    empty = passage("background", "")(outline)
    assert (told(empty, "R10"), len(told(empty, "R1"))) == ([], 1)
    for listed in ("None.\n\nReport no. 166-2016.", "None but the plan of 2012.", "Plans. None."):
        assert told(passage("background", listed)(outline), "R10") == []
    assert told(passage("background", "None.")(outline), "R10") != []
