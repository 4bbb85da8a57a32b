"""A plan with a report and an assessment, begun and not finished, for the tests of their views."""

from dataclasses import replace

from plan.model.outline import (
    AnswerOutline,
    AppendixOutline,
    AssessmentOutline,
    PassageOutline,
    ReportOutline,
)
from tests.tui.window import SMALL

EQIA = "dundee-eqia-2016"

REPORT = ReportOutline(
    item_no="4",
    committee="Policy Committee",
    meeting_date="26 September 2016",
    title="Improvement plan",
    by="Executive Director",
    number="299-2016",
    passages=(
        PassageOutline("purpose", "text", "To tell committee of the plan."),
        PassageOutline("recommendations", "recommendation", "approve the plan"),
        PassageOutline("recommendations", "recommendation", "note the progress made"),
        PassageOutline("main-text", "heading", "Background"),
        PassageOutline("main-text", "numbered", "The services were inspected in March."),
        PassageOutline(
            "main-text",
            "numbered",
            "Article X (iii) of the Minute of Meeting of the Policy Committee of 31 April 2016, "
            "Report no. 166/2016 refers:\n\n- one plan\n- one place to find help",
        ),
        PassageOutline("background", "text", "None."),
    ),
    appendices=(
        AppendixOutline("plan"),
        AppendixOutline("text", "Glossary", "Words that are used."),
        AppendixOutline("file", "Inspection report", file="inspection.pdf"),
    ),
)

ASSESSMENT = AssessmentOutline(
    EQIA,
    (
        AnswerOutline("rapid", ticks=("yes",)),
        AnswerOutline("full", ticks=("no",)),
        AnswerOutline("description", "A plan for children."),
        AnswerOutline("documents", "The inspection report."),
        AnswerOutline("consultation", "Families were asked in May."),
        AnswerOutline("characteristics.race", ticks=("positively",)),
        AnswerOutline("characteristics.gender", ticks=("positively",)),
        AnswerOutline("characteristics.gender-reassignment", ticks=("not-known",)),
    ),
)

WITH_PAPERS = replace(SMALL, report=REPORT, assessments=(ASSESSMENT,))
"""SMALL with a report and an assessment."""
