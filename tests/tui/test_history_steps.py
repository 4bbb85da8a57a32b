"""Looking back: what of a step is offered, and how a step of very many things is told."""

from pathlib import Path

import pytest

from desk.history_steps import MOST_THINGS, Offer, change_of, offers_of, seen_step
from desk.session import PlanSession
from plan.changes import edits
from plan.changes.change import Change
from plan.model.outline import ActionOutline, AimOutline, PlanOutline
from tests.tui.history_of import with_history
from tests.tui.window import SMALL, on_disk, plandesk, press, saved_plan, shown, until
from tui.dialogs.history import HistoryDialog

MANY = PlanOutline(
    aims=(AimOutline("Many", tuple(ActionOutline(f"Action {n} " * 20) for n in range(150))),)
)


def last_step_of(path: Path, change: Change | None = None) -> tuple[PlanSession, list[Offer]]:
    session = PlanSession.opened(path)
    if change is not None:
        session.make(change)
    step = seen_step(session.plan, [next(session.newest_first())], session.council)
    session.saved(10)
    session.close()
    return session, offers_of(session.plan, step)


def test_the_smallest_is_offered_first_and_the_whole_plan_last() -> None:
    _, offers = last_step_of(with_history())
    assert [offer.words.partition(" of report")[0] for offer in offers] == [
        "As it was before: Text – Paragraph 1",
        "As it was before: Paragraph 1",
        "As it was before: the whole plan",
    ]
    assert offers[0].value == "To tell committee of the plan."


def test_of_very_many_things_those_that_hold_the_others_are_offered() -> None:
    path = on_disk(MANY)
    plan = saved_plan(path)
    session, offers = last_step_of(path, edits.delete_aim(plan, plan.aims[0].id))
    assert len(plan.actions) > MOST_THINGS
    assert [offer.words for offer in offers] == [
        "As it was before: Aim 1, with its actions",
        "As it was before: the whole plan",
    ]
    step = seen_step(session.plan, [next(session.newest_first())], session.council)
    assert len(change_of(session.plan, offers[0], step.wording).rows) == 151


@pytest.mark.slow
async def test_a_step_of_very_many_things_says_how_many_more_there_are() -> None:
    path = on_disk(MANY)
    plan = saved_plan(path)
    last_step_of(path, edits.delete_aim(plan, plan.aims[0].id))
    async with plandesk(path, size=(80, 24)) as pilot:
        await press(pilot, "h")
        await until(pilot, lambda: isinstance(pilot.app.screen, HistoryDialog))
        await press(pilot, "tab", "end")
        await until(pilot, lambda: "plandesk history PLAN --revision 2" in shown(pilot))
        await press(pilot, "enter")
        await until(pilot, lambda: "1 is offered by itself." in shown(pilot))


def test_a_row_that_came_is_offered_only_once_it_is_gone_or_other() -> None:
    path = on_disk(SMALL)
    plan = saved_plan(path)
    _, offers = last_step_of(path, edits.add_aim(plan, 0, "New"))
    assert [offer.words for offer in offers] == ["As it was before: the whole plan"]
