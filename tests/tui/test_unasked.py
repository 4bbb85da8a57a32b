"""A dialog that comes up by itself is not answered by keys that were pressed before it was seen."""

import pytest

from desk.session import PlanSession
from tests.tui.changed_elsewhere import elsewhere, written_here
from tests.tui.test_drafting import drafts, left_behind, typed
from tests.tui.window import (
    app_of,
    edit,
    editor_of,
    on_disk,
    plan_of,
    plandesk,
    press,
    said,
    saved_plan,
    shown,
    until,
)
from tui import recovery
from tui.app import Plandesk
from tui.dialogs.choose import ChooseDialog
from tui.dialogs.dialog import Dialog
from tui.dialogs.differences import DifferencesDialog
from tui.dialogs.draft import DraftDialog
from tui.window import Window

TOO_SOON = "not taken as an answer"


@pytest.fixture
def unseen(monkeypatch: pytest.MonkeyPatch) -> None:
    """Have no officer ever see a dialog: every key was pressed before."""
    monkeypatch.setattr(Dialog, "_take_answers", lambda self: None)


@pytest.mark.usefixtures("unseen")
@pytest.mark.parametrize("key", ["k", "enter", "d", "delete", "escape"])
async def test_a_draft_is_neither_kept_nor_dropped_unseen(key: str) -> None:
    path = on_disk()
    left_behind(path, field=typed(path, "March 2027"))
    async with plandesk(path) as pilot:
        await until(pilot, lambda: isinstance(pilot.app.screen, DraftDialog))
        assert "k or Enter: keep" not in shown(pilot)
        await press(pilot, key)
        assert isinstance(pilot.app.screen, DraftDialog)
        assert TOO_SOON in said(pilot)
        assert drafts(path) == 1
        assert plan_of(pilot).actions[0].timescale == "December 2016"
        await press(pilot, "ctrl+q")
        assert app_of(pilot).is_closing


@pytest.mark.usefixtures("unseen")
@pytest.mark.parametrize("key", ["enter", "escape"])
async def test_a_damaged_plan_is_neither_brought_back_nor_left_unseen(key: str) -> None:
    path = on_disk()
    path.write_bytes(b"")
    async with plandesk(path) as pilot:
        await until(pilot, lambda: isinstance(pilot.app.screen, ChooseDialog))
        await press(pilot, key)
        assert isinstance(pilot.app.screen, ChooseDialog)
        assert TOO_SOON in said(pilot)
    assert path.read_bytes() == b""


async def test_once_it_has_been_seen_it_shows_its_keys_and_is_answered() -> None:
    path = on_disk()
    left_behind(path, field=typed(path, "March 2027"))
    async with plandesk(path) as pilot:
        await until(pilot, lambda: isinstance(pilot.app.screen, DraftDialog))
        assert "k or Enter: keep" in shown(pilot)
        await press(pilot, "k")
        await until(pilot, lambda: plan_of(pilot).actions[0].timescale == "March 2027")
        assert TOO_SOON not in said(pilot)


@pytest.mark.usefixtures("unseen")
@pytest.mark.parametrize("key", ["enter", "escape"])
@pytest.mark.slow
async def test_what_was_changed_elsewhere_is_neither_taken_nor_left_unseen(key: str) -> None:
    path = on_disk()
    async with plandesk(path) as pilot:
        elsewhere(path, timescale="Every week", pages="Page 7")
        await written_here(pilot, "Timescale", "Every month")
        await until(pilot, lambda: isinstance(pilot.app.screen, DifferencesDialog))
        await press(pilot, key)
        assert isinstance(pilot.app.screen, DifferencesDialog)
        assert TOO_SOON in said(pilot)
        assert saved_plan(path).actions[0].timescale == "Every week"


@pytest.mark.slow
async def test_nobody_is_asked_about_a_draft_while_typing(monkeypatch: pytest.MonkeyPatch) -> None:
    path = on_disk()
    left_behind(path, field=typed(path, "March 2027"))
    looked: list[tuple[Window, PlanSession]] = []
    monkeypatch.setattr(Plandesk, "inspect_opened_plan", lambda *given: looked.append(given))
    async with plandesk(path) as pilot:
        await until(pilot, lambda: looked)
        await edit(pilot, "Pages")
        recovery.inspect_opened_plan(*looked[0])
        await press(pilot, "x")
        assert editor_of(pilot).has_focus
        assert editor_of(pilot).text.endswith("x")
        await press(pilot, "escape")
        await until(pilot, lambda: isinstance(pilot.app.screen, DraftDialog))
        assert drafts(path) == 1
        assert plan_of(pilot).actions[0].timescale == "December 2016"
