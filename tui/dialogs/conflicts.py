"""Settle the conflicts of the open plan: each with every wording, one of which is taken."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar, Literal

from pydantic import ValidationError
from textual import work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widgets import OptionList, Static

from desk.conflicts import ConflictInWords, conflicts_in_words, settling, settling_with
from desk.field_contents import FieldContent
from desk.history_steps import wording_of
from plan.changes.change import Change
from plan.changes.settling import CannotSettleError
from plan.council.format import FormatError
from plan.model.fields import kind_of
from plan.papers.typed_text import typed_value
from plan.text.line_breaks import counted
from plan.wording.difference_words import excerpts
from tui.dialogs.dialog import Dialog, ScrolledText
from tui.dialogs.reason import ReasonDialog
from tui.widgets.field_editor import FieldEditor
from tui.widgets.row_list import ListedRow, RowList

if TYPE_CHECKING:
    from desk.session import PlanSession
    from plan.wording.wording import Wording
    from tui.window import Window

_SHOWN, _OTHER = "as the plan has it", "another wording"
_AS_IT_WAS = "The conflict is as it was."
_TOO_LONG = "That is longer than the field holds. What you typed is on the clipboard."


@dataclass(frozen=True, slots=True)
class ConflictRow(ListedRow):
    """A field with several wordings, one of which is chosen."""

    wordings: tuple[str, ...] = ()
    chosen: int = 0

    @property
    def content(self) -> Content:
        """What is painted; never parsed as markup."""
        lines = [Content.styled(self.line, "bold")]
        for place, text in enumerate(self.wordings):
            mark = "(•)" if place == self.chosen else "( )"
            lines.append(Content(f"{mark} {_name(place, len(self.wordings))}: {text}"))
        return Content("\n").join(lines)


def _name(place: int, count: int) -> str:
    if not place:
        return _SHOWN
    return _OTHER if count == 2 else f"{_OTHER}, {place} of {count - 1}"  # noqa: PLR2004 - ours and theirs


class ConflictsDialog(Dialog[None]):
    """Lists the conflicts that wait; each one that is settled is one change of its own.

    It closes with the last one, or at Esc: the others wait.
    """

    DEFAULT_CSS = """
    ConflictsDialog #conflicts { text-wrap: wrap; }
    """
    heading = "Written differently on several laptops"
    keys_in_words = (
        "Space or ←→: which one   Enter: take it   b: both   e: write another   r: read   "
        "Esc: not now"
    )
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("space", "choose(1)", show=False),
        Binding("left", "choose(-1)", show=False),
        Binding("right", "choose(1)", show=False),
        Binding("b", "both", show=False),
        Binding("e", "write", show=False),
        Binding("r", "read", show=False),
    ]

    def __init__(self, session: "PlanSession", wording: "Wording", at: str = "") -> None:
        super().__init__()
        self._session = session
        self._wording = wording
        self._at = at
        self._chosen: dict[str, int] = {}
        self._found: list[ConflictInWords] = []

    def contents(self) -> ComposeResult:
        """Yield how many wait, and the list of them."""
        yield Static("", id="waiting", markup=False)
        yield Static("")
        yield RowList(id="conflicts")

    def on_mount(self) -> None:
        """List the conflicts, with the cursor on the one that was asked for."""
        self._show(next((_key(one) for one in self._all() if one.place == self._at), ""))
        self.query_one(RowList).focus()

    def _all(self) -> list[ConflictInWords]:
        return conflicts_in_words(self._session.plan, self._wording)

    def _show(self, current: str) -> None:
        self._found = self._all()
        many = counted(len(self._found), "field")
        waits = "waits" if len(self._found) == 1 else "wait"
        said = f"{many} {waits} for you. Every wording is kept until you take one of them."
        self.query_one("#waiting", Static).update(Content(said))
        self.query_one(RowList).show([self._row(one) for one in self._found], current)

    def _row(self, one: ConflictInWords) -> ConflictRow:
        pairs = [excerpts(one.shown, other) for other in one.others]
        wordings = (pairs[0][0], *(other for _, other in pairs))
        return ConflictRow(_key(one), one.thing, "", wordings, self._chosen.get(_key(one), 0))

    @property
    def _current(self) -> ConflictInWords | None:
        """The conflict under the cursor."""
        current = self.query_one(RowList).current
        return next((one for one in self._found if _key(one) == current), None)

    def action_choose(self, step: int) -> None:
        """Choose the next wording of the conflict under the cursor, or the one before."""
        if (one := self._current) is not None:
            count = 1 + len(one.others)
            self._chosen[_key(one)] = (self._chosen.get(_key(one), 0) + step) % count
            self._show(_key(one))

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Settle the conflict under the cursor with the wording that is chosen."""
        event.stop()
        if (one := self._current) is not None:
            which = self._chosen.get(_key(one), 0)
            plan = self._session.plan
            self._settle(lambda: settling(plan, one, "theirs" if which else "ours", which or 1))

    def action_both(self) -> None:
        """Settle the conflict under the cursor with every wording that it has."""
        if (one := self._current) is not None:
            plan = self._session.plan
            self._settle(lambda: settling(plan, one, "both"))

    @work
    async def action_write(self) -> None:
        """Settle the conflict under the cursor with a wording of the officer's own."""
        if (one := self._current) is None:
            return
        value = _raw(one, self._chosen.get(_key(one), 0))
        typed = await self.app.push_screen_wait(WriteWordingDialog(one, value))
        if typed is not None:
            plan = self._session.plan
            if not self._settle(lambda: settling_with(plan, one, typed)):
                self.app.copy_to_clipboard(typed)

    def _settle(self, change_of: Callable[[], Change]) -> bool:
        """Make the change that settles a conflict, or say why that cannot be; return whether."""
        rows = self.query_one(RowList)
        after = _neighbour([row.id for row in rows.rows], rows.current)
        try:
            change = change_of()
        except CannotSettleError as error:
            self.notify(f"{error} {_AS_IT_WAS}", severity="error", markup=False)
            return False
        except ValidationError:
            self.notify(f"{_TOO_LONG} {_AS_IT_WAS}", severity="error", markup=False)
            return False
        if not self._session.make(change):
            return False
        self._show(after)
        left = len(self._found)
        waiting = f"{counted(left, 'conflict')} to go." if left else "No conflict is left."
        self.notify(f"{change.label}. {waiting} Undo takes it back.", markup=False)
        if not left:
            self.dismiss(None)
        return True

    def action_read(self) -> None:
        """Show every wording in full."""
        if (one := self._current) is not None:
            self.app.push_screen(AllWordingsDialog(one))


def _key(one: ConflictInWords) -> str:
    return "/".join(one.conflict.key)


def _neighbour(ids: Sequence[str], current: str) -> str:
    """Return what the cursor goes to once `current` is gone: the next one, or the one before."""
    place = ids.index(current) if current in ids else 0
    return next(iter((*ids[place + 1 :], *reversed(ids[:place]))), "")


def _raw(one: ConflictInWords, chosen: int) -> str:
    """Return a wording as it is typed: the items of a list one to a line."""
    value = (one.conflict.shown, *one.conflict.others)[chosen]
    if isinstance(value, dict):
        return ""  # a place, which is chosen and not typed
    return typed_value(kind_of(one.conflict.table, one.conflict.field), value)


class WriteWordingDialog(ReasonDialog):
    """Asks for another wording; what was typed is kept however the field is left."""

    heading = "Write another wording"

    def __init__(self, one: ConflictInWords, value: str) -> None:
        super().__init__(one.thing, value)
        is_line = kind_of(one.conflict.table, one.conflict.field) in {"line", "date"}
        self._kind: Literal["line", "prose"] = "line" if is_line else "prose"
        if not is_line:
            self.keys_in_words = "Enter: a new line   Esc: done"

    def contents(self) -> ComposeResult:
        """Yield the field's name, and the field."""
        yield Static(self._text, markup=False)
        yield Static("")
        editor = FieldEditor(FieldContent("", "wording", "", self._kind, "", self._reason))
        editor.say_hint("")
        yield editor


class AllWordingsDialog(Dialog[None]):
    """Shows every wording of a conflict in full."""

    keys_in_words = "Esc: back"

    def __init__(self, one: ConflictInWords) -> None:
        super().__init__()
        self._one = one

    def contents(self) -> ComposeResult:
        """Yield the wordings, one after the other."""
        lines: list[Content | str] = []
        texts = (self._one.shown, *self._one.others)
        for place, text in enumerate(texts):
            name = _name(place, len(texts))
            lines += [Content.styled(f"{name[0].upper()}{name[1:]}:", "bold"), text, ""]
        yield ScrolledText(lines[:-1])

    def on_mount(self) -> None:
        """Name the field in the frame."""
        self.query_one("#dialog").border_title = Content(self._one.thing)
        self.query_one(ScrolledText).focus()


async def settle_conflicts(app: "Window", at: str = "") -> None:
    """Show the conflicts of the open plan, with the cursor on the one whose place is `at`."""
    session = app.session
    if session is None:
        return
    if session.read_only_reason:
        app.say(session.read_only_reason, is_problem=True)
        return
    try:
        wording = wording_of(session.council, session.plan)
    except FormatError as error:
        app.say(f"The conflicts cannot be shown: {error}", is_problem=True)
        return
    if not conflicts_in_words(session.plan, wording):
        app.say("No conflict waits: every field has one wording.")
        return
    await app.push_screen_wait(ConflictsDialog(session, wording, at))
    if app.session is session and app.view is not None:
        app.view.enter()
