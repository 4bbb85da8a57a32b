"""A plan with a short report and assessment, for the tests of what is printed of them."""

from dataclasses import replace

from plan.model.outline import AnswerOutline, AssessmentOutline, PassageOutline, ReportOutline
from tests.tui.window import SMALL

NUMBER = "299-2016"
MARK = " NOT FOR ISSUE"
"""What the names of its files say as well: the paper has something to put right."""

PAPER = replace(
    SMALL,
    report=ReportOutline(
        committee="Policy Committee",
        title="Improvement plan",
        number=NUMBER,
        passages=(
            PassageOutline("purpose", "text", "To tell committee of the plan."),
            PassageOutline("recommendations", "recommendation", "approve the plan"),
            PassageOutline("main-text", "numbered", "The inspection took place in May."),
        ),
    ),
    assessments=(
        AssessmentOutline(
            "dundee-eqia-2016",
            (
                AnswerOutline("description", "A plan for children."),
                AnswerOutline("characteristics.gender", ticks=("positively",)),
            ),
        ),
    ),
)
"""SMALL with a report and an assessment."""
