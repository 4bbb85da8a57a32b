"""A small whole paper, invented: every kind of passage and of answer is in it once."""

from plan.model.outline import (
    ActionOutline,
    AimOutline,
    AnswerOutline,
    AppendixOutline,
    AssessmentOutline,
    NoteOutline,
    PassageOutline,
    PlanOutline,
    ReportOutline,
)


def made_up_paper() -> PlanOutline:
    """Return a plan with a report and an assessment, as the reader gives it back."""
    return PlanOutline(
        title="Paths for All",
        subtitle="Improvement Plan",
        date="May 2021",
        aims=(
            AimOutline("Keep every path open.", (_action("Mend the bridges."), _action("Cut."))),
            AimOutline("Tell people where paths are.", (_action("Draw a map:\n\n- one\n- two"),)),
        ),
        report=_report(),
        assessments=(_assessment(),),
    )


def _action(text: str) -> ActionOutline:
    return ActionOutline(
        text=text,
        pages="Pages 3, 4",
        indicators=("Access", "Safety"),
        leads=("Path Wardens",),
        timescale="May 2022",
        success_criteria=("No path is closed.", "Walkers say so."),
        bulleted=("success_criteria",),
        progress=(
            NoteOutline("June 2021", "on track", "Begun."),
            NoteOutline("July 2021", "", "**Half** done."),
        ),
    )


def _report() -> ReportOutline:
    passages = (
        PassageOutline("background", "text", "None."),
        PassageOutline("consultations", "text", "The wardens were consulted."),
        PassageOutline("financial", "text", "The Parks Budget pays."),
        PassageOutline("main-text", "heading", "Where we are"),
        PassageOutline(
            "main-text", "numbered", "Paths are closed:\n\n- **Two** of them\n  - for long"
        ),
        PassageOutline("main-text", "numbered", "The rest is open."),
        PassageOutline("main-text", "heading", "Where we go"),
        PassageOutline("main-text", "text", "Appendix 1 says it."),
        PassageOutline("own-risk", "numbered", "The bridges may fall."),
        PassageOutline(
            "own-risk",
            "table",
            "| Bridge | State |\n| --- | --- |\n| First | **old** |",
            "Our bridges",
        ),
        PassageOutline("policy", "text", "This report has been screened."),
        PassageOutline("purpose", "text", "To have paths mended."),
        PassageOutline("recommendations", "recommendation", "approve the plan\n\n- all of it"),
        PassageOutline("recommendations", "recommendation", "note the costs"),
    )
    return ReportOutline(
        item_no="7",
        committee="Parks Committee",
        meeting_date="3 May 2021",
        title="Paths for All",
        by="Head of Parks",
        number="12-2021",
        signatory="A. Person",
        signatory_post="Head of Parks",
        signed_on="May 2021",
        own_sections=("Risk [own-risk, after main-text]",),
        passages=passages,
        appendices=(
            AppendixOutline("plan"),
            AppendixOutline("text", "The evidence", "Walkers were asked.\n\n- twice"),
            AppendixOutline("file", "The map", file="Map.pdf"),
        ),
    )


def _assessment() -> AssessmentOutline:
    answers = (
        AnswerOutline("rapid", "", ("yes",)),
        AnswerOutline("full", "", ("no",)),
        AnswerOutline("date", "1 May 2021"),
        AnswerOutline("new-or-existing", "", ("existing",)),
        AnswerOutline("outcome", "Open paths:\n\n- **all** year"),
        AnswerOutline("characteristics.gender", "", ("no-impact",)),
        AnswerOutline("characteristics.other", "Riders", ("positively",)),
        AnswerOutline("document-type", "A note", ("other",)),
        AnswerOutline("contacts.manager.name", "M. Person"),
        AnswerOutline("contacts.author.base", "The Lodge"),
        AnswerOutline("signatures.signature.author", "A. Person"),
        AnswerOutline("signatures.date.director", "May 2021"),
        AnswerOutline("next-review", "May 2022"),
    )
    return AssessmentOutline(
        "dundee-eqia-2016", tuple(sorted(answers, key=lambda one: one.question))
    )
