"""The settings are changed in the window, by keyboard only; each works at once or says when."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from textual.pilot import Pilot

from desk.settings import SETTING
from store.dictionary import own_words
from store.settings import Settings, load_settings, save_settings, settings_path
from tests.tui.papers import WITH_PAPERS
from tests.tui.window import (
    app_of,
    at_rest,
    on_disk,
    plan_of,
    plandesk,
    press,
    said,
    shown,
    type_text,
    until,
    view_of,
)
from tui.__main__ import main
from tui.commands import COMMAND
from tui.dialogs.keys import KeyTable
from tui.dialogs.own_keys import OwnKeysDialog
from tui.dialogs.settings import SettingsDialog
from tui.keys.own_keys import REBOUND, exchanged, first_key, rebound
from tui.widgets.row_list import RowList

pytestmark = pytest.mark.slow


async def open_setting(pilot: Pilot[None], label: str) -> None:
    """Open the settings, and press Enter on one."""
    if not isinstance(pilot.app.screen, SettingsDialog):
        await press(pilot, "comma")
    labels = [row.content.plain for row in pilot.app.screen.query_one(RowList).rows]
    here = pilot.app.screen.query_one(RowList).highlighted or 0
    there = next(at for at, line in enumerate(labels) if line.startswith(label))
    await press(pilot, *["down" if there > here else "up"] * abs(there - here), "enter")


def kept() -> Settings:
    return load_settings()[0]


async def test_every_setting_is_shown_with_what_it_is_and_from_when_on_it_works() -> None:
    async with plandesk(on_disk()) as pilot:
        await press(pilot, "comma")
        rows = pilot.app.screen.query_one(RowList)
        for _ in rows.rows:
            assert "orks " in shown(pilot)
            await press(pilot, "down")
        labels = "\n".join(row.content.plain for row in rows.rows)
        for label in ("Council format", "Word template", "Author", "Colours", "Spelling list"):
            assert label in labels
        assert "Density" in labels
        assert "Keys" in labels
        await press(pilot, "escape")
        assert len(pilot.app.screen_stack) == 1


async def test_a_setting_says_in_words_what_holds_also_where_it_is_empty() -> None:
    path = on_disk()
    async with plandesk(path) as pilot:
        await press(pilot, "comma")
        rows = {row.label: row.line for row in pilot.app.screen.query_one(RowList).rows}  # type: ignore[attr-defined]
        assert rows["Council format"] == "Dundee City Council, 2016"
        assert rows["Word template"] == "plandesk's own"
        assert rows["Islands"] == "not said"
        assert rows["Calendar reminder"] == "no reminder"
        await press(pilot, "escape")
    save_settings(Settings(calendar_reminder="7", islands="yes"))
    async with plandesk(path) as pilot:
        await press(pilot, "comma")
        rows = {row.label: row.line for row in pilot.app.screen.query_one(RowList).rows}  # type: ignore[attr-defined]
        assert (rows["Calendar reminder"], rows["Islands"]) == ("7 days before", "yes")


async def test_the_settings_open_on_the_desk_too() -> None:
    async with plandesk() as pilot:
        await press(pilot, "comma")
        assert isinstance(pilot.app.screen, SettingsDialog)


async def test_the_author_is_typed_and_kept() -> None:
    async with plandesk(on_disk()) as pilot:
        await open_setting(pilot, "Author")
        await type_text(pilot, "A. Clerk")
        await press(pilot, "enter")
        assert kept().author == "A. Clerk"
        assert "from the next Word file on" in said(pilot)
        assert "A. Clerk" in shown(pilot)
        await open_setting(pilot, "Author")
        await type_text(pilot, "")
        await press(pilot, "enter")
        assert kept().author == ""


async def test_what_a_setting_does_not_take_is_said_and_asked_for_again(tmp_path: Path) -> None:
    letter = tmp_path / "letter.txt"
    letter.write_text("Dear all", encoding="utf-8")
    async with plandesk(on_disk()) as pilot:
        await open_setting(pilot, "Word template")
        await type_text(pilot, "/nowhere/council.dotx")
        await press(pilot, "enter")
        words = " ".join(shown(pilot).replace("│", "").split())
        assert "The Word template is not there" in words
        assert "The setting is as it was." in words
        assert "Nothing was written" not in words, "no Word file was asked for"
        await type_text(pilot, str(letter))
        await press(pilot, "enter")
        words = " ".join(shown(pilot).replace("│", "").split())
        assert "The template letter.txt is no Word file, or is damaged. Choose a .docx" in words
        assert "The setting is as it was." in words
        await press(pilot, "escape")
        await open_setting(pilot, "Calendar reminder")
        await type_text(pilot, "soon")
        await press(pilot, "enter")
        assert "is no number of days" in shown(pilot)
        await type_text(pilot, "07")
        await press(pilot, "enter")
        assert (kept().council_template, kept().calendar_reminder) == ("", "7")


async def test_colours_and_density_work_at_once() -> None:
    async with plandesk(on_disk()) as pilot:
        await open_setting(pilot, "Colours")
        await press(pilot, "up", "enter")
        assert pilot.app.theme == kept().theme == "light"
        await open_setting(pilot, "Density")
        await press(pilot, "down", "enter")
        assert kept().density == "dense"
        assert pilot.app.has_class("-dense")
        await open_setting(pilot, "Density")
        await press(pilot, "up", "enter")
        assert kept().density == ""
        assert not pilot.app.has_class("-dense")


async def test_how_days_are_counted_is_chosen() -> None:
    async with plandesk(on_disk()) as pilot:
        await open_setting(pilot, "Clear days")
        await press(pilot, "home", "enter")
        assert kept().clear_days == "every-day"
        await open_setting(pilot, "Clear days")
        await press(pilot, "end", "enter")
        assert kept().clear_days == ""


async def test_what_the_checks_find_follows_the_setting_at_once() -> None:
    report = replace(WITH_PAPERS.report, meeting_date="27 September 2090")
    async with plandesk(on_disk(replace(WITH_PAPERS, report=report))) as pilot:
        session = app_of(pilot).session
        assert session is not None

        def said_of_days() -> str:
            return next((one.text for one in session.findings if one.rule == "R14"), "")

        await until(pilot, lambda: "which does the council count?" in said_of_days())
        of_days = SETTING["clear_days"]
        assert f"“{of_days.label}” ({of_days.name})" in said_of_days(), "as it is called in both"
        await open_setting(pilot, "Clear days")
        await press(pilot, "home", "enter")
        await until(pilot, lambda: said_of_days().endswith("sent out by 23 September 2090."))
        await open_setting(pilot, "Clear days")
        await press(pilot, "end", "enter")
        await until(pilot, lambda: "which does the council count?" in said_of_days())


async def test_the_councils_words_are_added_and_taken_off() -> None:
    async with plandesk(on_disk()) as pilot:
        await open_setting(pilot, "Spelling list")
        await press(pilot, "enter")
        await type_text(pilot, "Strathbrannoch")
        await press(pilot, "enter")
        assert own_words() == {"Strathbrannoch"}
        await press(pilot, "down", "enter")
        assert own_words() == set()
        await press(pilot, "escape")
        assert "0 words" in shown(pilot)


async def test_a_word_that_is_typed_and_not_on_the_list_is_added_by_enter() -> None:
    async with plandesk(on_disk()) as pilot:
        await open_setting(pilot, "Spelling list")
        await type_text(pilot, "Strathbrannoch")
        assert "Add “Strathbrannoch”" in shown(pilot)
        await press(pilot, "enter")
        assert own_words() == {"Strathbrannoch"}
        await type_text(pilot, "Strathbrannoch")
        assert "Add “" not in shown(pilot)
        await press(pilot, "enter")
        assert own_words() == set()


def test_the_command_line_sets_the_density(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["settings", "density", "Dense"]) == 0
    assert capsys.readouterr().out == "Set: density: dense.\n"
    assert kept().density == "dense"
    assert main(["settings", "density", "crowded"]) == 1
    assert "is one of usual, dense" in capsys.readouterr().err
    assert main(["settings", "density", "usual"]) == 0
    assert kept().density == ""


# Keys


async def ask_for_key(pilot: Pilot[None], command: str) -> None:
    """Open the keys of the settings, and ask for another key of a command."""
    if not isinstance(pilot.app.screen, OwnKeysDialog):
        await open_setting(pilot, "Keys")
    await type_text(pilot, command)
    await press(pilot, "enter")


async def test_a_command_has_another_key_at_once_wherever_its_key_is_shown() -> None:
    async with plandesk(on_disk()) as pilot:
        await ask_for_key(pilot, "Duplicate it")
        await press(pilot, "f4")
        assert kept().keys == {"duplicate": "f4"}
        await press(pilot, "escape", "escape", "f4")
        assert len(plan_of(pilot).actions) == 5
        await press(pilot, "ctrl+d")
        assert len(plan_of(pilot).actions) == 5
        await press(pilot, "question_mark")
        assert ("F4", COMMAND["duplicate"].title) in pilot.app.screen.query_one(KeyTable).lines
        commands = list(app_of(pilot).get_system_commands(pilot.app.screen_stack[0]))
        (help_of_it,) = [one.help for one in commands if one.title == COMMAND["duplicate"].title]
        assert help_of_it == "Key: F4"


async def test_the_key_line_and_the_tabs_follow() -> None:
    async with plandesk(on_disk()) as pilot:
        await ask_for_key(pilot, "Add below")
        await press(pilot, "plus")
        await ask_for_key(pilot, "Checks: go to this view")
        await press(pilot, "K")
        await press(pilot, "escape", "escape")
        assert " + add " in shown(pilot)
        assert " K Checks " in shown(pilot)
        await press(pilot, "K")
        await until(pilot, lambda: app_of(pilot).view_id == "checks")


def test_an_exchange_is_offered_only_where_it_can_be_made_and_all_that_have_the_key_are_named() -> (
    None
):
    for command in REBOUND:
        for key in {first_key({}, one) for one in REBOUND}:
            made = rebound({}, command, key)
            if made.other is not None:
                assert not exchanged({}, command, key, made.other).problem, (command.id, key)
    (note,) = (one for one in REBOUND if one.id == "note")
    made = rebound({}, note, "a")
    assert made.other is None
    assert made.problem == (
        "a is already the key of “Add below” and “Every plan of the desk, or this one” there."
    )


async def test_a_key_that_is_taken_is_told_and_can_be_exchanged() -> None:
    async with plandesk(on_disk()) as pilot:
        await ask_for_key(pilot, "Add below")
        await press(pilot, "m")
        assert "m is already the key of “Move it up, down or elsewhere”" in shown(pilot)
        await press(pilot, "enter")
        assert "Press another." in shown(pilot)
        await press(pilot, "m", "down", "enter")
        assert kept().keys == {"add": "m", "move": "a"}
        await press(pilot, "escape", "escape", "m")
        assert len(plan_of(pilot).actions) == 5
        await press(pilot, "escape", "left")
        await press(pilot, "a")
        assert view_of(pilot).where == "moving"


@pytest.mark.parametrize(
    ("command", "key", "why"),
    [
        ("Add below", "up", "↑ moves the cursor there."),
        ("Add below", "ctrl+q", ""),
        ("Done: back to the list", "x", "There x is typed"),
        ("Edit what is under the cursor", "tab", "Tab is already the key of"),
        ("Find a command", "7", "7 is already the key of “To the aim or section of this number”"),
    ],
)
async def test_a_key_that_would_do_nothing_is_refused(command: str, key: str, why: str) -> None:
    async with plandesk(on_disk()) as pilot:
        await ask_for_key(pilot, command)
        await press(pilot, key)
        assert why in shown(pilot)
        assert kept().keys == {}


async def test_the_usual_keys_come_back_one_by_one_or_all_at_once() -> None:
    save_settings(Settings(keys={"add": "f4", "move": "f5", "quit": "f6"}))
    async with plandesk(on_disk()) as pilot:
        await open_setting(pilot, "Keys")
        await type_text(pilot, "Add below")
        await press(pilot, "f5")
        assert sorted(kept().keys) == ["move", "quit"]
        assert "“Add below” has its usual key again." in said(pilot)
        await press(pilot, "f6")
        assert kept().keys == {}
        assert "Every command has its usual key again." in said(pilot)
        await press(pilot, "escape", "escape", "a")
        assert len(plan_of(pilot).actions) == 5


async def test_a_usual_key_that_another_command_has_now_is_named_with_that_command() -> None:
    save_settings(Settings(keys={"add": "f4", "move": "a"}))
    async with plandesk(on_disk()) as pilot:
        await open_setting(pilot, "Keys")
        await type_text(pilot, "Add below")
        await press(pilot, "f5")
        assert kept().keys == {"add": "f4", "move": "a"}
        assert (
            "a is the key of “Move it up, down or elsewhere” now: give that another. "
            "The keys are as they were."
        ) in said(pilot)


@pytest.mark.parametrize(
    ("keys", "words"),
    [
        ('{"add": "nonsense"}', "“Add below” the key “nonsense”, which is no key"),
        ('{"add": "ctrl+nonsense, f4"}', "“Add below” the key “ctrl+nonsense”"),
        ('{"add": ""}', "“Add below” the key “”"),
        ('{"fly": "x"}', "“fly”, which is no command"),
        ('{"add": 5}', "this cannot be used: keys/add"),
        ("[1]", "this cannot be used: keys"),
    ],
)
async def test_a_wrong_key_in_the_settings_is_a_sentence_and_the_usual_one_works(
    keys: str, words: str
) -> None:
    settings_path().parent.mkdir(parents=True, exist_ok=True)
    settings_path().write_text(f'{{"theme": "light", "keys": {keys}}}', encoding="utf-8")
    async with plandesk(on_disk()) as pilot:
        await until(pilot, lambda: words in said(pilot))
        assert pilot.app.theme == "light"
        await press(pilot, "f4" if "f4" in keys else "a")
        assert len(plan_of(pilot).actions) == 5


async def test_a_mark_in_the_settings_is_the_key_that_types_it() -> None:
    save_settings(Settings(keys={"add": "+"}))
    async with plandesk(on_disk()) as pilot:
        assert said(pilot) == ""
        await press(pilot, "plus")
        assert len(plan_of(pilot).actions) == 5


async def test_the_papers_are_named_by_ones_own_keys() -> None:
    async with plandesk(on_disk()) as pilot:
        await press(pilot, "6")
        await until(pilot, lambda: "▸r Report◂" in shown(pilot))
        await ask_for_key(pilot, "Read the report")
        await press(pilot, "w", "escape", "escape")
        assert "▸w Report◂" in shown(pilot)


# Damage


def no_json() -> None:
    settings_path().write_bytes(b"{\xff")


def a_folder() -> None:
    settings_path().unlink()
    settings_path().mkdir()


@pytest.mark.parametrize("damage", [no_json, a_folder])
async def test_damaged_settings_never_stop_the_program_and_are_kept(
    damage: Callable[[], None],
) -> None:
    save_settings(Settings(theme="light"))
    damage()
    async with plandesk(on_disk()) as pilot:
        await until(pilot, lambda: "could not be read" in said(pilot))
        await open_setting(pilot, "Author")
        await type_text(pilot, "A. Clerk")
        await press(pilot, "enter")
        await at_rest(pilot)
    assert kept().author == "A. Clerk"
    assert settings_path().with_name("settings-damaged.json").exists()
