"""What `?` lists is what the keys do: in every place of every view, and in the frame of dialogs."""

import re
from collections.abc import Collection
from importlib import import_module
from pathlib import Path

import pytest
from _pytest.mark import ParameterSet
from textual.binding import Binding
from textual.pilot import Pilot

from plan.model.outline import PlanOutline
from store.copied import copied_path
from store.settings import Settings, save_settings
from tests.tui.papers import WITH_PAPERS
from tests.tui.window import app_of, at_rest, on_disk, plan_of, plandesk, press, said, shown
from tui.commands import COMMANDS, PLACES, Command, Where, commands_at, keys_of, typed_instead
from tui.dialogs import DIALOGS
from tui.dialogs.dialog import Dialog
from tui.dialogs.keys import WIDGET_KEYS
from tui.opening import close_plan, open_plan

WAYS: dict[Where, tuple[str, ...]] = {
    "desk": (),
    "aims": ("left", "down"),
    "actions": (),
    "fields": ("right",),
    "outline": ("2", "down"),
    "passages": ("2", "down", "right"),
    "questions": ("3",),
    "answer": ("3", *("down",) * 4, "right"),
    "marks": ("3", *("down",) * 2, "right"),
    "reviews": ("4",),
    "checks": ("5",),
    "preview": ("6",),
    "editing": ("enter",),
    "moving": ("m",),
    "jumping": ("j",),
}
"""The keys that lead to each place from where a plan with a report and a form opens."""
EMPTY_WAYS: dict[str, tuple[str, ...]] = {
    "an empty plan": (),
    "its report": ("2",),
    "its form": ("3",),
    "its reviews": ("4",),
    "its checks": ("5",),
    "its cover": ("right",),
}


def walked(*at_every_run: Where) -> list[ParameterSet]:
    """Return every place, of which all but a few are walked by CI only."""
    return [
        pytest.param(one, marks=() if one in at_every_run else pytest.mark.slow) for one in WAYS
    ]


_BESIDE = re.compile(r"super\+|ctrl\+(c|pageup|pagedown)$")
"""The Mac's keys for the same, and Ctrl+C: with text highlighted by the mouse it copies that."""
_LEADS_NOWHERE = {"app.focus_next", "app.focus_previous"}
"""Textual's own Tab, where there is nothing else to go to."""


def listed(where: Where, idle: Collection[str]) -> set[str]:
    """Return the keys that `?` lists at a place."""
    keys = {key for many, _ in WIDGET_KEYS.get(where, ()) for key in many.split(",")}
    for command in commands_at(where):
        if command.id not in idle:
            keys |= {one for one in keys_of(command, {}).split(",") if not typed(one, where)}
    return keys


def typed(key: str, where: Where) -> bool:
    return where == "editing" and typed_instead(key, where)


def working(pilot: Pilot[None], idle: Collection[str]) -> set[str]:
    """Return the keys that are bound where the focus is, to what applies there and is not idle."""
    here = [one for one in commands_at(app_of(pilot).where) if one.id in idle]
    idle_keys = {key for one in here for key in one.keys.split(",")}
    return {
        key
        for key, bound in pilot.app.screen.active_bindings.items()
        if bound.enabled
        and key not in idle_keys
        and bound.binding.action not in _LEADS_NOWHERE
        and not _BESIDE.match(key)
    }


async def _compared(pilot: Pilot[None], where: Where) -> None:
    idle = app_of(pilot).idle
    told = {key for key in listed(where, idle) if not _BESIDE.match(key)}
    read_on = {"tab", "shift+tab"} & told  # in reviews and checks they are Textual's own
    assert told - working(pilot, idle) - read_on == set()
    assert working(pilot, idle) - told == set()


@pytest.mark.parametrize("where", walked("actions", "marks", "editing"))
@pytest.mark.slow
async def test_the_help_lists_the_keys_that_work_and_no_others(where: Where) -> None:
    path = on_disk(WITH_PAPERS)
    async with plandesk(None if where == "desk" else path) as pilot:
        await press(pilot, *WAYS[where])
        assert app_of(pilot).where == where
        await _compared(pilot, where)


@pytest.mark.slow
@pytest.mark.parametrize("place", EMPTY_WAYS)
async def test_in_an_empty_plan_too(place: str) -> None:
    async with plandesk(on_disk(PlanOutline("A plan"))) as pilot:
        await press(pilot, *EMPTY_WAYS[place])
        await _compared(pilot, app_of(pilot).where)


WITHOUT_A_ROW: dict[str, tuple[str, ...]] = {
    "the cover": ("left", "home"),
    "its fields": ("left", "home", "right"),
    "the inspection report": ("left", "end"),
    "its lines": ("left", "end", "right"),
    "an aim's fields": ("left", "right", "right"),
    "a part of the form": ("3", "down"),
    "a section of the report": ("2", "down"),
    "its header": ("2",),
}
"""The keys that lead to where some commands have nothing to do it to."""


@pytest.mark.slow
@pytest.mark.parametrize("place", WITHOUT_A_ROW)
async def test_a_key_that_is_not_listed_changes_nothing(place: str) -> None:
    async with plandesk(on_disk(WITH_PAPERS)) as pilot:
        await press(pilot, *WITHOUT_A_ROW[place])
        app, before = app_of(pilot), plan_of(pilot)
        did: list[str] = []
        for command in [one for one in commands_at(app.where) if one.id in app.idle]:
            await press(pilot, command.keys.split(",")[0])
            if plan_of(pilot) is not before or len(app.screen_stack) > 1:
                did.append(command.title)
                break
        assert did == []


def test_every_place_is_walked() -> None:
    assert set(PLACES) - set(WAYS) == {"assessments"}, "several assessments stand side by side"


def state(pilot: Pilot[None]) -> tuple[object, ...]:
    """Return all of the window that a key can change."""
    app = app_of(pilot)
    plan = plan_of(pilot) if app.session is not None else None
    return shown(pilot), said(pilot), plan, pilot.app.focused, app.clipboard, app._exit, app.where


EVERYWHERE = {one.id for one in COMMANDS if len(one.where) >= 10 or "everywhere" in one.where}
"""Commands of all views, whose keys are pressed in one of them only."""
UNSEEN = {"view-plan", "first-page", "page-up", "line-up", "move-top", "move-up", "move-to"}
UNSEEN |= {"move-page-up", "paper-report"}
"""What does nothing where the window stands already: in its own view, on the first page, on top."""


def pressed_at(where: Where, idle: Collection[str]) -> list[Command]:
    return [
        one
        for one in commands_at(where)
        if one.id not in idle
        and one.id not in UNSEEN
        and (one.id not in EVERYWHERE or where == "actions")
        and not (where == "editing" and all(typed(key, where) for key in one.keys.split(",")))
    ]


@pytest.mark.slow
@pytest.mark.parametrize("where", [one for one in WAYS if one != "desk"])
async def test_each_key_that_is_listed_does_something(where: Where, tmp_path: Path) -> None:
    path = on_disk(WITH_PAPERS)
    content = path.read_bytes()
    async with plandesk(path, size=(80, 24)) as pilot:
        app = app_of(pilot)
        await press(pilot, *WAYS[where])
        nothing: list[str] = []
        for command in pressed_at(where, app.idle):
            key = next(one for one in command.keys.split(",") if not typed(one, where))
            app.take_clipboard("")  # what an earlier key copied would be pasted over itself
            copied_path().unlink(missing_ok=True)
            before = state(pilot)
            await press(pilot, key)
            if state(pilot) == before:
                nothing.append(f"{key}: {command.title}")
            while len(app.screen_stack) > 1:
                app.screen.dismiss(None)
                await at_rest(pilot)
            if app.where == where and shown(pilot) == before[0]:
                continue
            await close_plan(app, at_any_rate=True)
            path.write_bytes(content)
            path.with_name("Small.history.jsonl").unlink(missing_ok=True)
            save_settings(Settings())
            await open_plan(app, path)
            await at_rest(pilot)
            await press(pilot, *WAYS[where])
        assert nothing == [], (where, WAYS[where])


# Dialogs: their keys stand in their frames

CLASSES = [getattr(import_module(module), name) for name, module in DIALOGS.items()]
ASKING = [kind for kind in CLASSES if issubclass(kind, Dialog) and kind is not Dialog]
NAMES = {
    "Enter": ("enter",),
    "Esc": ("escape",),
    "Tab": ("tab",),
    "Space": ("space",),
    "Del": ("delete",),
    "↑↓": ("up", "down"),
    "←→": ("left", "right"),
}
OF_WIDGETS = {"enter", "escape", "tab", "up", "down", "space"}
"""Keys that a list, a line or the base of all dialogs takes."""
THROUGH = {"escape", "up", "down", "enter", "pageup", "pagedown", "home", "end"}
"""Keys that do in every list and dialog what they always do."""


IN_THE_BODY = {"ImportPreview": set("lomns"), "FindDialog": {"f5", "f6", "f8"}}
"""Keys that stand in a line of the dialog itself, each beside what it decides."""


def own_keys_of(kind: type) -> list[set[str]]:
    """Return the keys that a dialog binds itself, those that do the same together."""
    kinds = [one for one in kind.__mro__ if issubclass(one, Dialog)]
    bound = [one for each in kinds for one in vars(each).get("BINDINGS", ())]
    return [set(one.key.split(",")) for one in bound if isinstance(one, Binding)]


def keys_named(words: str) -> set[str]:
    """Return the keys that the frame of a dialog names."""
    named: set[str] = set()
    for part in words.split("   "):
        for name in re.split(r", | or | and | ", part.partition(":")[0]):
            named |= set(NAMES.get(name, (name,) if len(name) == 1 else ()))
            if re.fullmatch(r"F\d+|Ctrl\+\w", name):
                named.add(name.lower())
    return named


def words_in_source(kind: type) -> str:
    """Return the sentences of a dialog's module that say what keys do."""
    source = Path(import_module(kind.__module__).__file__ or "").read_text(encoding="utf-8")
    lines = re.findall(r"\"([^\"]*\w: [^\"]*)\"", source)
    return re.sub(r"\{\w+\}", "", "   ".join(lines))


@pytest.mark.parametrize("kind", ASKING, ids=lambda kind: kind.__name__)
def test_a_dialog_has_the_keys_that_its_frame_names_and_no_others(kind: type) -> None:
    in_words = getattr(kind, "keys_in_words", "")
    groups = own_keys_of(kind)
    own = {key for group in groups for key in group}
    if isinstance(in_words, str):
        assert keys_named(in_words) - own - OF_WIDGETS == set()
    named = keys_named(words_in_source(kind)) | (
        keys_named(in_words) if isinstance(in_words, str) else set()
    )
    named |= {*THROUGH, *IN_THE_BODY.get(kind.__name__, ())}
    assert [group for group in groups if not group & named] == []
