"""One table of commands: no clash, nothing without a method, nothing that is not shown."""

from collections import Counter

import pytest
from textual.widgets import OptionList

from store.settings import Settings, save_settings
from tests.tui.window import (
    app_of,
    click,
    edit,
    on_disk,
    plan_of,
    plandesk,
    press,
    said,
    until,
    view_of,
)
from tui.app import Plandesk
from tui.commands import (
    COMMAND,
    COMMANDS,
    LETTERS_ARE_TEXT,
    PLACES,
    Where,
    clashes,
    commands_at,
    keys_of,
    shown_key,
)
from tui.dialogs.dialog import Words
from tui.dialogs.keys import KeysDialog
from tui.views.checks_view import ChecksView
from tui.views.desk_view import DeskView
from tui.views.equality_view import EqualityView
from tui.views.plan_view import PlanView
from tui.views.preview_view import PreviewView
from tui.views.report_view import ReportView
from tui.views.reviews_view import ReviewsView
from tui.widgets.field_editor import FieldEditor
from tui.widgets.key_line import KeyLine, keys_that_fit

OWNERS: dict[Where, type] = {
    "everywhere": Plandesk,
    "desk": DeskView,
    "aims": PlanView,
    "actions": PlanView,
    "fields": PlanView,
    "outline": ReportView,
    "passages": ReportView,
    "assessments": EqualityView,
    "questions": EqualityView,
    "answer": EqualityView,
    "marks": EqualityView,
    "reviews": ReviewsView,
    "checks": ChecksView,
    "preview": PreviewView,
    "moving": PlanView,
    "editing": FieldEditor,
}


def key_line_text(where: Where, width: int) -> str:
    fitting = keys_that_fit(where, width, {})
    return " " + "".join(f"{shown_key(one, where, {})} {one.short}  " for one in fitting)


def test_no_two_commands_share_an_id() -> None:
    assert [one for one, many in Counter(c.id for c in COMMANDS).items() if many > 1] == []


@pytest.mark.parametrize("where", PLACES)
def test_no_two_commands_of_one_place_share_a_key(where: Where) -> None:
    keys = Counter(key for one in commands_at(where) for key in keys_of(one, {}).split(","))
    assert [key for key, many in keys.items() if many > 1] == []
    assert clashes({}) == ()


@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: command.id)
def test_every_command_has_its_method_wherever_it_applies(command) -> None:  # type: ignore[no-untyped-def]
    for where in command.where:
        assert hasattr(OWNERS[where], command.method), where


def test_a_key_given_twice_is_reported_in_words() -> None:
    (sentence,) = clashes({"add": "m"})
    assert "The key m" in sentence
    assert COMMAND["add"].title in sentence
    assert COMMAND["move"].title in sentence


def test_a_key_for_what_is_no_command_is_reported() -> None:
    assert clashes({"fly": "x"}) == ("The settings give a key to “fly”, which is no command.",)


def test_the_key_that_always_quits_cannot_be_given_away() -> None:
    (sentence,) = clashes({"new": "ctrl+q"})
    assert "always quits" in sentence


@pytest.mark.parametrize("where", PLACES)
@pytest.mark.parametrize("width", [80, 120])
def test_the_key_line_fits_and_holds_what_matters_most(where: Where, width: int) -> None:
    text = key_line_text(where, width)
    assert len(text.rstrip()) <= width
    assert ("F1 keys" if where in LETTERS_ARE_TEXT else "? keys") in text
    weightiest = sorted(commands_at(where), key=lambda command: -command.weight)[:4]
    for command in weightiest:
        assert f"{shown_key(command, where, {})} {command.short}" in text


@pytest.mark.parametrize("where", PLACES)
async def test_the_help_lists_every_command_of_the_place(where: Where) -> None:
    async with plandesk() as pilot:
        pilot.app.push_screen(KeysDialog(where, {}))
        await until(pilot, lambda: pilot.app.screen.query(Words))
        content = pilot.app.screen.query_one("#words Static").render()
        for command in commands_at(where):
            assert f"  {command.title}\n" in str(content)


async def test_the_key_line_is_painted_whole_at_80_cells() -> None:
    async with plandesk(on_disk(), size=(80, 24)) as pilot:
        painted = str(app_of(pilot).key_line.render())
        assert painted == key_line_text("actions", 80)


@pytest.mark.parametrize(
    "own_keys",
    [{"quit": "x"}, {"new": "ctrl+q"}, {"keys": "ctrl+q"}, {"quit": "ctrl+q"}, {"done": "ctrl+q"}],
    ids="-".join,
)
@pytest.mark.parametrize("place", ["desk", "plan", "field", "dialog"])
async def test_ctrl_q_quits_whatever_the_settings(own_keys: dict[str, str], place: str) -> None:
    save_settings(Settings(keys=own_keys))
    async with plandesk(None if place == "desk" else on_disk()) as pilot:
        if place == "field":
            await edit(pilot, "Timescale")
        if place == "dialog":
            pilot.app.action_keys()  # type: ignore[attr-defined]
            await until(pilot, lambda: isinstance(pilot.app.screen, KeysDialog))
        await press(pilot, "ctrl+q")
        await until(pilot, lambda: app_of(pilot)._exit)


async def test_an_own_key_works_and_is_shown() -> None:
    save_settings(Settings(keys={"duplicate": "x"}))
    async with plandesk(on_disk()) as pilot:
        await press(pilot, "x")
        await until(pilot, lambda: len(plan_of(pilot).actions) == 5)
        await press(pilot, "ctrl+d")
        assert len(plan_of(pilot).actions) == 5
        await press(pilot, "question_mark")
        await until(pilot, lambda: pilot.app.screen.query(Words))
        help_text = str(pilot.app.screen.query_one("#words Static").render())
        assert f"x  {COMMAND['duplicate'].title}" in help_text


async def test_an_own_key_leaves_the_keys_of_other_commands_alone() -> None:
    save_settings(Settings(keys={"move": "x", "edit": "f2", "go-back": "h"}))
    async with plandesk(on_disk()) as pilot:
        view = view_of(pilot)
        await press(pilot, "x", "down", "escape")
        assert view.where == "actions"
        assert plan_of(pilot).ref_of(view.cursor.action) == "1.1"
        await press(pilot, "x", "down", "m")
        assert plan_of(pilot).ref_of(view.cursor.action) == "1.2"
        await press(pilot, "x", "up", "enter")
        assert plan_of(pilot).ref_of(view.cursor.action) == "1.1"
        await press(pilot, "f2")
        await until(pilot, lambda: view.where == "editing")


async def test_a_clash_in_the_settings_is_said_at_the_start() -> None:
    save_settings(Settings(keys={"add": "m"}))
    async with plandesk(on_disk()) as pilot:
        await until(pilot, lambda: "The key m is set for both" in said(pilot))


async def test_a_click_on_the_key_line_does_what_the_key_does() -> None:
    async with plandesk(on_disk()) as pilot:
        text = key_line_text("actions", 120)
        await click(
            pilot,
            KeyLine,
            offset=(text.index("duplicate") if "duplicate" in text else text.index("a add"), 0),
        )
        await until(pilot, lambda: len(plan_of(pilot).actions) == 5)


async def test_what_the_key_line_names_in_a_field_works_by_click_and_palette() -> None:
    async with plandesk(on_disk()) as pilot:
        await edit(pilot, "Timescale")
        app_of(pilot).do("next-field")
        await until(pilot, lambda: view_of(pilot).fields.place_edited == 5)
        await until(pilot, lambda: view_of(pilot).where == "editing")
        app_of(pilot).do("done")
        await until(pilot, lambda: view_of(pilot).where == "fields")


@pytest.mark.parametrize("where", ["desk", "actions"])
async def test_the_palette_has_every_command_of_the_place(where: Where) -> None:
    async with plandesk(None if where == "desk" else on_disk()) as pilot:
        offered = {command.title for command in pilot.app.get_system_commands(pilot.app.screen)}
        assert {c.title for c in commands_at(where) if c.in_palette} <= offered
        await press(pilot, "ctrl+p")
        await until(pilot, lambda: pilot.app.screen.query(OptionList).first().option_count)
