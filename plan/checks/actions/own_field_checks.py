"""The check of the fields that a council's format adds: P14."""

from collections.abc import Iterator

from plan.checks.check import COUNCILS_PLAN, Check, Found, check
from plan.checks.paper import Paper
from plan.council.own_field import Cells, OwnFields
from plan.papers.places import (
    own_action_place,
    own_aim_place,
    own_cover_place,
    own_report_place,
)
from plan.reading.own_values import problem_of


@check("P14", "FIX", "A field of the council's own holds what its kind allows.", COUNCILS_PLAN)
def own_values_are_allowed(paper: Paper) -> Iterator[Found]:
    """P14: a date that is none, an amount without figures, a word outside the council's key."""
    for action in paper.plan.actions if paper.own.fields else ():
        for field_id, text, problem in _problems(paper.own, action.own):
            place = own_action_place(paper.plan, action.id, field_id)
            yield Found(place, f"{problem}. It is kept as it is.", (text,))
    plan, council = paper.plan, paper.council.plan
    for field_id, text, problem in _problems(council.own_of_cover, plan.cover.own):
        yield Found(own_cover_place(plan, field_id), f"{problem}. It is kept as it is.", (text,))
    for aim in plan.aims if council.aim_fields else ():
        for field_id, text, problem in _problems(council.own_of_aims, aim.own):
            place = own_aim_place(plan, aim.id, field_id)
            yield Found(place, f"{problem}. It is kept as it is.", (text,))
    for field_id, text, problem in _problems(paper.council.report.own, paper.plan.report.own):
        yield Found(own_report_place(field_id), f"{problem}. It is kept as it is.", (text,))


def _problems(own: OwnFields, cells: Cells) -> Iterator[tuple[str, str, str]]:
    """Yield the id, the text and what is wrong with it, of each field of a row that has such."""
    for field_id, text in own.values(cells).items():
        field = own.get(field_id)
        problem = problem_of(field, text) if field else ""
        if problem:
            yield field_id, text, problem


OWN_FIELD_CHECKS: tuple[Check, ...] = (own_values_are_allowed,)
