"""What was typed before a crash is offered: what was there, what was typed, keep or drop."""

import shutil
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest
from textual.pilot import Pilot

from desk.plan_summaries import desk_news
from plan.changes.change import Change
from plan.changes.edits import delete_action, set_action_field
from store.drafts import Draft, DraftKeeper, TypedText, drafts_of
from store.places import drafts_folder
from store.plan_file import PlanFile
from tests.tui.window import (
    app_of,
    at_rest,
    edit,
    on_disk,
    plan_of,
    plandesk,
    press,
    saved_plan,
    screen,
    shown,
    type_text,
    until,
)
from tui.dialogs.draft import DraftDialog


def timescale(path: Path, text: str) -> Change:
    plan = saved_plan(path)
    return set_action_field(plan, plan.actions[0].id, "timescale", text, name="timescale")


def left_behind(path: Path, *unsaved: Change, field: TypedText | None = None) -> None:
    """Leave a draft as a crash would."""
    plan_id = PlanFile.open(path).plan_id
    keeper = DraftKeeper(plan_id, path)
    keeper.keep(
        Draft(
            plan_id=plan_id,
            path=keeper.plan_path,
            at="2026-09-26T09:30:00+00:00",
            unsaved=unsaved,
            field=field,
        )
    )
    assert keeper.flush(10)


def typed(path: Path, text: str) -> TypedText:
    change = timescale(path, text)
    return TypedText(label=change.label, was="December 2016", typed=text, change=change)


def drafts(path: Path) -> int:
    return len(drafts_of(PlanFile.open(path).plan_id, path))


async def offered(pilot: Pilot[None]) -> str:
    """Wait until a draft is offered, and return what the window shows."""
    await until(pilot, lambda: isinstance(pilot.app.screen, DraftDialog))
    await at_rest(pilot)
    return screen(pilot.app)


async def test_what_is_being_typed_is_on_the_disk_without_leaving_the_field() -> None:
    path = on_disk()
    async with plandesk(path) as pilot:
        await edit(pilot, "Timescale")
        await type_text(pilot, "March 2027")
        await until(pilot, lambda: drafts(path) == 1)
        ((_, draft),) = drafts_of(PlanFile.open(path).plan_id, path)
        assert draft.field is not None
        assert (draft.field.was, draft.field.typed) == ("December 2016", "March 2027")
        assert "imescale" in draft.field.label


async def test_the_draft_is_gone_once_the_field_is_left_and_saved() -> None:
    path = on_disk()
    async with plandesk(path) as pilot:
        await edit(pilot, "Timescale")
        await type_text(pilot, "March 2027")
        await until(pilot, lambda: drafts(path) == 1)
        await press(pilot, "escape")
        await until(pilot, lambda: drafts(path) == 0)
    assert saved_plan(path).actions[0].timescale == "March 2027"


@pytest.mark.parametrize("size", [(80, 24), (120, 40)])
async def test_after_a_crash_both_texts_are_shown_and_keep_puts_it_into_the_plan(
    size: tuple[int, int],
) -> None:
    path = on_disk()
    left_behind(path, field=typed(path, "March 2027"))
    async with plandesk(path, size) as pilot:
        words = await offered(pilot)
        assert "December 2016" in words
        assert "March 2027" in words
        await press(pilot, "k")
        await until(pilot, lambda: plan_of(pilot).actions[0].timescale == "March 2027")
        await until(pilot, lambda: drafts(path) == 0)
        await press(pilot, "u")
        assert plan_of(pilot).actions[0].timescale == "December 2016"


async def test_what_is_dropped_is_not_offered_again() -> None:
    path = on_disk()
    left_behind(path, field=typed(path, "March 2027"))
    async with plandesk(path) as pilot:
        await offered(pilot)
        await press(pilot, "d")
        await until(pilot, lambda: drafts(path) == 0)
    assert saved_plan(path).actions[0].timescale == "December 2016"


@pytest.mark.slow
async def test_what_is_left_undecided_is_offered_the_next_time() -> None:
    path = on_disk()
    left_behind(path, field=typed(path, "March 2027"))
    for _ in range(2):
        async with plandesk(path) as pilot:
            await offered(pilot)
            await press(pilot, "escape")
    assert drafts(path) == 1


async def test_changes_that_could_not_be_saved_come_back_in_their_order() -> None:
    path = on_disk()
    first = timescale(path, "March 2027")
    assert first.rows[0].after is not None
    row = first.rows[0].model_copy(
        update={"before": first.rows[0].after, "after": {**first.rows[0].after, "pages": "12"}}
    )
    left_behind(path, first, Change(label="Edit pages of action 1.1", rows=(row,)))
    async with plandesk(path) as pilot:
        await offered(pilot)
        await press(pilot, "enter")
        await until(pilot, lambda: drafts(path) == 0)
    action = saved_plan(path).actions[0]
    assert (action.timescale, action.pages) == ("March 2027", "12")


async def test_a_draft_that_the_plan_holds_already_is_not_offered() -> None:
    path = on_disk()
    change = timescale(path, "March 2027")
    left_behind(path, change)
    PlanFile.open(path).save(change)
    async with plandesk(path) as pilot:
        await until(pilot, lambda: drafts(path) == 0)
        assert not isinstance(pilot.app.screen, DraftDialog)


async def test_a_text_whose_place_is_gone_goes_to_the_clipboard() -> None:
    path = on_disk()
    left_behind(path, field=typed(path, "March 2027"))
    file = PlanFile.open(path)
    file.save(delete_action(file.plan, file.plan.actions[0].id))
    async with plandesk(path) as pilot:
        assert "place has changed" in await offered(pilot)
        await press(pilot, "k")
        await until(pilot, lambda: pilot.app.clipboard == "March 2027")


async def test_a_text_longer_than_its_field_stays_in_the_field_and_in_the_draft() -> None:
    path = on_disk()
    async with plandesk(path) as pilot:
        await edit(pilot, "Timescale")
        await type_text(pilot, "x" * 10_001)
        await press(pilot, "escape")
        await until(pilot, lambda: drafts(path) == 1)
        assert app_of(pilot).where == "editing"
        assert "holds less text" in shown(pilot)
    assert list(drafts_folder().iterdir())


async def test_leaving_plandesk_saves_the_field_and_leaves_no_draft() -> None:
    path = on_disk()
    async with plandesk(path) as pilot:
        await edit(pilot, "Timescale")
        await type_text(pilot, "March 2027")
        await until(pilot, lambda: drafts(path) == 1)
        await press(pilot, "ctrl+q")
    assert saved_plan(path).actions[0].timescale == "March 2027"
    assert drafts(path) == 0


@pytest.mark.skipif(sys.platform == "win32", reason="there its age has to tell")
@pytest.mark.parametrize("copies", [1, 2])
def test_what_is_left_of_a_draft_goes_when_the_desk_is_looked_into(copies: int) -> None:
    path = on_disk()
    for number in range(1, copies):
        shutil.copy(path, path.with_name(f"Copy {number}.plan.json"))
    plan_id = PlanFile.open(path).plan_id
    with subprocess.Popen([sys.executable, "-c", ""]) as process:
        process.wait()
    drafts_folder().mkdir(parents=True, exist_ok=True)
    in_plan, lost = (
        drafts_folder() / f".{plan_id}.0.{process.pid}-{number}.draft.{process.pid}-1.tmp"
        for number in (1, 2)
    )
    in_plan.write_text('{"field":{"typed":"December 20', encoding="utf-8")
    lost.write_text('{"field":{"typed":"January 20', encoding="utf-8")
    desk_news(date(2026, 11, 27))
    assert not in_plan.exists()
    assert lost.exists()
