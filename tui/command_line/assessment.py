"""The commands `plandesk answer` and `plandesk mark`: fill in a form of equality assessment."""

from typing import Annotated

import typer
from pydantic import ValidationError

from desk.named_questions import assessment_named
from plan.model.field_kinds import LINE_LIMIT, PROSE_LIMIT
from tui.command_line.printing import say_done
from tui.command_line.shared import PlanName, changing, refuse, save_or_say_nothing

FormName = Annotated[
    str,
    typer.Option(
        "--form", metavar="FORM", help="Which assessment: its number, or its form's name or id."
    ),
]


def answer(
    plan: PlanName,
    question: Annotated[
        str,
        typer.Argument(
            metavar="QUESTION", help="Its id or label, or its place in check: part-3/2."
        ),
    ],
    text: Annotated[str, typer.Argument(metavar="TEXT", help="The answer; “” for none.")],
    form: FormName = "",
) -> None:
    """Answer a question of an assessment in words, and return when it is saved.

    plandesk answer PLAN part-3/2 "None are expected."
    """
    with changing(plan) as session:
        named = assessment_named(session.plan, session.council, form, question)
        try:
            change = named.answered(question, text)
        except ValidationError:
            refuse(
                f"The answer is longer than plandesk keeps: {PROSE_LIMIT:,} characters, or "
                f"{LINE_LIMIT:,} on one line."
            )
        if save_or_say_nothing(session, change, "The answer is just that already"):
            emptied = "" if text.strip() else ": it is empty now"
            say_done(f"Saved: {change.label}{emptied}.")


def mark(
    plan: PlanName,
    row: Annotated[
        str,
        typer.Argument(metavar="ROW", help="A row of a table, or a question with boxes."),
    ],
    column: Annotated[
        str, typer.Argument(metavar="COLUMN", help="Which box: its id or words, such as yes.")
    ],
    form: FormName = "",
    off: Annotated[bool, typer.Option("--off", help="Take the tick away.")] = False,
) -> None:
    """Tick a box of an assessment, or take its tick away, and return when it is saved.

    plandesk mark PLAN age positively; plandesk mark PLAN full yes
    """
    with changing(plan) as session:
        named = assessment_named(session.plan, session.council, form, row)
        change, box = named.marked(row, column, is_on=not off)
        already = "It is not ticked" if off else "It is ticked already"
        if save_or_say_nothing(session, change, f"{already}: {box}"):
            say_done(f"{'No longer ticked' if off else 'Ticked'}: {box}.")
