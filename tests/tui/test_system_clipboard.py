"""What is copied here gets to other programs, and what they copied is pasted here."""

import pytest
from textual.pilot import Pilot

from tests.tui.window import (
    app_of,
    cursor_ref,
    edit,
    editor_of,
    on_disk,
    plan_of,
    plandesk,
    press,
    said,
    shown,
    until,
    view_of,
)
from tui import clipboard
from tui.dialogs.pasted_table import PastedTableDialog

pytestmark = pytest.mark.slow

TABLE = "Action\tTimescale\nPublish a guide.\tMarch 2027\nTrain staff.\tMay 2027\n"


class SystemClipboard:
    """A clipboard as the system has one."""

    text = ""
    works = True

    def put(self, text: str) -> bool:
        """Take a text, if it works."""
        if self.works:
            self.text = text
        return self.works

    def get(self) -> str:
        """Return the text."""
        return self.text


@pytest.fixture
def system(monkeypatch: pytest.MonkeyPatch) -> SystemClipboard:
    there = SystemClipboard()
    monkeypatch.setattr(clipboard, "copy_to_system", there.put)
    monkeypatch.setattr(clipboard, "read_from_system", there.get)
    return there


async def to_timescale(pilot: Pilot[None]) -> None:
    """Go to the timescale of the first action."""
    view = view_of(pilot)
    await press(pilot, "right")
    place = [field.key for field in view.contents()].index("timescale")
    view.fields.go_to(place)
    await until(pilot, lambda: view.where == "fields" and view.fields.current == place)


async def test_rows_copied_here_are_rows_again_and_words_for_others(
    system: SystemClipboard,
) -> None:
    async with plandesk(on_disk()) as pilot:
        await press(pilot, "c")
        await until(pilot, lambda: "Publish one guide" in system.text)
        await press(pilot, "v")
        await until(pilot, lambda: len(plan_of(pilot).actions) == 5)
        assert plan_of(pilot).actions[1].leads == plan_of(pilot).actions[0].leads


async def test_a_table_that_another_program_copied_is_shown_and_made_actions(
    system: SystemClipboard,
) -> None:
    async with plandesk(on_disk()) as pilot:
        await press(pilot, "c")
        system.text = TABLE
        await press(pilot, "v")
        await until(pilot, lambda: isinstance(pilot.app.screen, PastedTableDialog))
        await press(pilot, "enter")
        await until(pilot, lambda: len(plan_of(pilot).actions) == 6)
        assert cursor_ref(pilot) == "1.2"


async def test_words_of_another_program_take_the_place_of_a_field(system: SystemClipboard) -> None:
    async with plandesk(on_disk()) as pilot:
        await press(pilot, "c")
        system.text = "Spring 2028\n"
        await to_timescale(pilot)
        await press(pilot, "v")
        await until(pilot, lambda: plan_of(pilot).actions[0].timescale == "Spring 2028")


async def test_in_a_list_rows_are_pasted_whatever_words_were_copied_since(
    system: SystemClipboard,
) -> None:
    async with plandesk(on_disk()) as pilot:
        await press(pilot, "c")
        system.text = "Some words."
        await press(pilot, "v")
        await until(pilot, lambda: len(plan_of(pilot).actions) == 5)


async def test_ctrl_v_in_a_field_pastes_what_the_system_has(system: SystemClipboard) -> None:
    system.text = "Spring 2028"
    async with plandesk(on_disk()) as pilot:
        await edit(pilot, "Timescale")
        await press(pilot, "ctrl+v")
        await until(pilot, lambda: editor_of(pilot).text == "December 2016Spring 2028")


async def test_what_the_system_did_not_take_is_pasted_here_all_the_same(
    system: SystemClipboard,
) -> None:
    system.works = False
    system.text = "Spring 2028"
    async with plandesk(on_disk()) as pilot:
        await to_timescale(pilot)
        await press(pilot, "c")
        await until(pilot, lambda: "the system's clipboard could not be given it" in said(pilot))
        await press(pilot, "down", "v")
        assert "Spring 2028" not in shown(pilot)
        assert app_of(pilot).clipboard == "December 2016"


async def test_where_nothing_can_be_pasted_the_terminals_way_is_said() -> None:
    async with plandesk(on_disk()) as pilot:
        await press(pilot, "v")
        assert "your terminal's own paste" in said(pilot)
        await edit(pilot, "Timescale")
        await press(pilot, "ctrl+v")
        assert clipboard.NOTHING_THERE in said(pilot)
        assert editor_of(pilot).text == "December 2016"
