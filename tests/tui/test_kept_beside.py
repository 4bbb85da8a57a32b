"""A file that holds no state of the plan any more is left, and the plan kept beside it."""

import errno
import os
from collections.abc import Callable
from pathlib import Path

import pytest

from store.places import plans_folder
from tests.tui.changed_elsewhere import (
    is_saved,
    words_of,
    written_here,
)
from tests.tui.window import (
    app_of,
    cursor_ref,
    on_disk,
    plandesk,
    press,
    said,
    saved_plan,
    until,
    view_of,
)
from tui.dialogs.choose import ChooseDialog


def damaged(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:100])


def gone(path: Path) -> None:
    path.unlink()


@pytest.mark.parametrize(("spoil", "words"), [(damaged, "damaged"), (gone, "is gone")])
@pytest.mark.slow
async def test_a_file_that_is_no_plan_any_more_is_left_and_the_plan_kept_beside_it(
    spoil: Callable[[Path], None], words: str
) -> None:
    path = on_disk()
    async with plandesk(path) as pilot:
        spoil(path)
        left = path.read_bytes() if path.exists() else None
        await press(pilot, "down")
        await until(pilot, lambda: cursor_ref(pilot) == "1.2")
        await written_here(pilot, "Timescale", "Every month")
        await until(pilot, lambda: isinstance(pilot.app.screen, ChooseDialog))
        assert words in words_of(pilot)
        assert "Keep it as Small (kept).plan.json" in words_of(pilot)
        await press(pilot, "enter")
        kept = plans_folder() / "Small (kept).plan.json"
        await until(pilot, kept.exists)
        await until(pilot, lambda: app_of(pilot).session is not None)
        await until(pilot, lambda: app_of(pilot).session.path == kept)  # type: ignore[union-attr]
        await until(pilot, lambda: app_of(pilot).views and view_of(pilot).fields.rows)
        assert saved_plan(kept).actions[1].timescale == "Every month"
        assert cursor_ref(pilot) == "1.2"
        await is_saved(pilot)
        assert (path.read_bytes() if path.exists() else None) == left
        await written_here(pilot, "Timescale", "Every week")
        await is_saved(pilot)
        assert saved_plan(kept).actions[1].timescale == "Every week"


async def test_a_file_that_is_gone_may_come_back() -> None:
    path = on_disk()
    away = path.with_suffix(".away")
    async with plandesk(path) as pilot:
        path.rename(away)
        await written_here(pilot, "Timescale", "Every month")
        await until(pilot, lambda: isinstance(pilot.app.screen, ChooseDialog))
        await press(pilot, "escape")
        await until(pilot, lambda: "NOT SAVED" in app_of(pilot).title_line.state)
        away.rename(path)
        await press(pilot, "ctrl+g")
        await is_saved(pilot)
        assert saved_plan(path).actions[0].timescale == "Every month"


@pytest.mark.slow
async def test_a_plan_whose_disk_is_full_can_be_kept_on_the_desk(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "stick" / "Small.plan.json"
    path.parent.mkdir()
    path.write_bytes(on_disk().read_bytes())
    real = os.replace

    def full(source: Path, target: Path) -> None:
        if Path(target).parent == path.parent:
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
        real(source, target)

    async with plandesk(path) as pilot:
        monkeypatch.setattr(os, "replace", full)
        await written_here(pilot, "Timescale", "Every month")
        await until(pilot, lambda: "Ctrl+G offers to keep it elsewhere" in said(pilot))
        await press(pilot, "ctrl+g")
        await until(pilot, lambda: isinstance(pilot.app.screen, ChooseDialog))
        assert "no space left" in words_of(pilot)
        await press(pilot, "enter")
        kept = plans_folder() / "Small (kept).plan.json"
        await until(pilot, kept.exists)
        await until(pilot, lambda: app_of(pilot).session is not None)
        await until(pilot, lambda: app_of(pilot).session.path == kept)  # type: ignore[union-attr]
        await is_saved(pilot)
        assert saved_plan(kept).actions[0].timescale == "Every month"
