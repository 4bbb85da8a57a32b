"""What is highlighted with the mouse is what Ctrl+C copies, and nothing else is painted as such."""

import pytest
from textual.geometry import Offset
from textual.pilot import Pilot
from textual.selection import Selection

from tests.tui.window import (
    SMALL,
    app_of,
    at_rest,
    edit,
    on_disk,
    plandesk,
    press,
    shown,
    until,
    view_of,
)
from tui.themes import THEMES
from tui.views.preview.preview_pages import PreviewPages

PAINTED = "#d000d0"
"""The ground of what is highlighted, in these tests of nothing else: not of the cursor's row."""


@pytest.fixture(autouse=True)
def ground_of_its_own(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(THEMES["dark"].variables, "screen-selection-background", PAINTED)


def highlighted(pilot: Pilot[None]) -> str:
    """Return what is painted as highlighted, line by line."""
    lines = []
    for strip in pilot.app.screen._compositor.render_strips():
        words = "".join(
            text
            for text, style, _ in strip
            if style and style.bgcolor and style.bgcolor.name == PAINTED
        )
        if words:
            lines.append(words.rstrip())
    return "\n".join(lines)


def place_of(pilot: Pilot[None], words: str) -> Offset:
    """Return where on the screen `words` begin."""
    lines = shown(pilot).splitlines()
    y = next(place for place, line in enumerate(lines) if words in line)
    return Offset(lines[y].rindex(words), y)


async def drag(pilot: Pilot[None], begin: Offset, end: Offset) -> None:
    """Highlight with the mouse from one cell of the screen up to another."""
    await pilot.mouse_down(offset=begin)
    await pilot.hover(offset=begin + Offset(1, 0))
    await pilot.hover(offset=end)
    await pilot.mouse_up(offset=end)
    await at_rest(pilot)


async def copied(pilot: Pilot[None]) -> str:
    """Return what Ctrl+C puts on the clipboard."""
    app_of(pilot).copy_to_clipboard("nothing")
    await press(pilot, "ctrl+c")
    await until(pilot, lambda: pilot.app.clipboard != "nothing")
    return pilot.app.clipboard


def words_of(text: str) -> str:
    return " ".join(text.split())


async def test_in_a_field_that_is_read() -> None:
    async with plandesk(on_disk()) as pilot:
        begin = place_of(pilot, "guide for families")
        await drag(pilot, begin, begin + Offset(len("guide for") - 1, 0))
        assert highlighted(pilot) == "guide for"
        assert await copied(pilot) == "guide for"
        assert "on the clipboard" in shown(pilot)


async def test_over_several_lines_of_a_field_without_its_label_and_its_indent() -> None:
    async with plandesk(on_disk(), size=(100, 30)) as pilot:
        await press(pilot, "down")
        await until(pilot, lambda: "─ 1.2 ─" in shown(pilot))
        await at_rest(pilot)
        begin = place_of(pilot, "Action  ") + Offset(12, 0)
        await drag(pilot, begin, begin + Offset(3, 1))
        text = SMALL.aims[0].actions[1].text
        assert words_of(highlighted(pilot)) == words_of(await copied(pilot))
        assert text.startswith(await copied(pilot))
        assert "\n" not in await copied(pilot)


async def test_over_the_items_of_a_list() -> None:
    async with plandesk(on_disk()) as pilot:
        begin = place_of(pilot, "Parenting Group")
        end = place_of(pilot, "Voluntary Sector")
        await drag(pilot, begin, end + Offset(len("Voluntary") - 1, 0))
        assert highlighted(pilot) == "Parenting Group\nVoluntary"
        assert await copied(pilot) == "Parenting Group\nVoluntary"


async def test_over_several_fields() -> None:
    async with plandesk(on_disk()) as pilot:
        begin, end = place_of(pilot, "for families"), place_of(pilot, "on families")
        await drag(pilot, begin, end + Offset(1, 0))
        assert highlighted(pilot).startswith("for families.\nPages 9, 16\nImpact")
        assert await copied(pilot) == highlighted(pilot)


@pytest.mark.parametrize("size", [(80, 24), (120, 40)])
async def test_in_the_preview(size: tuple[int, int]) -> None:
    async with plandesk(on_disk(), size=size) as pilot:
        await press(pilot, "6", "p")
        await until(pilot, lambda: "Publish one" in shown(pilot))
        await at_rest(pilot)
        begin = place_of(pilot, "Publish one")
        await drag(pilot, begin, begin + Offset(len("Publish one") - 1, 0))
        assert highlighted(pilot) == "Publish one"
        assert await copied(pilot) == "Publish one"


async def test_over_lines_of_the_preview_and_after_it_was_scrolled() -> None:
    async with plandesk(on_disk(), size=(80, 24)) as pilot:
        await press(pilot, "6", "p")
        await until(pilot, lambda: "Ref: 1.1" in shown(pilot))
        await press(pilot, "down", "down", "down")
        pages = app_of(pilot).body.query_one(PreviewPages)
        await until(pilot, lambda: pages.first_line == 3)
        await at_rest(pilot)
        begin = Offset(pages.content_region.x + 6, pages.content_region.y + 1)
        await drag(pilot, begin, begin + Offset(5, 3))
        lines = [line.rstrip() for line in highlighted(pilot).splitlines() if line.strip()]
        assert len(lines) > 1
        assert lines == [
            line.rstrip() for line in (await copied(pilot)).splitlines() if line.strip()
        ]


async def test_in_what_stands_beside_a_list() -> None:
    async with plandesk(on_disk()) as pilot:
        await press(pilot, "5")
        await until(pilot, lambda: "Source: The council's plan" in shown(pilot))
        await at_rest(pilot)
        begin = place_of(pilot, "council's plan format")
        await drag(pilot, begin, begin + Offset(len("council's plan") - 1, 0))
        assert highlighted(pilot) == "council's plan"
        assert await copied(pilot) == "council's plan"


@pytest.mark.parametrize(
    ("key", "words"), [("question_mark", "Add below"), ("x", "Leads: Parenting")]
)
async def test_in_a_dialog(key: str, words: str) -> None:
    async with plandesk(on_disk()) as pilot:
        await press(pilot, key)
        await until(pilot, lambda: len(pilot.app.screen_stack) > 1 and words in shown(pilot))
        await at_rest(pilot)
        begin = place_of(pilot, words)
        await drag(pilot, begin, begin + Offset(len(words) - 1, 0))
        assert highlighted(pilot) == words
        assert await copied(pilot) == words


async def test_a_notice_can_be_copied_and_stays_while_it_is() -> None:
    async with plandesk(on_disk()) as pilot:
        app_of(pilot).say("Written: Documents/Plan.docx", is_problem=True)
        await until(pilot, lambda: "Documents/Plan.docx" in shown(pilot))
        await at_rest(pilot)
        begin = place_of(pilot, "Documents/Plan.docx")
        await drag(pilot, begin, begin + Offset(len("Documents/Plan.docx") - 1, 0))
        assert highlighted(pilot) == "Documents/Plan.docx"
        assert await copied(pilot) == "Documents/Plan.docx"


@pytest.mark.parametrize("words", ["2 Report", "? keys", "1.2 Offer"])
async def test_where_nothing_can_be_copied_nothing_is_highlighted(words: str) -> None:
    async with plandesk(on_disk()) as pilot:
        await at_rest(pilot)
        begin = place_of(pilot, words)
        await pilot.mouse_down(offset=begin)
        await pilot.hover(offset=begin + Offset(1, 0))
        await pilot.hover(offset=begin + Offset(4, 0))
        assert highlighted(pilot) == ""
        assert not pilot.app.screen.get_selected_text()


async def test_without_a_highlight_ctrl_c_copies_the_row_as_ever() -> None:
    async with plandesk(on_disk()) as pilot:
        assert SMALL.aims[0].actions[0].text in await copied(pilot)


async def test_the_next_key_takes_the_highlight_away() -> None:
    async with plandesk(on_disk()) as pilot:
        begin = place_of(pilot, "guide for families")
        await drag(pilot, begin, begin + Offset(5, 0))
        assert highlighted(pilot)
        await press(pilot, "down")
        assert highlighted(pilot) == ""
        assert not pilot.app.screen.selections


async def test_in_a_field_being_written_its_own_highlight_is_copied() -> None:
    async with plandesk(on_disk()) as pilot:
        editor = await edit(pilot, "Timescale")
        await drag(
            pilot,
            editor.content_region.offset,
            editor.content_region.offset + Offset(len("December"), 0),
        )
        assert editor.selected_text == "December"
        assert await copied(pilot) == "December"


async def test_a_double_click_in_a_field_highlights_the_word() -> None:
    async with plandesk(on_disk()) as pilot:
        editor = await edit(pilot, "Timescale")
        await pilot.click(editor, offset=(3, 1), times=2)
        await until(pilot, lambda: editor.selected_text == "December")


async def test_all_of_a_field_is_its_text_without_the_label() -> None:
    async with plandesk(on_disk()) as pilot:
        row = next(one for one in view_of(pilot).fields.rows if one.field.label == "Leads")
        whole, _ = row.get_selection(Selection(None, None))
        assert whole == "Parenting Group\nVoluntary Sector Forum"
