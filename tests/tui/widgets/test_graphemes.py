"""What a reader sees as one character is one step for the cursor, and is deleted as one."""

from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from textual.widgets.text_area import Selection
from wcwidth import iter_graphemes

from tests.tui.window import edit, on_disk, plan_of, plandesk, press, until, view_of
from tui.dialogs.open_file import OpenFileDialog
from tui.widgets.graphemes import grapheme_edge, grapheme_end, grapheme_start
from tui.widgets.text_line import TextLine

FAMILY, WAVE, SCOTLAND = (
    "👩‍👧",
    "👋🏽",
    "🏴\U000e0067\U000e0062\U000e0073\U000e0063\U000e0074\U000e007f",
)
SEEN = [
    *("a", " ", "e\u0301", "q\u0323\u0307", FAMILY, WAVE, SCOTLAND, "🇬🇧", "❤️", "👁️‍🗨️", "1️⃣", "漢"),
    *("한", "\u1112\u1161\u11ab", "नि", "ب\u064e", "☒", "&", "🧑🏽‍🤝‍🧑🏻"),
]


@pytest.mark.parametrize("seen", SEEN)
def test_each_is_one(seen: str) -> None:
    assert grapheme_end(f"{seen}b", 0) == len(seen)
    assert grapheme_start(f"b{seen}", len(seen) + 1) == 1


@given(st.lists(st.sampled_from(SEEN), max_size=8))
def test_there_and_back_the_steps_are_the_characters(parts: list[str]) -> None:
    text, edges = "".join(parts), [0]
    for part in parts:
        edges.append(edges[-1] + len(part))
    if "\u1112\u1161\u11ab" in parts or "한" in parts:  # parts of one may follow one another
        return
    there = [0]
    while there[-1] < len(text):
        there.append(grapheme_end(text, there[-1]))
    back = [len(text)]
    while back[-1] > 0:
        back.append(grapheme_start(text, back[-1]))
    assert there == edges
    assert back[::-1] == edges
    assert all(grapheme_edge(text, place) in edges for place in range(len(text) + 1))


@given(st.text(max_size=12))
def test_whatever_the_text_every_step_leads_on_and_comes_to_an_end(text: str) -> None:
    for place in range(len(text)):
        assert place < grapheme_end(text, place) <= len(text)
        assert 0 <= grapheme_start(text, place + 1) <= place
        assert place <= grapheme_edge(text, place) <= len(text)


@pytest.mark.parametrize("seen", [FAMILY, "e\u0301", SCOTLAND, "🇬🇧", WAVE])
@pytest.mark.slow
async def test_one_backspace_takes_what_is_seen_as_one(seen: str) -> None:
    async with plandesk(on_disk()) as pilot:
        editor = await edit(pilot, view_of(pilot).contents()[0].label)
        editor.text = f"a{seen}{seen}"
        editor.move_cursor(editor.document.end)
        await press(pilot, "backspace")
        assert editor.text == f"a{seen}"
        await press(pilot, "left")
        assert editor.cursor_location == (0, 1)
        await press(pilot, "right", "b")
        assert editor.text == f"a{seen}b"
        editor.selection = Selection.cursor((0, 2))
        assert editor.cursor_location == (0, 1 + len(seen))
        editor.move_cursor((0, 1))
        await press(pilot, "delete", "escape")
        await until(pilot, lambda: plan_of(pilot).actions[0].text == "ab")


async def test_by_words_too_the_accent_stays_with_its_letter() -> None:
    async with plandesk(on_disk()) as pilot:
        editor = await edit(pilot, view_of(pilot).contents()[0].label)
        editor.text = "le cafe\u0301"
        editor.move_cursor(editor.document.end)
        await press(pilot, "ctrl+w")
        assert "\u0301" not in editor.text
        await press(pilot, "ctrl+left", "ctrl+left")
        assert editor.cursor_location == (0, 0)


@pytest.mark.slow
@pytest.mark.parametrize("seen", [FAMILY, "e\u0301", SCOTLAND, "🇬🇧", WAVE, "❤️"])
async def test_in_a_dialogs_line_too_it_is_one_step_and_goes_as_one(seen: str) -> None:
    async with plandesk(on_disk()) as pilot:
        pilot.app.push_screen(OpenFileDialog(Path.home(), f"a{seen}{seen}b"))
        await until(pilot, lambda: isinstance(pilot.app.screen.focused, TextLine))
        line = pilot.app.screen.query_one(TextLine)
        await press(pilot, "left", "left")
        assert line.cursor_position == 1 + len(seen)
        await press(pilot, "right", "backspace")
        assert line.value == f"a{seen}b"
        await press(pilot, "left", "delete")
        assert line.value == "ab"
        await press(pilot, "end", "delete")
        assert line.value == "ab"
        await press(pilot, "home", "backspace")
        assert line.value == "ab"


@example("❤\u200d🇬")
@example("🇬\u200d🏴")
@example("👋\u200d\u200d🏴")
@given(st.text(st.sampled_from(f"{FAMILY}{WAVE}{SCOTLAND}🇬❤️ae\u0301\u20e3"), max_size=9))
def test_the_steps_are_those_of_unicodes_own_rules(text: str) -> None:
    there = [0]
    while there[-1] < len(text):
        there.append(grapheme_end(text, there[-1]))
    assert [text[one:other] for one, other in pairwise(there)] == list(iter_graphemes(text))
