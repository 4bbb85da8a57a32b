"""What a head of service wants of a paper: each kind of fault by one small example.

A row has what the paper says, the rule that is asked about, and what it may say of it: nothing, or
its severity, its place and words of it. Every example was read wrongly once.
"""

from dataclasses import replace
from datetime import date
from typing import NamedTuple

import pytest

from plan.checks.all_checks import findings
from plan.checks.paper import Paper, Practice
from plan.checks.readiness import readiness
from plan.following.action_state import reading_of
from plan.model.finding import Finding
from plan.model.outline import (
    AimOutline,
    NoteOutline,
    PassageOutline,
    PlanOutline,
    ReportOutline,
)
from plan.model.plan import Plan
from plan.reading.dates import DateSpan, read_date
from plan.reading.pages import read_pages
from plan.wording.place_words import place_in_words
from plan.wording.wording import Wording
from tests.plan.checks.sound import (
    AIMS,
    FIRST,
    FORMAT,
    FORMS,
    OUTLINE,
    SECOND,
    Spoil,
    action,
    passage,
    report,
)
from tests.plan.strategies import plan_from

DAY = date(2016, 9, 12)
IN_2026 = date(2026, 11, 27)


def found_of(outline: PlanOutline, rule: str, today: date = DAY) -> list[Finding]:
    paper = Paper(plan_from(outline), FORMAT, today, FORMS, Practice("every-day"))
    return [one for one in findings(paper) if one.rule == rule]


def answer(question: str, text: str = "", *ticks: str) -> Spoil:
    """Answer a question of the assessment."""

    def spoil(one: PlanOutline) -> PlanOutline:
        (assessment,) = one.assessments
        answers = tuple(
            replace(said, text=text or said.text, ticks=ticks or said.ticks)
            if said.question == question
            else said
            for said in assessment.answers
        )
        return replace(one, assessments=(replace(assessment, answers=answers),))

    return spoil


def both(*spoils: Spoil) -> Spoil:
    """Spoil a paper in several ways."""

    def spoil(one: PlanOutline) -> PlanOutline:
        for each in spoils:
            one = each(one)
        return one

    return spoil


def eight(**fields: object) -> Spoil:
    """Have eight actions in one aim, with these fields, and no inspection report."""
    actions = tuple(
        replace(SECOND, text=f"Ask the pupils of school {n} for their views.", **fields)  # type: ignore[arg-type]
        for n in range(8)
    )
    return lambda one: replace(one, aims=(AimOutline(AIMS[0], actions),))


def bare(one: PlanOutline) -> PlanOutline:
    """Leave the whole header and the signature blank."""
    return replace(one, report=ReportOutline(passages=one.report.passages))


def of_2026(*spoils: Spoil) -> Spoil:
    """Have the meeting in December 2026."""
    return both(report(meeting_date="14 December 2026", number="299-2026"), *spoils)


def unassessed(one: PlanOutline) -> PlanOutline:
    """Attach no form, and say nothing of an assessment."""
    return passage("policy", "There are no policy implications.")(replace(one, assessments=()))


class Row(NamedTuple):
    """A row of the table: none is wanted where `found` is empty."""

    kind: str
    spoil: Spoil
    rule: str
    found: tuple[tuple[str, str, str], ...] = ()
    today: date = DAY


PLAIN = replace(FIRST, text="Publish one guide.", success_criteria=("All 30 teams have it.",))
BLANK = ("committee", "title", "by", "signatory", "signatory_post", "signed_on")
PAGES = "action/1.1/pages"
CRITERIA = "action/2.1/success_criteria"
TITLES = (
    *("Corporate parenting", "Early years", "Education Strategy", "Youth work"),
    *("Nurseries and playgroups", "Adoption service", "Kinship care", "Named Person Service"),
)
VERBS = (
    "pledge the Council's support to the plan",
    *(f"{verb} the plan" for verb in ("decide on", "decline", "encourage", "ensure", "oversee")),
    *(f"{verb} the plan" for verb in ("recognise", "refuse", "take forward")),
)
DATES = (
    *("THURSDAY 3RD AUGUST 2017", "3RD AUGUST 2017", "3 AUGUST 2017"),
    *("Thursday 3rd August 2017", "Thursday, 3rd of August 2017"),
    *("TUESDAY, 5TH SEPT 2017", "Wed. 6th of December 2017 at 10am"),
    "Thursday 2 March, 2017 (10.00 am)",
)
FIGURES = (
    *("Number of leaflets handed out", "Monthly meetings", "Two way communication"),
    *("One team approach", "24/7 service", "P1-P3 pupils benefit", "As in action 1.1"),
    *("Zero tolerance approach", "Two-stage process", "360 degree view", "First class service"),
    *("Over 50s feel safe", "Weekly visits", "Tier 1 support", "One stop shop"),
    *("% of plans audited", "Half-termly reviews", "S4 leavers in positive destinations"),
)
COUNTED = (
    *("Four trackers a year", "60 authors trained", "Waiting time below 18 weeks"),
    *("100% of plans reviewed", "Half of all staff trained", "Complaints down by a third"),
    *("No child waits more than 20 weeks", "Reports made quarterly", "Zero accidents"),
    *("Increase from 40% to 60% by 2020", "Dashboard live", "Guidance reissued and in use"),
)
STATES = ("Savings identified", "Guidance issued and embedded", "Parents know where to find help")
LATER = "Each school reports its answers by March 2017."

ROWS = (
    *(Row("date in capitals", report(meeting_date=one, number="299-2017"), "R2") for one in DATES),
    Row(
        "P4/P3 without an inspection",
        eight(pages="", indicators=()),
        "P4",
        (("INFO", "plan/framework", "1.1 to 1.8"),),
    ),
    Row("P4/P3 without an inspection", eight(pages="", indicators=()), "P3"),
    Row(
        "P4, another framework",
        eight(indicators=("Outcomes for people",)),
        "P4",
        (("INFO", "plan/framework", "or none"),),
    ),
    *(
        Row("P3 page ranges", action(1, pages=one), "P3")
        for one in (
            *("p.4-p.6", "Page 4/5", "Throughout", "N/A - self-evaluation", "P8-P10"),
            *("see p.9", "Whole report", "n.a.", "None - locally identified", "p.4 to p.6"),
        )
    ),
    Row("P3 page ranges", action(1, pages="-"), "P3", (("ASK", PAGES, "No page"),)),
    *(Row("R5 verbs", passage("recommendations", one, "recommendation"), "R5") for one in VERBS),
    Row("E3 zero", both(report(number="081-2016"), answer("report-number", "81-2016")), "E3"),
    Row(
        "E4 acronym",
        both(
            answer("title", "SHIP"),
            passage("purpose", "The Strategic Housing Investment Programme (SHIP) is Appendix 1."),
        ),
        "E4",
    ),
    Row(
        "E27 post",
        both(
            answer("department", "Housing and Property"),
            report(
                committee="Executive Committee",
                by="The Depute",
                signatory_post="Chief Officer, Housing and Property",
            ),
        ),
        "E27",
    ),
    Row(
        "E22 answered",
        both(
            answer("characteristics.age", "", "negatively"),
            answer("rapid", "", "yes"),
            answer("full", "", "no"),
            answer(
                "full-recommended",
                "No. The Equalities Officer advised on 3 May 2019 that a rapid one is enough.",
            ),
        ),
        "E22",
    ),
    Row(
        "E21 in words",
        answer(
            "justification",
            "The rule may be unlawful discrimination because of disability; legal advice is still "
            "awaited.",
        ),
        "E37",
        (("STOP", "assessment/part-3/4", "unlawful discrimination"),),
    ),
    *(
        Row(
            "E33 titles",
            of_2026(
                report(title=one),
                lambda outline: replace(outline, title="Plan", aims=(AimOutline("A", (PLAIN,)),)),
            ),
            "E33",
            (("ASK", "assessment/not-printed/children", "rights"),),
            IN_2026,
        )
        for one in TITLES
    ),
    Row(
        "nothing of the header",
        bare,
        "R15",
        (
            *(("FIX", f"report/{one}", "") for one in BLANK),
            ("INFO", "report/item_no", ""),
        ),
    ),
    Row(
        "no assessment at all",
        of_2026(unassessed),
        "E36",
        (("ASK", "report/policy", "where is the screening recorded"),),
        IN_2026,
    ),
    *(
        Row("P9, number words", action(2, success_criteria=(one,)), "P9", (("ASK", CRITERIA, ""),))
        for one in FIGURES
    ),
    *(Row("P9, counted", action(2, success_criteria=(one,)), "P9") for one in COUNTED),
    *(
        Row("P9, states", action(2, success_criteria=(one,)), "P9", (("ASK", CRITERIA, ""),))
        for one in STATES
    ),
    Row(
        "P9, the year as target",
        action(2, success_criteria=("Increase in referrals by 2020",)),
        "P9",
        (("ASK", CRITERIA, "no baseline and no target"),),
    ),
    Row(
        "P9, twice in one line",
        both(
            action(1, success_criteria=(f"All 30 teams have a guide. {LATER}",)),
            action(2, success_criteria=(f"All 12 schools take part. {LATER}",)),
        ),
        "P9",
        (("INFO", CRITERIA, "word for word that of 1.1"),),
    ),
    Row(
        "quotation",
        action(2, timescale="By Week 3"),
        "P7",
        (("ASK", "action/2.1/timescale", "“By Week 3”"),),
    ),
    Row(
        "plural",
        both(
            passage("main-text", "The plan has two aims.", "numbered"),
            lambda one: replace(one, aims=one.aims[:1]),
        ),
        "R12",
        (("FIX", "report/main-text/1", "has 1 aim."),),
    ),
)


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row.kind)
def test_what_is_wanted_is_said_and_nothing_else(row: Row) -> None:
    found = found_of(row.spoil(OUTLINE), row.rule, row.today)
    assert [(one.severity, one.place.path) for one in found] == [one[:2] for one in row.found]
    for one, (_, _, words) in zip(found, row.found, strict=True):
        assert words in one.text


MEETING = date(2019, 1, 14)
TIMESCALES = {
    "Nov 18": "November 2018",
    "Scoping by March 2019; launch June 2019": "June 2019",
    "50% by May 2019, 100% by May 2020": "May 2020",
    "By February 2020 (subject to recruitment)": "February 2020",
    "31 Dec 2019, then reported to the Board": "31 December 2019",
    "May 2020 (originally Jan 2020)": "May 2020",
    "Ongoing until June 2019": "June 2019",
    "Monthly to March 2020": "March 2020",
    "Rolling programme to June 2020": "June 2020",
    "June 2019/ongoing": "June 2019",
    "30 June each year": None,
    "Reviewed every January": None,
    "Dec 2019 and every 3 months after": None,
    "Every eight weeks": None,
    "Starts Feb 2019, ends Feb 2020": "February 2020",
    "Review due 30/6/2020": None,
    "Between Jan and March 2020": "March 2020",
    "No sooner than May 2019": None,
    "session 18/19": "June 2019",
    "Q2-Q3 2019/20": "December 2019",
    "Spring/Summer 2019": None,
    "Autumn/Winter 2019": None,
    "w/b 5 June 2017": None,
    "Week commencing 4 March 2019": None,
    "29-Oct-21": "29 October 2021",
    "1st week in May 2019": None,
    "Within 60 days of the meeting": "15 March 2019",
    "Start of session 2019/20": "August 2019",
}
"""Timescales that a head of service reads at once, with the last day by which they are due."""


def dated(timescale: str) -> Plan:
    spoilt = both(
        report(meeting_date="14 January 2019", number="299-2019"),
        action(1, timescale=timescale),
        lambda one: replace(one, aims=one.aims[:1]),
    )(OUTLINE)
    return plan_from(spoilt)


@pytest.mark.parametrize(("timescale", "due"), TIMESCALES.items())
def test_a_timescale_that_anybody_reads_keeps_no_paper_back(
    timescale: str, due: str | None
) -> None:
    plan = dated(timescale)
    paper = Paper(plan, FORMAT, MEETING, FORMS)
    assert not [one for one in findings(paper) if one.rule == "P7" and one.severity != "INFO"]
    reading = reading_of(plan, plan.actions[0])
    assert reading.says_when
    if due is not None:
        span: DateSpan | None = read_date(due)
        assert span is not None
        assert reading.due is not None
        assert reading.due.last == span.last


def test_pages_are_read_however_the_word_for_them_is_repeated() -> None:
    assert read_pages("p.4-p.6").pages == (4, 5, 6)
    assert read_pages("Page 4/5").pages == (4, 5)
    assert read_pages("Throughout").is_all
    for said in ("N/A - self-evaluation", "-"):
        assert (read_pages(said).pages, read_pages(said).problem) == ((), "")


def test_a_paragraph_goes_by_the_number_that_is_printed() -> None:
    said = (
        PassageOutline("main-text", "heading", "Before"),
        PassageOutline("main-text", "numbered", "One thing."),
        PassageOutline("main-text", "heading", "After"),
        PassageOutline("main-text", "numbered", "Another, in Appendix 9."),
    )
    kept = tuple(one for one in OUTLINE.report.passages if one.section != "main-text")
    outline = replace(OUTLINE, report=replace(OUTLINE.report, passages=(*kept, *said)))
    (found,) = found_of(outline, "R4")
    wording = Wording(FORMAT, FORMS)
    assert place_in_words(plan_from(outline), found.place, wording) == "report, 4.0 Main text, 4.2"


def test_a_paper_to_nobody_is_not_ready() -> None:
    plan = plan_from(bare(OUTLINE))
    found = findings(Paper(plan, FORMAT, DAY, FORMS))
    said = readiness(plan, found)
    assert said.startswith("Not ready for committee: header not complete; not signed yet;")


def test_a_decision_without_a_screening_is_not_ready() -> None:
    plan = plan_from(of_2026(unassessed)(OUTLINE))
    said = readiness(plan, findings(Paper(plan, FORMAT, IN_2026, FORMS, Practice("every-day"))))
    assert "no screening recorded" in said


CLEAR: list[tuple[str, str, str, str]] = [
    ("every-day", "Monday 26 September 2016", "INFO", "by 22 September 2016."),
    ("weekdays", "Monday 26 September 2016", "INFO", "by 20 September 2016."),
    ("working-days", "Monday 26 September 2016", "INFO", "by 20 September 2016."),
    ("", "Monday 26 September 2016", "INFO", "by 20 September 2016 if weekends"),
    ("", "Friday 23 September 2016", "INFO", "by 19 September 2016."),
    ("weekdays", "Monday 5 December 2016", "INFO", "by 29 November 2016."),
    ("working-days", "Monday 5 December 2016", "INFO", "by 28 November 2016."),
]


@pytest.mark.parametrize(("counts", "meeting", "severity", "words"), CLEAR)
def test_clear_days_are_counted_as_the_council_says_or_both_counts_are_said(
    counts: str, meeting: str, severity: str, words: str
) -> None:
    plan = plan_from(report(meeting_date=meeting)(OUTLINE))
    paper = Paper(plan, FORMAT, DAY, FORMS, Practice(counts))  # type: ignore[arg-type]
    (found,) = (one for one in findings(paper) if one.rule == "R14")
    assert (found.severity, words in found.text) == (severity, True)


def test_which_days_count_is_asked_where_the_paper_goes_out_between_the_two() -> None:
    for signed, severity in (("21 September 2016", "ASK"), ("20 September 2016", "INFO")):
        outline = report(meeting_date="Monday 26 September 2016", signed_on=signed)(OUTLINE)
        paper = Paper(plan_from(outline), FORMAT, DAY, FORMS)
        assert [one.severity for one in findings(paper) if one.rule == "R14"] == [severity]


def once(**fields: object) -> Spoil:
    """Have both actions say the same of a field."""
    return both(action(1, **fields), action(2, **fields))


@pytest.mark.parametrize(
    ("spoil", "rule", "place"),
    [
        (once(success_criteria=()), "P9", "plan/success_criteria"),
        (once(leads=()), "P6", "plan/leads"),
        (once(timescale=""), "P7", "plan/timescale"),
        (once(timescale="Short term"), "P7", "plan/timescale"),
        (once(progress=(NoteOutline("", "On track", "Begun."),)), "P17", "plan/progress"),
        (once(progress=(NoteOutline("1 May 2016", "Amber", "Begun."),)), "P16", "plan/progress"),
    ],
)
def test_what_holds_of_the_whole_plan_is_said_once(spoil: Spoil, rule: str, place: str) -> None:
    (found,) = found_of(spoil(OUTLINE), rule)
    assert found.place.path == place
    assert "1.1 and 2.1" in found.text


@pytest.mark.parametrize(("notes", "severity"), [((), "FIX"), (("Begun.",), "INFO")])
def test_a_report_of_progress_may_have_left_out_how_success_is_judged(
    notes: tuple[str, ...], severity: str
) -> None:
    progress = tuple(NoteOutline("1 May 2016", "On track", text) for text in notes)
    (found,) = found_of(once(success_criteria=(), progress=progress)(OUTLINE), "P9")
    assert found.severity == severity


def left_in_peace(one: PlanOutline) -> PlanOutline:
    """Choose that the plan follows no framework."""
    return replace(eight(pages="", indicators=())(one), framework="none")


@pytest.mark.parametrize("rule", ["P3", "P4"])
def test_a_plan_that_follows_no_framework_is_left_in_peace(rule: str) -> None:
    assert found_of(left_in_peace(OUTLINE), rule) == []


def test_a_plan_is_offered_the_framework_of_what_it_is_about() -> None:
    outline = replace(eight(pages="", indicators=())(OUTLINE), title="Best Value", subtitle="")
    (found,) = found_of(outline, "P4")
    assert "Best Value themes" in found.text
