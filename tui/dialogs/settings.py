"""The settings, each with what it says and from when on it works; Enter changes one."""

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from textual.app import ComposeResult
from textual.content import Content
from textual.widgets import OptionList, Static

from desk.colours import COLOURS_IN_WORDS
from desk.council import OfferedFormat, offered_formats
from desk.settings import (
    NONE,
    SETTING,
    SETTINGS,
    Setting,
    SettingError,
    setting_in_words,
    setting_said,
    with_setting,
)
from files.ordinary import reason_of
from plan.council import DEFAULT_FORMAT
from plan.text.line_breaks import counted
from store.dictionary import add_own_word, own_words, remove_own_word, words_path
from store.settings import Settings, load_settings
from tui.dialogs.choose import ChooseDialog
from tui.dialogs.dialog import Dialog
from tui.dialogs.name import NameDialog
from tui.dialogs.own_keys import change_keys
from tui.views.checks.checking import check_soon
from tui.widgets.row_list import ListedRow, RowList
from tui.words.spelling import load_spelling_soon

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from tui.window import Window

_KEYS, _WORDS, _ADD, _NEW = "keys", "words", "add", "new"
_LABELS = 19
"""Cells of the column of labels."""
_ASKED = {
    "council_template": "The path of the Word file; empty, or “none”, for plandesk's own.",
    "author": "The name in the properties of Word files; empty for nobody's.",
    "editor": "Its command, such as gedit or code --wait; empty for that of the system.",
    "calendar_reminder": "Days before what is due, such as 7; empty for no reminder.",
}
_WHOSE = (
    "Words that the spelling leaves in peace, besides those of the dictionary and of the plan. "
    "Enter on one takes it off the list."
)


@dataclass(frozen=True, slots=True)
class SettingRow(ListedRow):
    """A setting: its label and, in a column of their own, its value; `about` says what it is."""

    label: str = ""
    about: str = ""

    @property
    def content(self) -> Content:
        """What is painted; never parsed as markup."""
        return Content.assemble((f"{self.label:<{_LABELS}}", "bold"), self.line)


class SettingsDialog(Dialog[str]):
    """Lists the settings; the result is the name of the one to change."""

    heading = "Settings"
    keys_in_words = "↑↓ and Enter: change it   Esc: close"
    DEFAULT_CSS = """
    SettingsDialog #about { margin-top: 1; color: $text-muted; }
    """

    def __init__(self, rows: list["SettingRow"], current: str) -> None:
        super().__init__()
        self._rows = rows
        self._current = current

    def contents(self) -> ComposeResult:
        """Yield the list, and below it what the setting under the cursor is."""
        yield RowList(id="settings", goes_round=True)
        yield Static("", id="about", markup=False)

    def on_mount(self) -> None:
        """Fill the list and focus it."""
        rows = self.query_one(RowList)
        rows.show(self._rows, self._current)
        rows.focus()
        self._tell()

    def _tell(self) -> None:
        current = self.query_one(RowList).current
        about = next((row.about for row in self._rows if row.id == current), "")
        self.query_one("#about", Static).update(about)

    def on_option_list_option_highlighted(self, event: OptionList.OptionHighlighted) -> None:
        """Say what the setting under the cursor is, and from when on it works."""
        event.stop()
        self._tell()

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Close with the setting on which Enter was pressed."""
        event.stop()
        self.dismiss(self.query_one(RowList).current)


def setting_rows(kept: Settings, words: int) -> list[SettingRow]:
    """Return a row for each setting: what it says, what it is and from when on it works.

    `words` is how many words the council's own list has.
    """
    own = counted(len(kept.keys), "command")
    return [
        *(_setting_row(kept, one) for one in SETTINGS),
        SettingRow(
            _WORDS,
            counted(words, "word"),
            label="Spelling list",
            about=f"The council's own words, in {words_path()}. Works at once.",
        ),
        SettingRow(
            _KEYS,
            f"your own for {own}" if kept.keys else "as usual",
            label="Keys",
            about="Another key for any command. Works at once.",
        ),
    ]


def _setting_row(kept: Settings, one: Setting) -> SettingRow:
    about = f"{_meaning(one)}. Works {one.works}."
    return SettingRow(one.name, setting_in_words(kept, one.name), label=one.label, about=about)


def _meaning(one: Setting) -> str:
    """Return what a setting is, without the names that a command has for what can be chosen."""
    return _sentence(one.meaning.partition(":")[0] if one.choices else one.meaning)


async def show_settings(app: "Window") -> None:
    """Show the settings, and change one after the other until the officer has done."""
    _, remark = load_settings()
    if remark:
        app.say(remark, is_problem=True)
    name = SETTINGS[0].name
    while True:
        rows = setting_rows(load_settings()[0], len(_own_words(app)))
        chosen = await app.push_screen_wait(SettingsDialog(rows, name))
        if chosen is None:
            return
        name = chosen
        await _change(app, name)


async def _change(app: "Window", name: str) -> None:
    """Ask for another value of a setting, and keep it."""
    match name:
        case "council_format":
            await choose_format(app)
        case "colours":
            await choose_colours(app)
        case "words":
            await _change_words(app)
        case "keys":
            await change_keys(app)
        case _ if SETTING[name].choices:
            await _choose(app, name)
        case _:
            await _ask(app, name)


async def _choose(app: "Window", name: str) -> None:
    """Ask for one of a setting's few values."""
    setting = SETTING[name]
    said = setting_said(load_settings()[0], name)
    rows = [ListedRow(value, words) for value, words in setting.choices.items()]
    if name not in {"density", "look_for_versions"}:
        rows.append(ListedRow(NONE, "Not said"))
    asked = ChooseDialog(setting.label, f"{_meaning(setting)}:", rows, said)
    chosen = await app.push_screen_wait(asked)
    if chosen is not None:
        _keep(app, name, chosen.replace(NONE, ""))


async def _ask(app: "Window", name: str) -> None:
    """Ask for the value of a setting until one can be used."""
    setting, problem = SETTING[name], ""
    typed = setting_said(load_settings()[0], name)
    while True:
        asked = f"{problem}\n\n{_ASKED[name]}" if problem else _ASKED[name]
        shown = "" if typed == NONE else typed
        answer = await app.push_screen_wait(NameDialog(setting.label, asked, shown, ()))
        if answer is None:
            return
        typed, problem = answer, _keep(app, name, answer)
        if not problem:
            return


def _keep(app: "Window", name: str, typed: str) -> str:
    """Keep a setting and use it; return why it cannot be, empty if it is kept or has been told."""
    before = load_settings()[0]
    try:
        changed = with_setting(before, name, typed)
    except SettingError as error:
        return str(error)
    if app.remember_setting(**{key: new for key, new in changed if new != getattr(before, key)}):
        if name == "density":
            app.use_density(is_dense=changed.density == "dense")
        elif app.session is not None and SETTING[name].works.endswith("checks"):
            app.session.findings_of = None  # what was found hangs on the setting
            check_soon(app, anew=True)
        setting = SETTING[name]
        app.say(f"{setting.label}: {setting_in_words(changed, name)}. It works {setting.works}.")
    return ""


def _sentence(words: str) -> str:
    return words[:1].upper() + words[1:]


# The council's own words


def _own_words(app: "Window") -> list[str]:
    try:
        return sorted(own_words(), key=str.casefold)
    except OSError as error:
        app.say(f"The spelling list cannot be read: {reason_of(error)}.", is_problem=True)
        return []


class WordsDialog(ChooseDialog):
    """Lists the council's own words; one that is typed and not there yet can be added."""

    hint = "type a word, to add it or to find it"

    def rows_for(self, typed: str) -> "Sequence[ListedRow]":
        """Return the words that say what is typed, and what is typed where it is none of them."""
        rows, word = super().rows_for(typed), " ".join(typed.split())
        if not word or word in (row.line for row in rows):
            return rows
        return [*rows, ListedRow(f"{_NEW} {word}", f"Add “{word}”")]


async def _change_words(app: "Window") -> None:
    """Show the council's own words, to add one or take one off."""
    current = _ADD
    while True:
        words = (ListedRow(f"{_WORDS} {one}", one) for one in _own_words(app))
        rows = [ListedRow(_ADD, "Add a word …"), *words]
        chosen = await app.push_screen_wait(WordsDialog("Spelling list", _WHOSE, rows, current))
        if chosen is None:
            return
        current = _ADD
        kind, _, word = chosen.partition(" ")
        if kind == _WORDS:
            _change_list(app, partial(remove_own_word, word), f"“{word}” is off the list.")
            continue
        typed: str | None = word
        if kind == _ADD:
            asked = "A word that is right as you write it."
            typed = await app.push_screen_wait(NameDialog("Add a word", asked, "", ()))
        for word in (typed or "").split():
            _change_list(app, partial(add_own_word, word), f"“{word}” is on the list.")


def _change_list(app: "Window", change: "Callable[[], object]", done: str) -> None:
    """Change the list, and look at the words of the open plan with it."""
    try:
        change()
    except OSError as error:
        app.say(f"The list could not be saved: {reason_of(error)}.", is_problem=True)
        return
    app.spelling = None
    if app.session is not None:
        load_spelling_soon(app)
    app.say(done)


# Those with a list of their own


_WHICH_FORMAT = (
    "How are the papers of new plans, and those read from Word, laid out? Plans that you have keep "
    "the format they began with."
)


async def choose_format(app: "Window") -> None:
    """Ask which council's format new plans and Word files follow, and remember it."""
    used = load_settings()[0].council_format or DEFAULT_FORMAT
    offered = {one.id: one for one in offered_formats()}
    rows = [_format_row(one) for one in offered.values()]
    asked = ChooseDialog("Council format", _WHICH_FORMAT, rows, used)
    chosen = await app.push_screen_wait(asked)
    if chosen is None:
        return
    if offered[chosen].problem:
        app.say(f"That format cannot be used: {offered[chosen].problem}", is_problem=True)
        return
    if app.remember_setting(council_format=chosen):
        app.say(f"New plans and Word files follow: {offered[chosen].name}.")


def _format_row(one: OfferedFormat) -> ListedRow:
    said = [one.id] if one.is_namesake else []
    if one.id == DEFAULT_FORMAT:
        said.append("used where none is chosen")
    if one.problem:
        said = [f"cannot be used: {one.problem}"]
    return ListedRow(one.id, one.name, f"  {', '.join(said)}" if said else "")


async def choose_colours(app: "Window") -> None:
    """Ask for the colours, use them and remember them."""
    rows = [ListedRow(name, said) for name, said in COLOURS_IN_WORDS.items()]
    asked = ChooseDialog("Colours", "Which colours?", rows, app.theme)
    chosen = await app.push_screen_wait(asked)
    if chosen:
        app.theme = chosen
        app.remember_setting(theme=chosen)
