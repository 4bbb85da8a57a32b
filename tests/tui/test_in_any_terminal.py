"""What officers of other programs lose in a terminal: over ssh, in a small window, with Ctrl+C."""

import base64

import pytest

from tests.tui.window import (
    edit,
    editor_of,
    on_disk,
    plan_of,
    plandesk,
    press,
    resize,
    said,
    saved_plan,
    shown,
    type_text,
)

SIZES = ((40, 12), (20, 5), (10, 3), (200, 60), (80, 24))


async def test_what_is_copied_goes_to_the_terminals_own_clipboard(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """By the sequence that tmux and a terminal at the other end of ssh take (OSC 52)."""
    async with plandesk(on_disk()) as pilot:
        written: list[str] = []
        assert pilot.app._driver is not None
        monkeypatch.setattr(pilot.app._driver, "write", written.append)
        await press(pilot, "c")
        text = plan_of(pilot).actions[0].text
        copied = [one for one in written if one.startswith("\x1b]52;c;")]
        (content,) = (base64.b64decode(one[7:].rstrip("\a")).decode() for one in copied)
        assert text in content


@pytest.mark.slow
async def test_a_window_of_any_size_loses_nothing_of_what_is_being_typed() -> None:
    path = on_disk()
    async with plandesk(path) as pilot:
        editor = await edit(pilot, "Timescale")
        editor.clear()
        for number, size in enumerate(SIZES):
            await resize(pilot, *size)
            await pilot.press(*f"{number}")
        assert editor_of(pilot).text == "01234"
        assert "01234" in shown(pilot)
        await press(pilot, "escape", "ctrl+q")
    assert saved_plan(path).actions[0].timescale == "01234"


async def test_ctrl_c_in_a_field_says_how_to_leave_and_keeps_the_text() -> None:
    async with plandesk(on_disk()) as pilot:
        editor = await edit(pilot, "Timescale")
        editor.clear()
        await type_text(pilot, "March 2027")
        await press(pilot, "ctrl+c")
        assert "Ctrl+Q" in said(pilot)
        assert editor_of(pilot).text == "March 2027"
        assert editor_of(pilot).has_focus
