"""A dialog's keys are whole at every width: in its lower edge, or on lines of their own."""

from importlib import import_module
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from textual.widgets import Checkbox

from tests.tui.test_exporting import opened
from tests.tui.window import on_disk, plandesk, press, resize, shown, until
from tui.dialogs import DIALOGS
from tui.dialogs.choices import ChoicesLine
from tui.dialogs.dialog import Dialog, keys_on_lines
from tui.dialogs.export import _KEYS_OF_LAYOUT, _KEYS_OF_SWITCH
from tui.dialogs.open_file import OpenFileDialog

NARROWEST = 60
CLASSES = [getattr(import_module(module), name) for name, module in DIALOGS.items()]
IN_WORDS = [kind.keys_in_words for kind in CLASSES if issubclass(kind, Dialog)]
SAID = sorted({said for said in IN_WORDS if isinstance(said, str)})
ALL_KEYS = [
    *(*SAID, _KEYS_OF_SWITCH),
    "Enter: make this plan   c: what a column is   Esc: leave it",
    "Enter: make this plan   ↑↓: read on   Esc: leave it",
]


@pytest.mark.parametrize("size", [(NARROWEST, 20), (NARROWEST, 24), (80, 24), (120, 40)])
@pytest.mark.slow
async def test_the_keys_of_every_dialog_are_whole(size: tuple[int, int]) -> None:
    async with plandesk(on_disk(), size=size) as pilot:
        dialog = OpenFileDialog(Path.home())
        pilot.app.push_screen(dialog)
        await until(pilot, lambda: "Open a Word file" in shown(pilot))
        for keys in ALL_KEYS:
            dialog.show_keys(keys)
            await until(pilot, lambda: _all_in(keys, shown(pilot)))  # noqa: B023 - waited for here


@pytest.mark.parametrize("height", [20, 24])
@pytest.mark.slow
async def test_the_keys_of_an_export_are_whole_at_60_columns(height: int) -> None:
    async with plandesk(on_disk(), size=(NARROWEST, height)) as pilot:
        dialog = await opened(pilot)
        await until(pilot, lambda: _all_in(dialog.keys_in_words, shown(pilot)))
        for _ in range(6):
            await press(pilot, "tab")
            has_layout = dialog.query_one(ChoicesLine).has_focus
            assert _all_in(_KEYS_OF_LAYOUT if has_layout else dialog.keys_in_words, shown(pilot))
        dialog.query_one(Checkbox).display = True
        dialog.query_one(Checkbox).focus()
        await until(pilot, lambda: _all_in(_KEYS_OF_SWITCH, shown(pilot)))


@pytest.mark.slow
async def test_the_keys_go_back_into_the_edge_where_there_is_room() -> None:
    async with plandesk(on_disk(), size=(NARROWEST, 24)) as pilot:
        dialog = await opened(pilot)
        await resize(pilot, 120, 40)
        await until(pilot, lambda: f"─ {dialog.keys_in_words} ─" in shown(pilot))
        assert shown(pilot).count("Esc: close") == 1


@given(st.sampled_from(ALL_KEYS), st.integers(min_value=1, max_value=90))
def test_a_key_is_never_parted_from_what_it_does(keys: str, width: int) -> None:
    lines = keys_on_lines(keys, width)
    assert "   ".join(lines) == keys
    assert all(len(line) <= width or "   " not in line for line in lines)


def _all_in(keys: str, screen: str) -> bool:
    return all(key in screen for key in keys.split("   "))
