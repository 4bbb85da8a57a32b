"""What every dialog's frame does: a list has the room that there is, keys are told where of use."""

import re
from pathlib import Path

import pytest
from textual.pilot import Pilot
from textual.widgets import Static

import tui.dialogs
from tests.tui.window import on_disk, plandesk, press, resize, shown, until
from tui.dialogs.choose import ChooseDialog
from tui.dialogs.dialog import Dialog, Frame, ScrolledText
from tui.dialogs.differences import WordingsDialog
from tui.dialogs.notice import NoticeDialog
from tui.dialogs.roll import RolledDialog
from tui.widgets.row_list import ListedRow, RowList

SIZES = [(80, 24), (120, 40), (200, 60)]
ROWS = [ListedRow(str(n), f"Team {n} of the council " * 3) for n in range(90)]
LONG = "A sentence that must be read before anything else. " * 30
LEAVING = {"close", "back", "leave it as it is", "not now", "done", "stop"}
"""What Esc is said to do: nothing is left open, the dialog below is back, what was asked is not
done, it is asked again later, what was typed is kept, work that runs ends."""


async def pushed(pilot: Pilot[None], dialog: Dialog[str] | Dialog[None]) -> Frame:
    pilot.app.push_screen(dialog)
    await until(pilot, lambda: pilot.app.screen is dialog and bool(dialog.query(Frame)))
    await until(pilot, lambda: "Esc: " in shown(pilot))
    return dialog.query_one(Frame)


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("question", ["", "Which of the teams of the council is it to be? " * 4])
async def test_rows_are_hidden_only_where_the_box_has_no_more_room(
    size: tuple[int, int], question: str
) -> None:
    async with plandesk(on_disk(), size=size) as pilot:
        box = await pushed(pilot, ChooseDialog("Teams", question, ROWS))
        listed = box.query_one(RowList)
        await until(pilot, lambda: box.outer_size.height == size[1] * 9 // 10)
        assert box.max_scroll_y == 0, "the list scrolls, and not the box with its keys"
        below = box.query_one("#keys-below", Static)
        keys = below.size.height if below.display else 0
        assert listed.region.bottom == box.region.bottom - 1 - keys
        await resize(pilot, 200, 100)
        await until(pilot, lambda: box.outer_size.height == 90)


async def test_a_box_ends_where_its_filtered_rows_do_and_its_line_lies_still() -> None:
    async with plandesk(on_disk(), size=(120, 40)) as pilot:
        box = await pushed(pilot, ChooseDialog("Teams", "Which?", ROWS))
        await until(pilot, lambda: box.outer_size.height == 36)
        top = box.region.y
        await press(pilot, "8", "9")
        await until(pilot, lambda: box.outer_size.height == 2 + 1 + 1 + 1 + 1)
        assert box.region.y == top
        await press(pilot, "ctrl+u")
        await until(pilot, lambda: (box.outer_size.height, box.region.y) == (36, top))


async def test_a_list_with_few_rows_is_no_higher_than_they_are() -> None:
    async with plandesk(on_disk(), size=(200, 60)) as pilot:
        box = await pushed(pilot, ChooseDialog("Teams", "Which?", ROWS[:4]))
        assert box.query_one(RowList).size.height == 4
        assert box.outer_size.height == 2 + 1 + 1 + 1 + 4


async def test_reading_on_is_told_where_more_follows_and_nowhere_else() -> None:
    async with plandesk(on_disk(), size=(80, 24)) as pilot:
        for dialog in (NoticeDialog("Learned", LONG), WordingsDialog("Text", LONG, LONG)):
            await pushed(pilot, dialog)
            await until(pilot, lambda: "↑↓: read on   Esc: " in shown(pilot))
            await resize(pilot, 200, 60)
            await until(pilot, lambda: "read on" not in shown(pilot))
            await resize(pilot, 80, 24)
            await press(pilot, "escape")


async def test_tab_leads_to_a_text_that_goes_on_and_back_and_passes_a_short_one() -> None:
    async with plandesk(on_disk(), size=(120, 40)) as pilot:
        await pushed(pilot, RolledDialog("Next", frozenset(), ["Short."]))
        await press(pilot, "tab")
        assert "read on" not in shown(pilot)
        assert not pilot.app.screen.query_one(ScrolledText).has_focus
        await press(pilot, "escape")
        await pushed(pilot, RolledDialog("Next", frozenset(), ["Line."] * 90))
        await until(pilot, lambda: "Tab: read on below   Esc: back" in shown(pilot))
        await press(pilot, "tab")
        await until(pilot, lambda: "↑↓: read on   Tab: back above   Esc: back" in shown(pilot))


def test_what_esc_does_is_said_in_the_same_words_everywhere() -> None:
    said = {
        words
        for path in sorted(Path(tui.dialogs.__file__).parent.glob("*.py"))
        for words in re.findall(r'Esc: ([a-z ]+)"', path.read_text("utf-8"))
    }
    assert said == LEAVING


@pytest.mark.parametrize("size", SIZES[:2])
async def test_no_text_touches_the_scrollbar(size: tuple[int, int]) -> None:
    rows = [ListedRow(str(n), "word " * 60, "below " * 60) for n in range(90)]
    async with plandesk(on_disk(), size=size) as pilot:
        for dialog in (ChooseDialog("Teams", "", rows), NoticeDialog("Learned", LONG * 20)):
            box = await pushed(pilot, dialog)
            inner = box.query_one(RowList if box.query(RowList) else ScrolledText)
            await until(pilot, lambda: inner.max_scroll_y > 0)  # noqa: B023 - waited for here
            bar = inner.region.right - 1
            lines = shown(pilot).split("\n")[inner.region.y : inner.region.bottom]
            assert {line[bar - 1] for line in lines} == {" "}
            await press(pilot, "escape")
