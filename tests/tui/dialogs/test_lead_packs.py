"""Forms for the leads in the window: written, and what comes back is taken field by field."""

import shutil
from pathlib import Path

import pytest
from textual.pilot import Pilot

from plan.model.outline import ActionOutline, AimOutline, PlanOutline
from plan.model.plan import Plan
from store.settings import Settings, save_settings
from tests.tui.changed_elsewhere import words_of
from tests.tui.command_line.test_lead_packs_command import filled
from tests.tui.window import (
    on_disk,
    plan_of,
    plandesk,
    press,
    resize,
    said,
    shown,
    type_text,
    until,
)
from tui.dialogs.choose import ChooseDialog
from tui.dialogs.lead_packs import LeadsDialog, ReplyDialog
from tui.dialogs.open_file import OpenFileDialog
from tui.widgets.row_list import RowList

FIRST = "Publish one guide for families."
pytestmark = pytest.mark.usefixtures("frozen")


def replied(plan: Plan) -> list[tuple[str, str]]:
    return [(one.status, one.text) for one in plan.notes_of(plan.actions[0].id)]


def listed(pilot: Pilot[None]) -> list[str]:
    """Return the rows of the reply that is shown, each on one line."""
    rows = pilot.app.screen.query_one("#answers", RowList).rows
    return [" ".join(row.content.plain.split()) for row in rows]


async def sent(pilot: Pilot[None], folder: Path) -> Path:
    """Write the forms from the window; return that of the first action's first lead."""
    await press(pilot, "L")
    assert isinstance(pilot.app.screen, LeadsDialog)
    assert "p writes them" in words_of(pilot)
    await press(pilot, "p")
    await until(pilot, lambda: "2 forms written into" in said(pilot))
    await press(pilot, "o")
    assert "Progress Parenting Group.docx" in shown(pilot)
    await press(pilot, "escape")
    return folder / "Forms for Small" / "Progress Parenting Group.docx"


async def opened(pilot: Pilot[None], reply: Path) -> None:
    await press(pilot, "L", "o")
    await type_text(pilot, str(reply))
    await press(pilot, "enter")
    await until(pilot, lambda: isinstance(pilot.app.screen, ReplyDialog))


async def test_a_lead_has_a_line_of_its_own_only_where_the_box_is_too_narrow() -> None:
    long = "Head of Children, Families and Learning / Chief Officers Group"
    outline = PlanOutline(aims=(AimOutline("Plan.", (ActionOutline("Do.", leads=(long, "Me")),)),))
    async with plandesk(on_disk(outline), size=(120, 40)) as pilot:
        await press(pilot, "L")
        await until(pilot, lambda: f"{long}  1 action  has not replied" in shown(pilot))
        await resize(pilot, 80, 24)
        await until(pilot, lambda: f"{long}  " in shown(pilot) and f"{long}  1" not in shown(pilot))


@pytest.mark.parametrize("size", [(80, 24), (120, 40)], ids=str)
@pytest.mark.slow
async def test_a_reply_is_shown_and_taken_once_as_one_change(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    save_settings(Settings(export_folder=str(tmp_path)))
    async with plandesk(on_disk(), size=size) as pilot:
        form = await sent(pilot, tmp_path)
        reply = filled(form, (FIRST, "Complete", "It is [b]out[/b]."))
        before = replied(plan_of(pilot))
        await opened(pilot, reply)
        assert "2 fields new, 2 to take." in words_of(pilot)
        assert "It is [b]out[/b]." in words_of(pilot)
        assert listed(pilot) == [
            "Action 1.1: Publish one guide for families.",
            "[x] Status: Complete until now: On track",
            "[x] Progress: It is [b]out[/b]. until now: A draft is out.",
        ]
        await press(pilot, "enter")
        assert len(replied(plan_of(pilot))) == len(before) + 1
        assert ("Complete", "It is [b]out[/b].") in replied(plan_of(pilot))
        await press(pilot, "L")
        assert "Parenting Group 1 action has replied" in words_of(pilot)
        assert "Voluntary Sector Forum 1 action has not replied" in words_of(pilot)
        await press(pilot, "escape")
        await opened(pilot, reply)
        assert "the plan has this note already" in words_of(pilot)
        await press(pilot, "enter")
        assert "nothing to take" in said(pilot)
        await press(pilot, "u")
        assert replied(plan_of(pilot)) == before


@pytest.mark.slow
async def test_what_is_left_is_not_taken(tmp_path: Path) -> None:
    save_settings(Settings(export_folder=str(tmp_path)))
    async with plandesk(on_disk()) as pilot:
        form = await sent(pilot, tmp_path)
        before = replied(plan_of(pilot))
        await opened(pilot, filled(form, (FIRST, "Complete", "It is out.")))
        await press(pilot, "a")
        assert "[ ] Status: Complete until now: On track" in listed(pilot)
        await press(pilot, "enter")
        assert replied(plan_of(pilot)) == before


@pytest.mark.slow  # the command says it in a tenth of the time, in test_lead_packs_command.py
async def test_a_field_that_was_left_can_be_taken_later_into_the_same_note(
    tmp_path: Path,
) -> None:
    save_settings(Settings(export_folder=str(tmp_path)))
    async with plandesk(on_disk(), size=(80, 24)) as pilot:
        form = await sent(pilot, tmp_path)
        before = replied(plan_of(pilot))
        reply = filled(form, (FIRST, "Complete", "It is out."))
        await opened(pilot, reply)
        await press(pilot, "space")
        assert "2 fields new, 1 to take." in words_of(pilot)
        await press(pilot, "enter")
        assert replied(plan_of(pilot)) == [*before, ("", "It is out.")]
        await opened(pilot, reply)
        assert "1 field new, 0 to take." in words_of(pilot)
        assert listed(pilot)[1:] == [
            "[ ] Status: Complete until now: On track",
            "Progress: It is out. the plan has this already",
        ]
        await press(pilot, "enter")
        assert replied(plan_of(pilot)) == [*before, ("", "It is out.")]
        await opened(pilot, reply)
        await press(pilot, "space", "enter")
        assert replied(plan_of(pilot)) == [*before, ("Complete", "It is out.")]
        await opened(pilot, reply)
        assert "the plan has this note already" in words_of(pilot)


async def test_space_on_an_action_takes_or_leaves_both_of_its_fields(tmp_path: Path) -> None:
    save_settings(Settings(export_folder=str(tmp_path)))
    async with plandesk(on_disk()) as pilot:
        form = await sent(pilot, tmp_path)
        await opened(pilot, filled(form, (FIRST, "Complete", "It is out.")))
        await press(pilot, "home", "space")
        assert "From Parenting Group: 2 fields new, 0 to take." in words_of(pilot)
        await press(pilot, "space")
        assert "2 fields new, 2 to take." in words_of(pilot)


async def from_the_desk(pilot: Pilot[None], path: Path) -> None:
    """Open a file from the list of plans."""
    await press(pilot, "o")
    await until(pilot, lambda: isinstance(pilot.app.screen, OpenFileDialog))
    await type_text(pilot, str(path))
    await press(pilot, "enter")


async def test_a_form_that_came_back_is_opened_from_the_list_of_plans(tmp_path: Path) -> None:
    save_settings(Settings(export_folder=str(tmp_path)))
    on_disk(PlanOutline(title="Another"), "Another")
    async with plandesk(on_disk()) as pilot:
        form = await sent(pilot, tmp_path)
        reply = filled(form, (FIRST, "Complete", "It is out."))
        await press(pilot, "ctrl+o")
        await from_the_desk(pilot, reply)
        await until(pilot, lambda: isinstance(pilot.app.screen, ReplyDialog))
        await press(pilot, "enter")
        assert ("Complete", "It is out.") in replied(plan_of(pilot))


async def test_a_form_of_a_plan_that_is_not_there_is_no_plan_to_import(tmp_path: Path) -> None:
    save_settings(Settings(export_folder=str(tmp_path)))
    path = on_disk()
    async with plandesk(path) as pilot:
        form = await sent(pilot, tmp_path)
        reply = filled(form, (FIRST, "Complete", "It is out."))
        await press(pilot, "ctrl+o", "d")
        await until(pilot, lambda: not path.exists())
        await from_the_desk(pilot, reply)
        await until(pilot, lambda: "a plan that is not on this list" in said(pilot))
        assert len(pilot.app.screen_stack) == 1


async def test_it_is_asked_to_which_of_two_plans_a_reply_is(tmp_path: Path) -> None:
    save_settings(Settings(export_folder=str(tmp_path)))
    path = on_disk()
    async with plandesk(path) as pilot:
        form = await sent(pilot, tmp_path)
        reply = filled(form, (FIRST, "Complete", "It is out."))
        await press(pilot, "ctrl+o")
        shutil.copy(path, path.with_name("Twin.plan.json"))
        await from_the_desk(pilot, reply)
        await until(pilot, lambda: isinstance(pilot.app.screen, ChooseDialog))
        assert "is a lead's reply to one of these plans" in words_of(pilot)
        await press(pilot, "enter")
        await until(pilot, lambda: isinstance(pilot.app.screen, ReplyDialog))


async def test_a_file_that_is_no_reply_is_refused_in_words(tmp_path: Path) -> None:
    save_settings(Settings(export_folder=str(tmp_path)))
    (tmp_path / "no.docx").write_text("no Word file")
    async with plandesk(on_disk()) as pilot:
        await press(pilot, "L", "o")
        await type_text(pilot, str(tmp_path / "no.docx"))
        await press(pilot, "enter")
        await until(pilot, lambda: "no.docx" in said(pilot))
        assert len(pilot.app.screen_stack) == 1
