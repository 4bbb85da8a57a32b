"""The register of names: every lead, group, indicator, status and acronym, to find and rename."""

import asyncio
from collections.abc import Awaitable, Callable, Iterable
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, ClassVar

from pydantic import ValidationError
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widgets import Input, OptionList, Static

from desk.history_steps import wording_of
from desk.register import (
    WHOLE,
    Kind,
    RegisteredName,
    Use,
    matching,
    register_now,
    renamed,
    renamed_in_words,
    uses_of,
    whole_named,
)
from desk.rename_indicators import NO_FRAMEWORK, left_in_words, made_in_words
from desk.today import today_in_words
from plan.changes.change import Change
from plan.changes.edits.indicators import canonical_naming
from plan.changes.edits.names import say_what_it_stands_for
from plan.council.format import FormatError
from plan.council.framework import framework_of
from plan.model.finding import Place
from tui.dialogs.choose import ChooseDialog
from tui.dialogs.dialog import Dialog
from tui.dialogs.name import NameDialog
from tui.views.plan_views import VIEW_OF_TABLE
from tui.widgets.row_list import ListedRow, RowList
from tui.widgets.text_line import TextLine

if TYPE_CHECKING:
    from tui.views.session_view import SessionView

_READING = "The names are being read …"
_NOTHING = "No name says that. Delete some of it to see more."
_NONE = "The plan has no names yet."
_LINES_OF_NOTHING = 2
"""Lines that either sentence takes at most, where no name is listed."""
_INSIDE = "stands inside longer texts only: find and replace changes it there."
_TOO_LONG = "That is longer than plandesk keeps, so nothing was changed."
_FULL = (
    "Its name in full. Said once, it is kept with the plan: the checks ask no more, and a lead "
    "that begins with either is completed by the other."
)
_NEW = "Its new name, everywhere. One that the plan has already takes it up: the two become one."


@dataclass(frozen=True, slots=True)
class NameRow(ListedRow):
    """A name, behind what it is and how often it stands in the plan."""

    named: str = ""

    @property
    def content(self) -> Content:
        """What is painted; never parsed as markup."""
        return Content.assemble((self.named, "dim"), self.line)


class RegisterDialog(Dialog[Place]):
    """Lists the names that say what is typed, and below them where the chosen one stands.

    The names are read on a thread; an Enter that was pressed before is done when they are there.
    The result is the place to go to. `is_changed` says whether the plan was.
    """

    DEFAULT_CSS = """
    RegisterDialog {
        & > #dialog { width: 96%; max-width: 132; height: 94%; max-height: 94%; }

        Input { margin: 0 0 1 0; }
        #names { height: 1fr; max-height: 100%; }
        #about { height: auto; max-height: 4; padding: 0; border-top: solid $border-blurred; }
        #places { height: 1fr; max-height: 100%; }
    }
    """
    heading = "Names"
    keys_in_words = (
        "type: filter   Enter: rename, or what it stands for   Ctrl+G: merge with another   "
        "Ctrl+N: the framework's names   Ctrl+Z: undo   Tab: where it stands   Esc: close"
    )
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up", "move(-1)", show=False, priority=True),
        Binding("down", "move(1)", show=False, priority=True),
        Binding("ctrl+g", "merge", show=False),
        Binding("ctrl+n", "framework_names", show=False),
        Binding("ctrl+z", "undo", show=False),
    ]

    def __init__(self, view: "SessionView") -> None:
        super().__init__()
        self._view = view
        self._names: tuple[RegisteredName, ...] | None = None
        self._places: tuple[Place, ...] = ()
        self._waits_for_names = False
        self._lines_of_uses = 0
        """The most lines that a name took below, among those on which the cursor stood."""
        self.is_changed = False

    def contents(self) -> ComposeResult:
        """Yield the line to type in, the names, and where the one under the cursor stands."""
        yield TextLine(placeholder="type part of a name, or a kind: lead, status, acronym …")
        names = RowList(id="names", empty=_READING)
        names.follow_line()
        yield names
        yield Static("", id="about", markup=False)
        yield RowList(id="places")

    def on_mount(self) -> None:
        """Read the names."""
        self._list.show((), "")
        self.query_one(Input).focus()
        self._read("")

    @property
    def _list(self) -> RowList:
        return self.query_one("#names", RowList)

    @property
    def _uses(self) -> RowList:
        return self.query_one("#places", RowList)

    def _read(self, current: str) -> None:
        """Read the names anew, and put the cursor on the row with the id `current`."""
        work: Callable[[], Awaitable[None]] = partial(self._read_names, current)
        self.run_worker(work, group="names", exclusive=True, exit_on_error=False)

    async def _read_names(self, current: str) -> None:
        try:
            self._names = await asyncio.to_thread(register_now, self._view.session)
        except FormatError as error:
            self._names, self._list.empty = (), str(error)
        else:
            self._list.empty = _NOTHING if self._names else _NONE
        self._show(current)
        if self._waits_for_names:
            self._waits_for_names = False
            self._ask_for_name()

    def _show(self, current: str) -> None:
        shown = matching(self._names or (), self.query_one(Input).value)
        rows = [
            NameRow(_id(one), one.name, named=f"{one.kind:<9} {one.count:>3}  ") for one in shown
        ]
        self._list.show(rows, current)
        self._show_uses()

    @property
    def name_here(self) -> RegisteredName | None:
        """The name under the cursor."""
        return next((one for one in self._names or () if _id(one) == self._list.current), None)

    def _show_uses(self) -> None:
        one, session = self.name_here, self._view.session
        uses: tuple[Use, ...] = ()
        if one is not None:
            wording = wording_of(session.council, session.plan)
            uses = uses_of(session.plan, one, wording)
        self._places = tuple(use.place for use in uses)
        self._uses.show([ListedRow(str(at), use.line) for at, use in enumerate(uses)], "")
        self.query_one("#about", Static).update(Content(_about(one) if one is not None else ""))
        self.query_one("#about").display = one is not None
        self._part()

    def on_resize(self) -> None:
        """Part the room anew between the names and where one stands."""
        self._list.styles.clear_rule("height")
        self._lines_of_uses = 0
        self.call_after_refresh(self._part)

    def _part(self) -> None:
        """Give the names the lines that they take, and up to half of all to where one stands.

        Under the cursor that moves on only the lower list grows, so that the names lie still.
        """
        room = self._list.size.height + self._uses.size.height
        if not room or self._names is None:
            return
        self._lines_of_uses = max(self._lines_of_uses, self._uses.lines_wanted(room))
        wanted = self._list.lines_wanted(room) if self._list.rows else _LINES_OF_NOTHING
        self._list.styles.height = min(wanted, max(room - self._lines_of_uses, (room + 1) // 2))
        self._list.call_after_refresh(self._list.scroll_to_highlight)

    def on_input_changed(self) -> None:
        """List the names that say what was typed."""
        self._lines_of_uses = 0
        if self._names is not None:
            self._show("")

    def on_option_list_option_highlighted(self, event: OptionList.OptionHighlighted) -> None:
        """Show where the name under the cursor stands."""
        event.stop()
        if event.option_list is self._list:
            self._show_uses()

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Go to a place, or do with a name what Enter does."""
        event.stop()
        if event.option_list is self._list:
            self._ask_for_name()
        elif self._places:
            self.dismiss(self._places[event.option_index])

    def action_move(self, step: int) -> None:
        """Move the cursor of the names, or of the places once these have the focus."""
        rows = self._uses if self._uses.has_focus else self._list
        if step > 0:
            rows.action_cursor_down()
        else:
            rows.action_cursor_up()

    # What is done with a name

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Ask for the new name of what is under the cursor, once the names are there."""
        event.stop()
        if self._names is None:
            self._waits_for_names = True
        else:
            self._ask_for_name()

    def _ask_for_name(self) -> None:
        one = self.name_here
        if one is None or self._view.is_read_only():
            return
        if one.kind == "acronym":
            ask = NameDialog(f"What {one.name} stands for", _FULL, one.stands_for, ())
            self.app.push_screen(ask, partial(self._say_acronym, one.name))
        elif kinds := self._whole_kinds(one):
            known = [other.name for other in self._names or () if other.kind in kinds]
            ask = NameDialog(f"Rename {_quoted(one)}", _NEW, one.name, known)
            self.app.push_screen(ask, partial(self._rename, one, kinds))

    def _whole_kinds(self, one: RegisteredName) -> tuple[Kind, ...]:
        """Return what a name can be renamed as; if it is nothing whole, say so."""
        of_it = [one] if one.kind in WHOLE else whole_named(self._names or (), one.name)
        if not of_it:
            self.notify(f"{_quoted(one)} {_INSIDE}", markup=False)
        return tuple(each.kind for each in of_it)

    def _rename(self, one: RegisteredName, kinds: tuple[Kind, ...], typed: str | None) -> None:
        new = " ".join((typed or "").split())
        if not new or new == one.name:
            return
        names = [each for each in self._names or () if each.kind in kinds or each.name != one.name]
        told = renamed_in_words(names, one.name, new)
        council = self._view.session.council
        self._make(
            partial(renamed, names, council, one.name, new, kinds), told, f"{kinds[0]} {new}"
        )

    def _say_acronym(self, acronym: str, typed: str | None) -> None:
        if typed is None:
            return
        plan, today = self._view.session.plan, today_in_words()
        change = partial(say_what_it_stands_for, plan, acronym, typed, given_on=today)
        self._make(change, "", f"acronym {acronym}")

    def _make(self, made: "partial[Change]", told: str, current: str) -> None:
        try:
            change = made()
        except ValidationError:
            self.notify(_TOO_LONG, severity="error", markup=False)
            return
        if self._view.session.make(change):
            self.is_changed = True
            self.notify(f"{told or f'{change.label}.'} Ctrl+Z takes it back.", markup=False)
            with self.prevent(Input.Changed):
                self.query_one(Input).value = ""
            self._read(current)

    def action_merge(self) -> None:
        """Ask which other name of its kind the name under the cursor becomes one with."""
        one = self.name_here
        if one is None or self._view.is_read_only():
            return
        if one.kind == "acronym":
            self.notify(f"{_quoted(one)} {_INSIDE}", markup=False)
        elif kinds := self._whole_kinds(one):
            others = _others(one, self._names or (), kinds)
            question = f"Which name does {_quoted(one)} have from now on?"
            ask = ChooseDialog("Merge two spellings", question, others)
            self.app.push_screen(ask, partial(self._rename, one, kinds))

    def action_undo(self) -> None:
        """Undo the last edit of the plan, and read its names anew."""
        if self._view.is_read_only():
            return
        change = self._view.session.undo()
        if change is None:
            self._view.say_nothing_to("undo")
            return
        self.notify(f"{change.label}.", markup=False)
        self.is_changed = True
        self._read(self._list.current)

    def action_framework_names(self) -> None:
        """Give all quality indicators their framework's names."""
        session = self._view.session
        framework = framework_of(session.plan, session.council)
        if framework is None:
            self.notify(NO_FRAMEWORK, markup=False)
            return
        if self._view.is_read_only():
            return
        naming = canonical_naming(session.plan, framework)
        if session.make(naming.change):
            self.is_changed = True
            self._read(self._list.current)
        told = "\n".join((made_in_words(naming, "Ctrl+Z"), *left_in_words(naming, framework)))
        self.notify(told, markup=False)


def _id(one: RegisteredName) -> str:
    return f"{one.kind} {one.name}"


def _quoted(one: RegisteredName) -> str:
    return f"“{one.name}”"


def _others(
    one: RegisteredName, names: Iterable[RegisteredName], kinds: tuple[Kind, ...]
) -> list[ListedRow]:
    """Return the names that one can be merged with, those that are spelt alike first."""
    others = [each for each in names if each.kind in kinds and each.name != one.name]
    others.sort(key=lambda each: each.name not in one.like)
    return [ListedRow(each.name, each.name, f"  {each.in_words}") for each in others]


def _about(one: RegisteredName) -> str:
    """Return what is said of a name above where it stands."""
    said = f"{_quoted(one)}: {one.in_words}."
    if one.stands_for:
        said += f" It stands for {one.stands_for}."
    elif one.kind == "acronym":
        said += " Nothing says what it stands for: Enter."
    if one.like:
        said += f" Maybe the same: {'; '.join(f'“{name}”' for name in one.like)} (Ctrl+G)."
    return said


def show_register(view: "SessionView | None") -> None:
    """Show the names of a view's plan; then go to the place that was chosen, if any was."""
    if view is None:
        return
    dialog = RegisterDialog(view)

    def go(place: Place | None) -> None:
        if place is not None:
            view.post_message(view.Asked("view", VIEW_OF_TABLE[place.table], place=place))
        elif dialog.is_changed:
            view.enter()

    view.app.push_screen(dialog, go)
