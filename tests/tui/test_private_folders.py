"""Folders of an earlier plandesk are closed to others without holding up the officer."""

from threading import Thread, current_thread, main_thread

import pytest

from tests.tui.window import on_disk, plandesk, until


async def test_the_window_has_a_thread_walk_the_folders(monkeypatch: pytest.MonkeyPatch) -> None:
    by: list[Thread] = []
    monkeypatch.setattr("tui.opening.make_folders_private", lambda: by.append(current_thread()))
    async with plandesk(on_disk()) as pilot:
        await until(pilot, lambda: bool(by))
    assert len(by) == 1
    assert by[0] is not main_thread()
