"""Small ways to spoil a written paper, or to put it right: one slip of an officer each."""

from dataclasses import replace
from datetime import date
from typing import Any

from plan.outline import AimOutline, PlanOutline
from plan.paper_outline import AppendixOutline, AssessmentOutline, ReportOutline
from tests.plan.checks.written.writing import Spoil, Written, assessment
from tests.plan.papers import Said


def both(*spoils: Spoil) -> Spoil:
    """Do one after the other."""

    def spoil(paper: Written) -> Written:
        for one in spoils:
            paper = one(paper)
        return paper

    return spoil


def on(year: int, month: int, day: int) -> Spoil:
    """Look at the paper on another day."""
    return lambda paper: replace(paper, today=date(year, month, day))


def _outline(**fields: Any) -> Spoil:
    return lambda paper: replace(paper, outline=replace(paper.outline, **fields))


# The plan


def at(ref: str, **fields: Any) -> Spoil:
    """Set fields of an action."""
    aim_number, number = (int(part) - 1 for part in ref.split("."))

    def spoil(paper: Written) -> Written:
        aim = paper.outline.aims[aim_number]
        actions = list(aim.actions)
        actions[number] = replace(actions[number], **fields)
        return _with_aim(paper, aim_number, replace(aim, actions=tuple(actions)))

    return spoil


def aim(number: int, **fields: Any) -> Spoil:
    """Set the sentence or the actions of an aim."""
    return lambda paper: _with_aim(
        paper, number - 1, replace(paper.outline.aims[number - 1], **fields)
    )


def _with_aim(paper: Written, place: int, one: AimOutline) -> Written:
    aims = list(paper.outline.aims)
    aims[place] = one
    return _outline(aims=tuple(aims))(paper)


def without_aim(number: int) -> Spoil:
    """Leave an aim out."""

    def spoil(paper: Written) -> Written:
        aims = paper.outline.aims
        return _outline(aims=(*aims[: number - 1], *aims[number:]))(paper)

    return spoil


# The report


def header(**fields: Any) -> Spoil:
    """Set fields of the report's header, its signature or its appendices."""
    return lambda paper: _with_report(paper, **fields)


def appendices(*them: AppendixOutline) -> Spoil:
    """List other appendices."""
    return header(appendices=them)


def says(section: str, old: str, new: str) -> Spoil:
    """Have the report say something else in a section; where nothing is left, no passage is."""

    def spoil(paper: Written) -> Written:
        kept = []
        changed = 0
        for one in paper.outline.report.passages:
            if one.section == section and old in one.text:
                changed += one.text.count(old)
                one = replace(one, text=one.text.replace(old, new).strip())  # noqa: PLW2901
            if one.text:
                kept.append(one)
        assert changed == 1, f"“{old}” stands {changed} times in {section} of {paper.name}"
        return _with_report(paper, passages=tuple(kept))

    return spoil


def without_section(section: str) -> Spoil:
    """Leave a section of the report blank."""
    return lambda paper: _with_report(
        paper,
        passages=tuple(one for one in paper.outline.report.passages if one.section != section),
    )


def _with_report(paper: Written, **fields: Any) -> Written:
    report: ReportOutline = replace(paper.outline.report, **fields)
    return _outline(report=report)(paper)


# The inspection report


def inspection(**fields: Any) -> Spoil:
    """Set what was typed of the inspection report."""

    def spoil(paper: Written) -> Written:
        assert paper.inspection is not None
        return replace(paper, inspection=replace(paper.inspection, **fields))

    return spoil


def recommended_too(text: str) -> Spoil:
    """Have the inspectors recommend one thing more."""

    def spoil(paper: Written) -> Written:
        assert paper.inspection is not None
        return inspection(recommendations=(*paper.inspection.recommendations, text))(paper)

    return spoil


# The assessment


def answer(question: str, text: str = "", *ticks: str, which: int = 1) -> Spoil:
    """Answer a question in other words or boxes; with neither it is left blank."""

    def spoil(paper: Written) -> Written:
        outline: PlanOutline = paper.outline
        them = list(outline.assessments)
        them[which - 1] = _answered(them[which - 1], question, Said(text, ticks))
        return _outline(assessments=tuple(them))(paper)

    return spoil


def _answered(one: AssessmentOutline, question: str, said: Said) -> AssessmentOutline:
    answers = {each.question: Said(each.text, each.ticks) for each in one.answers}
    return assessment({**answers, question: said}, one.form)


def mark(column: str, rows: str, which: int = 1) -> Spoil:
    """Mark rows of Dundee's form in a column."""
    return both(
        *(answer(f"characteristics.{row}", "", column, which=which) for row in rows.split())
    )


def without_assessment(which: int = 1) -> Spoil:
    """Leave an assessment out."""

    def spoil(paper: Written) -> Written:
        them = paper.outline.assessments
        return _outline(assessments=(*them[: which - 1], *them[which:]))(paper)

    return spoil
