"""A small paper in which the checks find nothing, and ways to spoil it."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

from plan.checks.all_checks import findings
from plan.checks.paper import Paper, Practice
from plan.council.format import form_named, format_named
from plan.model.outline import (
    ActionOutline,
    AimOutline,
    AnswerOutline,
    AssessmentOutline,
    CommentOutline,
    PassageOutline,
    PlanOutline,
    ReportOutline,
)
from plan.model.plan import Plan
from tests.plan.dundee_answers import WHOLE
from tests.plan.judged_papers import DUNDEE_FORM
from tests.plan.strategies import plan_from

TODAY = date(2016, 9, 12)
FORMAT = format_named("dundee-2016")
FORMS = {DUNDEE_FORM: form_named(DUNDEE_FORM)}

AIMS = ("Make help for parents easy to find.", "Listen to children before decisions are taken.")
QUOTED = "The inspection names two areas for improvement:\n\n" + "\n".join(f"- {a}" for a in AIMS)

FIRST = ActionOutline(
    text="Publish one guide to family support.",
    pages="Pages 9, 18",
    indicators=("Impact on families",),
    leads=("Parenting Group",),
    timescale="First review December 2016 and reviewed annually thereafter",
    success_criteria=("Self-referrals rise from 140 to 200 a year by December 2017.",),
)
SECOND = ActionOutline(
    text="Ask children in every school for their views.",
    pages="All",
    indicators=("Participation of children, young people and families",),
    leads=("Youth Council", "Child Protection Committee (CPC)"),
    timescale="1st April 2017",
    success_criteria=("Each of the 12 schools reports its answers by March 2017.",),
)
PASSAGES = (
    PassageOutline("purpose", "text", "This report asks for approval of the plan (Appendix 1)."),
    PassageOutline("recommendations", "recommendation", "approve the improvement plan"),
    PassageOutline("recommendations", "recommendation", "note the progress made"),
    PassageOutline("financial", "text", "The costs are met from existing budgets."),
    PassageOutline("main-text", "numbered", QUOTED),
    PassageOutline(
        "policy",
        "text",
        "This report has been screened for any policy implications in respect of Sustainability, "
        "Strategic Environmental Assessment, Anti-Poverty, Equality Impact Assessment and Risk "
        "Management. An Equality Impact Assessment has been carried out and is attached to this "
        "report.",
    ),
    PassageOutline("consultations", "text", "The Chief Executive was consulted."),
    PassageOutline("background", "text", "None."),
)
REPORT = ReportOutline(
    item_no="7",
    committee="Children's Services Committee",
    meeting_date="26 September 2016",
    title="An improvement plan for children",
    by="Director of Children's Services",
    number="299-2016",
    signatory="A Director",
    signatory_post="Director of Children's Services",
    signed_on="September 2016",
    passages=PASSAGES,
)
ANSWERS = {**WHOLE, "title": replace(WHOLE["title"], text="An improvement plan for children")}
OUTLINE = PlanOutline(
    title="Children's services",
    subtitle="Improvement Plan",
    aims=(AimOutline(AIMS[0], (FIRST,)), AimOutline(AIMS[1], (SECOND,))),
    report=REPORT,
    assessments=(
        AssessmentOutline(
            DUNDEE_FORM,
            tuple(AnswerOutline(name, said.text, said.ticks) for name, said in ANSWERS.items()),
        ),
    ),
)

Spoil = Callable[[PlanOutline], PlanOutline]


def found_in(plan: Plan, today: date = TODAY) -> list[tuple[str, str, str]]:
    """Return what the checks find, as severity, rule and place; not what is said of the form."""
    found = findings(Paper(plan, FORMAT, today, FORMS, Practice("every-day")))
    return [
        (one.severity, one.rule, one.place.path)
        for one in found
        if one.rule not in ("E30", "E47") and (one.severity, one.rule) != ("INFO", "R14")
    ]


def spoilt(spoil: Spoil, today: date = TODAY) -> list[tuple[str, str, str]]:
    """Return what the checks find in the paper once it is spoilt."""
    return found_in(plan_from(spoil(OUTLINE)), today)


def rules_of(outline: PlanOutline, today: date = TODAY, *, islands: bool = False) -> list[str]:
    """Return the rules that speak of a paper whose council counts every day as a clear one."""
    paper = Paper(plan_from(outline), FORMAT, today, FORMS, Practice("every-day", islands))
    return [one.rule for one in findings(paper)]


def says(rule: str, spoil: Spoil, today: date = TODAY) -> bool:
    """Return whether a rule speaks of the paper once it is spoilt."""
    return rule in rules_of(spoil(OUTLINE), today)


def report(**fields: str) -> Spoil:
    """Set fields of the report."""
    return lambda one: replace(one, report=replace(one.report, **fields))  # type: ignore[arg-type]


def passage(section: str, text: str, kind: str = "text") -> Spoil:
    """Have one passage say something else; an empty one is left out."""

    def spoil(one: PlanOutline) -> PlanOutline:
        kept = [each for each in one.report.passages if each.section != section]
        new = [PassageOutline(section, kind, text)] if text else []  # type: ignore[arg-type]
        return replace(one, report=replace(one.report, passages=(*kept, *new)))

    return spoil


def action(number: int, **fields: object) -> Spoil:
    """Set fields of the action of an aim."""

    def spoil(one: PlanOutline) -> PlanOutline:
        aims = list(one.aims)
        aim = aims[number - 1]
        changed = replace(aim.actions[0], **fields)  # type: ignore[arg-type]
        aims[number - 1] = replace(aim, actions=(changed,))
        return replace(one, aims=tuple(aims))

    return spoil


def comment(text: str, **on: object) -> Spoil:
    """Leave a comment on the plan, or on a row of it."""
    left = CommentOutline(text, **on)  # type: ignore[arg-type]
    return lambda one: replace(one, comments=(left,))


def aim(number: int, **fields: object) -> Spoil:
    """Set the text or the actions of an aim."""

    def spoil(one: PlanOutline) -> PlanOutline:
        aims = list(one.aims)
        aims[number - 1] = replace(aims[number - 1], **fields)  # type: ignore[arg-type]
        return replace(one, aims=tuple(aims))

    return spoil
