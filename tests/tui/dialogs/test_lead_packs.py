"""Forms for the leads in the window: written, and what comes back is taken note by note."""

from pathlib import Path

import pytest
from textual.pilot import Pilot

from plan.model.plan import Plan
from store.settings import Settings, save_settings
from tests.tui.changed_elsewhere import words_of
from tests.tui.command_line.test_lead_packs_command import filled
from tests.tui.window import on_disk, plan_of, plandesk, press, said, type_text, until
from tui.dialogs.lead_packs import LeadsDialog, ReplyDialog

FIRST = "Publish one guide for families."
pytestmark = pytest.mark.usefixtures("frozen")


def replied(plan: Plan) -> list[tuple[str, str]]:
    return [(one.status, one.text) for one in plan.notes_of(plan.actions[0].id)]


async def sent(pilot: Pilot[None], folder: Path) -> Path:
    """Write the forms from the window; return that of the first action's first lead."""
    await press(pilot, "L")
    assert isinstance(pilot.app.screen, LeadsDialog)
    assert "p writes them" in words_of(pilot)
    await press(pilot, "p")
    await until(pilot, lambda: "2 forms written into" in said(pilot))
    return folder / "Forms for Small" / "Progress Parenting Group.docx"


async def opened(pilot: Pilot[None], reply: Path) -> None:
    await press(pilot, "L", "o")
    await type_text(pilot, str(reply))
    await press(pilot, "enter")
    await until(pilot, lambda: isinstance(pilot.app.screen, ReplyDialog))


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
        assert "1 progress note to take" in words_of(pilot)
        assert "[x] Action 1.1" in words_of(pilot)
        assert "It is [b]out[/b]." in words_of(pilot)
        await press(pilot, "enter")
        assert len(replied(plan_of(pilot))) == len(before) + 1
        assert ("Complete", "It is [b]out[/b].") in replied(plan_of(pilot))
        await press(pilot, "L")
        assert "Parenting Group (1 action): has replied" in words_of(pilot)
        assert "Voluntary Sector Forum (1 action): has not replied" in words_of(pilot)
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
        await press(pilot, "space")
        assert "[ ] Action 1.1" in words_of(pilot)
        await press(pilot, "enter")
        assert replied(plan_of(pilot)) == before


async def test_a_file_that_is_no_reply_is_refused_in_words(tmp_path: Path) -> None:
    save_settings(Settings(export_folder=str(tmp_path)))
    (tmp_path / "no.docx").write_text("no Word file")
    async with plandesk(on_disk()) as pilot:
        await press(pilot, "L", "o")
        await type_text(pilot, str(tmp_path / "no.docx"))
        await press(pilot, "enter")
        await until(pilot, lambda: "no.docx" in said(pilot))
        assert len(pilot.app.screen_stack) == 1
