"""In the window a plan is shared and fetched by a key, and the title line says how that stands."""

import shutil
from datetime import datetime
from pathlib import Path
from threading import Event

import pytest

from desk.joining import join
from desk.session import PlanSession
from desk.sharing import Sharing, SharingStatus, exchange_now
from plan.changes.edits import set_action_field
from store.history import history_path
from store.plan_file import PlanFile
from store.settings import Settings, changed_settings, save_settings
from store.sharing.folder import SharedFolder
from store.sharing.own_versions import OwnVersions
from tests.tui.changed_elsewhere import elsewhere
from tests.tui.pending import ERRORS
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
from tui.app import Plandesk
from tui.dialogs.choose import ChooseDialog
from tui.dialogs.share import ShareDialog, sharing_in_words


def colleague_shares(shared: Path, folder: Path, text: str) -> None:
    """Join what is shared on another laptop, edit it, and share it again."""
    path = folder / "colleague.plan.json"
    (joined,) = join(str(shared), str(path), print)
    session = PlanSession.opened(joined.path)
    row = session.plan.actions[0].id
    session.make(set_action_field(session.plan, row, "timescale", text, name="timescale"))
    exchange_now(session, to_share=True)
    session.close()


@pytest.mark.slow
async def test_a_plan_is_shared_by_a_key_and_the_title_line_tells_how_it_stands(
    tmp_path: Path,
) -> None:
    path, shared = on_disk(), tmp_path / "shared"
    async with plandesk(path, size=(80, 24)) as pilot:
        await press(pilot, "f9")
        await until(pilot, lambda: isinstance(pilot.app.screen, ShareDialog))
        await press(pilot, "enter")
        assert "is no folder that can be shared in" in shown(pilot)
        await type_text(pilot, str(shared))
        await press(pilot, "enter")
        await until(pilot, lambda: "Shared: Small" in said(pilot))
        first_line = shown(pilot).splitlines()[0]
        assert "Saved" in first_line
        assert "Shared " in first_line
        assert [one.suffix for one in shared.iterdir() if one.is_file()] == [".json"]
        await press(pilot, "a")
        await type_text(pilot, "Another aim")
        await press(pilot, "escape")
        await until(pilot, lambda: "Not shared since" in shown(pilot).splitlines()[0])
        await press(pilot, "f9")
        await until(pilot, lambda: "   Shared " in shown(pilot).splitlines()[0])


async def test_what_a_colleague_has_shared_is_fetched_shown_and_undone_by_keys(
    tmp_path: Path,
) -> None:
    path, shared = on_disk(), tmp_path / "shared"
    session = PlanSession.opened(path)
    exchange_now(session, str(shared), to_share=True)
    session.close()
    before = session.plan.actions[0].timescale
    colleague_shares(shared, tmp_path, "May 2031")
    async with plandesk(path) as pilot:
        await press(pilot, "f6")
        await until(pilot, lambda: plan_of(pilot).actions[0].timescale == "May 2031")
        await until(pilot, lambda: "1 version of colleagues came in" in said(pilot))
        assert "Shared " in shown(pilot).splitlines()[0]
        await press(pilot, "u")
        assert plan_of(pilot).actions[0].timescale == before
        assert "Not shared since" in shown(pilot).splitlines()[0]


async def test_a_shared_plan_that_is_opened_looks_by_itself_for_what_waits(
    tmp_path: Path,
) -> None:
    path, shared = on_disk(), tmp_path / "shared"
    session = PlanSession.opened(path)
    exchange_now(session, str(shared), to_share=True)
    session.close()
    colleague_shares(shared, tmp_path, "May 2031")
    before = path.read_bytes()
    async with plandesk(path, size=(120, 40)) as pilot:
        await until(pilot, lambda: "1 version waits: F6 brings it in." in said(pilot))
        assert "1 waits, " in shown(pilot).splitlines()[0]
        await resize(pilot, 64, 24)
        assert "   1 waits   " in shown(pilot).splitlines()[0]
        await resize(pilot, 120, 40)
        assert path.read_bytes() == before
        await press(pilot, "f6")
        await until(pilot, lambda: plan_of(pilot).actions[0].timescale == "May 2031")
        await until(pilot, lambda: "   Shared " in shown(pilot).splitlines()[0])


async def test_a_plan_that_has_all_says_nothing_when_it_is_opened(tmp_path: Path) -> None:
    path = on_disk()
    session = PlanSession.opened(path)
    exchange_now(session, str(tmp_path / "shared"), to_share=True)
    session.close()
    async with plandesk(path) as pilot:
        assert "wait" not in said(pilot)


@pytest.mark.parametrize(
    ("where", "looks", "may"),
    [
        ("/mnt/team", "", True),
        ("/mnt/team", "servers", True),
        ("/mnt/team", "never", False),
        ("https://anna@couch.example.org/plans", "", False),
        ("https://anna@couch.example.org/plans", "servers", True),
        ("https://anna@couch.example.org/plans", "never", False),
        ("", "servers", False),
    ],
)
async def test_an_opened_plan_looks_on_a_server_only_where_the_officer_has_set_that_up(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, where: str, looks: str, may: bool
) -> None:
    asked: list[str] = []

    def opened(place: str) -> SharedFolder:
        asked.append(place)
        return SharedFolder(tmp_path)

    path = on_disk()
    session = PlanSession.opened(path)
    exchange_now(session, str(tmp_path), to_share=True)
    own = OwnVersions(session.plan_id)
    own.save_state(own.state().model_copy(update={"where": where}))
    session.close()
    monkeypatch.setattr("desk.sharing.opened_place", opened)
    save_settings(changed_settings(Settings(), look_for_versions=looks))
    async with plandesk(path):
        assert asked == [where] * may


async def test_a_folder_that_is_away_is_no_word_and_no_error_when_a_plan_is_opened(
    tmp_path: Path,
) -> None:
    path, shared = on_disk(), tmp_path / "shared"
    session = PlanSession.opened(path)
    exchange_now(session, str(shared), to_share=True)
    session.close()
    shutil.rmtree(shared)
    shared.write_text("no folder any more")
    async with plandesk(path) as pilot:
        assert pilot.app not in ERRORS
        assert "cannot be reached" not in said(pilot)


async def test_a_drive_that_hangs_holds_up_neither_the_window_nor_its_end(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = on_disk()
    session = PlanSession.opened(path)
    exchange_now(session, str(tmp_path / "shared"), to_share=True)
    session.close()
    begun, back = Event(), Event()

    def hangs(place: str) -> SharedFolder:
        begun.set()
        back.wait()
        return SharedFolder(Path(place))

    monkeypatch.setattr("desk.sharing.opened_place", hangs)
    app = Plandesk(path)
    async with app.run_test(size=(80, 24)) as pilot:
        while not begun.is_set():
            await pilot.pause()
        app.exit()
    back.set()
    assert app.session is not None
    app.session.close()


async def test_a_place_that_is_away_is_said_and_the_title_line_keeps_it(tmp_path: Path) -> None:
    path, shared = on_disk(), tmp_path / "shared"
    session = PlanSession.opened(path)
    exchange_now(session, str(shared), to_share=True)
    session.close()
    shutil.rmtree(shared)
    async with plandesk(path) as pilot:
        await press(pilot, "f9")
        await until(pilot, lambda: "cannot be reached" in said(pilot))
        assert "Away, not shared since" in shown(pilot).splitlines()[0]


async def test_copies_beside_a_plan_are_said_and_brought_together_by_a_key(tmp_path: Path) -> None:
    path = on_disk()
    copy = path.with_name("Small-LAPTOP-7.plan.json")
    shutil.copy(path, copy)
    shutil.copy(history_path(path), history_path(copy))
    elsewhere(copy, timescale="May 2031")
    async with plandesk(path) as pilot:
        await until(pilot, lambda: "1 copy of this plan lies beside it" in said(pilot))
        await press(pilot, "f6")
        await until(pilot, lambda: plan_of(pilot).actions[0].timescale == "May 2031")
        await until(pilot, lambda: not copy.exists())


async def test_the_same_plan_under_another_name_is_asked_about(tmp_path: Path) -> None:
    path = on_disk()
    other = path.with_name("Next year.plan.json")
    shutil.copy(path, other)
    before = PlanFile.open(path).plan_id
    async with plandesk(path) as pilot:
        await press(pilot, "f6")
        await until(pilot, lambda: isinstance(pilot.app.screen, ChooseDialog))
        assert "under a name of its own" in shown(pilot)
        await press(pilot, "down", "enter")
        await until(pilot, lambda: PlanFile.open(other).plan_id != before)
        await until(pilot, lambda: "f9 shares it" in said(pilot).lower())


@pytest.mark.parametrize(
    ("exchanged_at", "briefly"),
    [
        (datetime(2026, 11, 6, 22, 10), "Shared"),
        (datetime(2026, 2, 22, 9, 5), "Shared"),
        (None, "Not shared yet"),
    ],
)
def test_the_brief_words_of_the_title_line_leave_out_when_it_was(
    monkeypatch: pytest.MonkeyPatch, exchanged_at: datetime | None, briefly: str
) -> None:
    status = SharingStatus("a folder", is_shared=True, exchanged_at=exchanged_at)
    monkeypatch.setattr(Sharing, "status", lambda _: status)
    session = PlanSession.opened(on_disk())
    said, brief = sharing_in_words(session)
    session.close()
    assert brief == briefly
    assert said.startswith(briefly)
    assert (exchanged_at is None) == (said == brief)
