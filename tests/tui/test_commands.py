"""One table of commands: no clash, nothing without a method, nothing that is not shown."""

from collections import Counter
from collections.abc import Collection
from importlib import import_module

import pytest
from textual.binding import Binding
from textual.pilot import Pilot
from textual.widgets import OptionList

from desk.equality_contents import WHOLE
from plan.model.outline import PlanOutline
from store.settings import Settings, save_settings
from tests.tui.papers import WITH_PAPERS
from tests.tui.window import (
    NARROW,
    app_of,
    click,
    edit,
    go_to_view,
    on_disk,
    plan_of,
    plandesk,
    press,
    said,
    shown,
    until,
    view_of,
)
from tui.app import Plandesk
from tui.commands import (
    COMMAND,
    COMMANDS,
    LETTERS_ARE_TEXT,
    PLACES,
    Command,
    Where,
    clashes,
    commands_at,
    keys_of,
    shown_key,
)
from tui.dialogs.keys import KeysDialog, KeyTable
from tui.dialogs.palette import SOUGHT, OfficersWords, nothing_here
from tui.views.desk.desk_view import DeskView
from tui.views.equality.equality_view import EqualityView
from tui.views.plan_views import PLAN_VIEWS
from tui.widgets.field_editor import FieldEditor
from tui.widgets.key_line import KeyLine, keys_that_fit

OWNERS: tuple[type, ...] = (
    Plandesk,
    DeskView,
    *(getattr(import_module(view.module), view.class_name) for view in PLAN_VIEWS),
    FieldEditor,
)
"""Where keys are bound to commands: the window, each view, a field."""


def bound(owner: type) -> set[str]:
    """Return the ids of the commands that an owner binds keys to."""
    bindings = [one for kind in owner.__mro__ for one in vars(kind).get("BINDINGS", ())]
    return {one.id for one in bindings if isinstance(one, Binding) and one.id}


def key_line_text(where: Where, width: int, idle: Collection[str] = ()) -> str:
    fitting = keys_that_fit(where, width, {}, idle)
    return " " + "".join(f"{shown_key(one, where, {})} {one.short}  " for one in fitting)


def test_no_two_commands_share_an_id() -> None:
    assert [one for one, many in Counter(c.id for c in COMMANDS).items() if many > 1] == []


@pytest.mark.parametrize("where", PLACES)
def test_no_two_commands_of_one_place_share_a_key(where: Where) -> None:
    keys = Counter(key for one in commands_at(where) for key in keys_of(one, {}).split(","))
    assert [key for key, many in keys.items() if many > 1] == []
    assert clashes({}) == ()


@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: command.id)
def test_every_command_has_its_method_wherever_it_applies(command: Command) -> None:
    owners = [owner for owner in OWNERS if command.id in bound(owner)]
    assert owners
    for owner in owners:
        assert hasattr(owner, command.method), owner


@pytest.mark.parametrize("where", ["everywhere", *PLACES])
def test_somewhere_all_commands_of_a_place_are_bound_together(where: Where) -> None:
    of_place = {command.id for command in COMMANDS if where in command.where}
    assert any(of_place <= bound(owner) for owner in OWNERS)


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


async def help_of(pilot: Pilot[None], where: Where, idle: Collection[str] = ()) -> KeyTable:
    """Open the help of a place and return its table."""
    pilot.app.push_screen(KeysDialog(where, {}, idle))
    await until(pilot, lambda: pilot.app.screen.query(KeyTable))
    return pilot.app.screen.query_one(KeyTable)


@pytest.mark.slow
@pytest.mark.parametrize("where", PLACES)
async def test_the_help_lists_every_command_of_the_place_and_no_key_twice(where: Where) -> None:
    async with plandesk() as pilot:
        table = await help_of(pilot, where)
        titles = [does for _, does in table.lines]
        for command in commands_at(where):
            assert titles.count(command.title) == 1
        keys = Counter(key for keys, _ in table.lines for key in keys.split(" or "))
        assert [key for key, many in keys.items() if many > 1] == []


async def test_the_help_of_a_field_names_no_key_that_is_typed_there() -> None:
    async with plandesk() as pilot:
        table = await help_of(pilot, "editing")
        keys = [key for keys, does in table.lines for key in keys.split(" or ")]
        assert not {"q", "?", "/"} & set(keys)
        assert {"Ctrl+Q", "F1"} <= set(keys)


@pytest.mark.parametrize("where", ["aims", "fields", "outline", "questions", "answer"])
@pytest.mark.slow
async def test_the_help_names_tab_between_the_panels(where: Where) -> None:
    async with plandesk() as pilot:
        table = await help_of(pilot, where)
        assert ("Tab", "To the next panel") in table.lines
        assert ("Shift+Tab", "To the panel before") in table.lines


async def test_a_line_of_the_help_that_runs_on_stays_below_where_it_began() -> None:
    async with plandesk(size=(60, 24)) as pilot:
        table = await help_of(pilot, "aims")
        await until(pilot, lambda: table.size.width)
        lines = str(table.render()).split("\n")
        place = next(n for n, line in enumerate(lines) if "Use the framework's" in line)
        assert lines[place + 1].startswith(" " * 20)
        assert not lines[place + 1].startswith(" " * 21)


async def test_the_help_leaves_out_what_would_do_nothing_here() -> None:
    async with plandesk() as pilot:
        table = await help_of(pilot, "aims", {"move"})
        assert COMMAND["move"].title not in [does for _, does in table.lines]


async def test_the_key_line_is_painted_whole_at_80_cells() -> None:
    async with plandesk(on_disk(), size=(80, 24)) as pilot:
        painted = str(app_of(pilot).key_line.render())
        assert painted == key_line_text("actions", 80, view_of(pilot).keys[1])


def test_the_first_frame_names_each_of_its_keys_once() -> None:
    listed = [command.id for command in commands_at("everywhere")]
    assert len(listed) == len(set(listed))
    assert key_line_text("everywhere", 80).count("Ctrl+P") == 1


OF_ROWS = ("m move", "d delete", "p progress")
"""What the key line must not offer where there is no row to do it to: an aim can be added there."""


@pytest.mark.slow
@pytest.mark.parametrize("width", [80, 120])
@pytest.mark.parametrize(
    "keys",
    [
        ("left", "home"),
        ("left", "home", "right"),
        ("left", "end"),
        ("left", "end", "right"),
        ("left", "end", "up", "right", "right"),
    ],
    ids=["cover", "in the cover", "report", "in the report", "in an aim"],
)
async def test_the_key_line_offers_only_what_there_is_something_for(
    keys: tuple[str, ...], width: int
) -> None:
    async with plandesk(on_disk(), size=(width, 24)) as pilot:
        await press(pilot, *keys)
        line = app_of(pilot).key_line
        in_a_field = keys[-1] == "right"  # there d empties it
        nothing = [one for one in OF_ROWS if not in_a_field or one != "d delete"]
        await until(pilot, lambda: not any(one in str(line.render()) for one in nothing))
        assert "Enter edit" in str(line.render())
        await press(pilot, *["escape"] * 2, "home", "down")
        await until(pilot, lambda: {"a add", "m move", "d delete"} <= offered(pilot))


@pytest.mark.parametrize("row", [WHOLE, "part.part-1"])
@pytest.mark.slow
async def test_beside_a_part_of_a_form_the_key_line_offers_no_deleting(row: str) -> None:
    async with plandesk(on_disk(WITH_PAPERS), size=NARROW) as pilot:
        view = await go_to_view(pilot, EqualityView, "3")
        view.go_to(row)
        await press(pilot, "right")
        await until(pilot, lambda: view.where == "answer")
        await until(pilot, lambda: "Enter edit" in offered(pilot))
        assert "d delete" not in offered(pilot)
        before = plan_of(pilot)
        await press(pilot, "d")
        assert plan_of(pilot) == before


def offered(pilot: Pilot[None]) -> set[str]:
    """Return what the key line offers."""
    return set(str(app_of(pilot).key_line.render()).strip().split("  "))


async def test_in_the_empty_list_of_an_aim_the_key_line_offers_the_first_action() -> None:
    async with plandesk(on_disk(), size=(80, 24)) as pilot:
        await press(pilot, "left", "end", "up", "right")
        await until(pilot, lambda: "a add" in offered(pilot))
        assert not {"m move", "d delete", "p progress", "Enter edit"} & offered(pilot)


async def test_on_the_cover_of_an_empty_plan_the_key_line_offers_the_first_aim() -> None:
    async with plandesk(on_disk(PlanOutline("A plan"))) as pilot:
        await until(pilot, lambda: "a add" in offered(pilot))


async def test_an_empty_desk_offers_nothing_to_open_or_delete() -> None:
    async with plandesk() as pilot:
        await until(pilot, lambda: "n new" in offered(pilot))
        assert not {"Enter open", "d delete"} & offered(pilot)


@pytest.mark.parametrize("key", ["question_mark", "e", "ctrl+p"])
@pytest.mark.slow
async def test_under_a_dialog_the_key_line_shows_no_keys(key: str) -> None:
    async with plandesk(on_disk(), size=(80, 24)) as pilot:
        await press(pilot, key)
        await until(pilot, lambda: not painted_keys(pilot))
        await press(pilot, "escape")
        await until(pilot, lambda: "Enter edit" in painted_keys(pilot))


def painted_keys(pilot: Pilot[None]) -> str:
    """Return what can be read in the last line of the window."""
    return shown(pilot).split("\n")[23].strip()


@pytest.mark.parametrize(
    "own_keys",
    [{"quit": "x"}, {"new": "ctrl+q"}, {"keys": "ctrl+q"}, {"quit": "ctrl+q"}, {"done": "ctrl+q"}],
    ids="-".join,
)
@pytest.mark.parametrize(
    "place",
    ["field", *(pytest.param(each, marks=pytest.mark.slow) for each in ("desk", "plan", "dialog"))],
)
@pytest.mark.slow
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


@pytest.mark.slow
async def test_an_own_key_works_and_is_shown() -> None:
    save_settings(Settings(keys={"duplicate": "x"}))
    async with plandesk(on_disk()) as pilot:
        await press(pilot, "x")
        await until(pilot, lambda: len(plan_of(pilot).actions) == 5)
        await press(pilot, "ctrl+d")
        assert len(plan_of(pilot).actions) == 5
        await press(pilot, "question_mark")
        await until(pilot, lambda: pilot.app.screen.query(KeyTable))
        assert ("x", COMMAND["duplicate"].title) in pilot.app.screen.query_one(KeyTable).lines


@pytest.mark.slow
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
        text = key_line_text("actions", 120, view_of(pilot).keys[1])
        await click(
            pilot,
            KeyLine,
            offset=(text.index("duplicate") if "duplicate" in text else text.index("a add"), 0),
        )
        await until(pilot, lambda: len(plan_of(pilot).actions) == 5)


@pytest.mark.slow
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


async def test_the_palette_has_a_line_for_each_command_with_its_key_before_it() -> None:
    async with plandesk(on_disk(), size=(80, 24)) as pilot:
        await press(pilot, "ctrl+p")
        await until(pilot, lambda: "Ctrl+O  Back to the list of plans" in shown(pilot))
        listed = pilot.app.screen.query(OptionList).first()
        assert listed.virtual_size.height == listed.option_count
        assert "Colours  Light, dark or high contrast" in shown(pilot)


TRIED = {
    "pdf": "export",
    "save": "merge-with-file",
    "mail": "leads",
    "e-mail": "share",
    "print": "written",
    "word count": "word-counts",
    "replace": "replace",
    "Find and replace": "replace",
    "rename": "register",
    "spell": "spelling",
    "spell check": "spelling",
    "due": "view-reviews",
    "undo": "undo",
    "restore": "history",
}
"""What officers have typed into the palette of an open plan, and a command that they meant."""


async def test_the_palette_finds_a_command_by_the_words_that_an_officer_tries() -> None:
    async with plandesk(on_disk()) as pilot:
        palette = OfficersWords(pilot.app.screen)
        for typed, command in TRIED.items():
            hits = [hit async for hit in palette.search(typed)]
            best = [str(hit.prompt) for hit in sorted(hits, reverse=True)][:8]
            assert COMMAND[command].title in best, typed
        await press(pilot, "ctrl+p", *"pdf")
        assert COMMAND["export"].title in shown(pilot)


def test_words_are_sought_for_commands_that_there_are_and_that_the_palette_offers() -> None:
    assert not [each for each in SOUGHT if each not in COMMAND or not COMMAND[each].in_palette]


def test_the_palette_says_where_a_command_is_that_is_not_here() -> None:
    assert nothing_here("word count").endswith("is a command of an open plan.")
    assert "“New plan” is a command of the list of plans" in nothing_here("new plan")
    assert "No command is called that" in nothing_here("zzqq")
    assert "No command is called that" in nothing_here(" ")
