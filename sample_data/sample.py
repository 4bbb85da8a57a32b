"""The sample plan, as written or at any size."""

import tomllib
from dataclasses import replace
from functools import cache
from importlib import resources
from typing import TypeVar

from pydantic import TypeAdapter

from plan.council import DEFAULT_FORMAT
from plan.model.outline import (
    ActionOutline,
    AimOutline,
    AnswerOutline,
    AssessmentOutline,
    PassageOutline,
    PlanOutline,
    ReportOutline,
    built_plan,
)
from plan.model.plan import Plan

OutlineT = TypeVar("OutlineT")

ACTIONS_AN_AIM = 25
"""How many actions each aim of a large plan has; the last may have fewer."""

LOCALITIES = ("Kirkbrannoch", "Glenmorrow", "Port Callan", "Upper Strath", "Lower Strath")


@cache
def sample_outline() -> PlanOutline:
    """Return the sample: the committee paper of the fictional Strathbrannoch Council.

    It is an improvement plan, its committee report and an equality impact assessment.
    """
    plan = _read("plan", PlanOutline)
    report = _read("report", ReportOutline)
    assessment = _read("assessment", AssessmentOutline)
    return replace(
        plan,
        report=replace(report, passages=_by_section(report.passages)),
        assessments=(replace(assessment, answers=_by_question(assessment.answers)),),
    )


def sample_plan(actions: int | None = None) -> Plan:
    """Return the sample, or a plan of `actions` actions for trying size."""
    outline = sample_outline() if actions is None else large_outline(actions)
    return built_plan(outline, DEFAULT_FORMAT)


def _read(name: str, kind: type[OutlineT]) -> OutlineT:
    file = resources.files("sample_data") / f"{name}.toml"
    return TypeAdapter(kind).validate_python(tomllib.loads(file.read_text(encoding="utf-8")))


def _by_section(passages: tuple[PassageOutline, ...]) -> tuple[PassageOutline, ...]:
    """Return the passages in the order of a plan: by the id of their section."""
    return tuple(sorted(passages, key=lambda passage: passage.section))


def _by_question(answers: tuple[AnswerOutline, ...]) -> tuple[AnswerOutline, ...]:
    return tuple(sorted(answers, key=lambda answer: answer.question))


def large_outline(actions: int) -> PlanOutline:
    """Return a paper whose plan has exactly that many actions, for trying the app at that size.

    The report and the assessment are the sample's. Its actions are repeated, each time for another
    locality and with the timescales shifted by one, so that no two actions are the same. The same
    number always gives the same plan.

    Raises ValueError unless `actions` is 1 or more.
    """
    if actions < 1:
        raise ValueError(f"a plan has 1 action or more, not {actions}")
    sample = sample_outline()
    rows = _actions(sample, actions)
    starts = range(0, actions, ACTIONS_AN_AIM)
    aims = tuple(
        AimOutline(_aim_text(sample, number), rows[start : start + ACTIONS_AN_AIM])
        for number, start in enumerate(starts)
    )
    counted = "1 action" if actions == 1 else f"{actions:,} actions"
    return replace(sample, subtitle=f"{sample.subtitle}: sample of {counted}", aims=aims)


def _actions(sample: PlanOutline, count: int) -> tuple[ActionOutline, ...]:
    written = [action for aim in sample.aims for action in aim.actions]
    return tuple(_action(written, number) for number in range(count))


def _action(written: list[ActionOutline], number: int) -> ActionOutline:
    turn, place = divmod(number, len(written))
    action = written[place]
    timescale = written[(place + turn) % len(written)].timescale
    return replace(action, text=_scope(turn) + action.text, timescale=timescale)


def _aim_text(sample: PlanOutline, number: int) -> str:
    turn, place = divmod(number, len(sample.aims))
    return _scope(turn) + sample.aims[place].text


def _scope(turn: int) -> str:
    """Return the words that set off one repetition of the sample, none for the first."""
    if turn == 0:
        return ""
    year, locality = divmod(turn - 1, len(LOCALITIES))
    return f"{LOCALITIES[locality]}, year {year + 1}: "
