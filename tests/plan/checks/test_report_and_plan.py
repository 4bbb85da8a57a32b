"""Each check of report and plan speaks where it must, and no other does with it."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from plan.checks.actions.plan_checks import PLAN_CHECKS
from plan.checks.actions.smart import SMART_CHECKS
from plan.checks.report.agreement_checks import AGREEMENT_CHECKS
from plan.checks.report.report_checks import REPORT_CHECKS
from plan.council.clear_days import last_day
from plan.model.outline import AppendixOutline, ReportOutline
from tests.plan.checks.sound import (
    AIMS,
    FIRST,
    OUTLINE,
    PASSAGES,
    QUOTED,
    Spoil,
    action,
    aim,
    comment,
    found_in,
    passage,
    report,
    spoilt,
)
from tests.plan.strategies import plan_from

FIX, ASK, INFO, STOP = "FIX", "ASK", "INFO", "STOP"


def test_in_a_sound_paper_nothing_is_found() -> None:
    assert found_in(plan_from(OUTLINE)) == []


LATE = ("INFO", "P18", "action/2.1/success_criteria")
CASES: list[tuple[Spoil, list[tuple[str, str, str]]]] = [
    (passage("financial", ""), [(FIX, "R1", "report/financial")]),
    (passage("consultations", ""), [(FIX, "R1", "report/consultations")]),
    (report(meeting_date=""), [(FIX, "R2", "report/meeting_date")]),
    (report(meeting_date="31 September 2016"), [(FIX, "R2", "report/meeting_date")]),
    (report(meeting_date="September 2016"), [(FIX, "R2", "report/meeting_date")]),
    (report(meeting_date="24 September 2016"), [(ASK, "R2", "report/meeting_date")]),
    (report(meeting_date="Tuesday 26 September 2016"), [(FIX, "R2", "report/meeting_date")]),
    (report(meeting_date="Tue 26 September 2016"), [(FIX, "R2", "report/meeting_date")]),
    (report(meeting_date="Monday 26 September 2016"), []),
    (report(meeting_date="Mon 26 September 2016"), []),
    (report(meeting_date="23 September 2016"), []),
    (report(meeting_date="25 September 2016"), [(ASK, "R2", "report/meeting_date")]),
    (
        report(number="Our paper of 2015"),
        [(FIX, "R3", "report/number"), (FIX, "E3", "assessment/part-1/report-number")],
    ),
    (report(number=""), [(FIX, "R3", "report/number")]),
    (
        report(number="two"),
        [(FIX, "R3", "report/number"), (FIX, "E3", "assessment/part-1/report-number")],
    ),
    (
        report(number="299-2015"),
        [(FIX, "E3", "assessment/part-1/report-number"), (ASK, "R3", "report/number")],
    ),
    (
        passage("purpose", "The plan (Appendix 1) goes with a framework (Appendix 2)."),
        [(FIX, "R4", "report/purpose/1")],
    ),
    (passage("purpose", "This report asks for approval of the plan."), []),
    (
        lambda one: replace(
            one,
            report=replace(
                one.report,
                appendices=(
                    AppendixOutline("plan"),
                    AppendixOutline("text", "A framework", "Its words."),
                ),
            ),
        ),
        [(ASK, "R4", "appendix/2")],
    ),
    (
        lambda one: replace(
            passage("purpose", "The plan (Appendices 1 to 2) is put to Committee.")(one),
            report=replace(
                passage("purpose", "The plan (Appendices 1 to 2) is put to Committee.")(one).report,
                appendices=(AppendixOutline("plan"), AppendixOutline("text", "A framework")),
            ),
        ),
        [(FIX, "R4", "appendix/2")],
    ),
    (
        lambda one: replace(
            passage("purpose", "The plan (Appendix 1), its reviews (Appendix 2).")(one),
            report=replace(
                passage("purpose", "The plan (Appendix 1), its reviews (Appendix 2).")(one).report,
                appendices=(AppendixOutline("plan"), AppendixOutline("reviews")),
            ),
        ),
        [],
    ),
    (passage("purpose", "The plan (Appendix 1) answers Appendix 2 of the inspection report."), []),
    (passage("recommendations", ""), [(FIX, "R5", "report/recommendations")]),
    (
        passage("recommendations", "the plan is a good one", "recommendation"),
        [(ASK, "R5", "report/recommendations/1"), (ASK, "R49", "report/recommendations/1")],
    ),
    (
        passage("policy", "Screened for Risk. An Equality Impact Assessment is attached."),
        [(FIX, "R8", "report/policy")],
    ),
    (
        passage("purpose", "Report no. 166-2016 refers. The plan is Appendix 1."),
        [(ASK, "R10", "report/background")],
    ),
    (
        passage("main-text", QUOTED.replace(AIMS[0], "A").replace(AIMS[1], AIMS[0])
                .replace("- A", f"- {AIMS[1]}"), "numbered"),
        [(FIX, "R11", "report/main-text/1")],
    ),
    (
        passage("main-text", QUOTED.replace("parents easy", "all parents easy"), "numbered"),
        [(FIX, "R11", "aim/1")],
    ),
    (
        passage("main-text", QUOTED.replace("two areas", "three areas"), "numbered"),
        [(FIX, "R12", "report/main-text/1")],
    ),
    (report(signed_on="October 2016"), [(FIX, "R13", "report/signed_on")]),
    (
        passage("consultations", "[Insert whom] were consulted."),
        [(FIX, "R33", "report/consultations/1")],
    ),
    (passage("policy", "Screened for Sustainability, Strategic Environmental Assessment, "
             "Anti-Poverty, Equality Impact Assessment and Risk Management."),
     [(STOP, "E34", "report/policy"), (ASK, "R17", "report/policy")]),
    (lambda one: replace(one, assessments=()), [(STOP, "E34", "report/policy/1")]),
    (aim(1, text=""), [(FIX, "P2", "aim/1")]),
    (aim(2, actions=()), [(FIX, "P2", "aim/2")]),
    (action(1, pages=""), [(ASK, "P3", "action/1.1/pages")]),
    (action(1, pages="Pages 18, 9"), [(FIX, "P3", "action/1.1/pages")]),
    (action(1, indicators=()), [(FIX, "P4", "action/1.1/indicators")]),
    (
        action(1, indicators=("Impact on families", "Impact on families")),
        [(FIX, "P4", "action/1.1/indicators")],
    ),
    (action(1, leads=()), [(FIX, "P6", "action/1.1/leads")]),
    (action(1, leads=("JMG", "CPC")), [(ASK, "P6", "action/1.1/leads")]),
    (
        lambda one: action(1, leads=("The JMG", "JMG staff"))(action(2, leads=("JMG",))(one)),
        [(ASK, "P6", "action/1.1/leads")],
    ),
    (action(1, leads=("External Auditor",)), [(ASK, "P36", "action/1.1/leads")]),
    (action(2, timescale="  "), [(FIX, "P7", "action/2.1/timescale")]),
    (action(2, timescale=""), [(FIX, "P7", "action/2.1/timescale")]),
    (action(2, timescale="In due course"), [(ASK, "P7", "action/2.1/timescale")]),
    (action(2, timescale="June 2017 (TBC)"), [(INFO, "P7", "action/2.1/timescale")]),
    (action(2, timescale="June 2017 (Amber)"), []),
    (action(2, timescale="By end of Year 2"), [(ASK, "P7", "plan/year_1_begins")]),
    (action(2, timescale="Biannually"), [(ASK, "P7", "plan/biannually_means")]),
    (action(2, timescale="December 2016 and six monthly thereafter"), []),
    (action(2, timescale="June 2016"), [(ASK, "P8", "action/2.1/progress"), LATE]),
    (action(2, timescale="26 September 2016"), [(ASK, "P8", "action/2.1/progress")]),
    (action(2, timescale="27 September 2016"), []),
    (action(2, timescale="September 2016"), []),
    (action(2, success_criteria=()), [(FIX, "P9", "action/2.1/success_criteria")]),
    (
        action(2, success_criteria=("Children feel heard.",)),
        [(ASK, "P9", "action/2.1/success_criteria")],
    ),
    (
        action(2, success_criteria=FIRST.success_criteria),
        [LATE, (INFO, "P9", "action/2.1/success_criteria")],
    ),
    (
        action(1, leads=("Parenting Group, parenting@council.example",)),
        [(FIX, "P11", "action/1.1/leads")],
    ),
    (
        action(1, text="Publish one guide: ask on 01382 434000."),
        [(FIX, "P11", "action/1.1/text")],
    ),
    (action(1, text="Better guides for families."), [(INFO, "P12", "action/1.1/text")]),
    (
        action(1, text="Guides must be understood by all families."),
        [(INFO, "P12", "action/1.1/text")],
    ),
    (
        comment("Which June?", on_table="actions", on_field="timescale", number=1),
        [(ASK, "P13", "action/2.1/timescale")],
    ),
    (comment("Who has seen this?"), [(ASK, "P13", "plan")]),
]  # fmt: skip


@pytest.mark.parametrize(("spoil", "found"), CASES)
def test_what_is_spoilt_is_found_and_nothing_else(
    spoil: Spoil, found: list[tuple[str, str, str]]
) -> None:
    assert spoilt(spoil) == found


def test_each_check_is_tried_above() -> None:
    tried = {rule for _, found in CASES for _, rule, _ in found}
    checks = (*REPORT_CHECKS, *AGREEMENT_CHECKS, *PLAN_CHECKS, *SMART_CHECKS)
    assert {check.rule for check in checks} - tried == {"R14"}


def test_the_last_day_leaves_three_clear_days() -> None:
    assert last_day(date(2016, 9, 26)) == date(2016, 9, 22)


def test_a_paper_that_is_late_is_asked_about_until_the_meeting() -> None:
    plan = plan_from(OUTLINE)
    late = [(ASK, "R14", "report/meeting_date")]
    assert found_in(plan, date(2016, 9, 22)) == []
    assert found_in(plan, date(2016, 9, 23)) == late
    assert found_in(plan, date(2016, 9, 26)) == late
    after = found_in(plan, date(2016, 9, 27))
    assert [rule for _, rule, _ in after] == ["E35"]


@pytest.mark.parametrize("field", ["committee", "title", "by"])
def test_a_plan_without_a_report_is_not_asked_for_one(field: str) -> None:
    bare = replace(OUTLINE, report=type(OUTLINE.report)(), assessments=())
    assert found_in(plan_from(bare)) == []
    begun: Any = report(**{field: "Something"})
    assert {rule for _, rule, _ in found_in(plan_from(begun(bare)))} == {
        *("R1", "R2", "R3", "R5", "R15")
    }


def test_a_report_is_begun_with_its_first_paragraph_or_appendix() -> None:
    for begun in (
        ReportOutline(passages=PASSAGES[:1]),
        ReportOutline(appendices=(AppendixOutline("text", "A framework", "Its words."),)),
    ):
        plan = plan_from(replace(OUTLINE, report=begun, assessments=()))
        assert {"R1", "R2", "R3", "R5"} <= {rule for _, rule, _ in found_in(plan)}
