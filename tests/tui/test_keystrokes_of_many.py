"""Tasks with several rows take no more keys than they may: those of docs/keystrokes.toml."""

import tomllib

import pytest
from textual.pilot import Pilot

from plan.model.outline import PlanOutline
from sample_data.sample import large_outline, sample_outline
from tests.repository import ROOT
from tests.tui.window import NARROW, on_disk, plandesk, press, saved_plan

TASKS = {
    one["id"]: one
    for one in tomllib.loads((ROOT / "docs" / "keystrokes.toml").read_text(encoding="utf-8"))[
        "task"
    ]
}
MOST = {"insert-action": 3, "move-action": 4, "copy-three": 9, "one-timescale": 8}
pytestmark = pytest.mark.slow


async def do(pilot: Pilot[None], keys: list[str]) -> None:
    """Press keys; of prose, each letter."""
    for key in keys:
        await press(pilot, *(key.removeprefix("text:") if key.startswith("text:") else [key]))


@pytest.mark.parametrize("task", MOST)
def test_a_task_takes_no_more_keys_than_it_may(task: str) -> None:
    keys = [key for key in TASKS[task]["keys"] if not key.startswith("text:")]
    assert len(keys) <= MOST[task]


async def test_an_action_is_inserted_after_another() -> None:
    path = on_disk(sample_outline())
    before = saved_plan(path)
    async with plandesk(path, size=NARROW) as pilot:
        await do(pilot, [*TASKS["insert-action"]["keys"], "ctrl+q"])
    after = saved_plan(path)
    inserted = after.action_at("4.3")
    assert inserted is not None
    assert inserted.text == "Publish a guide for carers."
    assert [one for one in after.actions if one.id != inserted.id] == list(before.actions)


async def test_an_action_is_moved_to_an_aim_far_away() -> None:
    path = on_disk(large_outline(140))
    before = saved_plan(path)
    moved = before.action_at("4.3")
    assert moved is not None
    async with plandesk(path, size=NARROW) as pilot:
        await do(pilot, [*TASKS["move-action"]["from"], *TASKS["move-action"]["keys"], "ctrl+q"])
    after = saved_plan(path)
    assert after.number_of(after.action_rows[moved.id].parent) == 1
    assert after.actions_of(after.aims[0].id)[-1].text == moved.text


async def test_three_actions_are_copied_to_the_other_plan() -> None:
    first, other = on_disk(sample_outline()), on_disk(PlanOutline("Next year"), "Next year")
    async with plandesk(first, size=NARROW) as pilot:
        await do(pilot, TASKS["copy-three"]["keys"])
        await press(pilot, "ctrl+q")
    texts = [one.text for one in saved_plan(first).actions]
    assert [one.text for one in saved_plan(other).actions] == texts[:3]


async def test_five_actions_are_given_one_timescale() -> None:
    path = on_disk(sample_outline())
    async with plandesk(path, size=NARROW) as pilot:
        await do(pilot, [*TASKS["one-timescale"]["keys"], "ctrl+q"])
    timescales = [one.timescale for one in saved_plan(path).actions]
    assert timescales[:5] == ["June 2027"] * 5
    assert "June 2027" not in timescales[5:]
