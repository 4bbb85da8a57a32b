"""Forms for the leads of the open plan: write them, see who has replied, take a reply that came."""

import asyncio
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar, Literal, TypeAlias

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widgets import OptionList, Static

from desk.council import look_of
from desk.errors import ExportError, ImportRefusedError
from desk.folders import export_folder
from desk.lead_packs import (
    Reply,
    answer_lines,
    part_of_reply,
    read_reply_to,
    waiting_lines,
    who_replied,
    write_forms,
)
from plan.changes.change import Change
from plan.council.format import FormatError
from plan.text.line_breaks import counted
from store.settings import load_settings
from tui import dialogs
from tui.dialogs.dialog import Dialog, ScrolledText
from tui.widgets.row_list import ListedRow, RowList

if TYPE_CHECKING:
    from desk.session import PlanSession
    from plan.model.plan import Plan
    from tui.window import Window

Wanted: TypeAlias = Literal["write", "read"]
_NOBODY = "No action of the plan that is still open names a lead."


@dataclass(frozen=True, slots=True)
class AnswerRow(ListedRow):
    """What a lead says of one action, and whether it is taken; one that cannot be has no mark."""

    lines: tuple[str, ...] = ()
    is_taken: bool | None = None

    @property
    def content(self) -> Content:
        """What is painted; never parsed as markup."""
        mark = {True: "[x] ", False: "[ ] ", None: ""}[self.is_taken]
        first = Content.styled(f"{mark}{self.line}", "bold")
        return Content("\n").join([first, *map(Content, self.lines)])


class LeadsDialog(Dialog[Wanted]):
    """Shows who has replied; the result is what the officer wants to do."""

    heading = "The leads, and who has replied"
    keys_in_words = "p: write their forms   o: open a reply   ↑↓: read on   Esc: close"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("p", "want('write')", show=False),
        Binding("o", "want('read')", show=False),
    ]

    def __init__(self, plan: "Plan") -> None:
        super().__init__()
        self._plan = plan

    def contents(self) -> ComposeResult:
        """Yield each lead with whether a reply was taken."""
        day, waiting = who_replied(self._plan)
        lines = [*waiting_lines(day, waiting)] if waiting else [_NOBODY]
        yield ScrolledText([_in_window(line) for line in lines])

    def on_mount(self) -> None:
        """Focus the lines, so that the arrows scroll them."""
        self.query_one(ScrolledText).focus()

    def action_want(self, what: Wanted) -> None:
        """Close with what the officer wants to do."""
        self.dismiss(what)


def _in_window(line: str) -> str:
    before, command, _ = line.partition("plandesk pack-leads")
    return f"{before}p writes them." if command else line


class ReplyDialog(Dialog[Change]):
    """Shows a reply action by action; the result is the one change that takes what is marked."""

    DEFAULT_CSS = """
    ReplyDialog #answers { max-height: 60vh; text-wrap: wrap; }
    """
    heading = "What a lead has replied"
    keys_in_words = "Space: take it or leave it   Enter: take what is marked   Esc: leave it all"
    BINDINGS: ClassVar[list[BindingType]] = [Binding("space", "switch", show=False)]

    def __init__(self, plan: "Plan", reply: Reply) -> None:
        super().__init__()
        self._plan = plan
        self._answers = reply.answers
        self._left: set[int] = set()

    def contents(self) -> ComposeResult:
        """Yield how much is new, and the list."""
        new = sum(one.standing == "new" for one in self._answers)
        said = f"{counted(new, 'progress note')} to take. Wording that was changed is not taken."
        yield Static(Content(said))
        yield Static("")
        yield RowList(id="answers")

    def on_mount(self) -> None:
        """List what was replied."""
        self._show("0")
        self.query_one(RowList).focus()

    def _show(self, current: str) -> None:
        self.query_one(RowList).show([*self._rows()], current)

    def _rows(self) -> Iterator[ListedRow]:
        for place, one in enumerate(self._answers):
            first, *others = answer_lines(self._plan, one)
            is_taken = place not in self._left if one.standing == "new" else None
            yield AnswerRow(str(place), first, "", tuple(others), is_taken)

    def action_switch(self) -> None:
        """Take what is under the cursor, or leave it."""
        current = self.query_one(RowList).current
        if current.isdigit() and self._answers[int(current)].standing == "new":
            self._left ^= {int(current)}
            self._show(current)

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Close with the change that takes what is marked."""
        event.stop()
        taken = [one for place, one in enumerate(self._answers) if place not in self._left]
        self.dismiss(part_of_reply(self._plan, taken).change)


async def show_leads(app: "Window") -> None:
    """Show who has replied, and write the forms or take a reply where that is asked for."""
    session = app.session
    if session is None:
        return
    wanted = await app.push_screen_wait(LeadsDialog(session.plan))
    if wanted == "write":
        await _write(app, session)
    elif wanted == "read" and session.read_only_reason:
        app.say(session.read_only_reason, is_problem=True)
    elif wanted == "read":
        await _take(app, session)


async def _write(app: "Window", session: "PlanSession") -> None:
    folder = export_folder() / f"Forms for {session.name}"
    settings, _ = load_settings()
    try:
        own = session.council.plan.own
        written = await asyncio.to_thread(
            lambda: [*write_forms(session.plan, session.name, own, folder, look_of(settings))]
        )
    except (ExportError, FormatError) as error:
        app.say(str(error), is_problem=True)
        return
    many = counted(len(written), "form")
    app.say(f"{many} written into {folder}: send each to its lead." if written else _NOBODY)


async def _take(app: "Window", session: "PlanSession") -> None:
    folder = export_folder()
    chosen = await app.push_screen_wait(dialogs.OpenFileDialog(folder))
    if chosen is None:
        return
    try:
        reply = await asyncio.to_thread(read_reply_to, session.plan, Path(chosen))
    except ImportRefusedError as error:
        app.say(str(error), is_problem=True)
        return
    change = await app.push_screen_wait(ReplyDialog(session.plan, reply))
    if change is None:
        return
    if app.session is session and session.make(change):
        if app.view is not None:
            app.view.enter()
        app.say(f"{change.label}. Undo takes it back.")
    else:
        app.say("There was nothing to take. The plan is as it was.")
